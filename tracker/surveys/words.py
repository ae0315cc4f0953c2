"""The survey rounds in words: lines of tables, what the marked one says, what is missing."""

from collections.abc import Iterable, Sequence

from db.codes import RespondentGroup
from tracker.plans.model import Plan, Question
from tracker.problems import NN_
from tracker.surveys.indicators import ANSWERS, Indicator
from tracker.surveys.rounds import RoundLine
from tracker.wording import Language
from tracker.wording.counted import listed, within
from tracker.wording.figures import fact_text, goal_interval_text, value_text
from tracker.wording.labels import label

Cells = tuple[str, ...]
NONE = "–"


def group_label(language: Language, group: str) -> str:
    """Who answers, in words."""
    return label(language, RespondentGroup, group)


def round_cells(language: Language, line: RoundLine, *, with_name: bool = False) -> Cells:
    """Round, who, where, handed out, answered, response rate, last answer."""
    every = language.text("all {number}", number=line.parts)
    place = (with_name and line.name) or line.insats or NONE
    unknown = language.text("missing")
    return (
        line.round,
        group_label(language, line.group),
        every if line.is_sum else place,
        f"! {unknown}" if line.handed_out is None else language.number(line.handed_out),
        language.number(line.answered),
        NONE if line.rate is None else language.percent(line.rate),
        NONE if line.last_answer is None else language.short_day(line.last_answer),
    )


def matching(language: Language, lines: Iterable[RoundLine], typed: str) -> list[RoundLine]:
    """The lines that hold every typed word."""
    words = typed.casefold().split()

    def says(line: RoundLine) -> str:
        cells = (line.round, group_label(language, line.group), line.insats or "", line.name)
        return " ".join((line.group, *cells)).casefold()

    return [line for line in lines if all(word in says(line) for word in words)]


def summary(language: Language, lines: Sequence[RoundLine]) -> str:
    """How many rounds there are, and of how many the number handed out is missing."""
    rounds = len({line.round for line in lines})
    said = language.plural("{number} survey round", "{number} survey rounds", rounds)
    lacking = sum(line.lacking for line in lines if not line.is_sum)
    if not lacking:
        return said
    one, many = NN_(
        "{number} without how many were handed out", "{number} without how many were handed out"
    )
    return f"{said} · {language.plural(one, many, lacking)}"


def line_sentence(language: Language, line: RoundLine) -> str:
    """The marked line in whole sentences: what came back, and what is missing."""
    place = line.name or (language.text("all interventions") if line.is_sum else "")
    head = " · ".join(filter(None, (line.round, group_label(language, line.group), place)))
    return f"{head}: {' '.join(_told(language, line))}"


def indicator_cells(language: Language, indicator: Indicator) -> Cells:
    """Indicator, theme, positive of how many, and of enough persons the share and its interval."""
    figure = indicator.figure
    head = (f" {indicator.name}", indicator.theme)
    fact = fact_text(language, ANSWERS, figure) or NONE
    if indicator.is_few or figure.value is None:
        return (*head, fact, language.text("few") if figure.n else "", "")
    interval = goal_interval_text(language, ANSWERS, figure)
    return (*head, fact, value_text(language, ANSWERS, figure), interval)


def question_cells(language: Language, question: Question) -> Cells:
    """Question, indicators, theme, steps, which are positive, who is asked."""
    groups = listed(language, (within(group_label(language, each)) for each in question.groups))
    return (
        f" {question.id}",
        ", ".join(str(number) for number in question.indicators) or NONE,
        question.theme or NONE,
        f"1–{question.steps}",
        ", ".join(str(step) for step in question.positive),
        groups or language.text("all groups"),
    )


def questionnaire_head(language: Language, plan: Plan) -> str:
    """Whose questionnaire it is, and why the questions are not written out."""
    questions = language.plural("{number} question", "{number} questions", len(plan.questions))
    return language.text(
        "The questionnaire of {year}: {questions}. NNS owns the wording, so that only numbers and "
        "themes stand here.",
        year=plan.year,
        questions=questions,
    )


def unasked(language: Language, plan: Plan | None, lines: Iterable[RoundLine]) -> str:
    """The groups that the plan of a year has questions to, and that no round of the year reached.

    Empty where none is missing.
    """
    if plan is None:
        return ""
    asked = {group for question in plan.questions for group in question.groups}
    reached = {line.group for line in lines if line.day and line.day.year == plan.year}
    missing = [group for group in RespondentGroup if group in asked - reached]
    if not missing:
        return ""
    names = listed(language, (within(group_label(language, group)) for group in missing))
    return language.text("No survey in {year} yet: {groups}.", year=plan.year, groups=names)


def _told(language: Language, line: RoundLine) -> Iterable[str]:
    if line.handed_out is None:
        yield language.plural("{number} answer.", "{number} answers.", line.answered)
        if line.is_sum:
            yield language.text(
                "How many were handed out is missing in {number} of {parts}.",
                number=line.lacking,
                parts=line.parts,
            )
        else:
            yield language.text("How many were handed out is missing: u enters it.")
    else:
        yield language.text(
            "{x} of {n} have answered.",
            x=language.number(line.answered),
            n=language.number(line.handed_out),
        )
        if line.answered > line.handed_out:
            yield language.text("More answers than forms handed out: look at both.")
    if line.last_answer is not None:
        yield language.text("Last answer {day}.", day=language.day(line.last_answer))

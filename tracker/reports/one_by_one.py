"""Every goal by itself: its sentence, what the board says, what a reader should know of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from db.codes import Verdict
from tracker.goals.status import Status
from tracker.plans.model import Plan
from tracker.reports.drafts import DraftSection
from tracker.reports.numbered import Numbered
from tracker.scorecard import GoalCard
from tracker.wording import Language
from tracker.wording.counted import within
from tracker.wording.definitions import Clause, definition
from tracker.wording.earlier import difference_text, earlier_text
from tracker.wording.labels import label
from tracker.wording.silence import why_no_data
from tracker.wording.status import flag_label

TOLD_ONCE = frozenset({"period_open", "other_plan"})
"""Flags that concern every goal: they stand at the beginning of the report."""
TOLD_ELSEWHERE = frozenset({"definition_changed"})
"""Flags that have a section of their own."""
OF_INTERVALS = frozenset({"wide", "cannot_be_clear", "few_respondents"})
"""Flags of an interval that is not shown when there are too few."""


def goal_sections(
    language: Language, goals: Sequence[Numbered], *, is_year: bool
) -> Iterable[DraftSection]:
    """A heading, and below it one section for each goal."""
    yield DraftSection(language.text("The goals one by one"), key="mål_för_mål")
    for one in goals:
        told = tuple(_paragraphs(language, one.card, is_year=is_year))
        yield DraftSection(one.name, told, level=3)


def definition_section(language: Language, goals: Sequence[Numbered], plan: Plan) -> DraftSection:
    """What each goal counts, and how the plan is read: for whoever looks up a figure."""
    clauses = {one.number: definition(language, one.card.goal, plan) for one in goals}
    usual = _usual(language, clauses.values())
    said = (
        language.text("Where nothing else is said of certainty: {text}", text=usual)
        if usual
        else ""
    )
    return DraftSection(
        language.text("How each goal is counted"),
        (said, *(_defined(language, one, clauses[one.number], usual) for one in goals)),
        is_method=True,
        key="definitioner",
    )


def _usual(language: Language, found: Iterable[Sequence[Clause]]) -> str:
    """What is said of the certainty of several goals, so that it is said once."""
    about = language.text("Certainty")
    texts = Counter(one.text for clauses in found for one in clauses if one.about == about)
    usual, number = max(texts.items(), key=lambda one: one[1], default=("", 0))
    return usual if number > 1 else ""


def _defined(language: Language, one: Numbered, clauses: Sequence[Clause], usual: str) -> str:
    """The goal by name, and below it who counts and what is reached; the tables have the target."""
    told = [
        f"{clause.about}: {clause.text}"
        for clause in clauses
        if clause.about != language.text("Goal") and clause.text != usual
    ]
    note = one.card.goal.note
    if note:
        told.append(language.text("How the plan is read: {note}", note=note))
    return f"{one.name}\n{' '.join(told)}"


def _paragraphs(language: Language, card: GoalCard, *, is_year: bool) -> Iterable[str]:
    why = _why(language, card, is_year=is_year)
    yield f"{card.sentence} {why}".strip()
    yield from _year_before(language, card)
    yield from _board(language, card)
    yield from _flags(language, card)


def _why(language: Language, card: GoalCard, *, is_year: bool) -> str:
    """Why a goal has no data, where that itself may be told."""
    if card.status != Status.NO_DATA or card.hidden is not None:
        return ""
    return why_no_data(language, card.goal, card.figure, is_year=is_year)


def _year_before(language: Language, card: GoalCard) -> Iterable[str]:
    before = card.before
    if before is None:
        return
    if before.hidden is not None:
        yield language.text("The year before is not shown: it rests on too few persons.")
        return
    told = earlier_text(language, card.goal, before.figure)
    difference = difference_text(language, card.figure, before.figure, before.low, before.high)
    yield f"{told} {difference}".strip()


def _board(language: Language, card: GoalCard) -> Iterable[str]:
    if card.verdict is not None:
        verdict = label(language, Verdict, card.verdict)
        yield language.text("The board's assessment: {verdict}.", verdict=verdict)
    if card.comment:
        yield language.text("Comment: {comment}", comment=card.comment)


def _flags(language: Language, card: GoalCard) -> Iterable[str]:
    untold = TOLD_ONCE | TOLD_ELSEWHERE
    if card.status == Status.TOO_FEW:
        untold |= OF_INTERVALS
    told = [within(flag_label(language, flag)) for flag in card.flags if flag not in untold]
    if card.rests_on is not None:
        told.append(
            language.plural(
                "the figure rests on {number} intervention",
                "the figure rests on {number} interventions",
                card.rests_on,
            )
        )
    if told:
        yield language.text("To bear in mind: {flags}.", flags="; ".join(told))

"""The sections of a goal's detail, in the order of what the eye meets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.visual import Visual

from tracker.plans.model import Plan
from tracker.problems import N_
from tracker.scorecard import GoalCard
from tracker.wording import Language
from tracker.wording.definitions import definition, line_text
from tracker.wording.status import SIGNS, flag_label, status_label
from tui.widgets.ahead_rows import Signal, ahead, before
from tui.widgets.big_bar import BigBar
from tui.widgets.flowing import Facts
from tui.widgets.prose import Prose
from tui.widgets.rows import bar_of, detail_row, facts_of, indicator_row, part_row, status_style

SPLITS = {"kön": N_("Women and men"), "insats": N_("Interventions"), "kommun": N_("Municipalities")}
FEWEST_PARTS = 2
"""A single part says what the whole says."""
DETAILS = {
    "checklist": N_("Activities"),
    "money_ceiling": N_("The guideline"),
    "reporting": N_("Interventions"),
    "money_tolerance": N_("Interventions"),
}
VERDICTS = {
    "uppfyllt": N_("The board: met."),
    "delvis": N_("The board: partly met."),
    "ej_uppfyllt": N_("The board: not met."),
}


@dataclass(frozen=True)
class Section:
    """A heading, which may be empty, and what stands below it."""

    heading: str
    lines: tuple[Visual, ...]
    split: str = ""
    """The split whose parts the lines are."""
    note: str = ""
    """What the parts say together."""


def sections(
    language: Language, card: GoalCard, plan: Plan, signal: Signal | None = None
) -> Iterator[Section]:
    """Everything there is to say about a goal; sections without content are left out."""
    text = language.text
    named: list[tuple[str, Iterable[Visual]]] = [
        ("", _head(language, card)),
        (text("Worth knowing"), _flags(language, card)),
        (text("What is ahead"), ahead(language, card, signal)),
        (text("Further lines"), _lines(language, card)),
        (text("The year before"), before(language, card)),
        *((text(SPLITS[split]), _parts(language, card, split)) for split in _shown(card)),
        (text("Indicators"), (indicator_row(language, card, part) for part in card.figure.parts)),
        (
            text(DETAILS.get(card.goal.measure, "")) if card.figure.details else "",
            _details(language, card),
        ),
        (text("The board's assessment"), _board(language, card)),
        (text("Definition"), _definition(language, card, plan)),
        (text("The plan's own words"), _plan_words(language, card)),
    ]
    by_heading = {text(SPLITS[split]): split for split in _shown(card)}
    for heading, lines in named:
        found = tuple(lines)
        if found:
            split = by_heading.get(heading, "")
            yield Section(heading, found, split, card.gap if split == "kön" else "")


def _head(language: Language, card: GoalCard) -> Iterator[Visual]:
    style = status_style(card.status)
    yield Prose(card.goal.text, "bold")
    yield Content("")
    yield Prose(f"{SIGNS[card.status]} {card.label}", f"bold {style}")
    facts = facts_of(language, card, card.figure, card.status)
    if facts:
        yield Facts(facts)
    bar = bar_of(card, card.figure, card.status)
    if bar is not None:
        yield BigBar(bar, language)
    yield Content("")
    yield Prose(card.sentence)


def _flags(language: Language, card: GoalCard) -> Iterator[Visual]:
    for flag in card.flags:
        yield Prose(f"• {flag_label(language, flag)}.")
    if card.rests_on is not None:
        rests = language.plural(
            "Rests on {number} intervention.",
            "Rests on {number} interventions.",
            card.rests_on,
        )
        yield Prose(f"• {rests}")


def _lines(language: Language, card: GoalCard) -> Iterator[Visual]:
    for line, judged in zip(card.goal.lines, card.lines, strict=False):
        words = status_label(language, judged.status, min_show=card.reading.min_show)
        style = status_style(judged.status)
        yield Content.assemble(
            (f"{SIGNS[judged.status]} ", style),
            f"{line_text(language, card.goal, line)} · ",
            (words, style),
        )


def _shown(card: GoalCard) -> list[str]:
    """The splits that are shown."""
    return [split for split, parts in card.splits.items() if len(parts) >= FEWEST_PARTS]


def _parts(language: Language, card: GoalCard, split: str) -> Iterator[Visual]:
    return (part_row(language, card, part) for part in card.splits[split])


def _details(language: Language, card: GoalCard) -> Iterator[Visual]:
    return (detail_row(language, card, detail) for detail in card.figure.details)


def _board(language: Language, card: GoalCard) -> Iterator[Visual]:
    if card.verdict in VERDICTS:
        yield Prose(language.text(VERDICTS[card.verdict]), "bold")
    if card.comment:
        yield Prose(card.comment)


def _definition(language: Language, card: GoalCard, plan: Plan) -> Iterator[Visual]:
    for clause in definition(language, card.goal, plan):
        yield Prose(clause.text, lead=f"{clause.about}: ")


def _plan_words(language: Language, card: GoalCard) -> Iterator[Visual]:
    goal = card.goal
    yield Prose(f"“{goal.text}”" if language.code == "en" else f"”{goal.text}”")
    if goal.source:
        yield Prose(f"{goal.source}.", "$text-muted")
    if goal.note:
        note = language.text("How it is read here:")
        yield Prose(goal.note, lead=f"{note} ")

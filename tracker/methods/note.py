"""The method note of a scorecard: half a page, and on request the definition of every goal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.methods.comparisons import comparisons
from tracker.methods.numbering import NumberedCard, goals_text, numbered_cards
from tracker.methods.readings import confidence_text, intervals, readings
from tracker.methods.unknown import sizes, unknown
from tracker.plans.model import Plan
from tracker.scorecard import GoalCard, Scorecard
from tracker.wording import Language
from tracker.wording.definitions import definition


@dataclass(frozen=True)
class NoteSection:
    """A part of the note under a heading."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    level: int = 1
    """2: one goal, below the heading of the definitions."""


def method_note(
    scorecard: Scorecard, language: Language, *, definitions: bool = True
) -> tuple[NoteSection, ...]:
    """The note: readings, intervals, sizes, the unknown, comparisons, what is counted.

    Args:
        scorecard: the finished one that the note belongs to; a published one tells nothing more.
        language: of the note; the goals' own texts are the plan's.
        definitions: also the definition of every goal, where it does not stand beside the goal.
    """
    cards = numbered_cards(scorecard)
    settings = scorecard.plan.settings
    level = confidence_text(language, settings.confidence)
    parts = (
        (
            language.text("How the outcomes are read"),
            readings(language, cards, settings.confidence),
        ),
        (
            language.text("Uncertainty interval ({confidence})", confidence=level),
            intervals(language, cards),
        ),
        (language.text("Smallest numbers"), sizes(language, cards, settings)),
        (language.text("What is unknown"), unknown(language, cards)),
        (language.text("How many comparisons"), comparisons(language, cards, settings.confidence)),
        (language.text("What counts as an exit"), _counted(language, cards, scorecard.plan)),
    )
    sections = (NoteSection(heading, tuple(said)) for heading, said in parts)
    own = _definitions(language, cards, scorecard.plan) if definitions else ()
    return (*(section for section in sections if section.paragraphs), *own)


def _counted(language: Language, cards: Sequence[NumberedCard], plan: Plan) -> Iterable[str]:
    yield language.text(
        "An exit is a participation that ended in the period. The same person counts twice who "
        "ended twice. Money, activities and numbers are exact and have no interval."
    )
    changed = [pair for pair in cards if "definition_changed" in pair[1].flags]
    if changed:
        yield language.text(
            "The definition has changed since the year before, so that no comparison is made with "
            "it: {goals}.",
            goals=goals_text(language, changed),
        )
    if plan.source:
        yield language.text("Goals: {source}.", source=plan.source.rstrip("."))


def _definitions(
    language: Language, cards: Sequence[NumberedCard], plan: Plan
) -> Iterable[NoteSection]:
    yield NoteSection(language.text("What the goals mean"))
    for number, card in cards:
        said = tuple(_definition(language, card, plan))
        yield NoteSection(f"{number}. {card.goal.text}", said, level=2)


def _definition(language: Language, card: GoalCard, plan: Plan) -> Iterable[str]:
    clauses = definition(language, card.goal, plan)
    yield " ".join(f"{clause.about}: {clause.text}" for clause in clauses)
    if card.goal.note:
        yield language.text("How the plan is read: {note}", note=card.goal.note)

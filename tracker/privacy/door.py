"""What is published passes here: figures of few persons become hidden, and what would reveal them.

The first rule: a figure with fewer than `min_show` persons is hidden, and with it the next smallest
part of its split, since it could be worked out from the total. Hidden is a state of its own with a
reason; it is never 0 and never enters arithmetic.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.goals.status import Status
from tracker.measures.figure import Figure
from tracker.wording import Language
from tracker.wording.status import status_label

if TYPE_CHECKING:
    from tracker.scorecard.card import GoalCard, PartCard, Scorecard

NOTHING = Figure()


def publish(scorecard: "Scorecard", language: Language) -> "Scorecard":
    """The scorecard as readers may see it."""
    return replace(
        scorecard, goals=tuple(_publish_card(card, language) for card in scorecard.goals)
    )


def _publish_card(card: "GoalCard", language: Language) -> "GoalCard":
    if _is_small(card.figure.persons, card.reading.min_show):
        return _hide_card(card, language)
    splits = {
        split: _publish_split(parts, card.reading.min_show, language)
        for split, parts in card.splits.items()
    }
    few = card.reading.min_show
    parts = (
        () if any(_is_small(part.persons, few) for part in card.figure.parts) else card.figure.parts
    )
    return replace(card, splits=splits, figure=replace(card.figure, parts=parts))


def _is_small(persons: int | None, min_show: int) -> bool:
    return persons is not None and 0 < persons < min_show


def _hide_card(card: "GoalCard", language: Language) -> "GoalCard":
    label = status_label(
        language, Status.SUPPRESSED, hidden="small", min_show=card.reading.min_show
    )
    return replace(
        card,
        figure=NOTHING,
        status=Status.SUPPRESSED,
        label=label,
        sentence=f"{label}.",
        flags=tuple(flag for flag in card.flags if flag in ("period_open", "other_plan")),
        lines=(),
        splits={},
        before=None,
        hidden="small",
    )


def _publish_split(
    parts: "tuple[PartCard, ...]", min_show: int, language: Language
) -> "tuple[PartCard, ...]":
    """Hide small parts; a single hidden part takes the next smallest with it."""
    counted = [part for part in parts if _size(part)]
    small = {part.key for part in counted if _size(part) < min_show}
    also: set[str | None] = set()
    if len(small) == 1:
        rest = sorted((part for part in counted if part.key not in small), key=_size)
        also = {part.key for part in rest[:1]}
    reasons = dict.fromkeys(also, "complementary") | dict.fromkeys(small, "small")
    return tuple(
        _hide_part(part, reasons[part.key], min_show, language) if part.key in reasons else part
        for part in parts
    )


def _size(part: "PartCard") -> int:
    """Persons of a part; a count of participants is its own number of persons."""
    figure = part.figure
    return figure.persons if figure.persons is not None else int(figure.value or 0)


def _hide_part(part: "PartCard", reason: str, min_show: int, language: Language) -> "PartCard":
    label = status_label(language, Status.SUPPRESSED, hidden=reason, min_show=min_show)
    return replace(part, figure=NOTHING, status=Status.SUPPRESSED, label=label, hidden=reason)

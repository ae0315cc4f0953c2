"""What is published passes here: figures of few persons become hidden, and what would reveal them.

All goals of a scorecard are judged together, and with what the store has published before. Hidden
is a state of its own with a reason; it is never 0 and never enters arithmetic.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from tracker.goals.status import Status
from tracker.measures.figure import Figure, Part
from tracker.measures.naming import ENDED
from tracker.periods import year_before
from tracker.privacy.counts import Count, Publication, Rule, Sum
from tracker.privacy.figures import Judged, Remembered, nothing_remembered, reason_of
from tracker.privacy.hiding import Reason, hidden_overlapping
from tracker.privacy.outlook_door import publish_outlook, without_outlook
from tracker.privacy.persons import groups_of, tells_of_few
from tracker.wording import Language
from tracker.wording.sentences import Said, sentence
from tracker.wording.status import status_label

if TYPE_CHECKING:
    from tracker.scorecard.card import GoalCard, PartCard, Scorecard

NOTHING = Figure()
PRINTED = ("", "n", "x", "worse", "eligible", "missing")
"""What of a figure stands in its sentence or its row."""
SILENT = (Status.NO_DATA, Status.NOT_DUE)
"""Statuses that say nothing of persons; they stay when the numbers are hidden."""
HARMLESS_FLAGS = ("period_open", "other_plan", "definition_changed")
Cell = Sequence[Count]


@dataclass(frozen=True)
class _Counted:
    """A card with the counts of its figure and of each part of its splits."""

    card: "GoalCard"
    whole: Cell
    splits: Mapping[str, Sequence[Cell]]
    before: Cell = ()
    """Of the year before, where the card tells of it."""
    sums: Mapping[str, Sequence[Sum]] = field(default_factory=dict)
    """What readers of each split know."""


def publish(
    scorecard: "Scorecard", language: Language, remembered: Remembered = nothing_remembered
) -> "Scorecard":
    """The scorecard as readers may see it.

    Args:
        scorecard: as it is inside.
        language: of the reader.
        remembered: finds what has been published about the days of some counts.
    """
    judged = Judged()
    counted = [_count(card, scorecard, judged) for card in scorecard.goals]
    reasons = judged.reasons(_rule(scorecard), remembered)
    cards = tuple(_publish_card(each, reasons, language) for each in counted)
    told = Publication(sums=tuple(judged.sums))
    for each, card in zip(counted, cards, strict=True):
        seen = (one for split, sums in each.sums.items() if card.splits.get(split) for one in sums)
        told = told.beside(Publication(card.counts, tuple(seen)))
    return replace(scorecard, goals=cards, publication=told)


def _told(
    counted: _Counted, card: "GoalCard", reasons: Mapping[Count, Reason | None]
) -> dict[Count, Reason | None]:
    """What the published card shows of its counts, and why it does not show the others.

    Exits that could be told, but stand beside a result that is hidden, are neither.
    """
    whole = cast("Reason | None", card.hidden)
    cells: list[tuple[Cell, Reason | None]] = [(counted.whole, whole)]
    then = reason_of(reasons, counted.before)
    if whole is None or then is not None:  # what a hidden card would tell is neither
        cells.append((counted.before, then))
    for split, parts in counted.splits.items():
        lost = None if card.splits.get(split) else whole or "complementary"
        cells += [(cell, lost or reason_of(reasons, cell)) for cell in parts]
    return {
        count: reason and (reasons[count] or reason)
        for cell, reason in cells
        for count in cell
        if (reasons[count] or count.measure != ENDED if reason else count.of in PRINTED)
    }


def _rule(scorecard: "Scorecard") -> Rule:
    """The rule that all cards are read by."""
    readings = [card.reading for card in scorecard.goals]
    return Rule(
        max((reading.min_show for reading in readings), default=Rule.min_show),
        any(reading.hide_numerators for reading in readings),
    )


def _count(card: "GoalCard", scorecard: "Scorecard", judged: Judged) -> _Counted:
    goal, period = card.goal, scorecard.period
    whole = judged.add_figure(goal, period, card.figure)
    splits = {
        split: [judged.add_figure(goal, period, part.figure, split, part.key) for part in parts]
        for split, parts in card.splits.items()
    }
    sums = {
        split: judged.add_split(whole, parts)
        for split, parts in splits.items()
        if goal.combine != "indicator_wise"
    }
    return _Counted(card, whole, splits, _year_before(card, scorecard, judged), sums)


def _year_before(card: "GoalCard", scorecard: "Scorecard", judged: Judged) -> Cell:
    """The figure of the year before: it may have been hidden when that year was published."""
    days = year_before(scorecard.period)
    if card.last_period is not None and card.last_period.goal is not None:
        return judged.add_figure(card.last_period.goal, days, card.last_period.figure)
    return judged.add_figure(card.goal, days, card.before.figure) if card.before else ()


def _publish_card(
    counted: _Counted, reasons: Mapping[Count, Reason | None], language: Language
) -> "GoalCard":
    reason = reason_of(reasons, counted.whole)
    card = (
        _show_card(counted, reasons, language)
        if reason is None
        else _hide_card(counted.card, reason, language)
    )
    return replace(card, counts=_told(counted, card, reasons))


def _show_card(
    counted: _Counted, reasons: Mapping[Count, Reason | None], language: Language
) -> "GoalCard":
    """The card without what of its splits and of the year before has to be hidden."""
    card = counted.card
    splits = {
        split: _publish_split(
            card, parts, [reason_of(reasons, cell) for cell in counted.splits[split]], language
        )
        for split, parts in card.splits.items()
    }
    figure = replace(
        card.figure, parts=_publish_indicators(card.figure.parts, card.reading.min_show)
    )
    then = reason_of(reasons, counted.before)
    card = publish_outlook(replace(card, splits=splits, figure=figure), language, then)
    return _publish_before(card, language, then)


def _hide_card(card: "GoalCard", reason: Reason, language: Language) -> "GoalCard":
    silent = card.status in SILENT
    status = card.status if silent else Status.SUPPRESSED
    label = card.label if silent else _label(card, reason, language)
    return replace(
        without_outlook(card),
        figure=NOTHING,
        status=status,
        label=label,
        sentence=card.sentence if silent else f"{label}.",
        flags=tuple(flag for flag in card.flags if flag in HARMLESS_FLAGS),
        lines=(),
        splits={},
        before=None,
        hidden=reason,
    )


def _label(card: "GoalCard", reason: Reason, language: Language) -> str:
    return status_label(language, Status.SUPPRESSED, hidden=reason, min_show=card.reading.min_show)


def _publish_split(
    card: "GoalCard",
    parts: "tuple[PartCard, ...]",
    reasons: Sequence[Reason | None],
    language: Language,
) -> "tuple[PartCard, ...]":
    """The parts of a split, or none of them where even their number would tell who is there."""
    if any(reasons) and all(groups_of(part.figure)[0] == 1 for part in parts):
        return ()
    return tuple(
        part if reason is None else _hide_part(card, part, reason, language)
        for part, reason in zip(parts, reasons, strict=True)
    )


def _hide_part(
    card: "GoalCard", part: "PartCard", reason: Reason, language: Language
) -> "PartCard":
    label = _label(card, reason, language)
    return replace(part, figure=NOTHING, status=Status.SUPPRESSED, label=label, hidden=reason)


def _publish_indicators(parts: tuple[Part, ...], few: int) -> tuple[Part, ...]:
    reasons = hidden_overlapping([part.persons or 0 for part in parts], few)
    return tuple(
        part
        if reason is None
        else Part(part.indicator, None, None, None, None, None, None, hidden=reason)
        for part, reason in zip(parts, reasons, strict=True)
    )


def _publish_before(card: "GoalCard", language: Language, why: Reason | None) -> "GoalCard":
    """Hide the year before where it may not be told; then there is nothing to judge against."""
    few = card.reading.min_show
    if card.before is None or not (why or tells_of_few(card.before.figure, few)):
        return card
    before = replace(card.before, figure=NOTHING, low=None, high=None, hidden=why or "small")
    status = card.status if card.status in SILENT else Status.TOO_FEW
    said = Said(card.goal, card.figure, status, card.reading, "period_open" in card.flags)
    label = status_label(language, status)
    return replace(
        card, before=before, status=status, label=label, sentence=sentence(language, said)
    )

"""What is published passes here: figures of few persons become hidden, and what would reveal them.

The first rule: a figure with fewer than `min_show` persons is hidden, and with it parts of the same
split from which it could be worked out. Hidden is a state of its own with a reason; it is never 0
and never enters arithmetic. What several goals or publications say together is not looked at yet.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.goals.status import Status
from tracker.measures.figure import Figure, Part
from tracker.privacy.hiding import Groups, Reason, hidden_overlapping, hidden_parts
from tracker.privacy.outlook_door import publish_outlook, without_outlook
from tracker.privacy.persons import groups_of, tells_of_few
from tracker.wording import Language
from tracker.wording.sentences import Said, sentence
from tracker.wording.status import status_label

if TYPE_CHECKING:
    from tracker.scorecard.card import GoalCard, PartCard, Scorecard

NOTHING = Figure()
SILENT = (Status.NO_DATA, Status.NOT_DUE)
"""Statuses that say nothing of persons; they stay when the numbers are hidden."""
HARMLESS_FLAGS = ("period_open", "other_plan", "definition_changed")


def publish(scorecard: "Scorecard", language: Language) -> "Scorecard":
    """The scorecard as readers may see it."""
    return replace(
        scorecard, goals=tuple(_publish_card(card, language) for card in scorecard.goals)
    )


def _publish_card(card: "GoalCard", language: Language) -> "GoalCard":
    few = card.reading.min_show
    if tells_of_few(card.figure, few):
        return _hide_card(card, language)
    splits = {split: _publish_split(card, parts, language) for split, parts in card.splits.items()}
    figure = replace(card.figure, parts=_publish_indicators(card.figure.parts, few))
    card = publish_outlook(replace(card, splits=splits, figure=figure), language)
    return _publish_before(card, language)


def _hide_card(card: "GoalCard", language: Language) -> "GoalCard":
    silent = card.status in SILENT
    status = card.status if silent else Status.SUPPRESSED
    label = card.label if silent else _label(card, "small", language)
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
        hidden="small",
    )


def _label(card: "GoalCard", reason: Reason, language: Language) -> str:
    return status_label(language, Status.SUPPRESSED, hidden=reason, min_show=card.reading.min_show)


def _publish_split(
    card: "GoalCard", parts: "tuple[PartCard, ...]", language: Language
) -> "tuple[PartCard, ...]":
    """The parts of a split, or none of them where even their number would tell who is there."""
    groups = [groups_of(part.figure) for part in parts]
    reasons = hidden_parts(groups, _whole(card, parts), card.reading.min_show)
    if any(reasons) and all(group[0] == 1 for group in groups):
        return ()
    return tuple(
        part if reason is None else _hide_part(card, part, reason, language)
        for part, reason in zip(parts, reasons, strict=True)
    )


def _whole(card: "GoalCard", parts: "tuple[PartCard, ...]") -> Groups | None:
    """The groups of all, as far as the parts say the same; None where they do not add up."""
    if card.goal.combine == "indicator_wise":
        return None
    asked = all(part.figure.eligible is not None for part in parts)
    return groups_of(card.figure if asked else replace(card.figure, eligible=None))


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


def _publish_before(card: "GoalCard", language: Language) -> "GoalCard":
    """Hide the year before where it rests on few; then there is nothing to judge against."""
    if card.before is None or not tells_of_few(card.before.figure, card.reading.min_show):
        return card
    before = replace(card.before, figure=NOTHING, low=None, high=None, hidden="small")
    status = card.status if card.status in SILENT else Status.TOO_FEW
    said = Said(card.goal, card.figure, status, card.reading, "period_open" in card.flags)
    label = status_label(language, status)
    return replace(
        card, before=before, status=status, label=label, sentence=sentence(language, said)
    )

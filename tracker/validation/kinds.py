"""All kinds of rows that can be registered, imported and exported (`formats.md` section 3)."""

from tracker.validation.board import ACTIVITIES, ASSESSMENTS
from tracker.validation.counts import COUNTS
from tracker.validation.interventions import INTERVENTIONS
from tracker.validation.model import Column, Kind
from tracker.validation.money import MONEY
from tracker.validation.participants import EPISODES, FOLLOW_UPS
from tracker.validation.surveys import ANSWERS, MAILINGS

__all__ = ["KINDS", "Column", "Kind"]

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        INTERVENTIONS,
        EPISODES,
        FOLLOW_UPS,
        ANSWERS,
        MAILINGS,
        MONEY,
        ACTIVITIES,
        ASSESSMENTS,
        COUNTS,
    )
}
"""By the Swedish name, in the order in which they can be imported into an empty store."""

"""How many exits it takes before an unchanged share lies clearly on one side of its goal."""

from dataclasses import dataclass
from fractions import Fraction

from tracker.goals.status import Status
from tracker.measures.figure import Figure, Reading
from tracker.plans.model import Goal
from tracker.stats import exits_for_clarity

UNCLEAR = (Status.MET_UNCLEAR, Status.NOT_MET_UNCLEAR)
PLAIN = frozenset({"exits", "started_or_increased", "follow_up", "survey"})
"""Shares whose interval depends on their own number alone, unless answers are clustered."""


@dataclass(frozen=True)
class Clarity:
    """When something could be told for sure, if the share stays as it is."""

    needed: int | None
    """In all; None: the share equals the goal, and no number is enough."""
    more: int | None
    """Beyond those there are."""
    sentence: str = ""
    """In the reader's language; the scorecard fills it in."""


def clarity_of(goal: Goal, figure: Figure, status: Status, reading: Reading) -> Clarity | None:
    """The clarity of a goal whose status is unclear and whose interval is that of one share."""
    if status not in UNCLEAR or goal.measure not in PLAIN or figure.clustered:
        return None
    if reading.inference != "process" or not isinstance(goal.target, Fraction):
        return None
    if figure.value is None or figure.n is None:
        return None
    needed = exits_for_clarity(figure.value, goal.target, confidence=reading.confidence)
    if needed is None:
        return Clarity(None, None)
    needed = max(needed, int(figure.n) + 1)  # other methods than Wilson's are a little wider
    return Clarity(needed, needed - int(figure.n))

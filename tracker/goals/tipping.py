"""How near a goal is to tipping: how many outcomes the other way would have turned the fact."""

import math
from dataclasses import dataclass
from fractions import Fraction

from tracker.goals.status import Status
from tracker.measures.figure import ON_PERSONS, Figure
from tracker.plans.model import Goal

JUDGED = frozenset(
    {
        *(Status.MET_CLEAR, Status.MET_UNCLEAR, Status.NOT_MET_CLEAR, Status.NOT_MET_UNCLEAR),
        *(Status.MET, Status.NOT_MET),
    }
)
COUNTED = ON_PERSONS - {"before_after"}


@dataclass(frozen=True, order=True)
class Tipping:
    """So many outcomes, among those there are."""

    outcomes: int
    part: Fraction
    """Of all that count."""
    is_met: bool
    more: bool
    """More successes turn it; fewer else."""


def tipping_of(goal: Goal, figure: Figure, status: Status) -> Tipping | None:
    """How near a share of persons is to its target; None for what is not judged so."""
    if status not in JUDGED or goal.measure not in COUNTED or goal.combine == "indicator_wise":
        return None
    if not isinstance(goal.target, Fraction) or figure.value is None or not figure.n:
        return None
    if figure.x is None or not isinstance(figure.x, int):
        return None
    n, at_target = Fraction(figure.n), goal.target * Fraction(figure.n)
    fewest = _fewest_above(goal, at_target)
    is_above = figure.x >= fewest
    outcomes = figure.x - fewest + 1 if is_above else fewest - figure.x
    if outcomes < 1 or not 0 <= figure.x + (-outcomes if is_above else outcomes) <= n:
        return None
    is_met = is_above == (goal.direction == "min")
    return Tipping(outcomes, outcomes / n, is_met, more=not is_above)


def _fewest_above(goal: Goal, at_target: Fraction) -> int:
    """The smallest number of successes on the upper side of the target."""
    return math.ceil(at_target) if goal.direction == "min" else math.floor(at_target) + 1

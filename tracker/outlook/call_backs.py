"""How many call-backs would settle a goal whose missing outcomes could decide it.

With x reached among N eligible, u of them unknown, and the goal g: it is met for sure once
ceil(gN) - x of the unknown turn out to have reached it, and missed for sure once
x + u - ceil(gN) + 1 of them turn out not to. Together that is u + 1: calling back all settles it.
"""

import math
from dataclasses import dataclass
from fractions import Fraction

from tracker.measures.figure import Figure
from tracker.plans.model import Goal


@dataclass(frozen=True)
class CallBacks:
    """What the unknown outcomes could still change."""

    missing: int
    successes: int | None
    """So many of the missing who reached it, and the fact cannot change; None: not so many lack."""
    failures: int | None
    """So many who did not reach it, and the fact cannot change; None: not so many lack."""
    sentence: str = ""
    """In the reader's language; the scorecard fills it in."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing that is missing can change met or not met."""
        return self.successes is None or self.failures is None


def call_backs_of(goal: Goal, figure: Figure) -> CallBacks | None:
    """The call-backs of a goal with missing outcomes and a target; None without."""
    if not figure.missing or figure.bounds is None or not isinstance(goal.target, Fraction):
        return None
    eligible, x = figure.eligible or 0, int(figure.x or 0)
    fewest = _fewest(goal, goal.target * eligible) - x
    if not 0 < fewest <= figure.missing:
        return CallBacks(figure.missing, None, None)
    return CallBacks(figure.missing, fewest, figure.missing - fewest + 1)


def _fewest(goal: Goal, at_target: Fraction) -> int:
    """The smallest number of successes on the far side of the target."""
    return math.ceil(at_target) if goal.direction == "min" else math.floor(at_target) + 1

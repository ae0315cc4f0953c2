"""What the watch finds: values, ready to be shown anywhere."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from tracker.periods import Period
from tracker.plans.model import Goal, Plan

State = Literal["quiet", "below", "above", "too_few"]
FALSE_ALARMS = Fraction(5, 100)
"""How often, at most, a goal gives an alarm in a period although its true level is the target."""


@dataclass(frozen=True)
class WatchedGoal:
    """A key goal on exits, as it stands after the last day with exits."""

    goal: Goal
    state: State
    """Below or above the target: the rule was crossed, on that side, some day of the period."""
    since: date | None
    """The first day it was crossed."""
    still: bool
    """Whether it is crossed on the same side now; an alarm is not taken back in silence."""
    x: int
    n: int
    missing: int
    """Exits with an unknown outcome."""
    unknown_decides: bool
    """The alarm would not have come if those with an unknown outcome were left out."""
    low: float | None
    high: float | None
    """Levels that fit all looks so far; wider than the interval of one look."""
    sentence: str


@dataclass(frozen=True)
class Watch:
    """The key goals of a plan that can be watched, and those that cannot."""

    association: str
    plan: Plan
    period: Period
    as_of: date
    goals: tuple[WatchedGoal, ...]
    unwatched: tuple[Goal, ...]
    """Key goals that are not a share of exits against a target, or are read without chance."""
    summary: str
    """How many goals are watched, and how often the rule is wrong."""

    @property
    def alarms(self) -> tuple[WatchedGoal, ...]:
        """The goals whose rule was crossed."""
        return tuple(each for each in self.goals if each.state in ("below", "above"))

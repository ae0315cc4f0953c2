"""The one rule of goal status (`statistics.md` section 4).

The fact, in exact arithmetic, decides met or not met; the interval that is shown decides how clear
it is. Since the value lies inside its interval, the two cannot contradict each other.
"""

from enum import StrEnum
from fractions import Fraction

from tracker.measures.comparing import at_target
from tracker.measures.figure import Figure, Reading
from tracker.plans.model import Goal

EXACT = frozenset(
    {
        "money_share",
        "money_tolerance",
        "money_ceiling",
        "money_balance",
        "checklist",
        "reporting",
        "participants",
        "number",
    }
)
"""Measures without persons and without chance."""
NOTHING = Fraction(0)
SLACK = 1e-9
"""What floats may differ by."""


class Status(StrEnum):
    """The status (*måluppfyllelse*) of a goal."""

    MET_CLEAR = "met_clear"
    MET_UNCLEAR = "met_unclear"
    NOT_MET_UNCLEAR = "not_met_unclear"
    NOT_MET_CLEAR = "not_met_clear"
    TOO_FEW = "too_few"
    SUPPRESSED = "suppressed"
    NO_DATA = "no_data"
    MET = "met"
    NOT_MET = "not_met"
    PARTLY_MET = "partly_met"
    NO_TARGET = "no_target"
    UNDETERMINED = "undetermined"
    NOT_DUE = "not_due"


def judge(goal: Goal, figure: Figure, reading: Reading, *, published: bool = False) -> Status:
    """The status of a figure against its goal's target; see `judge_against` for `last_year`."""
    if goal.measure in EXACT:
        return _exact(figure)
    early = _before_the_fact(figure, reading, published=published)
    if early is not None:
        return early
    target = Fraction(0) if goal.measure == "before_after" else None
    if isinstance(goal.target, Fraction):
        target = goal.target
    if target is None:
        return Status.NO_TARGET
    strictly = goal.measure == "before_after" and goal.target is None
    return _share(goal, figure, reading, target, strictly=strictly)


def _exact(figure: Figure) -> Status:
    if figure.value is None:
        return Status.NOT_DUE if figure.not_due else Status.NO_DATA
    if figure.met is None:
        return Status.NO_TARGET
    return Status.MET if figure.met else Status.NOT_MET


def _before_the_fact(figure: Figure, reading: Reading, *, published: bool) -> Status | None:
    """What stops a judgement before the fact is looked at."""
    if figure.not_due and not figure.n and not figure.eligible:
        return Status.NOT_DUE
    if not figure.n and not figure.eligible:
        return Status.NO_DATA
    if published and 0 < (figure.persons or 0) < reading.min_show:
        return Status.SUPPRESSED
    return Status.NO_DATA if not figure.n else None


def _share(
    goal: Goal, figure: Figure, reading: Reading, target: Fraction, *, strictly: bool
) -> Status:
    value = NOTHING if figure.value is None else figure.value
    met = value > target if strictly else at_target(value, target, goal.direction)
    if reading.all_or_none:
        return Status.MET if met else Status.NOT_MET
    if reading.unknown == "bounds" and figure.missing and figure.bounds:
        ends = {at_target(end, target, goal.direction) for end in figure.bounds}
        if len(ends) > 1:
            return Status.UNDETERMINED
    if reading.inference == "outcome" or goal.measure == "response_rate":
        plain = reading.inference == "outcome" or (figure.persons or 0) >= reading.min_judge
        return (Status.MET if met else Status.NOT_MET) if plain else Status.TOO_FEW
    if (figure.persons or 0) < reading.min_judge:
        return Status.TOO_FEW
    return _with_certainty(goal, figure, target, met=met, strictly=strictly)


def _with_certainty(
    goal: Goal, figure: Figure, target: Fraction, *, met: bool, strictly: bool
) -> Status:
    """The second word: is the target outside of the interval that is shown?"""
    if figure.low is None or figure.high is None:
        return Status.MET_UNCLEAR if met else Status.NOT_MET_UNCLEAR
    goal_value = target.numerator / target.denominator
    _guard(figure)
    if goal.direction == "min":
        above = figure.low > goal_value if strictly else figure.low >= goal_value
        clear = above if met else figure.high < goal_value
    else:
        clear = figure.high <= goal_value if met else figure.low > goal_value
    return _word(met=met, clear=clear)


def _word(*, met: bool, clear: bool) -> Status:
    if met:
        return Status.MET_CLEAR if clear else Status.MET_UNCLEAR
    return Status.NOT_MET_CLEAR if clear else Status.NOT_MET_UNCLEAR


def _guard(figure: Figure) -> None:
    """The value lies inside its own interval; anything else is a fault of the program."""
    value = NOTHING if figure.value is None else figure.value
    share = value.numerator / value.denominator
    low, high = figure.low or 0.0, figure.high if figure.high is not None else 1.0
    if not low - SLACK <= share <= high + SLACK:
        raise AssertionError(f"{share} lies outside of its interval {low}-{high}")


def judge_against(
    goal: Goal,
    figure: Figure,
    before: Figure,
    difference: tuple[float | None, float | None],
    reading: Reading,
    *,
    published: bool = False,
) -> Status:
    """The status of a goal to do better than the year before, by the interval of the difference."""
    early = _before_the_fact(figure, reading, published=published)
    if early is not None:
        return early
    if figure.value is None or before.value is None:
        return Status.NO_DATA
    if published and 0 < (before.persons or 0) < reading.min_show:
        return Status.TOO_FEW  # met or not would tell of the few of the year before
    change = figure.value - before.value
    met = change > 0 if goal.direction == "min" else change < 0
    if reading.inference == "outcome":
        return Status.MET if met else Status.NOT_MET
    if min(figure.persons or 0, before.persons or 0) < reading.min_judge:
        return Status.TOO_FEW
    return _word(met=met, clear=_away_from_zero(difference, upward=change > 0))


def _away_from_zero(ends: tuple[float | None, float | None], *, upward: bool) -> bool:
    low, high = ends
    if low is None or high is None:
        return False
    return low > 0 if upward else high < 0

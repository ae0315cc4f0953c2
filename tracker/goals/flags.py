"""Flags beside a status: what a reader should know, without changing the status."""

from datetime import date
from fractions import Fraction

from tracker.measures.figure import Figure, Reading
from tracker.measures.shares import interval
from tracker.periods import Period
from tracker.plans.model import Goal, Plan

WIDE = 0.30
"""An interval wider than this many units of share is wide."""
LOW_RESPONSE = Fraction(1, 2)
FEW_RESPONDENTS = 30


def flags_of(
    goal: Goal, figure: Figure, reading: Reading, period: Period, today: date
) -> frozenset[str]:
    """The flags of a figure; those of deliveries and plans are added where they arise."""
    target = goal.target if isinstance(goal.target, Fraction) else None
    raised = {
        "period_open": period.is_open(today),
        "missing_could_decide": _missing_could_decide(goal, figure, target),
        "cannot_be_clear": _cannot_be_clear(figure, reading, target),
        "wide": _is_wide(figure),
        "low_response": _low_response(goal, figure),
        "few_respondents": figure.clustered and 0 < (figure.persons or 0) < FEW_RESPONDENTS,
    }
    return frozenset(name for name, is_raised in raised.items() if is_raised)


def plan_flags(plan: Plan, period: Period) -> frozenset[str]:
    """Whether the period is judged by the plan of another year."""
    return frozenset({"other_plan"} if plan.year != period.last_day.year else ())


def _missing_could_decide(goal: Goal, figure: Figure, target: Fraction | None) -> bool:
    if target is None or not figure.missing or figure.bounds is None:
        return False
    low, high = figure.bounds
    return low < target <= high if goal.direction == "min" else low <= target < high


def _cannot_be_clear(figure: Figure, reading: Reading, target: Fraction | None) -> bool:
    """So few that neither everyone nor no one would have been clear."""
    persons = figure.persons
    if target is None or not persons or figure.low is None or figure.method == "tango":
        return False
    _, high_of_none, _ = interval(0, persons, None, reading)
    low_of_all, _, _ = interval(persons, persons, None, reading)
    clear_below = high_of_none is not None and high_of_none < target
    clear_above = low_of_all is not None and low_of_all >= target
    return not (clear_below or clear_above)


def _is_wide(figure: Figure) -> bool:
    return figure.low is not None and figure.high is not None and figure.high - figure.low > WIDE


def _low_response(goal: Goal, figure: Figure) -> bool:
    asked = goal.measure in ("survey", "response_rate")
    if not asked or not figure.eligible or figure.persons is None:
        return False
    return Fraction(figure.persons, figure.eligible) < LOW_RESPONSE

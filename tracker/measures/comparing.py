"""Exact comparisons of a value with what a goal asks; None where it asks nothing."""

from decimal import Decimal
from fractions import Fraction

from tracker.plans.model import Goal


def reaches(value: Fraction | None, goal: Goal) -> bool | None:
    """Whether the value reaches the goal's target in its direction."""
    if value is None or not isinstance(goal.target, Fraction):
        return None
    return at_target(value, goal.target, goal.direction)


def at_target(value: Fraction, target: Fraction, direction: str) -> bool:
    """Whether the value is on the right side of the target, or on it.

    In whole numbers: fractions that compare themselves take three times as long.
    """
    above = value.numerator * target.denominator - target.numerator * value.denominator
    return above >= 0 if direction == "min" else above <= 0


def within(value: Fraction | None, low: Decimal | None, high: Decimal | None) -> bool | None:
    """Whether the value lies from low to high, each where given."""
    if value is None or (low is None and high is None):
        return None
    return (low is None or value >= Fraction(low)) and (high is None or value <= Fraction(high))

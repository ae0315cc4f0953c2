"""Difference of two independent shares: women and men, this year and last, two interventions."""

from typing import Any, overload

from tracker.stats.checks import check_confidence, check_part, check_proportion, pick, refuse
from tracker.stats.one_share import wilson
from tracker.stats.score_difference import miettinen_nurminen
from tracker.stats.shapes import (
    Array,
    ArrayLimits,
    Limits,
    Numbers,
    finished,
    known,
    numbers,
)

_ROUNDING = 1e-9
"""How far a value may lie outside its own interval before it counts as a mistake."""


@overload
def difference_interval(
    x1: float, n1: float, x2: float, n2: float, *, method: str = ..., confidence: float = ...
) -> Limits: ...
@overload
def difference_interval(
    x1: Array, n1: Numbers, x2: Numbers, n2: Numbers, *, method: str = ..., confidence: float = ...
) -> ArrayLimits: ...
def difference_interval(
    x1: Any, n1: Any, x2: Any, n2: Any, *, method: str = "newcombe", confidence: float = 0.95
) -> Any:
    """Interval for x1/n1 - x2/n2 of two groups without a person in common.

    - `newcombe` (method 10): with d = p1 - p2 and the Wilson limits (l, u) of each group,
      d - sqrt((p1 - l1)² + (u2 - p2)²) to d + sqrt((u1 - p1)² + (p2 - l2)²).
    - `miettinen_nurminen`: all differences t with
      abs(d - t) <= z sqrt((q1(1 - q1)/n1 + q2(1 - q2)/n2) N/(N - 1)), where q1, q2 are the most
      likely levels among those with q1 - q2 = t, and N = n1 + n2.

    Args:
        x1: Number with the outcome in the first group, 0 to n1.
        n1: Size of the first group; 0 gives no interval.
        x2: Number with the outcome in the second group, 0 to n2.
        n2: Size of the second group; 0 gives no interval.
        method: `newcombe` or `miettinen_nurminen`.
        confidence: Two-sided level, 0.5-0.9999.

    Returns:
        Lower and upper limit of the difference, -1 to 1 (times 100: percentage points). Shapes and
        missing values as in `share_interval`.

    Raises:
        ValueError: A count, method or confidence is impossible; the message names it.

    Sources:
        Newcombe 1998 Stat Med 17:873; Miettinen & Nurminen 1985.
    """
    limits = pick(_METHODS, method)
    check_confidence(confidence)
    x1, n1, x2, n2 = numbers(x1, n1, x2, n2)
    check_part("x1", x1, "n1", n1)
    check_part("x2", x2, "n2", n2)
    x1, n1, x2, n2 = known(n1 * n2, x1, n1, x2, n2)
    return finished(*limits(x1, n1, x2, n2, confidence))


@overload
def difference_of(value1: float, interval1: Limits, value2: float, interval2: Limits) -> Limits: ...
@overload
def difference_of(
    value1: Array, interval1: ArrayLimits, value2: Array, interval2: ArrayLimits
) -> ArrayLimits: ...
def difference_of(value1: Any, interval1: Any, value2: Any, interval2: Any) -> Any:
    """Interval for value1 - value2 from the interval of each, for instance two clustered shares.

    Newcombe's formula of `difference_interval` with the given limits in place of Wilson's. Both
    intervals must have the same confidence, and the groups no person in common.

    Args:
        value1: First share, 0-1.
        interval1: Its lower and upper limit; (None, None) gives no interval.
        value2: Second share, 0-1.
        interval2: Its lower and upper limit; (None, None) gives no interval.

    Returns:
        Lower and upper limit of the difference, -1 to 1. Shapes and missing values as in
        `share_interval`.

    Raises:
        ValueError: A value is no proportion or lies outside its interval; the message names it.

    Sources:
        Newcombe 1998 Stat Med 17:873.
    """
    p1, low1, high1, p2, low2, high2 = numbers(value1, *interval1, value2, *interval2)
    check_proportion("value1", p1)
    check_proportion("value2", p2)
    refuse("interval1", (low1 > p1 + _ROUNDING) | (high1 < p1 - _ROUNDING), "hold value1")
    refuse("interval2", (low2 > p2 + _ROUNDING) | (high2 < p2 - _ROUNDING), "hold value2")
    return finished(*_combined(p1, low1, high1, p2, low2, high2))


def newcombe(x1: Any, n1: Any, x2: Any, n2: Any, confidence: float) -> tuple[Any, Any]:
    """Newcombe's limits for two groups with n > 0."""
    low1, high1 = wilson(x1, n1, confidence)
    low2, high2 = wilson(x2, n2, confidence)
    return _combined(x1 / n1, low1, high1, x2 / n2, low2, high2)


def _combined(p1: Any, low1: Any, high1: Any, p2: Any, low2: Any, high2: Any) -> tuple[Any, Any]:
    """The limits; they cannot pass -1 and 1, since a root of squares is at most the sum of both."""
    down = ((p1 - low1) ** 2 + (high2 - p2) ** 2) ** 0.5
    up = ((high1 - p1) ** 2 + (p2 - low2) ** 2) ** 0.5
    return p1 - p2 - down, p1 - p2 + up


_METHODS = {"newcombe": newcombe, "miettinen_nurminen": miettinen_nurminen}

"""Before and after on the same persons: interval of the change, and McNemar's test."""

from typing import Any, overload

from tracker.stats.checks import check_confidence, check_count, check_whole, pick
from tracker.stats.one_share import wilson
from tracker.stats.quantiles import normal_quantile
from tracker.stats.shapes import (
    Array,
    ArrayLimits,
    Limits,
    Numbers,
    choose,
    farthest,
    finished,
    known,
    numbers,
)


@overload
def paired_interval(
    a: float, b: float, c: float, d: float, *, method: str = ..., confidence: float = ...
) -> Limits: ...
@overload
def paired_interval(
    a: Array, b: Numbers, c: Numbers, d: Numbers, *, method: str = ..., confidence: float = ...
) -> ArrayLimits: ...
def paired_interval(
    a: Any, b: Any, c: Any, d: Any, *, method: str = "tango", confidence: float = 0.95
) -> Any:
    """Interval for the reduction (b - c)/n of n = a + b + c + d persons seen twice.

    - `tango`: all t with abs(b - c - n t) <= z sqrt(n(2q + t(1 - t))), q being the most likely
      level of "no before, yes after" under t: q = (sqrt(B² - 4AC) - B)/(2A), A = 2n,
      B = -b - c + (2n - b + c)t, C = -c t(1 - t). At t = 0 it is McNemar's score test.
    - `newcombe` (method 10): Wilson limits (l, u) of p1 = (a + b)/n and p2 = (a + c)/n, combined as
      D - sqrt((p1 - l1)² - 2 phi (p1 - l1)(u2 - p2) + (u2 - p2)²) and
      D + sqrt((u1 - p1)² - 2 phi (u1 - p1)(p2 - l2) + (p2 - l2)²), phi being the correlation with
      ad - bc drawn n/2 towards 0 when it is positive. In tiny tables it can exclude 0 where
      McNemar's test does not.

    Args:
        a: Pairs with yes before and yes after.
        b: Pairs with yes before and no after.
        c: Pairs with no before and yes after.
        d: Pairs with no before and no after; no pair at all gives no interval.
        method: `tango` or `newcombe`.
        confidence: Two-sided level, 0.5-0.9999.

    Returns:
        Lower and upper limit of the reduction, -1 to 1. Shapes and missing values as in
        `share_interval`.

    Raises:
        ValueError: A count, method or confidence is impossible; the message names it.

    Sources:
        Tango 1998 Stat Med 17:891; Newcombe 1998 Stat Med 17:2635.
    """
    limits = pick(_INTERVALS, method)
    check_confidence(confidence)
    pairs = numbers(a, b, c, d)
    for name, count in zip("abcd", pairs, strict=True):
        check_count(name, count)
    a, b, c, d = known(sum(pairs), *pairs)
    return finished(*limits(a, b, c, d, confidence))


def tango(a: Any, b: Any, c: Any, d: Any, confidence: float) -> tuple[Any, Any]:
    """Tango's limits for n > 0, by bisection from the reduction towards -1 and 1."""
    n = a + b + c + d
    down, up = b / n, c / n
    change = (b - c) / n
    z2 = normal_quantile(confidence) ** 2 / n

    def inside(t: Any) -> Any:
        linear = (2 - change) * t - down - up
        root = _positive(linear**2 + 8 * up * t * (1 - t)) ** 0.5
        q = (root - linear) / 4
        return (change - t) ** 2 <= z2 * (2 * q + t * (1 - t))

    zero = 0 * change
    return farthest(inside, change, zero - 1), farthest(inside, change, zero + 1)


def newcombe_paired(a: Any, b: Any, c: Any, d: Any, confidence: float) -> tuple[Any, Any]:
    """Newcombe's limits for n > 0, cut to -1 and 1."""
    n = a + b + c + d
    p1, p2, change = (a + b) / n, (a + c) / n, (b - c) / n
    low1, high1 = wilson(a + b, n, confidence)
    low2, high2 = wilson(a + c, n, confidence)
    phi = _correlation(a, b, c, d)
    down = _joined(p1 - low1, high2 - p2, phi)
    up = _joined(high1 - p1, p2 - low2, phi)
    low, high = change - down, change + up
    return choose(low < -1, -1.0, low), choose(high > 1, 1.0, high)


def _joined(side1: Any, side2: Any, phi: Any) -> Any:
    return _positive(side1**2 - 2 * phi * side1 * side2 + side2**2) ** 0.5


def _correlation(a: Any, b: Any, c: Any, d: Any) -> Any:
    """Phi with Newcombe's continuity correction; 0 when a row or column of the table is empty."""
    excess = a * d - b * c
    corrected = choose(excess > 0, _positive(excess - (a + b + c + d) / 2), excess)
    root = ((a + b) * (c + d) * (a + c) * (b + d)) ** 0.5
    return corrected / choose(root == 0, 1.0, root)


def _positive(value: Any) -> Any:
    """The value, or 0 where it is below, which only rounding makes it under a root."""
    return choose(value < 0, 0.0, value)


def mcnemar(b: int, c: int, *, method: str = "midp") -> float:
    """Two-sided p-value of "as many changed one way as the other".

    With m = b + c and X binomial(m, 1/2): `exact` is 2 P(X <= min(b, c)), at most 1; `midp` is that
    less P(X = min(b, c)), and 1 - P(X = b) when b = c. Without a change (m = 0) it is 1. For an
    appendix; the interval of `paired_interval` decides the words.

    Args:
        b: Pairs with yes before and no after, a whole number.
        c: Pairs with no before and yes after, a whole number.
        method: `midp` or `exact`.

    Returns:
        The p-value, 0-1.

    Raises:
        ValueError: b, c or method is impossible; the message names it.

    Sources:
        Fagerland, Lydersen & Laake 2013 BMC Med Res Methodol 13:91.
    """
    test = pick(_TESTS, method)
    check_whole("b", b)
    check_whole("c", c)
    return test(min(b, c), b + c)


def _exact_test(fewer: float, changed: float) -> float:
    return min(1.0, 2 * _at_most(fewer, changed))


def _midp_test(fewer: float, changed: float) -> float:
    single = _at_most(fewer, changed) - _at_most(fewer - 1, changed)
    if 0 < 2 * fewer == changed:
        return 1 - single
    return 2 * _at_most(fewer, changed) - single


def _at_most(k: float, m: float) -> float:
    """P(X <= k) for X binomial(m, 1/2) and k below m or both 0."""
    from scipy.special import betainc

    if k < 0 or m == 0:
        return float(k >= 0)
    return float(betainc(m - k, k + 1, 1 / 2))


_INTERVALS = {"tango": tango, "newcombe": newcombe_paired}
_TESTS = {"midp": _midp_test, "exact": _exact_test}

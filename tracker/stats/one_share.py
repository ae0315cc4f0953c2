"""Interval of one share, x of n: Wilson (default), Clopper-Pearson, mid-P."""

from typing import Any, overload

from tracker.stats.checks import check_confidence, check_part, pick
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
def share_interval(x: float, n: float, *, method: str = ..., confidence: float = ...) -> Limits: ...
@overload
def share_interval(
    x: Array, n: Numbers, *, method: str = ..., confidence: float = ...
) -> ArrayLimits: ...
def share_interval(x: Any, n: Any, *, method: str = "wilson", confidence: float = 0.95) -> Any:
    """Interval for the level behind x of n.

    - `wilson`: centre (x + z²/2)/(n + z²), half-width z/(n + z²) * sqrt(x(n - x)/n + z²/4): all
      levels g with abs(x/n - g) <= z sqrt(g(1 - g)/n). Leans slightly towards 50 %.
    - `exact` (Clopper-Pearson): each tail of the binomial at most (1 - confidence)/2; never covers
      less than stated, on average more.
    - `midp`: limits solve P(X > x) + P(X = x)/2 = (1 - confidence)/2 and 1 minus that; the best
      balanced between the two sides.

    Args:
        x: Number with the outcome, 0 to n; an effective count may be fractional.
        n: Number at risk of it; 0 gives no interval.
        method: `wilson`, `exact` or `midp`.
        confidence: Two-sided level, 0.5-0.9999.

    Returns:
        Lower and upper limit, 0-1, exactly 0 at x = 0 and exactly 1 at x = n. Floats, or
        (None, None) without data; for arrays two arrays of their common shape, NaN without data.

    Raises:
        ValueError: x, n, method or confidence is impossible; the message names it.

    Sources:
        Wilson 1927 JASA 22:209; Clopper & Pearson 1934 Biometrika 26:404; Newcombe 1998 Stat Med
        17:857; Brown, Cai & DasGupta 2001 Stat Sci 16:101.
    """
    limits = pick(METHODS, method)
    check_confidence(confidence)
    x, n = numbers(x, n)
    check_part("x", x, "n", n)
    x, n = known(n, x, n)
    return finished(*limits(x, n, confidence))


def wilson(x: Any, n: Any, confidence: float) -> tuple[Any, Any]:
    """Wilson limits for n > 0."""
    return wilson_score(x, n, normal_quantile(confidence) ** 2)


def wilson_score(x: Any, n: Any, z2: Any) -> tuple[Any, Any]:
    """Wilson limits with a given z² > 0.

    Centre minus half-width is a small difference of large numbers when x is near 0. Multiplied by
    (centre + half-width) above and below it becomes the quotient here, which is exactly 0 at x = 0;
    the upper limit is the same for the failures, exactly 1 at x = n.
    """
    spread = z2 / 2 + (z2 * (x * (n - x) / n + z2 / 4)) ** 0.5
    failures = n - x
    return x / n * x / (x + spread), 1 - failures / n * failures / (failures + spread)


def exact(x: Any, n: Any, confidence: float) -> tuple[Any, Any]:
    """Clopper-Pearson limits for n > 0, by the inverse of the incomplete beta function."""
    from scipy.special import betaincinv

    tail = (1 - confidence) / 2
    successes, failures = (
        choose(x == 0, 1.0, x),
        choose(x == n, 1.0, n - x),
    )  # 0 is not in the domain
    low = betaincinv(successes, n - x + 1, tail)
    high = betaincinv(x + 1, failures, 1 - tail)
    return choose(x == 0, 0.0, low), choose(x == n, 1.0, high)


def midp(x: Any, n: Any, confidence: float) -> tuple[Any, Any]:
    """Mid-P limits for n > 0."""
    tail = (1 - confidence) / 2

    def inside(level: Any) -> Any:
        upper = upper_midp(x, n, level)
        return (upper >= tail) & (upper <= 1 - tail)

    value = x / n
    return farthest(inside, value, 0 * value), farthest(inside, value, 0 * value + 1)


def upper_midp(x: Any, n: Any, level: Any) -> Any:
    """P(X > x) + P(X = x)/2 for X binomial(n, level): the mean of P(X >= x) and P(X >= x + 1)."""
    from scipy.special import betainc

    successes, failures = (
        choose(x == 0, 1.0, x),
        choose(x == n, 1.0, n - x),
    )  # 0 is not in the domain
    at_least = choose(x == 0, 1.0, betainc(successes, n - x + 1, level))
    more = choose(x == n, 0.0, betainc(x + 1, failures, level))
    return (at_least + more) / 2


METHODS = {"wilson": wilson, "exact": exact, "midp": midp}

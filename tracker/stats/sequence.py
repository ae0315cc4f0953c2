"""One share looked at again and again: an interval that is valid at every look at once.

An ordinary 95 % interval is made for one look. Who looks after every exit, and says so as soon as
the goal lies outside, is misled far more often than 5 times of 100. This one may be looked at any
number of times.
"""

import math
from typing import Any, overload

from tracker.stats.checks import check_confidence, check_part, check_proportion
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
def always_valid_interval(x: float, n: float, *, confidence: float = 0.95) -> Limits: ...
@overload
def always_valid_interval(x: Array, n: Numbers, *, confidence: float = 0.95) -> ArrayLimits: ...
@overload
def always_valid_interval(x: Numbers, n: Array, *, confidence: float = 0.95) -> ArrayLimits: ...
def always_valid_interval(x: Any, n: Any, *, confidence: float = 0.95) -> Any:
    """Levels that fit x of n at this look and may be compared with those of every other look.

    The levels g with (n + 1) C(n, x) g^x (1 - g)^(n - x) > 1 - confidence. If the true level is p,
    p lies inside at all looks n = 1, 2, 3, ... together with a probability of at least the
    confidence: 1/((n + 1) C(n, x) p^x (1 - p)^(n - x)) is a likelihood ratio of the uniform
    mixture against p, a nonnegative martingale that starts at 1, and by Ville's inequality it
    reaches 1/(1 - confidence) with a probability of at most 1 - confidence. The limits are found
    by bisection; 0 at x = 0 and 1 at x = n exactly.

    Args:
        x: Successes so far, 0 to n; a number or an array.
        n: Trials so far; a number or an array. Independent given the level, in order of time.
        confidence: Of all looks together, 0.5-0.9999.

    Returns:
        Lower and upper limit, 0-1; None (NaN in arrays) at n = 0.

    Raises:
        ValueError: x, n or confidence is impossible; the message names it.

    Sources:
        Robbins 1970 Ann Math Stat 41:1397; Lai 1976 Ann Stat 4:265. Such sequences in general:
        Howard, Ramdas, McAuliffe & Sekhon 2021 Ann Stat 49:1055.
    """
    check_confidence(confidence)
    x, n = numbers(x, n)
    check_part("x", x, "n", n)
    x, n = known(n, x, n)
    least = math.log(1 - confidence)

    def inside(level: Any) -> Any:
        return -_log_evidence(x, n, level) > least

    share = x / n
    low = farthest(inside, share, share * 0)
    high = farthest(inside, share, share * 0 + 1)
    return finished(choose(x == 0, x * 0, low), choose(x == n, x * 0 + 1, high))


@overload
def log_evidence(x: float, n: float, level: float) -> float: ...
@overload
def log_evidence(x: Array, n: Numbers, level: Numbers) -> Array: ...
@overload
def log_evidence(x: Numbers, n: Array, level: Numbers) -> Array: ...
def log_evidence(x: Any, n: Any, level: Any) -> Any:
    """How strongly x of n speaks against a level, on a scale that may be read at every look.

    -log((n + 1) C(n, x) g^x (1 - g)^(n - x)), the logarithm of the martingale of
    `always_valid_interval`; the level g lies outside of that interval when this reaches
    log(1/(1 - confidence)): 2.9957 at 95 %.

    Args:
        x: Successes so far, 0 to n; a number or an array.
        n: Trials so far; a number or an array.
        level: The level g, 0-1.

    Returns:
        Natural logarithm; 0 at n = 0, infinite where the level is impossible.

    Raises:
        ValueError: x, n or level is impossible; the message names it.

    Sources:
        As for `always_valid_interval`.
    """
    x, n, level = numbers(x, n, level)
    check_part("x", x, "n", n)
    check_proportion("level", level)
    return _log_evidence(x, n, level)


def _log_evidence(x: Any, n: Any, level: Any) -> Any:
    ways = _log_gamma(n + 2) - _log_gamma(x + 1) - _log_gamma(n - x + 1)
    return -(ways + _times_log(x, level) + _times_log(n - x, 1 - level))


def _times_log(count: Any, share: Any) -> Any:
    """Logarithm of share to the power of count, 0 when the count is 0 whatever the share."""
    if not getattr(count, "ndim", 0) and not getattr(share, "ndim", 0):
        if count == 0:
            return 0.0
        return count * math.log(share) if share > 0 else -math.inf
    from scipy.special import xlogy

    return xlogy(count, share)


def _log_gamma(value: Any) -> Any:
    if not getattr(value, "ndim", 0):
        return math.lgamma(value)
    from scipy.special import gammaln

    return gammaln(value)

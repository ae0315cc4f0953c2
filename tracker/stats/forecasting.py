"""Will the goal be met by the end of the year, and how many exits would make a result clear?"""

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from tracker.stats.beta_binomial import quantile, upper_tail
from tracker.stats.checks import check_confidence, check_part, check_proportion, check_whole, refuse
from tracker.stats.quantiles import normal_quantile

JEFFREYS = (0.5, 0.5)
_LOW, _HIGH = 0.025, 0.975
_HEAVIEST_PRIOR = 20
"""Last year counts as at most so many exits, and as half of those it had."""
_FINEST = 10**9
"""A float is read as the fraction it was made from: 0.3 is 3/10, 37/112 is 37/112."""


@dataclass(frozen=True)
class Forecast:
    """The final number of successes of a period that is not over."""

    state: Literal["open", "locked", "impossible"]
    """Locked: the goal is met whatever follows. Impossible: it cannot be met any more."""
    needed: int
    """Successes the goal takes in the whole period, those so far included."""
    probability: float | None
    """Probability of meeting the goal, 0-1; None when it is already decided."""
    expected: float
    """Expected final number of successes."""
    low: int
    """Lower end of the 95 % prediction interval of the final number."""
    high: int
    """Upper end of it."""


def forecast(
    x: int,
    n: int,
    remaining: int,
    goal: Fraction,
    *,
    prior: tuple[float, float] = JEFFREYS,
) -> Forecast:
    """Forecast the final count from the exits so far and the number still to come.

    needed = ceil(goal (n + m)) in exact arithmetic. The successes Y among the m remaining are
    beta-binomial(m, a + x, b + n - x); the probability is P(Y >= needed - x), the interval x plus
    the 2.5 and 97.5 % quantiles of Y (smallest k with P(Y <= k) >= level).

    Args:
        x: Successes so far, 0 to n.
        n: Exits so far. With 0 the prior alone speaks: do not show it.
        remaining: Exits still to come (m), a whole number.
        goal: Share to reach, 0-1, exact; a float is refused because 0.55 * 100 rounds up to 56.
        prior: a and b above 0; Jeffreys (1/2, 1/2), or last year by `prior_from`.

    Returns:
        State, needed successes, probability, expectation and 95 % prediction interval of the final
        count.

    Raises:
        ValueError: An argument is impossible; the message names it.

    Sources:
        Beta-binomial predictive distribution with Jeffreys' prior, as in Brown, Cai & DasGupta 2001
        Stat Sci 16:101 for the interval of a share.
    """
    _check(x, n, remaining, goal, prior)
    x, n, remaining = int(x), int(n), int(remaining)
    needed = math.ceil(Fraction(goal) * (n + remaining))
    alpha, beta = prior[0] + x, prior[1] + n - x
    tail = upper_tail(remaining, alpha, beta)
    state = _state(x, remaining, needed)
    return Forecast(
        state=state,
        needed=needed,
        probability=tail(needed - x) if state == "open" else None,
        expected=x + remaining * alpha / (alpha + beta),
        low=x + quantile(tail, remaining, _LOW),
        high=x + quantile(tail, remaining, _HIGH),
    )


def _check(x: int, n: int, remaining: int, goal: Fraction, prior: tuple[float, float]) -> None:
    check_part("x", x, "n", n)
    for name, count in (("x", x), ("n", n), ("remaining", remaining)):
        check_whole(name, count)
    refuse("goal", isinstance(goal, float), "be exact: a Fraction, not a float")
    check_proportion("goal", goal)
    refuse("prior", not all(0 < weight < math.inf for weight in prior), "be two numbers above 0")


def _state(x: int, remaining: int, needed: int) -> Literal["open", "locked", "impossible"]:
    if x >= needed:
        return "locked"
    return "impossible" if x + remaining < needed else "open"


def prior_from(x: int, n: int) -> tuple[float, float]:
    """A prior for `forecast` from last year's x of n, discounted since years differ.

    w = min(20, n/2), a = 1/2 + w x/n, b = 1/2 + w(1 - x/n); Jeffreys' (1/2, 1/2) when n = 0.

    Args:
        x: Last year's successes, 0 to n.
        n: Last year's exits.

    Returns:
        a and b.

    Raises:
        ValueError: x or n is impossible; the message names it.
    """
    check_part("x", x, "n", n)
    if n == 0:
        return JEFFREYS
    weight = min(_HEAVIEST_PRIOR, n / 2)
    a, b = JEFFREYS
    return a + weight * x / n, b + weight * (n - x) / n


def exits_for_clarity(
    share: float | Fraction | Decimal, goal: float | Fraction | Decimal, *, confidence: float = 0.95
) -> int | None:
    """Exits needed before an unchanged share lies clearly above or below the goal.

    ceil(z² g(1 - g)/(p - g)²): the size at which a Wilson limit of the share p reaches the goal g.

    Args:
        share: Share so far, 0-1.
        goal: Share to reach, 0-1.
        confidence: Two-sided level, 0.5-0.9999.

    Returns:
        The number of exits, at least 1; None when the share equals the goal: no number is enough.

    Raises:
        ValueError: share, goal or confidence is impossible; the message names it.

    Sources:
        The inversion of Wilson 1927 JASA 22:209.
    """
    check_confidence(confidence)
    check_proportion("share", share)
    check_proportion("goal", goal)
    p, g = (Fraction(value).limit_denominator(_FINEST) for value in (share, goal))
    if p == g:
        return None
    z2 = Fraction(normal_quantile(confidence)) ** 2
    return max(1, math.ceil(z2 * g * (1 - g) / (p - g) ** 2))

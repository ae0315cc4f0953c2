"""How many of m future cases will succeed, when the level is known only as a beta distribution."""

from bisect import bisect_left
from collections.abc import Callable

_LONGEST_SUM = 100_000
"""Beyond so many future cases the terms are not summed one by one."""

_NODES = 256
_ROUNDING = 1e-12

UpperTail = Callable[[int], float]
"""P(Y >= k) as a function of k."""


def upper_tail(m: int, alpha: float, beta: float) -> UpperTail:
    """P(Y >= k) for Y beta-binomial(m, alpha, beta)."""
    tail = _summed(m, alpha, beta) if m <= _LONGEST_SUM else _integrated(m, alpha, beta)
    return lambda k: 1.0 if k <= 0 else 0.0 if k > m else tail(k)


def quantile(tail: UpperTail, m: int, level: float) -> int:
    """The smallest k with P(Y <= k) >= level, by bisection over 0 to m."""
    enough = 1 - level + _ROUNDING
    return bisect_left(range(m), True, key=lambda k: tail(k + 1) <= enough)  # noqa: FBT003 - value sought


def _summed(m: int, alpha: float, beta: float) -> UpperTail:
    """From the terms: P(Y = k) = C(m, k) B(k + alpha, m - k + beta)/B(alpha, beta)."""
    import numpy as np
    from scipy.special import betaln

    k = np.arange(m + 1)
    log_choices = -np.log(m + 1) - betaln(k + 1, m - k + 1)
    terms = np.exp(log_choices + betaln(k + alpha, m - k + beta) - betaln(alpha, beta))
    tails = np.cumsum(terms[::-1])[::-1]
    return lambda k: float(tails[k] / tails[0])


def _integrated(m: int, alpha: float, beta: float) -> UpperTail:
    """From the integral over the level, whose cost does not grow with m.

    P(Y >= k) is P(L >= U) for L beta(alpha, beta) and U beta(k, m - k + 1), the k-th smallest of m
    uniform numbers. The integral runs over the quantiles of the narrower of the two, where the
    distribution of the other changes slowly.
    """
    import numpy as np
    from scipy.special import betainc, betaincinv

    places, weights = np.polynomial.legendre.leggauss(_NODES)
    nodes = (places + 1) / 2

    def tail(k: int) -> float:
        if m > alpha + beta:
            below = betainc(alpha, beta, betaincinv(k, m - k + 1, nodes))
            return float(1 - weights @ below / 2)
        return float(weights @ betainc(k, m - k + 1, betaincinv(alpha, beta, nodes)) / 2)

    return tail

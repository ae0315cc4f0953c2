"""Miettinen-Nurminen score limits for a difference of two independent shares."""

from typing import Any

from tracker.stats.quantiles import normal_quantile
from tracker.stats.shapes import choose, farthest

_NEARLY_ZERO = 1e-200
"""Stands in for a probability of 0 in a denominator: dominates every other term, but is finite."""


def miettinen_nurminen(x1: Any, n1: Any, x2: Any, n2: Any, confidence: float) -> tuple[Any, Any]:
    """The limits for two groups with n > 0, by bisection from the difference towards -1 and 1."""
    z2 = normal_quantile(confidence) ** 2
    correction = (n1 + n2) / (n1 + n2 - 1)
    difference = x1 / n1 - x2 / n2

    def inside(t: Any) -> Any:
        q2 = _most_likely(x1, n1, x2, n2, t)
        q1 = q2 + t
        variance = (q1 * (1 - q1) / n1 + q2 * (1 - q2) / n2) * correction
        return (difference - t) ** 2 <= z2 * variance

    zero = 0 * difference
    return farthest(inside, difference, zero - 1), farthest(inside, difference, zero + 1)


def _most_likely(x1: Any, n1: Any, x2: Any, n2: Any, t: Any) -> Any:
    """The most likely level of group 2 when group 1 lies exactly t above it.

    The likelihood rises up to it and falls beyond, so bisection finds it. The cubic equation in
    closed form loses half the digits near 0 and 1, just where rare outcomes need them.
    """

    def rising(q: Any) -> Any:
        gains = _per(x1, q + t) + _per(x2, q)
        return gains > _per(n1 - x1, 1 - q - t) + _per(n2 - x2, 1 - q)

    return farthest(rising, choose(t < 0, -t, 0.0), choose(t > 0, 1 - t, 1.0))


def _per(count: Any, level: Any) -> Any:
    return count / choose(level > _NEARLY_ZERO, level, _NEARLY_ZERO)

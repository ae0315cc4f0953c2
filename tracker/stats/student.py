"""Student's t quantile for one number, without scipy.

The goals of a survey need this one quantile. It would be the only reason to load scipy to show the
status, which costs nearly as much as all the rest; a test holds it to scipy's.
"""

import math
from functools import cache
from statistics import NormalDist

MANY_DEGREES = 2000
"""From here on the expansion in 1/degrees is exact to the last digits."""
STEPS = 60
CLOSE = 1e-15
SETTLED = 1e-14
"""A step of Newton's method as small as this is rounding: looking for a smaller one often took all
60, and of the time of `status` a fiftieth."""
TINY = 1e-300


@cache
def student_quantile(degrees: float, probability: float) -> float:
    """The t with P(T <= t) = probability.

    Newton's method on the distribution function (Abramowitz & Stegun 26.7.1, incomplete beta by its
    continued fraction, 26.5.8); for many degrees of freedom the expansion 26.7.5.

    Args:
        degrees: degrees of freedom, 1 or more.
        probability: above a half and below 1.
    """
    z = NormalDist().inv_cdf(probability)
    t = _expanded(z, degrees)
    if degrees >= MANY_DEGREES:
        return t
    if degrees == 1:  # Cauchy: so heavy in the tails that Newton's method overshoots
        return math.tan(math.pi * (probability - 0.5))
    for _ in range(STEPS):
        step = (probability - _below(t, degrees)) / _density(t, degrees)
        t += step
        if abs(step) <= SETTLED * abs(t):
            break
    return t


def _expanded(z: float, degrees: float) -> float:
    """The quantile as a series in 1/degrees around the normal one."""
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / degrees + second / degrees**2 + third / degrees**3


def _density(t: float, degrees: float) -> float:
    log_scale = math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)
    log_scale -= math.log(degrees * math.pi) / 2
    return math.exp(log_scale - (degrees + 1) / 2 * math.log1p(t * t / degrees))


def _below(t: float, degrees: float) -> float:
    """P(T <= t) for t > 0: a half, and half of the probability of the middle."""
    return 0.5 + 0.5 * _beta_ratio(0.5, degrees / 2, t * t / (degrees + t * t))


def _beta_ratio(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, from the side where its fraction converges."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_ratio(b, a, 1 - x)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    log_front += a * math.log(x) + b * math.log1p(-x)
    return math.exp(log_front) * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    c = 1.0
    d = 1 / _not_nought(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _not_nought(1 + term * d)
            c = _not_nought(1 + term / c)
            value *= d * c
        if abs(d * c - 1) < CLOSE:
            break
    return value


def _not_nought(value: float) -> float:
    return value if abs(value) > TINY else TINY

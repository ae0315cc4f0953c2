"""Interventions against each other: control limits, test of a unit, many tests, over-dispersion."""

import math
from typing import Any, overload

from tracker.stats.checks import check_confidence, check_count, check_part, check_proportion, refuse
from tracker.stats.one_share import upper_midp
from tracker.stats.quantiles import normal_quantile
from tracker.stats.shapes import (
    Array,
    ArrayLimits,
    Column,
    Limits,
    Numbers,
    choose,
    finished,
    known,
    numbers,
)

_ROUNDING = 1e-9
"""0.29 * 100 is 28.999999999999996 in floats, and 29 values are meant."""


@overload
def funnel_limits(target: float, n: float, *, confidence: float = ...) -> Limits: ...
@overload
def funnel_limits(target: Numbers, n: Array, *, confidence: float = ...) -> ArrayLimits: ...
def funnel_limits(target: Any, n: Any, *, confidence: float = 0.95) -> Any:
    """Control limits: where a unit of size n lies when its level is the target.

    target ± z sqrt(target(1 - target)/n), cut to 0-1. A unit is outside exactly when the target is
    outside its Wilson interval. Usual levels: 0.95 and 0.998.

    Args:
        target: Common level, 0-1.
        n: Size of the unit; 0 gives no limits.
        confidence: Two-sided level, 0.5-0.9999.

    Returns:
        Lower and upper limit, 0-1. Shapes and missing values as in `share_interval`.

    Raises:
        ValueError: target, n or confidence is impossible; the message names it.

    Sources:
        Spiegelhalter 2005 Stat Med 24:1185; PHEindicatormethods 2.1.0 (same limits).
    """
    check_confidence(confidence)
    target, n = numbers(target, n)
    check_proportion("target", target)
    check_count("n", n)
    target, n = known(n, target, n)
    half = normal_quantile(confidence) * (target * (1 - target) / n) ** 0.5
    low, high = target - half, target + half
    return finished(choose(low < 0, 0.0, low), choose(high > 1, 1.0, high))


def homogeneity(x: Column, n: Column, target: float) -> float | None:
    """P-value of the spread of the units around the target, were chance alone at work.

    sum z_i² against chi-square with m - 1 degrees of freedom for m units, z_i as in
    `overdispersion` but not pulled in.

    Args:
        x: Number with the outcome in each unit.
        n: Size of each unit; a unit of 0 is left out.
        target: Common level, 0-1.

    Returns:
        The p-value, 0-1, or None for fewer than two units or a target of 0 or 1.

    Raises:
        ValueError: x, n or target is impossible; the message names it.

    Sources:
        Spiegelhalter 2005 Stat Med 24:1185.
    """
    from scipy.special import chdtrc

    z = _distances(x, n, target)
    return None if z is None else float(chdtrc(len(z) - 1, (z * z).sum()))


def overdispersed_p(p: Column, phi: float) -> Array:
    """P-values as they are once the units are known to spread phi times as much as by chance.

    2 Phi(-z/sqrt(phi)) with z = Phi^-1(1 - p/2): the test that fits limits widened by sqrt(phi).

    Args:
        p: Two-sided p-values 0-1 of any shape; NaN stays NaN.
        phi: Over-dispersion, above 0; 1 changes nothing.

    Returns:
        An array of the same shape.

    Raises:
        ValueError: p or phi is impossible; the message names it.

    Sources:
        Spiegelhalter 2005 Stat Med 24:1185.
    """
    import numpy as np
    from scipy.special import ndtr, ndtri

    values = np.array(p, dtype=float)
    check_proportion("p", values)
    refuse("phi", not 0 < phi < math.inf, "be a number above 0")
    widened: Array = 2 * ndtr(ndtri(values / 2) / phi**0.5)
    return widened


@overload
def unit_p(x: float, n: float, target: float) -> float | None: ...
@overload
def unit_p(x: Array, n: Numbers, target: Numbers) -> Array: ...
def unit_p(x: Any, n: Any, target: Any) -> Any:
    """Two-sided mid-P of one unit against the target.

    Twice the smaller of P(X > x) + P(X = x)/2 and P(X < x) + P(X = x)/2 for X binomial(n, target).

    Args:
        x: Number with the outcome in the unit, 0 to n.
        n: Size of the unit; 0 gives no p-value.
        target: Common level, 0-1.

    Returns:
        The p-value, 0-1; None without data. For arrays an array of their common shape with NaN.

    Raises:
        ValueError: x, n or target is impossible; the message names it.

    Sources:
        Spiegelhalter 2005 Stat Med 24:1185.
    """
    x, n, target = numbers(x, n, target)
    check_part("x", x, "n", n)
    check_proportion("target", target)
    x, n, target = known(n, x, n, target)
    upper = upper_midp(x, n, target)
    lower = upper_midp(n - x, n, 1 - target)
    (p,) = finished(2 * choose(upper > lower, lower, upper))
    return p


def adjust(p: Column) -> Array:
    """P-values adjusted for their number, so that 5 % of those marked are expected to be false.

    Of m values sorted upwards, the i-th becomes the least of p_j m/j over j >= i, at most 1.

    Args:
        p: P-values 0-1 of any shape; NaN (a unit without data) stays NaN and is not counted.

    Returns:
        An array of the same shape and order.

    Raises:
        ValueError: p holds something outside 0-1.

    Sources:
        Benjamini & Hochberg 1995.
    """
    import numpy as np

    values = np.array(p, dtype=float)
    check_proportion("p", values)
    tested = ~np.isnan(values)
    order = np.argsort(-values[tested])
    count = len(order)
    steps = values[tested][order] * count / np.arange(count, 0, -1)
    adjusted = np.empty(count)
    adjusted[order] = np.minimum(np.minimum.accumulate(steps), 1)
    values[tested] = adjusted
    return values


def overdispersion(x: Column, n: Column, target: float, *, winsorise: float = 0.1) -> float | None:
    """How much wider than chance the units spread around the target: phi = mean of z_i².

    z_i = (x_i/n_i - target)/sqrt(target(1 - target)/n_i). Of m units the k = floor(winsorise * m)
    smallest and the k largest z are set to the nearest value kept. phi near 1 is chance alone;
    above it, sqrt(phi) widens the limits. Too uncertain to use below 10 units.

    Args:
        x: Number with the outcome in each unit.
        n: Size of each unit; a unit of 0 is left out.
        target: Common level, 0-1.
        winsorise: Part of the units pulled in at each end, 0 to below 0.5.

    Returns:
        phi, or None for fewer than two units or a target of 0 or 1.

    Raises:
        ValueError: x, n, target or winsorise is impossible; the message names it.

    Sources:
        Spiegelhalter 2005 Stat Med 24:1185.
    """
    refuse("winsorise", not 0 <= winsorise < 1 / 2, "lie between 0 and below 0.5")
    z = _distances(x, n, target)
    if z is None:
        return None
    pulled = math.floor(winsorise * len(z) + _ROUNDING)
    return float((z.clip(z[pulled], z[-1 - pulled]) ** 2).mean())


def _distances(x: Column, n: Column, target: float) -> "Array | None":
    """z_i of the units with data, sorted; None where there is nothing to compare."""
    import numpy as np

    check_proportion("target", target)
    counts, sizes = np.atleast_1d(*numbers(x, n))
    check_part("x", counts, "n", sizes)
    counts, sizes = counts[sizes > 0], sizes[sizes > 0]
    if len(sizes) <= 1 or target in (0, 1):
        return None
    z: Array = np.sort((counts / sizes - target) / np.sqrt(target * (1 - target) / sizes))
    return z

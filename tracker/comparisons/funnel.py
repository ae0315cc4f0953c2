"""Interventions against a common line, by control limits (`statistics.md` 3.7)."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tracker.comparisons.comparison import Limits, Mark, Unit
from tracker.stats import (
    adjust,
    funnel_limits,
    homogeneity,
    overdispersed_p,
    overdispersion,
    unit_p,
)

INNER, OUTER = 0.95, 0.998
FALSE_MARKS = 0.05
"""Part of those marked as deviating that may be so by chance."""
ENOUGH_FOR_SPREAD = 10
"""Fewest interventions from which over-dispersion is estimated."""


def by_funnel(units: Sequence[Unit], line: Fraction) -> tuple[tuple[Unit, ...], float | None]:
    """The units with limits and marks, and the over-dispersion where it is clear.

    A unit deviates when it lies outside the inner limits and its p-value, adjusted for the number
    of units, is below 5 %; outside the limits alone, it may deviate.
    """
    if line in (0, 1):
        return tuple(replace(unit, mark="inside") for unit in units), None
    spread = _spread(units, line)
    p = [_p(unit, line) for unit in units]
    if spread is not None:
        p = [float(value) for value in overdispersed_p(p, spread)]
    adjusted = [float(value) for value in adjust(p)]
    judged = (
        _judged(unit, line, spread or 1.0, p_unit, p_adjusted)
        for unit, p_unit, p_adjusted in zip(units, p, adjusted, strict=True)
    )
    return tuple(judged), spread


def _spread(units: Sequence[Unit], line: Fraction) -> float | None:
    if len(units) < ENOUGH_FOR_SPREAD:
        return None
    x, n = [_x(unit) for unit in units], [_n(unit) for unit in units]
    p = homogeneity(x, n, float(line))
    phi = overdispersion(x, n, float(line))
    return phi if p is not None and p < FALSE_MARKS and phi is not None and phi > 1 else None


def _judged(unit: Unit, line: Fraction, spread: float, p: float, adjusted: float) -> Unit:
    inner, outer = (_limits(unit, line, spread, level) for level in (INNER, OUTER))
    value = float(unit.figure.value or 0)
    mark: Mark = "inside"
    if not inner[0] <= value <= inner[1]:
        mark = "deviates" if adjusted < FALSE_MARKS else "may_deviate"
    return replace(unit, limits_95=inner, limits_998=outer, p=p, p_adjusted=adjusted, mark=mark)


def _limits(unit: Unit, line: Fraction, spread: float, level: float) -> Limits:
    """The limits; half-widths times sqrt(spread) are those of a unit that much smaller."""
    low, high = funnel_limits(float(line), _n(unit) / spread, confidence=level)
    return (0.0, 1.0) if low is None or high is None else (low, high)


def _p(unit: Unit, line: Fraction) -> float:
    p = unit_p(_x(unit), _n(unit), float(line))
    return 1.0 if p is None else p


def _x(unit: Unit) -> float:
    return float(unit.figure.x or 0)


def _n(unit: Unit) -> float:
    return float(unit.figure.n or 0)

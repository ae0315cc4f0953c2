"""The control limits of a funnel as curves: made once, by whoever has time, then only drawn."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.comparisons import Comparison, Unit

POINTS = 400
INNER, OUTER = 0.95, 0.998
BEFORE, BEYOND = 0.5, 1.12
"""The axis begins before the smallest and ends a little past the largest."""
Band = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Curves:
    """The limits by size, from the smallest to the largest that is drawn."""

    sizes: tuple[float, ...]
    inner: Band
    outer: Band

    def at(self, size: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """The inner and the outer limits of a size."""
        place = min(bisect_left(self.sizes, size), len(self.sizes) - 1)
        return self.inner[place], self.outer[place]


def drawn_units(made: "Comparison") -> list["Unit"]:
    """The interventions that are placed by limits; the others are named in words."""
    return [unit for unit in made.units if unit.limits_95 is not None and unit.hidden is None]


def curves_of(made: "Comparison") -> Curves | None:
    """The curves of a funnel; None where it has none, or where they are not to be shown."""
    from tracker.stats import funnel_limits

    units = drawn_units(made)
    if made.way != "funnel" or made.line is None or not units:
        return None
    found = [float(unit.figure.n or 0) for unit in units]
    first, last = max(min(found) * BEFORE, 1.0), max(found) * BEYOND
    sizes = [first + (last - first) * place / POINTS for place in range(POINTS + 1)]
    spread = made.overdispersion or 1.0
    inner, outer = (
        tuple(
            (0.0, 1.0) if low is None or high is None else (low, high)
            for size in sizes
            for low, high in [funnel_limits(float(made.line), size / spread, confidence=confidence)]
        )
        for confidence in (INNER, OUTER)
    )
    return Curves(tuple(sizes), inner, outer)

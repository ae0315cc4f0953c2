"""Where values lie on a sheet: a scale from one end to the other, and its round numbers."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500)
PERCENT = 100
SMALLEST_SPAN = 0.2


@dataclass(frozen=True)
class Scale:
    """Cells from the low end to the high end, both being on it."""

    low: float
    high: float
    cells: int

    def cell(self, value: float | Fraction) -> int:
        """The cell of a value; beyond an end, the end."""
        part = (float(value) - self.low) / (self.high - self.low)
        return round(min(max(part, 0.0), 1.0) * (self.cells - 1))

    def value(self, cell: int) -> float:
        """The value in the middle of a cell."""
        return self.low + (self.high - self.low) * cell / (self.cells - 1)

    def holds(self, value: float | Fraction) -> bool:
        """Whether a value lies on the scale."""
        return self.low <= float(value) <= self.high

    def ticks(self, most: int) -> list[int]:
        """Round numbers on the scale, at most so many."""
        step = step_for(self.high - self.low, most)
        first = math.ceil(self.low / step)
        return [step * place for place in range(first, math.floor(self.high / step) + 1)]


def step_for(span: float, most: int) -> int:
    """A round step that gives at most so many numbers."""
    factor = 1
    while True:
        for step in STEPS:
            if span / (step * factor) <= max(most - 1, 1):
                return step * factor
        factor *= 1000


def share_scale(values: Iterable[float | Fraction], cells: int) -> Scale:
    """A scale in per cent around shares, from and to whole tens; never narrower than 20."""
    known = [float(value) for value in values]
    low = math.floor(round(min(known) * 10, 9)) / 10
    high = math.ceil(round(max(known) * 10, 9)) / 10
    if high - low < SMALLEST_SPAN:
        low, high = low - 0.1, high + 0.1
    low, high = (max(low, 0.0), min(high, 1.0)) if min(known) >= 0 else (low, high)
    return Scale(low * PERCENT, high * PERCENT, cells)

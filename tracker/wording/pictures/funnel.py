"""The funnel: interventions by size and share, between the lines that chance alone would draw."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tracker.measures.figure import Figure
from tracker.wording.comparisons import MARK_SIGNS, mark_label
from tracker.wording.language import Language
from tracker.wording.pictures.canvas import Canvas, Picture, Role
from tracker.wording.pictures.limits import Curves, drawn_units
from tracker.wording.pictures.names import short_names
from tracker.wording.pictures.scales import PERCENT, Scale, share_scale

if TYPE_CHECKING:
    from tracker.comparisons import Comparison, Unit

LEFT = 5
"""Columns of the numbers of the upright axis, with the axis."""
BELOW = 2
"""Rows of the lying axis and its numbers."""
NARROWEST, LOWEST = 30, 7
POINTS: tuple[Role, ...] = ("inside", "deviates")
TAKEN: tuple[Role, ...] = (*POINTS, "name", "axis")
ASIDE = (0, 1, -1, 2, -2, 3, -3)
Place = tuple[int, int]


def funnel_picture(
    language: Language, made: "Comparison", curves: Curves, width: int, height: int
) -> Picture:
    """The funnel in so many columns and rows; names never cover a point or each other."""
    sheet = _Sheet(made, curves, max(width, NARROWEST), max(height, LOWEST))
    sheet.axes(language.text("exits"))
    sheet.limits()
    sheet.line()
    sheet.units(language)
    return sheet.canvas.picture()


class _Sheet:
    """A canvas with the two scales of a funnel."""

    def __init__(self, made: "Comparison", curves: Curves, width: int, height: int) -> None:
        self.made, self.curves = made, curves
        self.canvas = Canvas(width, height)
        self.across = Scale(curves.sizes[0], curves.sizes[-1], width - LEFT)
        self.shown = drawn_units(made)
        self.up = share_scale(_heights(made, self.shown), height - BELOW)
        self.foot = height - BELOW

    def row(self, percent: float) -> int:
        """The row of a share in per cent."""
        return self.foot - 1 - self.up.cell(percent)

    def column(self, size: float) -> int:
        """The column of a size."""
        return LEFT + self.across.cell(size)

    def axes(self, unit: str) -> None:
        """Both axes with round numbers, and what they count."""
        canvas = self.canvas
        for row in range(self.foot):
            canvas.put(row, LEFT - 1, "│", "axis")
        for tick in self.up.ticks(max(self.foot // 2, 3)):
            canvas.put(self.row(tick), 0, f"{tick:>{LEFT - 2}} ┤", "axis")
        top = self.up.ticks(max(self.foot // 2, 3))[-1]
        canvas.put(self.row(top), 0, f"{tick_text(top):>{LEFT - 1}}┤", "axis")
        canvas.put(self.foot, LEFT - 1, "└" + "─" * canvas.width, "axis")
        room = canvas.width - len(unit) - 1
        for tick in self.across.ticks(max(self.across.cells // 7, 2)):
            start = self.column(tick) - len(str(tick)) // 2
            if start + len(str(tick)) < room:
                canvas.put(self.foot, self.column(tick), "┴", "axis")
                canvas.put(self.foot + 1, start, str(tick), "axis")
        canvas.put(self.foot + 1, canvas.width - len(unit), unit, "axis")

    def limits(self) -> None:
        """The outer limits dotted, the inner ones drawn through."""
        for column in range(LEFT + 1, self.canvas.width):
            inner, outer = self.curves.at(self.across.value(column - LEFT))
            before, _ = self.curves.at(self.across.value(column - LEFT - 1))
            for side, slope in ((0, "╱"), (1, "╲")):
                if column % 2 and self._is_drawn(outer[side]):
                    self.canvas.put(self.row(outer[side] * PERCENT), column, "·", "outer")
                if self._is_drawn(inner[side]):
                    self._stroke(column, before[side], inner[side], slope)

    def _is_drawn(self, limit: float) -> bool:
        return 0 < limit < 1 and self.up.holds(limit * PERCENT)

    def _stroke(self, column: int, before: float, now: float, slope: str) -> None:
        """One column of a curve, from the row of the column before on."""
        last, here = self.row(before * PERCENT), self.row(now * PERCENT)
        if last == here:
            self.canvas.put(here, column, "─", "limit")
            return
        step = 1 if here > last else -1
        for row in range(last + step, here + step, step):
            self.canvas.put(row, column, slope, "limit")

    def line(self) -> None:
        """The line that all are held against."""
        row = self.row(float(self.made.line or 0) * PERCENT)
        for column in range(LEFT, self.canvas.width):
            self.canvas.put(row, column, "┄", "goal")

    def units(self, language: Language) -> None:
        """The points first, then a name beside each."""
        names = short_names(unit.name for unit in self.made.units)
        placed = [(unit, self._point(unit)) for unit in self.shown]
        for unit, place in sorted(placed, key=lambda pair: (pair[0].mark == "inside", pair[1])):
            name = names[unit.name]
            label = f"{name} ({mark_label(language, unit.mark)})"
            wanted = [name] if unit.mark == "inside" else [label, name]
            self._name([*wanted, name[:6]], place)

    def _point(self, unit: "Unit") -> Place:
        """Put a point, a little aside where another is there already."""
        row = self._own_side(unit)
        middle = self.column(float(unit.figure.n or 0))
        free = (
            middle + aside for aside in ASIDE if self.canvas.is_free(row, middle + aside, 1, TAKEN)
        )
        column = next(free, middle)
        role: Role = "inside" if unit.mark == "inside" else "deviates"
        self.canvas.put(row, column, MARK_SIGNS[unit.mark], role)
        return row, column

    def _own_side(self, unit: "Unit") -> int:
        """The row of a point; beside a limit's row, the one on its own side of the limit."""
        value, (low, high) = float(unit.figure.value or 0), unit.limits_95 or (0.0, 1.0)
        row = self.row(value * PERCENT)
        top, bottom = self.row(high * PERCENT), self.row(low * PERCENT)
        if value > high:
            return max(min(row, top - 1), 0)
        if value < low:
            return min(max(row, bottom + 1), self.foot - 1)
        if high < 1:
            row = max(row, top + 1)
        return min(row, bottom - 1) if low > 0 else row

    def _name(self, names: Iterable[str], place: Place) -> None:
        """Write the longest name that has room, beside the point before above or below it."""
        for name in names:
            for row, column in _beside(name, place):
                covers = self.canvas.is_free(row, column - 1, len(name) + 2, TAKEN)
                if row < self.foot and (covers or self._touches_own(row, column, name, place)):
                    self.canvas.put(row, column, name, "name")
                    if self.canvas.is_free(row, column + len(name), 1, TAKEN):
                        self.canvas.put(row, column + len(name), " ")
                    return

    def _touches_own(self, row: int, column: int, name: str, place: Place) -> bool:
        """Whether what lies just beside the name is its own point, or the edge of the sheet."""
        if not self.canvas.is_free(row, column, len(name), TAKEN):
            return False
        ends = (column - 1, column + len(name))
        inside = [end for end in ends if 0 <= end < self.canvas.width]
        return all((row, end) == place or self.canvas.is_free(row, end, 1, TAKEN) for end in inside)


def tick_text(number: int) -> str:
    """The topmost number names the unit."""
    return f"{number}%"


def _heights(made: "Comparison", units: Iterable["Unit"]) -> Iterable[float]:
    """What the upright axis has to hold."""
    yield float(made.line or 0)
    for unit in units:
        figure: Figure = unit.figure
        yield float(figure.value or 0)
        yield from unit.limits_95 or ()


def _beside(name: str, place: Place) -> Iterable[Place]:
    """Places for a name: right, left, then the rows above and below."""
    row, column = place
    yield row, column + 2
    yield row, column - len(name) - 1
    for aside in (-1, 1):
        yield row + aside, column - len(name) // 2
        yield row + aside, column + 1
        yield row + aside, column - len(name)

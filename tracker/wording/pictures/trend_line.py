"""A goal over the years: dots with intervals, each year's own target, breaks not crossed."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.goals.status import Status
from tracker.wording.language import Language
from tracker.wording.pictures.canvas import Canvas, Picture
from tracker.wording.pictures.funnel import tick_text
from tracker.wording.pictures.scales import PERCENT, Scale, share_scale
from tracker.wording.status import SIGNS

if TYPE_CHECKING:
    from tracker.comparisons import TrendSeries, TrendYear

LEFT = 5
BELOW = 3
"""Rows of the axis, the years and their signs."""
WIDEST_YEAR, NARROWEST_YEAR = 16, 6
LOWEST = 8
SHARES = frozenset(
    {"exits", "started_or_increased", "follow_up", "survey", "response_rate", "money_share"}
)
WITHOUT_DOT = frozenset({Status.TOO_FEW, Status.SUPPRESSED, Status.NO_DATA, Status.NOT_DUE})
DOT, SO_FAR, HIDDEN, BREAK = "●○▒╎"


def trend_picture(language: Language, series: "TrendSeries", width: int, height: int) -> Picture:
    """The years from left to right; nothing where their figures are no shares."""
    dots = [year for year in series.years if has_dot(year)]
    if not dots:
        return ()
    sheet = _Sheet(series, dots, width, max(height, LOWEST))
    sheet.axes()
    sheet.targets()
    sheet.path()
    for place, year in enumerate(sheet.years):
        sheet.year(place, year)
    sheet.breaks(language.text("another definition"))
    return sheet.canvas.picture()


def has_dot(year: "TrendYear") -> bool:
    """Whether a year's figure is a share that is shown."""
    can_be = year.goal.measure in SHARES and year.status not in WITHOUT_DOT
    return can_be and year.figure.value is not None and year.hidden is None


@dataclass(frozen=True)
class _Dot:
    place: int
    row: int
    column: int


class _Sheet:
    """A canvas with one column of cells a year; the latest years where not all have room."""

    def __init__(
        self, series: "TrendSeries", dots: list["TrendYear"], width: int, height: int
    ) -> None:
        room = max((width - LEFT) // NARROWEST_YEAR, 1)
        self.years = series.years[-room:]
        self.step = min((width - LEFT) // len(self.years), WIDEST_YEAR)
        self.canvas = Canvas(LEFT + self.step * len(self.years), height)
        self.foot = height - BELOW
        self.up: Scale = share_scale(_heights(dots), self.foot)

    def row(self, share: float | Fraction) -> int:
        """The row of a share."""
        return self.foot - 1 - self.up.cell(float(share) * PERCENT)

    def column(self, place: int) -> int:
        """The middle column of a year."""
        return LEFT + self.step * place + self.step // 2

    def axes(self) -> None:
        """Per cent upwards, years below."""
        for row in range(self.foot):
            self.canvas.put(row, LEFT - 1, "│", "axis")
        ticks = self.up.ticks(max(self.foot // 2, 3))
        for tick in ticks:
            self.canvas.put(self.row(tick / PERCENT), 0, f"{tick:>{LEFT - 2}} ┤", "axis")
        top = self.row(ticks[-1] / PERCENT)
        self.canvas.put(top, 0, f"{tick_text(ticks[-1]):>{LEFT - 1}}┤", "axis")
        self.canvas.put(self.foot, LEFT - 1, "└" + "─" * self.canvas.width, "axis")

    def targets(self) -> None:
        """The target of each year's own plan."""
        for place, year in enumerate(self.years):
            target = year.goal.target
            if isinstance(target, Fraction) and self.up.holds(target * PERCENT):
                start = LEFT + self.step * place
                self.canvas.put(self.row(target), start, "┄" * self.step, "goal")

    def _dots(self) -> Iterable[_Dot]:
        for place, year in enumerate(self.years):
            if has_dot(year):
                yield _Dot(place, self._dot_row(year), self.column(place))

    def path(self) -> None:
        """A dotted line from year to year, never across a break or a year without a figure."""
        dots = list(self._dots())
        for before, now in pairwise(dots):
            if now.place != before.place + 1 or self.years[now.place].after_break:
                continue
            wide = now.column - before.column
            for column in range(2, wide - 1, 2):
                row = round(before.row + (now.row - before.row) * column / wide)
                self.canvas.put(row, before.column + column, "·", "path")

    def year(self, place: int, year: "TrendYear") -> None:
        """The interval upright, the dot on it, year and sign below."""
        column = self.column(place)
        if has_dot(year):
            self._interval(column, year)
            row = self._dot_row(year)
            self.canvas.put(row, column, SO_FAR if year.is_open else DOT, "inside")
        elif year.hidden is not None:
            self.canvas.put(self.foot - 1, column, HIDDEN, "hidden")
        self.canvas.put(self.foot + 1, column - 2, str(year.year), "name")
        self.canvas.put(self.foot + 2, column, SIGNS[year.status], "name")

    def _dot_row(self, year: "TrendYear") -> int:
        """The row of a year's share; one below its target never stands on the line."""
        value, target = year.figure.value or 0, year.goal.target
        row = self.row(value)
        if isinstance(target, Fraction) and value < target and self.up.holds(target * PERCENT):
            return min(max(row, self.row(target) + 1), self.foot - 1)
        return row

    def _interval(self, column: int, year: "TrendYear") -> None:
        figure = year.figure
        if figure.low is None or figure.high is None:
            return
        top, bottom = self.row(figure.high), self.row(figure.low)
        target = year.goal.target
        if isinstance(target, Fraction) and self.up.holds(target * PERCENT):
            if figure.low >= target:
                bottom = max(min(bottom, self.row(target) - 1), top)
            elif figure.high < target:
                top = min(max(top, self.row(target) + 1), bottom)
        for row in range(top, bottom + 1):
            self.canvas.put(row, column, "│", "interval")
        self.canvas.put(top, column, "┬", "interval")
        self.canvas.put(bottom, column, "┴", "interval")

    def breaks(self, words: str) -> None:
        """An upright line where the definition changed, named where there is room."""
        for place, year in enumerate(self.years):
            if place and year.after_break:
                column = LEFT + self.step * place
                for row in range(self.foot + 1):
                    self.canvas.put(row, column, BREAK, "path")
                if self.canvas.is_free(0, column + 1, len(words) + 1, ("interval", "inside")):
                    self.canvas.put(0, column + 2, words, "path")


def _heights(dots: Iterable["TrendYear"]) -> Iterable[float | Fraction]:
    """What the upright axis has to hold."""
    for year in dots:
        figure = year.figure
        yield from (end for end in (figure.value, figure.low, figure.high) if end is not None)
        if isinstance(year.goal.target, Fraction):
            yield year.goal.target

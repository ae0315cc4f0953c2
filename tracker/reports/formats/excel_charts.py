"""Charts of a workbook: native ones that Excel draws from the cells beside them.

A hidden figure is an empty cell here, with its reason in a column of its own: as text Excel would
draw it as nought.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Any

from tracker.reports.drawings import FunnelDrawing, GoalBars, StreamDrawing, TrendDrawing
from tracker.reports.model import AnyCell, Cell, Chart, Column, Hidden, Table
from tracker.wording import Language

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

FIRST = 2
"""The first row below the headings."""
VALUE, LOW, HIGH, GOAL = 1, 2, 3, 4
SIZE, SHARE = 1, 3
WIDE = {"width": 900}
LETTER, BESIDE, COLUMN, ROW = 7, 5, 64, 20
"""Pixels of a letter, beside the text of a column, of a usual column, of a row."""
BAR, EDGE, TARGET, SOFT = "#B9D3EA", "#1F5C99", "#A3191F", "#595959"
SHADES = ("#1F5C99", "#B9D3EA", "#A3191F", "#E3B7B9", "#595959", "#C9C9C9", "#2E6B4F", "#B7D8C7")
PATTERNS = ("wide_upward_diagonal", "percent_20", "narrow_horizontal", "large_check")
"""Neighbours in a bar differ in pattern, too."""


def drawn_table(language: Language, chart: Chart) -> Table:
    """The cells behind the chart: what is hidden is empty, and the last column says why."""
    table = chart.table
    reasons = [_reason(row) for row in table.rows]
    if not any(reasons):
        return table
    column = Column(language.text("Not shown because"), width=36)
    rows = tuple(
        (*(Cell() if isinstance(cell, Hidden) else cell for cell in row), Cell(reason))
        for row, reason in zip(table.rows, reasons, strict=True)
    )
    return replace(table, columns=(*table.columns, column), rows=rows)


def _reason(row: Sequence[AnyCell]) -> str:
    return next((cell.text for cell in row if isinstance(cell, Hidden)), "")


def add_chart(book: "Workbook", sheet: "Worksheet", chart: Chart) -> None:
    """The chart below the cells of its table."""
    drawing = chart.drawing
    data = _Data(sheet.get_name(), chart.table)
    if isinstance(drawing, GoalBars):
        made = _bars(book, data, drawing)
    elif isinstance(drawing, TrendDrawing):
        made = _trend(book, data, drawing)
    elif isinstance(drawing, FunnelDrawing):
        made = _funnel(book, sheet, data, drawing)
    else:
        made = _streams(book, data, drawing)
    made.set_title({"name": chart.caption, "name_font": {"size": 12}, "overlay": False})
    made.set_size({**WIDE, "height": _height(chart)})
    row = FIRST + len(data.table.rows) + len(data.table.notes) + 2
    sheet.fit_to_pages(1, 1)
    below, across = _covered(data.table, _height(chart))
    sheet.print_area(0, 0, row + below, across)
    sheet.insert_chart(row, 0, made, {"description": chart.description, "object_position": 3})


def _covered(table: Table, height: int) -> tuple[int, int]:
    """Rows and columns that a chart lies on: what is outside of them is not printed."""
    wide = sum(round(column.width * LETTER) + BESIDE for column in table.columns)
    further = ceil(max(WIDE["width"] - wide, 0) / COLUMN)
    # One more may say why something is not shown.
    return ceil(height / ROW), len(table.columns) + max(further - 1, 0)


def _height(chart: Chart) -> int:
    rows = len(chart.table.rows)
    return 140 + 46 * rows if isinstance(chart.drawing, GoalBars | StreamDrawing) else 460


class _Data:
    """The cells of a table on its sheet."""

    def __init__(self, sheet: str, table: Table) -> None:
        self.sheet, self.table = sheet, table
        self.last = FIRST + len(table.rows) - 1

    def column(self, place: int) -> list[Any]:
        """The cells of a column below its heading."""
        return [self.sheet, FIRST, place, self.last, place]

    def heading(self, place: int) -> list[Any]:
        """The cell of a heading."""
        return [self.sheet, FIRST - 1, place]

    def series(self, place: int, **looks: Any) -> dict[str, Any]:
        """A column as a series over the first one."""
        named = {"name": self.heading(place), "categories": self.column(0)}
        return {**named, "values": self.column(place), **looks}


def _errors(points: Sequence[Any]) -> dict[str, Any]:
    """Intervals as lengths from the value; none where there is none."""

    def lengths(sign: int) -> list[float | None]:
        ends = ((one.value, one.high if sign > 0 else one.low) for one in points)
        return [
            None if value is None or end is None else round(abs(end - value), 9)
            for value, end in ends
        ]

    ends = {"plus_values": lengths(1), "minus_values": lengths(-1)}
    return {"type": "custom", **ends, "line": {"color": "black", "width": 1.25}}


def _bars(book: "Workbook", data: _Data, drawing: GoalBars) -> Any:
    made = book.add_chart({"type": "bar"})
    looks = {"fill": {"color": BAR}, "border": {"color": EDGE}, "gap": 60, "overlap": 0}
    bars = drawing.bars
    made.add_series(data.series(VALUE, **looks, x_error_bars=_errors(bars)))
    if any(bar.goal is not None for bar in bars):
        striped = {"pattern": "wide_upward_diagonal", "fg_color": TARGET, "bg_color": "white"}
        made.add_series(data.series(GOAL, pattern=striped, border={"color": TARGET}))
    made.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    made.set_x_axis({**_share(drawing.axis.high), "major_gridlines": {"visible": True}})
    made.set_legend({"position": "bottom"})
    return made


def _share(high: float) -> dict[str, Any]:
    return {"min": 0, "max": high, "num_format": "0%"}


def _trend(book: "Workbook", data: _Data, drawing: TrendDrawing) -> Any:
    made = book.add_chart({"type": "line"})
    marker = {"type": "circle", "size": 8, "fill": {"color": EDGE}, "border": {"color": EDGE}}
    points = drawing.points
    breaks = [
        {"line": {"none": True}} if place and not point.is_joined else None
        for place, point in enumerate(points)
    ]
    line = {"color": EDGE, "width": 2}
    errors = _errors(points)
    looks = {"marker": marker, "line": line, "points": breaks, "y_error_bars": errors}
    made.add_series(data.series(VALUE, **looks))
    if any(point.goal is not None for point in points):
        sign = {"type": "long_dash", "size": 16, "fill": {"color": TARGET}}
        sign["border"] = {"color": TARGET}
        made.add_series(data.series(GOAL, marker=sign, line={"none": True}))
    made.set_y_axis(_share(drawing.up.high))
    made.set_legend({"position": "bottom"})
    made.show_blanks_as("gap")
    return made


def _funnel(book: "Workbook", sheet: "Worksheet", data: _Data, drawing: FunnelDrawing) -> Any:
    made = book.add_chart({"type": "scatter", "subtype": "smooth"})
    for name, numbers, looks in _curves(book, sheet, data, drawing):
        line = {"name": name, "categories": numbers[0], "values": numbers[1], "line": looks}
        made.add_series({**line, "marker": {"type": "none"}})
    names = iter(point.label for point in drawing.points)
    labels: list[dict[str, Any]] = []
    for row in data.table.rows:
        is_drawn = isinstance(row[SHARE], Cell) and bool(row[SHARE].text)
        labels.append({"value": next(names)} if is_drawn else {"delete": True})
    made.add_series(
        {
            "name": data.heading(0),
            "categories": data.column(SIZE),
            "values": data.column(SHARE),
            "line": {"none": True},
            "marker": {"type": "circle", "size": 8, "fill": {"color": EDGE}},
            "data_labels": {"value": True, "position": "right", "custom": labels},
        }
    )
    made.set_x_axis({"name": drawing.across.title, "min": 0, "max": drawing.across.high})
    made.set_y_axis(_share(drawing.up.high))
    made.set_legend({"position": "bottom", "delete_series": [2, 4]})
    made.show_blanks_as("gap")
    return made


Curve = tuple[str, tuple[list[Any], list[Any]], dict[str, Any]]


def _curves(
    book: "Workbook", sheet: "Worksheet", data: _Data, drawing: FunnelDrawing
) -> list[Curve]:
    """The line and the limits, in columns to the right of the table."""
    first = len(data.table.columns) + 2
    named = dict(drawing.legend)
    columns = [
        ("line", [drawing.line] * len(drawing.sizes), {"color": EDGE, "width": 1.75}),
        *_limits(drawing),
    ]
    sheet.write_string(FIRST - 1, first, drawing.across.title)
    sheet.write_column(FIRST, first, list(drawing.sizes), book.add_format({"num_format": "0.0"}))
    percent = book.add_format({"num_format": "0.0%"})
    across = [data.sheet, FIRST, first, FIRST + len(drawing.sizes) - 1, first]
    found: list[Curve] = []
    for place, (sign, numbers, looks) in enumerate(columns, start=first + 1):
        name = next((text for key, text in named.items() if key == sign), sign)
        sheet.write_string(FIRST - 1, place, name)
        sheet.write_column(FIRST, place, numbers, percent)
        values = [data.sheet, FIRST, place, FIRST + len(numbers) - 1, place]
        found.append((name, (across, values), looks))
    return found


def _limits(drawing: FunnelDrawing) -> list[tuple[str, list[float], dict[str, Any]]]:
    looks = (
        ("inner", drawing.inner, {"color": SOFT, "width": 1.25}),
        ("outer", drawing.outer, {"color": SOFT, "width": 1.25, "dash_type": "dash"}),
    )
    return [
        (sign, [ends[side] for ends in band], look) for sign, band, look in looks for side in (0, 1)
    ]


def _streams(book: "Workbook", data: _Data, drawing: StreamDrawing) -> Any:
    made = book.add_chart({"type": "bar", "subtype": "stacked"})
    for place in range(1, len(drawing.after) + 1):
        looks: dict[str, Any] = {"fill": {"color": SHADES[(place - 1) % len(SHADES)]}}
        if place % 2 == 0:
            pattern = PATTERNS[(place // 2 - 1) % len(PATTERNS)]
            colours = {"fg_color": SHADES[(place - 2) % len(SHADES)], "bg_color": "white"}
            looks = {"pattern": {"pattern": pattern, **colours}}
        made.add_series(data.series(place, **looks, border={"color": "#404040"}, gap=50))
    made.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    made.set_legend({"position": "bottom"})
    return made

"""A report's tables as one long CSV file that Excel opens by a double click: a line a cell."""

import csv
from collections.abc import Callable, Iterator
from fractions import Fraction
from io import StringIO

from tracker.problems import N_
from tracker.reports.formats.excel_looks import POINTS
from tracker.reports.formats.printed import NOTHING
from tracker.reports.model import AnyCell, Cell, Column, Hidden, Number, Report, Table
from tracker.wording import language

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so would be calculated by the program that opens it."""
HEADINGS = (
    *(N_("Table"), N_("Row number"), N_("Row"), N_("Column"), N_("Value"), N_("As a number")),
    N_("Not shown because"),
)
DECIMALS = 6
Line = tuple[str, ...]


def to_csv(report: Report) -> bytes:
    """UTF-8 with BOM, `;` between values, decimal comma: what Excel in Swedish reads at once."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    said = language(report.language).text
    writer.writerow(said(heading) for heading in HEADINGS)
    for section in report.sections:
        extra = [chart.table for chart in section.charts if not chart.is_tabled]
        for table in (*extra, *section.tables):
            writer.writerows(_lines(table) if table.rows else _nothing(table, said))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def safe(text: str) -> str:
    """A text that no program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _lines(table: Table) -> Iterator[Line]:
    caption = safe(table.caption)
    for number, row in enumerate(table.rows, start=1):
        name = safe(row[0].text)
        for column, cell in zip(table.columns, row, strict=True):
            for heading, value, amount, reason in _values(column, cell):
                yield caption, str(number), name, safe(heading), value, amount, reason


def _nothing(table: Table, said: Callable[[str], str]) -> Iterator[Line]:
    """That a table has no rows: else it would seem to have been forgotten."""
    yield safe(table.caption), "", "", "", said(NOTHING), "", ""


def _values(column: Column, cell: AnyCell) -> Iterator[tuple[str, str, str, str]]:
    """The cell, then the numbers that its text holds, under their own headings."""
    if isinstance(cell, Hidden):
        names = (column.heading, *(f"{column.heading}: {name}" for name in column.spread))
        yield from ((name, "", "", cell.text) for name in names)
        return
    is_made_here = cell.number is not None
    yield column.heading, cell.text if is_made_here else safe(cell.text), _amount(cell.number), ""
    for name, number in zip(column.spread, _spread(cell, column), strict=True):
        yield f"{column.heading}: {name}", "", _amount(number), ""


def _spread(cell: Cell, column: Column) -> tuple[Number | None, ...]:
    return (*cell.spread, *[None] * (len(column.spread) - len(cell.spread)))


def _amount(number: Number | None) -> str:
    """A number as programs read it here: shares in per cent, changes in percentage points."""
    if number is None:
        return ""
    times = POINTS if number.form in ("share", "points") else 1
    exact = Fraction(number.value) * times
    if exact.denominator == 1:
        return str(exact.numerator)
    return f"{float(exact):.{DECIMALS}f}".rstrip("0").rstrip(".").replace(".", ",")

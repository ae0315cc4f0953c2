"""A report as an Excel workbook: texts first, a sheet for each table, the method last."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tracker.reports.formats.excel_charts import add_chart, drawn_table
from tracker.reports.formats.excel_looks import (
    LINES,
    POINTS,
    STYLES,
    height,
    number_code,
    roomy,
)
from tracker.reports.formats.letters import shortened, storable
from tracker.reports.formats.printed import notes_of
from tracker.reports.model import (
    AnyCell,
    Cell,
    Chart,
    Column,
    Hidden,
    Number,
    Report,
    Section,
    Table,
)
from tracker.wording import language

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31
TEXT_WIDTH = 110
NUMBER_WIDTH = 10


def to_excel(report: Report) -> bytes:
    """The whole workbook; the same report gives the same bytes."""
    from xlsxwriter import Workbook

    place = BytesIO()
    book = Workbook(place, {"in_memory": True})
    book.set_properties(_properties(report))
    sheets = _Sheets(book, report)
    sheets.texts(report.title, [one for one in report.sections if not one.is_method])
    for section in report.sections:
        for chart in section.charts:
            sheets.chart(chart)
        for table in section.tables:
            sheets.table(table)
    for section in report.sections:
        if section.is_method:
            sheets.texts(section.heading, [section])
    book.close()
    return place.getvalue()


def _properties(report: Report) -> dict[str, Any]:
    return {
        "title": storable(report.title),
        "subject": storable(report.about.get("subject", "")),
        "author": storable(report.about.get("author", "")),
        "comments": storable(report.subtitle),
        "created": datetime.fromisoformat(report.about["date"]),
    }


class _Sheets:
    """The sheets of one workbook and the formats that they share."""

    def __init__(self, book: "Workbook", report: Report) -> None:
        self._book = book
        self._report = report
        self._words = language(report.language)
        self._names: set[str] = set()
        self._formats: dict[str, Any] = {}

    def texts(self, name: str, sections: Iterable[Section]) -> None:
        """A sheet of headings and paragraphs, one below the other."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, TEXT_WIDTH)
        for row, (text, style) in enumerate(self._lines(sections)):
            sheet.set_row(row, height([(text, TEXT_WIDTH)], LINES[style]))
            sheet.write_string(row, 0, text, self._format(style))

    def _lines(self, sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
        yield self._report.title, "title"
        yield self._report.subtitle, "text"
        for section in sections:
            if section.paragraphs or not section.tables:
                yield "", "text"
                yield section.heading, "heading" if section.level <= 2 else "subheading"  # noqa: PLR2004
                yield from ((text, "text") for text in section.paragraphs)

    def chart(self, chart: Chart) -> None:
        """A sheet of its own: the figures as a table, and the chart that Excel draws of them."""
        made = drawn_table(self._words, chart)
        add_chart(self._book, self.table(replace(made, name=chart.name)), chart)

    def table(self, table: Table) -> "Worksheet":
        """A sheet of its own: caption, frozen headings, rows, notes."""
        table = replace(table, columns=roomy(table))
        sheet = self._sheet(table.name)
        sheet.write_string(0, 0, table.caption, self._format("heading"))
        headings = list(_headings(table.columns))
        sheet.set_row(1, height([(text, width) for text, width, _ in headings]))
        for place, (heading, width, style) in enumerate(headings):
            sheet.set_column(place, place, width)
            sheet.write_string(1, place, heading, self._format(style))
        sheet.freeze_panes(2, 0)
        sheet.repeat_rows(1)
        for at, row in enumerate(table.rows, start=2):
            self._row(sheet, at, table.columns, row)
        for at, note in enumerate(notes_of(table, self._words), start=len(table.rows) + 3):
            sheet.write_string(at, 0, note, self._format("note"))
        return sheet

    def _row(
        self, sheet: "Worksheet", at: int, columns: tuple[Column, ...], row: tuple[AnyCell, ...]
    ) -> None:
        pairs = list(zip(columns, row, strict=True))
        sheet.set_row(at, height(_whole_texts(pairs)))
        written = ((one, column) for column, cell in pairs for one in _values(column, cell))
        for place, (value, column) in enumerate(written):
            if isinstance(value, Cell) and value.number is not None:
                code = number_code(value.number, value.text, column.width, self._report.language)
                self._write_number(sheet, at, place, value.number, code)
            elif isinstance(value, Hidden):
                sheet.write_string(at, place, value.text, self._format("hidden"))
            elif value is not None and value.text:
                sheet.write_string(at, place, value.text, self._format("cell"))

    def _write_number(
        self, sheet: "Worksheet", at: int, place: int, number: Number, code: str
    ) -> None:
        amount = float(number.value) * (POINTS if number.form == "points" else 1)
        if code not in self._formats:
            self._formats[code] = self._book.add_format({"num_format": code, "valign": "top"})
        sheet.write_number(at, place, amount, self._formats[code])

    def _sheet(self, name: str) -> "Worksheet":
        sheet = self._book.add_worksheet(self._free_name(name))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        return sheet

    def _free_name(self, name: str) -> str:
        """A name that Excel allows and no other sheet has."""
        plain = shortened(FORBIDDEN.sub(" ", storable(name)).strip(), LONGEST_NAME)
        number, free = 1, plain
        while free.casefold() in self._names:
            number += 1
            free = f"{shortened(plain, LONGEST_NAME - 4)} ({number})"
        self._names.add(free.casefold())
        return free

    def _format(self, style: str) -> Any:
        if style not in self._formats:
            self._formats[style] = self._book.add_format(STYLES[style])
        return self._formats[style]


def _headings(columns: Iterable[Column]) -> Iterator[tuple[str, int, str]]:
    """Headings as they stand beside each other, with widths and styles."""
    for column in columns:
        yield column.heading, column.width, "number column" if column.has_numbers else "column"
        yield from ((name, NUMBER_WIDTH, "number column") for name in column.spread)


def _whole_texts(pairs: Iterable[tuple[Column, AnyCell]]) -> Iterator[tuple[str, int]]:
    """The texts that must show whole, with widths; of hidden cells the first gives the reason."""
    given = False
    for column, cell in pairs:
        if isinstance(cell, Cell) or not given:
            yield cell.text, column.width
        given = given or isinstance(cell, Hidden)


def _values(column: Column, cell: AnyCell) -> Iterator[AnyCell | None]:
    """What a cell takes up: itself, and the numbers that its text holds."""
    if isinstance(cell, Hidden):
        yield from [cell] * (1 + len(column.spread))
        return
    yield cell
    for at in range(len(column.spread)):
        number = cell.spread[at] if at < len(cell.spread) else None
        yield Cell(number=number) if number is not None else None

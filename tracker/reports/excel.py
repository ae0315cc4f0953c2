"""A report as an Excel workbook: texts first, a sheet for each table, the method last."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tracker.reports.model import AnyCell, Cell, Column, Hidden, Number, Report, Section, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31
TEXT_WIDTH = 110
NUMBER_WIDTH = 14
POINTS = 100
"""A change is written in percentage points, not as a share."""


def to_excel(report: Report) -> bytes:
    """The whole workbook; the same report gives the same bytes."""
    from xlsxwriter import Workbook

    place = BytesIO()
    book = Workbook(place, {"in_memory": True})
    book.set_properties(_properties(report))
    sheets = _Sheets(book, report)
    sheets.texts(report.title, [one for one in report.sections if not one.is_method])
    for section in report.sections:
        for table in section.tables:
            sheets.table(table)
    for section in report.sections:
        if section.is_method:
            sheets.texts(section.heading, [section])
    book.close()
    return place.getvalue()


def _properties(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "subject": report.about.get("subject", ""),
        "author": report.about.get("author", ""),
        "comments": report.subtitle,
        "created": datetime.fromisoformat(report.about["date"]),
    }


class _Sheets:
    """The sheets of one workbook and the formats that they share."""

    def __init__(self, book: "Workbook", report: Report) -> None:
        self._book = book
        self._report = report
        self._names: set[str] = set()
        self._formats: dict[str, Any] = {}

    def texts(self, name: str, sections: Iterable[Section]) -> None:
        """A sheet of headings and paragraphs, one below the other."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, TEXT_WIDTH)
        for row, (text, style) in enumerate(self._lines(sections)):
            sheet.write_string(row, 0, text, self._format(style))

    def _lines(self, sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
        yield self._report.title, "title"
        yield self._report.subtitle, "text"
        for section in sections:
            if section.paragraphs or not section.tables:
                yield "", "text"
                yield section.heading, "heading" if section.level <= 2 else "subheading"  # noqa: PLR2004
                yield from ((text, "text") for text in section.paragraphs)

    def table(self, table: Table) -> None:
        """A sheet of its own: caption, frozen headings, rows, notes."""
        sheet = self._sheet(table.name)
        sheet.write_string(0, 0, table.caption, self._format("heading"))
        for place, (heading, width) in enumerate(_headings(table.columns)):
            sheet.set_column(place, place, width)
            sheet.write_string(1, place, heading, self._format("column"))
        sheet.freeze_panes(2, 0)
        for at, row in enumerate(table.rows, start=2):
            self._row(sheet, at, table.columns, row)
        for at, note in enumerate(table.notes, start=len(table.rows) + 3):
            sheet.write_string(at, 0, note, self._format("note"))

    def _row(
        self, sheet: "Worksheet", at: int, columns: tuple[Column, ...], row: tuple[AnyCell, ...]
    ) -> None:
        written = (
            value
            for column, cell in zip(columns, row, strict=True)
            for value in _values(column, cell)
        )
        for place, value in enumerate(written):
            if isinstance(value, Number):
                amount = float(value.value) * (POINTS if value.form == "points" else 1)
                sheet.write_number(at, place, amount, self._number(value))
            elif value:
                sheet.write_string(at, place, value, self._format("cell"))

    def _sheet(self, name: str) -> "Worksheet":
        sheet = self._book.add_worksheet(self._free_name(name))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        return sheet

    def _free_name(self, name: str) -> str:
        """A name that Excel allows and no other sheet has."""
        plain = FORBIDDEN.sub(" ", name).strip()[:LONGEST_NAME]
        number, free = 1, plain
        while free.casefold() in self._names:
            number += 1
            free = f"{plain[: LONGEST_NAME - 4]} ({number})"
        self._names.add(free.casefold())
        return free

    def _format(self, style: str) -> Any:
        if style not in self._formats:
            self._formats[style] = self._book.add_format(STYLES[style])
        return self._formats[style]

    def _number(self, number: Number) -> Any:
        code = _number_code(number, self._report.language)
        if code not in self._formats:
            self._formats[code] = self._book.add_format({"num_format": code, "valign": "top"})
        return self._formats[code]


STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": True},
    "heading": {"bold": True, "font_size": 13},
    "subheading": {"bold": True, "text_wrap": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "column": {
        "bold": True,
        "text_wrap": True,
        "valign": "top",
        "bottom": 1,
        "bg_color": "#E8EEF4",
    },
    "cell": {"text_wrap": True, "valign": "top"},
    "note": {"italic": True},
}


def _headings(columns: Iterable[Column]) -> Iterator[tuple[str, int]]:
    """Headings as they stand beside each other, with widths."""
    for column in columns:
        yield column.heading, column.width
        yield from ((name, NUMBER_WIDTH) for name in column.spread)


def _values(column: Column, cell: AnyCell) -> Iterator[Number | str | None]:
    """What a cell takes up: itself, and the numbers that its text holds."""
    if isinstance(cell, Hidden):
        yield from [cell.text] * (1 + len(column.spread))
        return
    yield cell.number or cell.text
    yield from _padded(cell, len(column.spread))


def _padded(cell: Cell, width: int) -> Iterator[Number | None]:
    yield from cell.spread
    yield from [None] * (width - len(cell.spread))


def _number_code(number: Number, language: str) -> str:
    """The number format of Excel; separators follow the reader's own settings."""
    decimals = "." + "0" * number.decimals if number.decimals else ""
    if number.form == "share":
        return f"0{decimals}%"
    if number.form == "points":
        return f"+0{decimals};-0{decimals};0{decimals}"
    if number.form == "kronor":
        return '#,##0" kr"' if language == "sv" else '"SEK "#,##0'
    return f"#,##0{decimals}"

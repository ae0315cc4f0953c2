"""Tables as the bytes of a file: text as Excel in Sweden opens it, or a workbook."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from tracker.exports.table import Cell, Table

SUFFIXES = (".csv", ".xlsx")
FIXED = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's own time has no zone
"""Stands for the time of writing, so that the same rows give the same bytes."""
A4 = 9
"""The number that workbooks have for it."""
LINE = 15.0
"""The height of a line of cells, in points."""
NARROWEST = 10
WIDEST = 50


def to_file(tables: Sequence[Table], suffix: str) -> bytes:
    """The tables in the format of a suffix; a text file holds the first one."""
    return to_xlsx(tables) if suffix == ".xlsx" else to_csv(tables[0])


def to_csv(table: Table) -> bytes:
    """UTF-8 with the mark that Excel looks for."""
    place = io.StringIO(newline="")
    writer = csv.writer(place, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.headings)
    writer.writerows([cell.text for cell in row] for row in table.rows)
    return place.getvalue().encode("utf-8-sig")


def to_xlsx(tables: Sequence[Table]) -> bytes:
    """A sheet a table; days and numbers are such, all else is text and never a formula."""
    import xlsxwriter

    place = io.BytesIO()
    with xlsxwriter.Workbook(place, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": FIXED})
        bold = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        long = workbook.add_format({"text_wrap": True, "valign": "top"})
        plain = workbook.add_format({"valign": "top"})
        day = workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        for table in tables:
            sheet = workbook.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            _for_paper(sheet)
            widths = [_width(table, at) for at in range(len(table.headings))]
            sheet.set_row(0, _height(table.headings, widths))
            for at, heading in enumerate(table.headings):
                sheet.set_column(at, at, widths[at])
                sheet.write_string(0, at, heading, bold)
            for number, row in enumerate(table.rows, 1):
                sheet.set_row(number, _height([cell.text for cell in row], widths))
                for at, cell in enumerate(row):
                    if isinstance(cell.value, date):
                        sheet.write_datetime(number, at, cell.value, day)
                    elif cell.value is not None:
                        sheet.write_number(number, at, cell.value, plain)
                    elif cell.text:
                        is_long = len(cell.text) > WIDEST - 2
                        sheet.write_string(number, at, cell.text, long if is_long else plain)
    return place.getvalue()


def _for_paper(sheet: Any) -> None:
    """As wide as a lying A4 page, with the headings on each."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _width(table: Table, at: int) -> int:
    """Room for the longest cell and for each word of the heading, in characters."""
    texts = [*table.headings[at].split(), *(row[at].text for row in table.rows[:200])]
    return min(WIDEST, max(NARROWEST, max(map(len, texts)) + 2))


def _height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Room for the cell of a row that has the most lines, in points."""
    lines = (-(-len(text) // (width - 2)) for text, width in zip(texts, widths, strict=True))
    return LINE * max(1, *lines)


def words(said: str | None) -> Cell:
    """A cell of words."""
    return Cell(said or "")


def number(count: int | None) -> Cell:
    """A cell of a count; empty where it is not known."""
    return Cell() if count is None else Cell(str(count), count)

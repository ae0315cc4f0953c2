"""Tables in Word: widths that are kept, a header row that is repeated, rows that stay whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tracker.reports.formats.printed import Printed, printed
from tracker.reports.formats.widths import column_widths
from tracker.reports.formats.word_styles import CELL, SOFT, TABLE
from tracker.reports.model import Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell

EMU_OF_POINT = 12700
TWENTIETHS = 20
SIZE = 9.0
SMALLER = 8.0
USUAL = 453 * EMU_OF_POINT
"""Room across, where the page does not say."""


def width_of(document: "Document") -> int:
    """Room for text across the last page, in English metric units."""
    section = document.sections[-1]
    sides = (section.page_width, section.left_margin, section.right_margin)
    if any(side is None for side in sides):
        return USUAL
    width, left, right = (int(side or 0) for side in sides)
    return width - left - right


def add_table(
    document: "Document", table: Table, sign: str, clean: Callable[[str], str]
) -> Any:
    """The table at the end of the document."""
    widths = column_widths(table, width_of(document) / EMU_OF_POINT, SIZE)
    made = document.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    made.style, made.autofit = document.styles[TABLE], False
    _properties(made, clean(table.caption), sum(widths))
    headings = [Printed(column.heading) for column in table.columns]
    numbers = [column.has_numbers for column in table.columns]
    style = str(document.styles[CELL].style_id)
    for row, texts in zip(
        made.rows, (headings, *(list(printed(row, sign)) for row in table.rows)), strict=True
    ):
        _keep_whole(row._tr)  # noqa: SLF001
        for cell, one, width, is_number in zip(row.cells, texts, widths, numbers, strict=True):
            _fill(cell, one, style, clean, is_number=is_number)
            _wide(cell, width)
    _repeated(made.rows[0]._tr)  # noqa: SLF001
    for column, width in zip(made.columns, widths, strict=True):
        column._gridCol.set(_name("w:w"), str(round(width * TWENTIETHS)))  # noqa: SLF001
    return made


def _fill(
    cell: "_Cell", one: Printed, style: str, clean: Callable[[str], str], *, is_number: bool
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    paragraph = cell.paragraphs[0]
    paragraph._p.style = style  # noqa: SLF001 - by name every style is looked through each time
    if is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(clean(one.text))
    if one.reason:
        run.font.size, run.font.color.rgb = Pt(SMALLER), RGBColor.from_string(SOFT)


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return qn(tag)


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(_name(f"w:{name}"), value)
    parent.append(made)
    return made


def _properties(made: "WordTable", caption: str, width: float) -> None:
    """The whole width, which row is the header, and what the table is called aloud."""
    properties = made._tbl.tblPr  # noqa: SLF001
    for tag in ("w:tblW", "w:tblLook"):
        for found in properties.findall(_name(tag)):
            properties.remove(found)
    place = properties.find(_name("w:tblStyle"))
    whole = _child(properties, "w:tblW", type="dxa", w=str(round(width * TWENTIETHS)))
    properties.remove(whole)
    properties.insert(list(properties).index(place) + 1, whole)
    _child(properties, "w:tblLook", val="0420", firstRow="1", noVBand="1", noHBand="0")
    _child(properties, "w:tblCaption", val=caption)


def _keep_whole(row: Any) -> None:
    """A row is not divided between pages."""
    _child(row.get_or_add_trPr(), "w:cantSplit")


def _repeated(row: Any) -> None:
    """The row stands on top of every page that the table reaches."""
    _child(row.get_or_add_trPr(), "w:tblHeader")


def _wide(cell: "_Cell", width: float) -> None:
    from docx.shared import Pt

    cell.width = Pt(width)

"""Tables in Word: widths that are kept, a header row that is repeated, rows that stay whole.

A table is written as the text of its XML and read once: cell by cell through objects takes twenty
times as long.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from tracker.reports.formats.printed import Printed, printed
from tracker.reports.formats.widths import column_widths, stays_whole
from tracker.reports.formats.word_styles import CELL, CELL_SIZE, SOFT, TABLE
from tracker.reports.model import Table

if TYPE_CHECKING:
    from docx.document import Document

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EMU_OF_POINT = 12700
TWENTIETHS = 20
REASON = f'<w:rPr><w:color w:val="{SOFT}"/><w:sz w:val="16"/></w:rPr>'
RIGHT = '<w:jc w:val="right"/>'
HEADER = "<w:tblHeader/>"
KEPT = "<w:keepNext/>"
"""With what is below: the table is not divided between pages, nor parted from its first note."""
USUAL = 453 * EMU_OF_POINT
"""Room across, where the page does not say."""


def width_of(document: "Document", number: int = -1) -> int:
    """Room for text across the pages of a section, in English metric units."""
    section = document.sections[number]
    sides = (section.page_width, section.left_margin, section.right_margin)
    if any(side is None for side in sides):
        return USUAL
    width, left, right = (int(side or 0) for side in sides)
    return width - left - right


def add_table(
    document: "Document", table: Table, sign: str, clean: Callable[[str], str], room: int
) -> Any:
    """The table at the end of the document, so wide in English metric units; gives its element."""
    from docx.oxml import parse_xml

    points = column_widths(table, room / EMU_OF_POINT, CELL_SIZE)
    widths = [round(one * TWENTIETHS) for one in points]
    style = str(document.styles[CELL].style_id)
    kept = KEPT if stays_whole(table, points, CELL_SIZE) else ""
    made = parse_xml("".join(_table(table, sign, widths, _Look(style, kept, clean))))
    body = document.element.body
    body._insert_tbl(made)  # noqa: SLF001 - before what closes the body
    properties = made.tblPr
    properties.style = str(document.styles[TABLE].style_id)
    return made


@dataclass(frozen=True)
class _Look:
    """What the cells of a table share."""

    style: str
    kept: str
    clean: Callable[[str], str]


def _table(table: Table, sign: str, widths: Sequence[int], look: _Look) -> Iterator[str]:
    caption = quoteattr(look.clean(table.caption))
    yield (
        f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:noVBand="1" w:noHBand="0"/>'
        f"<w:tblCaption w:val={caption}/></w:tblPr><w:tblGrid>"
    )
    yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield "</w:tblGrid>"
    numbers = [column.has_numbers for column in table.columns]
    headings = [Printed(column.heading) for column in table.columns]
    rows = [headings, *(list(printed(row, sign)) for row in table.rows)]
    for place, row in enumerate(rows):
        yield f"<w:tr><w:trPr><w:cantSplit/>{'' if place else HEADER}</w:trPr>"
        for cell, width, is_number in zip(row, widths, numbers, strict=True):
            yield _cell(cell, width, look, is_number=is_number)
        yield "</w:tr>"
    yield "</w:tbl>"


def _cell(one: Printed, width: int, look: _Look, *, is_number: bool) -> str:
    side = RIGHT if is_number else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>'
        for line in look.clean(one.text).split("\n")
    )
    run = f"<w:r>{REASON if one.reason else ''}{lines}</w:r>"
    style = f"<w:pStyle w:val={quoteattr(look.style)}/>"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"<w:p><w:pPr>{style}{look.kept}{side}</w:pPr>{run}</w:p></w:tc>"
    )

"""Where a Word template asks for the report: on lines of their own, and at bookmarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.errors import UsageError
from tracker.problems import N_

if TYPE_CHECKING:
    from docx.document import Document

PLACE = re.compile(r"^\s*\{\{\s*finsam(?:\s*[:\s]\s*(.*?))?\s*\}\}\s*$", re.IGNORECASE)
MEANT = re.compile(r"\{\{\s*finsam[^{}]*\}?\}?", re.IGNORECASE)
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
BOOKMARK = re.compile(r"^finsam(?:_(.+))?$", re.IGNORECASE)
WHOLE = ""
EMU_OF_TWENTIETH = 635
BESIDE_TEXT = 2 * 108
"""What a cell keeps free on both sides of its text, in twentieths of a point, as Word has it."""


@dataclass(frozen=True)
class Place:
    """Where something goes: after an element, that may give way."""

    name: str
    element: Any
    level: int = 0
    """Of the heading that it stands below; 0 where there is none."""
    is_given_up: bool = False
    is_heading: bool = False
    """Whether it is the template's own heading: nobody has chosen what goes there."""


def asked_places(document: "Document") -> Iterator[Place]:
    """Placeholders and bookmarks in the text, in their order."""
    from docx.oxml.ns import qn

    above = 0
    for element in document.element.body.iter(qn("w:p")):
        if _is_in_box(element):
            continue
        above = level_of(document, element) or above
        found = PLACE.match(_text(element))
        if found:
            yield Place(found[1] or WHOLE, element, above, is_given_up=True)
        for mark in element.iter(qn("w:bookmarkStart")):
            named = BOOKMARK.match(mark.get(qn("w:name"), ""))
            if named:
                yield Place(named[1] or WHOLE, element, above)


def check_lines(document: "Document", template: Path) -> None:
    """Whether all that is meant as a placeholder can be filled in.

    Raises:
        UsageError: one stands beside other words, in a header, a footer or a text box: it would
            be printed as it is.
    """
    from docx.oxml.ns import qn

    for part in _with_text(document):
        for element in part.iter(qn("w:p")):
            text = _text(element)
            is_place = part is document.element.body and not _is_in_box(element)
            meant = MEANT.search(text)
            if meant and not (is_place and PLACE.match(text)):
                raise UsageError(
                    N_(
                        "In {file} “{text}” stands where nothing can be filled in. Write it on a "
                        "line of its own in the text, not in a header, a footer or a text box."
                    ),
                    file=template.name,
                    text=meant[0],
                )


def level_of(document: "Document", element: Any) -> int:
    """The level of a heading; 0 of any other paragraph."""
    from docx.text.paragraph import Paragraph

    style = Paragraph(element, document._body).style  # noqa: SLF001
    while style is not None:
        found = HEADING.match(str(style.name or ""))
        if found:
            return int(found[1])
        style = getattr(style, "base_style", None)
    return 0


def room_of_cell(element: Any) -> int | None:
    """Room across in the cell of a table, in English metric units; None outside of tables."""
    from docx.oxml.ns import qn

    cell = next(element.iterancestors(qn("w:tc")), None)
    width = None if cell is None else cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    if width is None or width.get(qn("w:type")) != "dxa":
        return None
    return max(int(float(width.get(qn("w:w")))) - BESIDE_TEXT, 1) * EMU_OF_TWENTIETH


def section_of(document: "Document", element: Any) -> int:
    """The number of the section that an element stands in: sections end with a paragraph."""
    body = document.element.body
    top = element
    while top.getparent() is not body:
        top = top.getparent()
    return sum(1 for one in top.itersiblings(preceding=True) if ends_section(one))


def ends_section(element: Any) -> bool:
    """Whether the pages of a section end with it: what they look like is kept in there."""
    from docx.oxml.ns import qn

    return next(element.iter(qn("w:sectPr")), None) is not None


def clear(element: Any) -> None:
    """Leave nothing of a paragraph but what it looks like, and the section that it ends."""
    from docx.oxml.ns import qn

    for child in list(element):
        if child.tag != qn("w:pPr"):
            element.remove(child)


def _with_text(document: "Document") -> Iterator[Any]:
    """The body, and every header and footer that is the section's own."""
    yield document.element.body
    for section in document.sections:
        for part in (
            *(section.header, section.first_page_header, section.even_page_header),
            *(section.footer, section.first_page_footer, section.even_page_footer),
        ):
            if not part.is_linked_to_previous:
                yield part._element  # noqa: SLF001


def _text(element: Any) -> str:
    """The text of a paragraph, without that of boxes which hang on it."""
    from docx.oxml.ns import qn

    texts = element.iter(qn("w:t"))
    return "".join(
        text.text or "" for text in texts if next(text.iterancestors(qn("w:p"))) is element
    )


def _is_in_box(element: Any) -> bool:
    from docx.oxml.ns import qn

    return next(element.iterancestors(qn("w:txbxContent")), None) is not None

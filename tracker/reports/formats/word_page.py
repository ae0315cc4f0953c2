"""The page of a Word document of our own: paper, page numbers, and nothing of another document."""

from typing import TYPE_CHECKING

from tracker.reports.formats.letters import storable
from tracker.reports.formats.printed import is_one_sheet
from tracker.reports.model import Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

NEWEST = "15"
"""What Word reads as its own; of what is older it says “compatibility mode” in the title line."""
SMALL = 8.5
WIDE = 210
"""Millimetres across a page."""
AIR = {
    "Normal": (0, 3),
    "Heading 1": (7, 2),
    "Heading 2": (7, 2),
    "Caption": (4, 2),
    "Finsam Note": (0, 1),
}
"""Points before and after the paragraphs of a short report."""
LETTERS = {"Title": 19, "Finsam Note": 8.5, "Finsam Cell": 8.5}
"""Points of its letters, where they are smaller."""
TIGHT_CELL = "16"
"""Twentieths of a point above and below the text of its cells."""
OF_ANOTHER = ("thumbnail", "stylesWithEffects")
"""Parts of the empty document that we start from, which tell nothing about ours."""


def set_page(document: "Document", report: Report) -> None:
    """Paper A4; at the bottom what the document is, and the number of the page."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDE), Mm(297)
    is_short = is_one_sheet(report)
    side = 17 if is_short else 20
    section.left_margin = section.right_margin = Mm(side)
    section.top_margin = Mm(12 if is_short else 20)
    section.bottom_margin = Mm(15 if is_short else 20)
    section.footer_distance = Mm(7 if is_short else 10)
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    footer = section.footer.paragraphs[0]
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(WIDE - 2 * side), WD_TAB_ALIGNMENT.RIGHT)
    named = (report.title, report.about.get("author", ""))
    footer.add_run(storable(" · ".join(part for part in named if part)))
    footer.add_run("\t")
    _field(footer, "PAGE")
    footer.add_run(" (")
    _field(footer, "NUMPAGES")
    footer.add_run(")")
    for run in footer.runs:
        run.font.size = Pt(SMALL)
    _be_own(document)


def tighten(document: "Document") -> None:
    """Less air around headings, notes and cells: a short report is to be one sheet."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name, (before, after) in AIR.items():
        style = document.styles[name]
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
    for name, size in LETTERS.items():
        document.styles[name].font.size = Pt(size)
    for margins in document.styles.element.iter(qn("w:tblCellMar")):
        for side in margins.iterfind(qn("w:top")), margins.iterfind(qn("w:bottom")):
            for one in side:
                one.set(qn("w:w"), TIGHT_CELL)


def _field(paragraph: "Paragraph", code: str) -> None:
    """What Word works out itself."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("value", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "value" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001
        elif text and not kind:
            asked = OxmlElement("w:instrText")
            asked.text = text
            run._r.append(asked)  # noqa: SLF001


def _be_own(document: "Document") -> None:
    """Leave out what is another document's, and be read as a new one."""
    from docx.oxml.ns import qn

    for related in (document.part.package.rels, document.part.rels):
        for key in [key for key, one in related.items() if one.reltype.endswith(OF_ANOTHER)]:
            del related[key]
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), NEWEST)

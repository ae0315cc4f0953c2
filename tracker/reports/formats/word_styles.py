"""Styles, language and page of a Word document; a template keeps its own and gets what it lacks."""

from typing import TYPE_CHECKING

from tracker.reports.formats.printed import is_one_sheet
from tracker.reports.formats.word_page import set_page, tighten
from tracker.reports.model import Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.styles import Styles

FONT = "Calibri"
DARK, SOFT = "1B1B1B", "595959"
ACCENT = "1F5C99"
SIZES = {"Title": 24, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11.5, "Heading 4": 11}
LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
TABLE, NOTE, CELL = "Finsam Table", "Finsam Note", "Finsam Cell"
CELL_SIZE = 9.0
TABLE_STYLE = f"""
<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  w:type="table" w:customStyle="1" w:styleId="FinsamTable">
  <w:name w:val="{TABLE}"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblInd w:w="0" w:type="dxa"/>
    <w:tblBorders>
      <w:top w:val="single" w:sz="4" w:space="0" w:color="C3C9CF"/>
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="C3C9CF"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="C3C9CF"/>
    </w:tblBorders>
    <w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
    <w:tcPr><w:tcBorders>
      <w:bottom w:val="single" w:sz="12" w:space="0" w:color="{ACCENT}"/></w:tcBorders>
      <w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
</w:style>
"""


def prepare(document: "Document", report: Report, *, is_own: bool) -> None:
    """Give a document the styles that the report uses.

    Args:
        document: the document.
        report: for its language.
        is_own: whether the document is ours from the start; a template keeps its looks.
    """
    _language(document, LANGUAGES[report.language], force=is_own)
    if is_own:
        set_page(document, report)
        _fonts(document)
    _missing(document, CELL_SIZE if is_own else CELL_SIZE - 1)
    if is_own and is_one_sheet(report):
        tighten(document)


def _language(document: "Document", code: str, *, force: bool) -> None:
    """The language of all text that names none; a template that names one keeps it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(qn("w:docDefaults"))
    parent = None if defaults is None else defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if parent is None:
        parent = document.styles["Normal"].element.get_or_add_rPr()
    found = parent.find(qn("w:lang"))
    if found is not None and not force:
        return
    if found is None:
        found = OxmlElement("w:lang")
        parent.append(found)
    found.set(qn("w:val"), code)


def _fonts(document: "Document") -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name in ("Normal", "Subtitle", "Caption", "Footer", *SIZES):
        style = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
        style.font.color.rgb = RGBColor.from_string(
            SOFT if name in ("Subtitle", "Footer") else DARK
        )
        style.font.italic = False
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.size, style.font.bold = Pt(size), True
        style.paragraph_format.space_before = Pt(0 if name == "Title" else size)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True
    _plain_title(document.styles)
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    document.styles["Subtitle"].font.size = Pt(11)
    caption = document.styles["Caption"]
    caption.font.size, caption.font.bold = Pt(10.5), True
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(8), Pt(4)


def _plain_title(styles: "Styles") -> None:
    """The title without the line below it, the subtitle without the blanks that are usual."""
    from docx.oxml.ns import qn

    parent = styles["Title"].element.get_or_add_pPr()
    for border in parent.findall(qn("w:pBdr")):
        parent.remove(border)
    letters = styles["Subtitle"].element.get_or_add_rPr()
    for spacing in letters.findall(qn("w:spacing")):
        letters.remove(spacing)


def _missing(document: "Document", cell_size: float) -> None:
    """Styles that are ours, and usual ones that a template has thrown away.

    The letters of cells are smaller in a template: its font may be wider than ours.
    """
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.shared import Pt, RGBColor

    styles = document.styles
    names = {style.name for style in styles}
    for name in ("Caption", *(f"Heading {level}" for level in range(1, 6))):
        if name not in names:
            added = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            added.base_style, added.font.bold = styles["Normal"], True
            added.paragraph_format.keep_with_next = True
    for name in (NOTE, CELL):
        if name not in names:
            added = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            added.base_style, added.font.size = styles["Normal"], Pt(cell_size)
            space = Pt(0 if name == CELL else 8)
            added.paragraph_format.space_after, added.paragraph_format.space_before = space, Pt(0)
            added.paragraph_format.line_spacing = 1.0
            if name == NOTE:
                added.font.color.rgb = RGBColor.from_string(SOFT)
    if TABLE not in names:
        styles.element.append(parse_xml(TABLE_STYLE))

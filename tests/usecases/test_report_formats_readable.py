"""What a reader needs besides the figures: language, headings, header rows, words for charts."""

import itertools
import re
from dataclasses import replace
from io import BytesIO

import html5lib
import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.chart import ScatterChart
from openpyxl.worksheet.cell_range import CellRange
from pypdf import PdfReader

from tests.usecases.a_report import NS, SMALL, a_report, bars, parts
from tracker.reports.formats.widths import column_widths, fits
from tracker.reports.model import Cell, Column, Report, Section, Table
from tracker.reports.svg import drawn
from tracker.reports.svg.paper import DARK, LIGHT
from tracker.reports.writing import FORMATS

CHARTS = 4


@pytest.fixture(scope="module", params=["sv", "en"])
def report(request):
    return a_report(request.param)


@pytest.fixture(scope="module")
def document(report):
    return Document(BytesIO(FORMATS[".docx"](report)))


@pytest.fixture(scope="module")
def page(report):
    return FORMATS[".html"](report).decode()


@pytest.fixture(scope="module")
def paper(report):
    return PdfReader(BytesIO(FORMATS[".pdf"](report)))


def descriptions(report):
    return [chart.description for section in report.sections for chart in section.charts]


def test_word_has_headings_title_and_language(document, report):
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert (styles[0], styles[1]) == ("Title", "Subtitle")
    headings = [
        (one.text, one.style.name) for one in document.paragraphs if "Heading" in one.style.name
    ]
    wanted = [(one.heading, f"Heading {one.level - 1}") for one in report.sections]
    assert headings == wanted
    code = {"sv": "sv-SE", "en": "en-GB"}[report.language]
    (found,) = document.styles.element.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert found.get(qn("w:val")) == document.core_properties.language == code
    assert document.core_properties.title == report.title
    assert document.core_properties.author == "Förbundet Åmål"


def test_word_opens_it_as_a_document_of_its_own_with_page_numbers(document, report):
    """Not as one in “compatibility mode” with the picture of an empty page."""
    found = parts(FORMATS[".docx"](report))
    assert re.findall(rb'compatibilityMode"[^>]* w:val="(\d+)"', found["word/settings.xml"]) == [
        b"15"
    ]
    assert not [name for name in found if "thumbnail" in name or "WithEffects" in name]
    (footer,) = document.sections[0].footer.paragraphs
    assert footer.text == f"{report.title} · Förbundet Åmål\t1 (1)"
    stops = [*footer.paragraph_format.tab_stops, *footer.style.paragraph_format.tab_stops]
    assert len(stops) == 1  # else the number would stand at the first, in the middle
    codes = [one.text for one in footer._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_word_tables_repeat_their_header_and_keep_their_width(document):
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert len(document.tables) == 6
    for table in document.tables:
        rows = table._tbl.tr_lst
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [
            True, *[False] * (len(rows) - 1)
        ]  # fmt: skip
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        widths = [cell.width for cell in table.rows[0].cells]
        assert sum(widths) == pytest.approx(room, rel=0.01)
        assert min(widths) > 12700 * 20


def test_word_charts_are_pictures_described_in_words(document, report):
    shapes = [shape._inline.docPr for shape in document.inline_shapes]
    assert [shape.get("descr") for shape in shapes] == descriptions(report)
    images = [part for name, part in parts(FORMATS[".docx"](report)).items() if "media" in name]
    assert len(images) == CHARTS
    assert all(image.startswith(b"\x89PNG") and len(image) > 5000 for image in images)


def test_the_pdf_is_tagged_titled_and_for_archives(paper, report):
    catalog = paper.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == {"sv": "sv-SE", "en": "en-GB"}[report.language]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = catalog["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert report.title in metadata


def test_the_pdf_names_header_cells_and_describes_charts(paper, report):
    found = list(elements(paper.trailer["/Root"]["/StructTreeRoot"]))
    kinds = [str(one.get("/S")) for one in found]
    columns = sum(len(t.columns) for s in report.sections for t in s.tables)
    columns += sum(
        len(c.table.columns) for s in report.sections for c in s.charts if not c.is_tabled
    )
    assert kinds.count("/TH") == columns
    assert {"/H1", "/H2", "/H3", "/Table", "/Figure"} <= set(kinds)
    alternatives = [
        str(one["/Alt"]) for one in found if one.get("/S") == "/Figure" and "/Alt" in one
    ]
    assert alternatives == descriptions(report)


def elements(node):
    """The elements of a tree of structure, in reading order."""
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        one = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(one, dict) and "/S" in one:
            yield one
            yield from elements(one)


def test_the_page_is_valid_and_needs_nothing_from_outside(page):
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<script" not in page
    addresses = set(re.findall(r"https?://[^\"'\s<)]+", page))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert not re.findall(r"(?:src|href)=\"(?!#)", page)
    assert "@media print" in page
    assert "prefers-color-scheme: dark" in page


def test_the_page_is_made_of_headings_captions_and_header_cells(page, report):
    tree = html5lib.parse(page)
    assert tree.get("lang") == report.language
    levels = [int(one.tag[-1]) for one in tree.iter() if re.search(r"}h[1-6]$", str(one.tag))]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for table in tree.iterfind(".//h:table", NS):
        assert "".join(table.find("h:caption", NS).itertext())
        assert all(cell.get("scope") == "col" for cell in table.iterfind("h:thead//h:th", NS))
        for row in table.iterfind("h:tbody/h:tr", NS):
            assert row[0].get("scope") == "row"
    names = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(names) == len(set(names))


def test_a_heading_that_lies_too_deep_does_not_stop_the_pdf():
    """PDF/UA knows no gap between levels; a report on one goal may begin with a small heading."""
    sections = (Section("Djup", ("Text",), level=4), Section("Djupare", level=6))
    report = Report("Titel", "", "sv", sections, about={"date": "2022-03-01"})
    assert "Djupare" in PdfReader(BytesIO(FORMATS[".pdf"](report))).pages[0].extract_text()
    assert '<h2 id="s1">Djup</h2>' in FORMATS[".html"](report).decode()
    assert '<h3 id="s2">Djupare</h3>' in FORMATS[".html"](report).decode()


def test_charts_on_the_page_have_a_title_and_a_description(page, report):
    tree = html5lib.parse(page)
    charts = list(tree.iterfind(".//svg:svg", NS))
    assert [one.get("role") for one in charts] == ["img"] * CHARTS
    found = [one.find("svg:desc", NS).text for one in charts]
    assert found == descriptions(report)
    for one in charts:
        named = [one.find(f"svg:{name}", NS).get("id") for name in ("title", "desc")]
        assert one.get("aria-labelledby").split() == named


def luminance(colour):
    parts_ = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts_]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_are_told_apart(colours):
    """Texts 7 to 1, shapes 3 to 1, and the line of a goal from the bar that it crosses."""
    for name in ("ink", "soft", "edge"):
        assert contrast(colours[name], colours["paper"]) >= (5.5 if name == "edge" else 6.9)
    assert contrast(colours["goal"], colours["paper"]) >= 4.5
    assert contrast(colours["goal"], colours["fill"]) >= 3
    assert contrast(colours["ink"], colours["fill"]) >= 4.5


def test_excel_charts_are_native_and_described(report):
    found = parts(FORMATS[".xlsx"](report))
    charts = sorted(name for name in found if name.startswith("xl/charts/chart"))
    assert len(charts) == CHARTS
    drawings = "".join(part.decode() for name, part in found.items() if "drawings/drawing" in name)
    for description in descriptions(report):
        assert f'descr="{description}"' in drawings


@pytest.mark.parametrize("width", [8, 12, 40])
def test_excel_charts_lie_on_what_is_printed(width):
    """Else they are cut off at the edge of the paper: one of many goals is high."""
    report = a_report()
    columns = tuple(replace(one, width=width) for one in bars().table.columns)
    many = replace(
        bars(),
        drawing=replace(bars().drawing, bars=bars().drawing.bars * 7),
        table=replace(bars().table, columns=columns, rows=bars().table.rows * 7),
    )
    first, goals, *others = report.sections
    goals = replace(goals, charts=(many, *goals.charts[1:]))
    report = replace(report, sections=(first, goals, *others))
    book = load_workbook(BytesIO(FORMATS[".xlsx"](report)))
    charts = [(sheet, chart) for sheet in book for chart in sheet._charts]
    assert len(charts) == CHARTS
    for sheet, chart in charts:
        printed = CellRange(sheet.print_area.split("!")[1].replace("$", ""))
        end = chart.anchor.to
        assert end.col + 1 <= printed.max_col
        assert end.row + 1 <= printed.max_row
        assert printed.max_col >= sheet.max_column or isinstance(chart, ScatterChart)
    book.close()


def test_what_is_hidden_is_an_empty_cell_for_excel_charts(report):
    """As a text Excel would draw it as nought; the reason stands at the end of the row."""
    book = load_workbook(BytesIO(FORMATS[".xlsx"](report)))
    sheet = book["Diagram, mål"]
    rows = list(sheet.iter_rows(min_row=3, max_row=4, values_only=True))
    assert rows[0][:5] == ("1. Arbete", 0.33, 0.25, 0.42, 0.3)
    assert rows[1][1:4] == (None, None, None)
    assert rows[1][5] == SMALL
    book.close()
    chart = parts(FORMATS[".xlsx"](report))["xl/charts/chart1.xml"].decode()
    cached = re.search(r"<c:val>.*?</c:val>", chart, re.DOTALL)[0]
    assert re.findall(r'<c:pt idx="(\d)"><c:v>([^<]*)', cached) == [("0", "0.33")]


def test_a_hidden_goal_has_no_bar_and_its_reason():
    drawing = drawn(bars()).alone()
    assert drawing.count('class="bar"') == 1 + 1  # the goal that is shown, and the legend
    assert drawing.count('class="goal"') == 2 + 1
    assert SMALL in drawing


def test_words_stay_whole_in_narrow_columns():
    columns = tuple(Column("Osäkerhet", width=9) for _ in range(8))
    table = Table("t", "t", columns, (tuple(Cell("procentenheter") for _ in range(8)),))
    assert not fits(table, 400, 8.5)
    assert fits(table, 740, 8.5)
    widths = column_widths(table, 740, 8.5)
    assert sum(widths) == pytest.approx(740)
    assert min(widths) >= 14 * 8.5 * 0.53

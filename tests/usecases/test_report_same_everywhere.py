"""Every cell of every table of every kind of report is the same text in all formats.

A workbook holds numbers: what a reader sees of one is worked out here from its number format, as
Excel does, and compared with the text that the other formats print.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import html5lib
import pytest
from docx import Document
from openpyxl import load_workbook

from tests.usecases.a_report import NS, csv_lines, pdf_text, squeezed
from tests.usecases.kinds import KINDS, report_of_kind
from tests.usecases.small_year import a_small_year
from tests.usecases.written import row_of
from tracker.reports.formats.excel_looks import number_code
from tracker.reports.formats.printed import printed, tables_of
from tracker.reports.model import Cell, Chart, Hidden, Number
from tracker.reports.writing import FORMATS


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return a_small_year(tmp_path_factory.mktemp("year"), places=True)


@pytest.fixture(
    scope="module",
    params=[*((kind, "sv") for kind in KINDS), ("annual", "en")],
    ids="-".join,
)
def report(request, store):
    return report_of_kind(store, *request.param)


@pytest.fixture(scope="module")
def every(report):
    """Every table of the report in its order, also those behind charts that stand nowhere else."""
    found = [
        one
        for section in report.sections
        for one in tables_of(section)
        if not isinstance(one, Chart)
    ]
    assert len(found) > 3
    assert any(isinstance(cell, Hidden) for one in found for row in one.rows for cell in row)
    return found


@pytest.fixture(scope="module")
def texts(every):
    """The tables as they are printed: headings and rows."""
    return [
        [
            [column.heading for column in one.columns],
            *([cell.text for cell in printed(row, "▒")] for row in one.rows),
        ]
        for one in every
    ]


def test_word(report, texts):
    document = Document(BytesIO(FORMATS[".docx"](report)))
    found = [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]
    assert found == texts


def test_the_page(report, texts):
    page = html5lib.parse(FORMATS[".html"](report).decode())
    for unseen in page.iterfind(".//h:span[@class='unseen']", NS):
        unseen.text = ""
    assert [
        [["".join(cell.itertext()) for cell in row] for row in table.iterfind(".//h:tr", NS)]
        for table in page.iterfind(".//h:table", NS)
    ] == texts


def test_markdown(report, texts):
    text = FORMATS[".md"](report).decode()
    found = [
        [row_of(line) for line in block.split("\n") if not re.fullmatch(r"[|: -]+", line)]
        for block in text.split("\n\n")
        if block.startswith("|")
    ]
    assert found == [
        [[" ".join(cell.splitlines()).strip() for cell in row] for row in one] for one in texts
    ]


def test_csv(report, every):
    lines = iter(csv_lines(FORMATS[".csv"](report)))
    for table in every:
        if not table.rows:
            assert next(lines)["Tabell" if report.language == "sv" else "Table"] == table.caption
        for number, row in enumerate(table.rows, start=1):
            for column, cell in zip(table.columns, row, strict=True):
                line = list(next(lines).values())
                assert line[:2] == [table.caption, str(number)]
                assert line[3] == column.heading
                shown = line[6] if isinstance(cell, Hidden) else line[4]
                assert shown.lstrip("'") == cell.text
                for name in column.spread:
                    assert next(lines)["Kolumn" if report.language == "sv" else "Column"] == (
                        f"{column.heading}: {name}"
                    )
    assert next(lines, None) is None


def test_paper(report, texts):
    paper = pdf_text(FORMATS[".pdf"](report))
    at = 0
    for table in texts:
        for row in table[1:]:
            wanted = "".join(squeezed(cell) for cell in row)
            at = paper.find(wanted, at)
            assert at >= 0, (table[0], row)


def test_the_workbook(report, every):
    book = load_workbook(BytesIO(FORMATS[".xlsx"](report)))
    sheets = [list(one) for one in book if one["A2"].font.bold and one.freeze_panes == "A3"]
    behind = {one.caption for s in report.sections for one in s.charts}
    compared = 0
    for table in every:
        (sheet,) = [
            one
            for one in sheets
            if one[0][0].value == table.caption
            and [cell.value for cell in one[1] if cell.value][:1] == [table.columns[0].heading]
            and len(one) > len(table.rows)
        ][:1] or [None]
        assert sheet is not None, table.caption
        for row, cells in zip(table.rows, sheet[2:], strict=False):
            place = 0
            for column, cell in zip(table.columns, row, strict=True):
                found = cells[place]
                place += 1 + len(column.spread)
                if isinstance(cell, Hidden):
                    wanted = None if table.caption in behind else cell.text
                    assert found.value == wanted
                elif cell.number is None:
                    assert (found.value or "") == cell.text
                else:
                    compared += 1
                    assert seen(found) == bare(cell.text, report.language), (table.caption, row)
    book.close()
    assert compared > 3


def seen(cell):
    """A number as its format shows it; digits in English, and without signs that group them."""
    positive, *others = cell.number_format.split(";")
    code = others[0] if others and cell.value < 0 else positive
    value = Decimal(repr(cell.value)) * (100 if "%" in code else 1)
    decimals = len(re.search(r"0(?:\.(0+))?", code)[1] or "")
    shown = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP) + 0
    if not shown and others:
        code = others[1]
    digits = re.sub(r"(#,##)?0(\.0+)?", f"{abs(shown) if others else shown:f}", code, count=1)
    return re.sub(r"\s", "", digits.replace('"', ""))


def bare(text, lang):
    """A text with its digits as in English."""
    plain = re.sub(r"\s", "", text.replace("\N{MINUS SIGN}", "-"))
    return plain.replace(",", ".") if lang == "sv" else plain.replace(",", "")


@pytest.mark.parametrize(
    ("number", "text", "code"),
    [
        (Number(12), "12*", '#,##0"*"'),
        (Number(0.05, "share"), "inom 5\N{NO-BREAK SPACE}%", '"inom "0%'),
        (Number(0.5, "share"), "50 % ≠", '0%" ≠"'),
        (Number(24), "+24", "+#,##0;-#,##0;#,##0"),
        (Number(-24), "\N{MINUS SIGN}24", "#,##0"),
        (Number(7200, "kronor"), "7 200 kr", '#,##0" kr"'),
        (Number(37), "37 av 112 avslut", "#,##0"),
        (Number(37), "37 avslut som alla är av det slaget", "#,##0"),
    ],
)
def test_what_stands_beside_a_number_is_seen_in_excel(number, text, code):
    assert number_code(number, text, 20, "sv") == code


def test_a_cell_that_differs_would_be_seen(report):
    """The comparison itself: a digit more, and a sign less, are differences."""
    assert bare("−1 594,5 kr", "sv") == "-1594.5kr"
    assert bare("SEK 1,234", "en") == "SEK1234"
    cells = [c for s in report.sections for t in s.tables for r in t.rows for c in r]
    assert any(isinstance(one, Cell) and one.number is not None for one in cells)

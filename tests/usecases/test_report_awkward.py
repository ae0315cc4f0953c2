"""The golden files hold every awkward case, and every kind of report comes out without any rows."""

import re
from pathlib import Path

import pytest

from tests.usecases.a_report import csv_lines, docx_tables, html_tables, pdf_text, squeezed
from tests.usecases.kinds import KINDS
from tests.usecases.small_year import an_empty_year, opened
from tests.usecases.written import sheets, tables
from tracker.errors import DataError
from tracker.exports.catalogue import make_catalogue
from tracker.exports.files import to_file
from tracker.exports.finsam import finsam_sheets
from tracker.periods import parse_period
from tracker.reports import make_report
from tracker.reports.writing import FORMATS

GOLDEN = Path(__file__).parents[1] / "golden"
AWKWARD = {
    "no exits": ("Avsluten insats för insats", ["Ärlan", "0", "0", "", ""]),
    "hidden for being few": (
        "Individ",
        ["4", "30 % på Ön", "30 %", "Redovisas inte – färre än 5 personer", *"▒▒▒▒"],
    ),
    "hidden for others' sake": (
        "Deltagare efter insats",
        ["Navet *i* Ängelholm", "0", "▒ annat", "9", "▒"],
    ),
    "all of them": (
        "Individ",
        ["2", "Alla ska ha en plan", "100 %", "30 av 30 avslut", "100 %", "", "✓ Målet uppfyllt",
         ""],
    ),
    "none of them": (
        "Individ",
        ["5", "Fler än året före till studier", "bättre än året före", "0 av 30 avslut", "0 %",
         "0–11 %", "· För litet underlag för bedömning", "2 okända"],
    ),
    "too few for per cent": (
        "Individ",
        ["3", "Hälften i Navet går vidare", "50 %", "5 av 9 avslut", "", "",
         "· För litet underlag för bedömning", ""],
    ),
    "nothing answered": ("Hur många som svarade", ["Chefer", "8", "0", ""]),
    "a budget of nothing": (
        "Planens uppställning med utfall", ["Kansli", "0 kr", "5 000 kr", "5 000 kr", ""]
    ),
    "no deviation from nothing": (
        "13. Utfall inom 5 %", ["Ärlan", "0 kr", "0 kr", "kan inte räknas", ""]
    ),
    "no outcome": ("13. Utfall inom 5 %", ["Ön", "100 000 kr", "saknas", "kan inte räknas", ""]),
    "signs of the format in a name": (
        "Planerat och faktiskt antal deltagare", ["KRUS | Åmål", "", "▒ annat"]
    ),
}  # fmt: skip
"""What is awkward, the table that shows it, and how."""


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("case", AWKWARD)
def test_the_golden_year_holds_every_awkward_case(case):
    table, row = AWKWARD[case]
    assert row in tables(golden("small_year.md"))[table]


def test_the_golden_year_holds_awkward_letters_and_words():
    text = golden("small_year.md")
    assert {"å", "ä", "ö", "Å", "Ä", "Ö", "−", "–", "▒"} <= set(text)
    assert r"Kommentar: =SUMMA(A1) är \| ingen formel." in text
    assert "I planen står 2 100 000 kr som ”SUMMA intäkter” för 2021, men raderna ger" in text
    assert "det bygger på för få personer" in text


def test_the_empty_golden_year_has_headings_and_sentences():
    text = golden("empty_year.md")
    for said in (
        "Inga deltagare är registrerade under perioden.",
        "Inget avslutades under perioden",
        "Ingen uppföljning skulle göras under perioden.",
    ):
        assert said in text
    sections = [part.strip() for part in re.split(r"\n#+ [^\n]*\n", text)[1:]]
    assert len(sections) > 20
    heads = tables(text)
    assert heads["Deltagare efter insats"][1] == ["Totalt", "0", "0", "0", "0"]


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    return an_empty_year(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="module", params=["sv", "en"])
def lang(request):
    return request.param


@pytest.fixture(scope="module", params=["annual", "interim", "intervention"])
def made(empty, lang, request):
    """A report of nothing in every format; nobody lives in any municipality."""
    label, part = KINDS[request.param]
    workspace = opened(empty, lang)
    try:
        report = make_report(workspace, parse_period(label), **part)
    finally:
        workspace.close()
    return report, {suffix: write(report) for suffix, write in FORMATS.items()}


def test_without_rows_every_format_has_every_heading(made):
    report, files = made
    on_paper, page = pdf_text(files[".pdf"]), files[".html"].decode()
    for section in report.sections:
        assert section.paragraphs or section.tables or section.key == "mål_för_mål"
        assert squeezed(section.heading) in on_paper
        assert f">{section.heading}</h" in page
        assert f"# {section.heading.split(' ')[0]}" in files[".md"].decode().replace("\\", "")


def test_without_rows_every_format_has_the_headers_of_its_tables(made):
    report, files = made
    in_word, on_page = docx_tables(files[".docx"]), html_tables(files[".html"])
    in_excel = [
        row
        for rows in sheets(files[".xlsx"]).values()
        for row in rows
        if row and row[0] is not None
    ]
    in_csv = {line[next(iter(line))] for line in csv_lines(files[".csv"])}
    assert any(section.tables for section in report.sections)
    for table in (one for section in report.sections for one in section.tables):
        headings = [column.heading for column in table.columns]
        assert in_word[table.caption][0] == headings
        assert on_page[table.caption][0] == headings
        assert any(row[0] == headings[0] for row in in_excel)
        assert table.caption in in_csv or not table.rows


def test_a_municipality_without_anybody_is_refused_in_words(empty):
    workspace = opened(empty)
    with pytest.raises(DataError, match="No participant here has a municipality"):
        make_report(workspace, parse_period("2021"), kommun="Åmål")
    workspace.close()


def test_without_rows_the_sheets_for_finsam_and_the_catalogue_have_headers(empty, lang):
    workspace = opened(empty, lang)
    try:
        for suffix in (".xlsx", ".csv"):
            content = to_file(finsam_sheets(workspace, parse_period("2021")), suffix)
            assert len(content) > 100
            if suffix == ".xlsx":
                assert all(any(rows) for rows in sheets(content).values())
        catalogue = make_catalogue(workspace)
    finally:
        workspace.close()
    for suffix in (".docx", ".html", ".pdf", ".md"):
        content = FORMATS[suffix](catalogue)
        assert len(content) > 500, suffix
    assert "KRUS" in FORMATS[".md"](catalogue).decode()

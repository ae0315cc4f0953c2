"""The same figure is the same text in every format, and the texts are those of the scorecard."""

import pytest

from tests.usecases.a_report import (
    CROSS,
    EMPTY,
    GOALS,
    SMALL,
    a_report,
    csv_lines,
    docx_tables,
    html_tables,
    parts,
    pdf_text,
    squeezed,
)
from tests.usecases.small_year import a_small_year, opened
from tests.usecases.written import YEAR, published, sheets, tables
from tracker.reports import make_report
from tracker.reports.formats.printed import printed
from tracker.reports.model import Cell, Hidden, Report, Section
from tracker.reports.writing import FORMATS
from tracker.wording import language
from tracker.wording.figures import fact_text, goal_interval_text, value_text


@pytest.fixture(scope="module")
def files():
    report = a_report()
    return {suffix: write(report) for suffix, write in FORMATS.items()}


def expected(table):
    """A table as texts: headings, then rows with the reason of what is hidden once."""
    rows = [[one.text for one in printed(row, "▒")] for row in table.rows]
    return [[column.heading for column in table.columns], *rows]


@pytest.mark.parametrize("table", [GOALS, CROSS, EMPTY], ids=lambda table: table.name)
def test_a_table_is_the_same_in_word_and_on_the_page(files, table):
    assert docx_tables(files[".docx"])[table.caption] == expected(table)
    assert html_tables(files[".html"])[table.caption] == expected(table)


@pytest.mark.parametrize("table", [GOALS, CROSS], ids=lambda table: table.name)
def test_every_row_stands_in_the_pdf(files, table):
    text = pdf_text(files[".pdf"])
    for row in expected(table):
        assert "".join(squeezed(cell) for cell in row) in text


def test_csv_has_a_line_for_each_cell_and_each_number(files):
    lines = [one for one in csv_lines(files[".csv"]) if one["Tabell"] == GOALS.caption]
    found = {(one["Rad nr"], one["Kolumn"]): one for one in lines}
    assert len(lines) == len(found) == 4 * 6
    assert found["1", "Utfall"]["Värde"] == "37 av 112 avslut"
    assert found["1", "Utfall: Av"]["Tal"] == "112"
    assert (found["1", "Värde"]["Värde"], found["1", "Värde"]["Tal"]) == (
        "33,0\N{NO-BREAK SPACE}%",
        "33",
    )
    assert found["3", "Värde"]["Värde"] == "+5 procentenheter"
    for column in ("Utfall", "Utfall: Antal", "Utfall: Av", "Värde"):
        one = found["2", column]
        assert (one["Värde"], one["Tal"], one["Redovisas inte därför att"]) == ("", "", SMALL)


def test_csv_opens_in_excel_and_no_text_is_a_formula(files):
    assert files[".csv"].startswith(b"\xef\xbb\xbfTabell;Rad nr;")
    assert b"\r\n" in files[".csv"]
    values = [value for line in csv_lines(files[".csv"]) for value in line.values()]
    assert "'=SUM(1+1)" in values
    assert not [value for value in values if value.startswith(("=", "@"))]


def test_numbers_are_written_with_a_decimal_comma():
    from fractions import Fraction

    from tracker.reports.formats.csv import to_csv
    from tracker.reports.model import Column, Number, Table

    numbers = (Number(Fraction(1, 3), "share", 1), Number(Fraction(-1, 8), "points"), Number(2.5))
    columns = tuple(Column(str(place)) for place in range(4))
    cells = (Cell("x"), *(Cell("y", number) for number in numbers))
    table = Table("T", "T", columns, (cells,))
    made = to_csv(Report("T", "", "sv", (Section("A", tables=(table,)),)))
    assert [line["Tal"] for line in csv_lines(made)] == ["", "33,333333", "-12,5", "2,5"]


def test_a_table_without_rows_says_so_in_every_format(files):
    said = "Det finns inget att redovisa i den här tabellen."
    assert squeezed(said) in pdf_text(files[".pdf"])
    assert f"Utan rader;;;;{said};;\r\n" in files[".csv"].decode()
    assert said in files[".md"].decode()
    assert said in files[".html"].decode()
    assert said.encode() in parts(files[".docx"])["word/document.xml"]
    assert sheets(files[".xlsx"])["Tom"][1] == ["Insats", "Antal"]
    assert said in [row[0] for row in sheets(files[".xlsx"])["Tom"]]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_report_without_anything_still_comes_out(lang):
    report = Report("Tom", "Under", lang, (), about={"date": "2022-03-01"})
    for suffix, write in FORMATS.items():
        assert len(write(report)) > 0, suffix


def test_the_same_report_gives_the_same_bytes(files):
    again = a_report()
    for suffix, write in FORMATS.items():
        assert write(again) == files[suffix], suffix


def test_letters_that_no_font_has_do_not_stop_the_pdf(files):
    """A smiley in a comment; Word and the page keep it, on paper it is left out."""
    text = pdf_text(files[".pdf"])
    assert "Nyrad.?" in text
    assert "😀" in files[".html"].decode()
    assert "😀".encode() in parts(files[".docx"])["word/document.xml"]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return a_small_year(tmp_path_factory.mktemp("year"))


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_format_prints_the_strings_of_the_scorecard(store, lang):
    workspace = opened(store, lang)
    report = make_report(workspace, YEAR)
    workspace.close()
    rows = {
        ".md": rows_of(tables(FORMATS[".md"](report).decode())),
        ".docx": rows_of(docx_tables(FORMATS[".docx"](report))),
        ".html": rows_of(html_tables(FORMATS[".html"](report))),
    }
    on_paper = pdf_text(FORMATS[".pdf"](report))
    values = list(csv_lines(FORMATS[".csv"](report)))
    in_csv = {value.lstrip("'") for one in values for value in one.values()}
    checked = 0
    for card in published(store, lang).goals:
        strings = said(card, lang)
        checked += len(strings) > 1
        for suffix, found in rows.items():
            assert any(set(strings) <= set(row) for row in found), (suffix, strings)
        assert set(strings) <= in_csv
        assert "".join(squeezed(text) for text in strings[1:]) in on_paper
    assert checked > 8


def rows_of(found):
    return [row for table in found.values() for row in table]


def said(card, lang):
    """The goal with its fact, value and interval as every screen shows them."""
    words = language(lang)
    if card.hidden:
        return [card.goal.text]
    fact = fact_text(words, card.goal, card.figure)
    if card.figure.persons is not None and card.figure.persons < card.reading.min_judge:
        return [card.goal.text, fact]
    value = value_text(words, card.goal, card.figure)
    shown = [fact, value, goal_interval_text(words, card.goal, card.figure)]
    return [card.goal.text, *(text for text in shown if text)]


def test_hidden_cells_give_their_reason_in_every_format(files):
    assert any(isinstance(cell, Hidden) for row in GOALS.rows for cell in row)
    assert docx_tables(files[".docx"])[GOALS.caption][2] == ["=SUM(1+1)", SMALL, "▒", "▲ Uppfyllt"]
    page = files[".html"].decode()
    assert f'<span aria-hidden="true">▒</span><span class="unseen">{SMALL}</span>' in page

"""How the report lies on paper: short tables stay whole, words in headings too, months in words."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from tests.usecases.a_report import squeezed
from tracker.periods import parse_period
from tracker.reports.formats.widths import WHOLE, column_widths, stays_whole
from tracker.reports.model import Cell, Column, Number, Report, Section, Table
from tracker.reports.writing import FORMATS
from tracker.wording import language
from tracker.wording.spans import span_text


def a_table(rows, name="T"):
    cells = tuple((Cell(f"{name} rad {at}"), Cell(str(at), Number(at))) for at in range(rows))
    return Table(name, name, (Column("Vad", width=30), Column("Antal", has_numbers=True)), cells)


def a_report(*tables):
    sections = (Section("Tabeller", tables=tables),)
    return Report("Titel", "Under", "sv", sections, about={"date": "2022-03-01"})


def pages(report):
    reader = PdfReader(BytesIO(FORMATS[".pdf"](report)))
    return [squeezed(page.extract_text()) for page in reader.pages]


def page_of(found, text):
    return next(number for number, page in enumerate(found) if squeezed(text) in page)


def test_no_short_table_is_divided_between_pages():
    tables = [a_table(13, name) for name in "ABCDEFGH"]
    found = pages(a_report(*tables))
    assert len(found) > 1
    for table in tables:
        first, last = (table.rows[at][0].text for at in (0, -1))
        assert page_of(found, first) == page_of(found, last)


def in_parts(number):
    """As many parts, eight of them with a table."""
    sections = tuple(
        Section(f"Del {at}", ("Text.",), tables=(a_table(8, f"D{at}"),) if at < 8 else ())
        for at in range(number)
    )
    return Report("Titel", "Under", "sv", sections, about={"date": "2022-03-01"})


def test_a_report_on_one_intervention_is_one_sheet():
    """Its eight parts stand closer than those of the association's report."""
    assert len(pages(in_parts(8))) == 2
    assert len(pages(in_parts(10))) == 3


def test_word_leaves_less_air_in_a_short_report_too():
    short, long = (Document(BytesIO(FORMATS[".docx"](in_parts(at)))) for at in (8, 10))
    assert short.sections[0].top_margin < long.sections[0].top_margin
    for name in ("Heading 1", "Caption", "Finsam Note"):
        airs = [one.styles[name].paragraph_format for one in (short, long)]
        assert airs[0].space_before + airs[0].space_after < airs[1].space_before + (
            airs[1].space_after
        ), name
    assert short.styles["Finsam Cell"].font.size < long.styles["Finsam Cell"].font.size


def test_a_long_table_fills_the_pages_and_repeats_its_header():
    found = pages(a_report(a_table(180)))
    assert len(found) == 3 or len(found) == 4
    assert all("VadAntal" in page for page in found)


def test_in_word_the_rows_of_a_short_table_keep_together():
    document = Document(BytesIO(FORMATS[".docx"](a_report(a_table(5, "A"), a_table(40, "B")))))
    short, long = (
        [row._tr.find(f".//{qn('w:keepNext')}") is not None for row in table.rows]
        for table in document.tables
    )
    assert short == [True] * 6  # the last one with the note below
    assert not any(long)


def test_lines_are_counted_and_not_rows():
    columns = (Column("Vad", width=20), Column("Text", width=20))
    rows = tuple((Cell("a"), Cell("ord " * 60)) for _ in range(6))
    table = Table("T", "T", columns, rows)
    assert not stays_whole(table, column_widths(table, 300, 8.5), 8.5)
    assert stays_whole(a_table(WHOLE), column_widths(a_table(WHOLE), 300, 8.5), 8.5)


@pytest.mark.parametrize(
    ("label", "sv", "en"),
    [
        ("2021", "2021", "2021"),
        ("2020-01..2021-12", "2020–2021", "2020–2021"),
        ("2021-ack-T2", "januari–augusti 2021", "January–August 2021"),
        ("2021-T2", "maj–augusti 2021", "May–August 2021"),
        ("2021-03", "mars 2021", "March 2021"),
        ("2020-11..2021-02", "november 2020–februari 2021", "November 2020–February 2021"),
    ],
)
def test_a_period_is_said_in_months(label, sv, en):
    period = parse_period(label)
    assert span_text(language("sv"), period) == sv
    assert span_text(language("en"), period) == en

"""Nothing below the minimum stands anywhere in a file: text, properties, charts, alternative texts.

Two stores differ in nothing but what is hidden. Whoever has both files of a kind must not be able
to tell them apart, down to the last byte of every part: so no hidden value can be in any of them.
"""

from dataclasses import replace

import pytest

from tests.usecases.a_report import parts
from tests.usecases.kinds import KINDS, report_of_kind
from tests.usecases.small_year import a_small_year
from tracker.reports.drawings import GoalBars
from tracker.reports.model import Cell, Column, Hidden, Number, Table
from tracker.reports.writing import FORMATS

PLANTED = "0.2727"
"""A share of a hidden count, as it would stand in a file."""


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    one = a_small_year(folder / "one", exits=exits(2, 1), places=True)
    other = a_small_year(folder / "other", exits=exits(1, 2), swapped=True, places=True)
    return one, other


def exits(of_krus, of_ön):
    """So many men of two interventions at work: three together, so that sums stay the same."""
    return (
        ("krus", "kvinna", 12, 5, 1),
        ("krus", "man", 6, of_krus, 0),
        ("navet", "kvinna", 7, 4, 0),
        ("navet", "man", 2, 1, 0),
        ("ön", "man", 4, of_ön, 1),
    )


def hidden(report):
    """The hidden cells, by the table and the row that they stand in."""
    return [
        (table.caption, row[0].text, column.heading)
        for section in report.sections
        for table in section.tables
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if isinstance(cell, Hidden)
    ]


def made(report, suffix):
    return parts(FORMATS[suffix](report))


def differing(one, other):
    """The parts of two files that are not the same."""
    return [name for name in {*one, *other} if one.get(name) != other.get(name)]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_files_of_two_stores_that_differ_in_what_is_hidden_are_the_same(stores, kind, lang):
    one, other = (report_of_kind(store, kind, lang) for store in stores)
    assert hidden(one)
    assert one == other
    for suffix in FORMATS:
        assert differing(made(one, suffix), made(other, suffix)) == [], suffix


def test_what_is_hidden_is_really_otherwise(tmp_path, stores):
    """Else the test above would compare a store with itself."""
    one, other = (report_of_kind(store, "annual") for store in stores)
    assert ("Avsluten insats för insats", "Ön", "Till arbete eller studier") in hidden(one)
    shown = a_small_year(tmp_path, exits=(*exits(1, 2), ("navet", "kvinna", 1, 1, 0)), places=True)
    assert report_of_kind(shown, "annual") != other


# Where a value could get into a file, and the formats that would then be told apart.
EVERYWHERE = set(FORMATS)
DRAWN = {".docx", ".pdf", ".html", ".xlsx"}


def with_paragraph(report):
    first, *rest = report.sections
    changed = replace(first, paragraphs=(*first.paragraphs, f"Dolt: {PLANTED}."))
    return replace(report, sections=(changed, *rest))


def with_table(report, change):
    first, *rest = report.sections
    table, *more = first.tables
    return replace(report, sections=(replace(first, tables=(change(table), *more)), *rest))


def with_note(report):
    return with_table(report, lambda table: replace(table, notes=(f"Dolt: {PLANTED}.",)))


def with_heading(report):
    def change(table):
        return replace(table, columns=(Column(f"Dolt {PLANTED}"), *table.columns[1:]))

    return with_table(report, change)


def with_cell(report):
    def change(table):
        return replace(table, rows=((Cell(PLANTED), *table.rows[0][1:]), *table.rows[1:]))

    return with_table(report, change)


def with_number_behind_a_text(report):
    """The text is the same, the number that calculates is not."""

    def change(table):
        cell = Cell(table.rows[0][1].text, Number(float(PLANTED)))
        return replace(table, rows=((table.rows[0][0], cell, *table.rows[0][2:]), *table.rows[1:]))

    return with_table(report, change)


def with_chart(report, change):
    place, section = next((at, one) for at, one in enumerate(report.sections) if one.charts)
    changed = replace(section, charts=(change(section.charts[0]), *section.charts[1:]))
    sections = (*report.sections[:place], changed, *report.sections[place + 1 :])
    return replace(report, sections=sections)


def with_alternative_text(report):
    return with_chart(report, lambda one: replace(one, description=f"Dolt: {PLANTED}."))


def with_bar(report):
    def change(chart):
        assert isinstance(chart.drawing, GoalBars)
        first, *rest = chart.drawing.bars
        bars = (replace(first, value=float(PLANTED)), *rest)
        return replace(chart, drawing=replace(chart.drawing, bars=bars))

    return with_chart(report, change)


def with_chart_data(report):
    """The table behind a chart, which Excel draws and keeps in the chart as well."""

    def change(chart):
        table = chart.table
        row = (table.rows[0][0], Cell("", Number(float(PLANTED), "share")), *table.rows[0][2:])
        return replace(chart, table=Table(table.caption, table.name, table.columns,
                                          (row, *table.rows[1:])))  # fmt: skip

    return with_chart(report, change)


def with_property(name):
    return lambda report: replace(report, about={**report.about, name: f"Dolt {PLANTED}"})


@pytest.mark.parametrize(
    ("plant", "suffixes"),
    [
        (with_paragraph, EVERYWHERE - {".csv"}),
        (with_note, EVERYWHERE - {".csv"}),
        (with_heading, EVERYWHERE),
        (with_cell, EVERYWHERE),
        (with_number_behind_a_text, {".xlsx", ".csv"}),
        (with_alternative_text, {".docx", ".pdf", ".html", ".xlsx"}),
        (with_bar, DRAWN),
        (with_chart_data, {".xlsx"}),
        (with_property("author"), {".docx", ".pdf", ".html", ".xlsx"}),
        (with_property("subject"), {".docx", ".xlsx"}),
    ],
)
def test_a_value_put_anywhere_would_be_found(stores, plant, suffixes):
    report = report_of_kind(stores[0], "annual")
    planted = plant(report)
    found = {suffix for suffix in FORMATS if differing(made(report, suffix), made(planted, suffix))}
    assert found == suffixes

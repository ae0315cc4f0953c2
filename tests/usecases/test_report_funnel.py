"""The funnel of the report draws what the table of results shows, and nothing that it hides."""

from datetime import date
from fractions import Fraction

import pytest

from tests.factories import a_workspace
from tests.usecases.demos import a_demo, a_setting
from tracker.periods import parse_period
from tracker.reports import make_report
from tracker.reports.drawings import FunnelDrawing
from tracker.reports.model import Cell


@pytest.fixture(scope="module")
def section(tmp_path_factory):
    place = a_demo(tmp_path_factory.mktemp("demo") / "demo.db", a_setting(seed=32, size=None))
    workspace = a_workspace(place, today=date(2022, 3, 1))
    try:
        report = make_report(workspace, parse_period("2021"))
    finally:
        workspace.close()
    return next(part for part in report.sections if part.key == "insatser")


def results(section):
    """Ended and reached of the interventions that show both, by name."""
    table = next(each for each in section.tables if each.caption == "Avsluten insats för insats")
    return {
        row[0].text: (row[1].number.value, row[2].number.value)
        for row in table.rows[:-1]
        if all(isinstance(cell, Cell) and cell.number is not None for cell in row[1:3])
    }


def test_every_point_is_a_row_that_shows_its_numbers(section):
    shown = results(section)
    (chart,) = section.charts
    assert isinstance(chart.drawing, FunnelDrawing)
    drawn = sorted((point.size, point.value) for point in chart.drawing.points)
    large = [(n, x) for n, x in shown.values() if n >= 10]
    assert drawn == sorted((float(n), float(Fraction(x, n))) for n, x in large)
    assert len(drawn) >= 3


def test_the_table_behind_it_holds_the_same_rows(section):
    (chart,) = section.charts
    behind = {row[0].text: row[1].number.value for row in chart.table.rows}
    assert behind == {name: n for name, (n, _) in results(section).items()}


def test_what_is_hidden_in_the_table_is_no_number_in_the_chart(section):
    (chart,) = section.charts
    hidden = {"Knutpunkten i Västervik"} - results(section).keys()
    assert hidden, "the year has an intervention that is hidden"
    for name in hidden:
        told = chart.description.partition(f"{name}: ")[2].partition(".")[0]
        assert told.startswith("Redovisas inte")

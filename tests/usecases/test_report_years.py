"""The years beside each other in a report: what is corrected, what counts something else."""

import shutil
import sqlite3

from tests.usecases.demos import a_demo, a_setting, opened
from tracker.periods import parse_period, year_of
from tracker.planning import apply_plan
from tracker.plans import read_text, shipped_text
from tracker.reports import make_report, remember_report
from tracker.reports.readiness import remarks


def test_a_goal_that_counts_something_else_is_marked_and_not_called_corrected(tmp_path):
    setting = a_setting(size=260)
    place = a_demo(tmp_path / "demo.db", setting)
    with opened(place, setting) as workspace:
        remember_report(workspace, make_report(workspace, year_of(2021)))
        before, _ = read_text(
            shipped_text("kalmar-2021")
            .replace('id = "kalmar-2021"', 'id = "kalmar-2020"', 1)
            .replace("year = 2021", "year = 2020", 1)
            .replace('"studier"]\n', '"studier"]\ndenominator = "fullföljda"\n', 1),
            "plan.toml",
        )
        apply_plan(workspace.store, before, actor="anna", now=workspace.now)
    with opened(place, setting) as workspace:
        report = make_report(workspace, year_of(2021))
    years = next(part for part in report.sections if part.heading == "Målen över åren")
    assert years.paragraphs == ("De här målen räknas på ett annat sätt än året före: mål 3.",)
    table = years.tables[0]
    notes = " ".join(table.notes)
    assert "≠ målet räknades på ett annat sätt det året" in notes
    assert "Rättat" not in notes
    (chart,) = years.charts
    assert chart.table.notes == (
        "Målet räknades på ett annat sätt 2019 och 2020, så de åren går inte att jämföra.",
    )


def test_a_figure_of_an_earlier_year_that_was_corrected_is_named_with_its_goal(tmp_path):
    setting = a_setting(size=260)
    place = a_demo(tmp_path / "demo.db", setting)
    again = tmp_path / "again.db"
    with opened(place, setting) as workspace:
        remember_report(workspace, make_report(workspace, year_of(2021)))
    shutil.copy2(place, again)
    _void_exits(again, 2020)
    with opened(again, setting) as workspace:
        report = make_report(workspace, year_of(2021))
    table = next(p for p in report.sections if p.heading == "Målen över åren").tables[0]
    (said,) = (note for note in table.notes if note.startswith("Rättat"))
    assert "mål 3, 2020" in said


def _void_exits(place, year):
    with sqlite3.connect(place) as base:
        base.execute(
            "update episode set voided = 1 where id in (select id from episode "
            "where end_date like ? limit 9)", (f"{year}-%",),
        )  # fmt: skip
    base.close()


def test_who_publishes_an_earlier_year_after_a_later_one_is_told(tmp_path):
    setting = a_setting(size=60)
    place = a_demo(tmp_path / "demo.db", setting)
    with opened(place, setting) as workspace:
        warned = "En rapport om senare tid är redan gjord"
        assert not _warned(workspace, 2020, warned)
        remember_report(workspace, make_report(workspace, year_of(2021)))
        assert _warned(workspace, 2020, warned)
        assert not _warned(workspace, 2021, warned)
        remember_report(workspace, make_report(workspace, year_of(2020)))
        assert not _warned(workspace, 2020, warned)


def _warned(workspace, year, words):
    return any(one.sentence.startswith(words) for one in remarks(workspace, year_of(year)))


def test_participants_stand_year_by_year_as_each_year_has_them(tmp_path):
    setting = a_setting(size=400)
    place = a_demo(tmp_path / "demo.db", setting)
    with opened(place, setting) as workspace:
        report = make_report(workspace, year_of(2021))
        alone = {year: _flow(make_report(workspace, year_of(year))) for year in (2020, 2021)}
    people = next(part for part in report.sections if part.heading == "Deltagare")
    table = people.tables[-1]
    assert table.caption == "Deltagare år för år"
    headings = [column.heading for column in table.columns]
    for year, flow in alone.items():
        at = headings.index(str(year))
        whole, *shown = [row[at].number.value for row in table.rows]
        assert shown == flow
        assert whole == shown[0] + shown[1] == shown[2] + shown[3]


def _flow(report):
    """The totals of a report's own flow."""
    table = next(one for part in report.sections for one in part.tables
                 if one.caption == "Deltagare efter kön")  # fmt: skip
    return [cell.number.value for cell in table.rows[-1][1:]]


def test_two_years_together_stand_beside_the_years_before_them(tmp_path):
    setting = a_setting(size=400)
    place = a_demo(tmp_path / "demo.db", setting)
    with opened(place, setting) as workspace:
        report = make_report(workspace, parse_period("2020-01..2021-12"))
    tables = {one.caption: one for part in report.sections for one in part.tables}
    for caption in ("Deltagare år för år", "Målen år för år"):
        headings = [column.heading for column in tables[caption].columns]
        assert headings[-1] == "2020–2021"
        assert "2020" not in headings
        assert "2021" not in headings

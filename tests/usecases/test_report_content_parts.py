"""What the parts of a report say: the year, an interim period, one intervention, a municipality."""

from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from db.records import add_rows, begin_change
from db.tables import Count, Money
from db.tallies.board import interventions
from tests.factories import NOW, a_plan, a_store, a_workspace
from tests.usecases.demos import a_demo, a_setting
from tests.usecases.small_year import a_small_year, an_empty_year, opened
from tracker.cli import main
from tracker.errors import DataError, UsageError
from tracker.periods import parse_period
from tracker.privacy import Count as Persons
from tracker.privacy import Rule, earlier_publications
from tracker.reports import make_report, remember_report
from tracker.reports.drafts import (
    Counted,
    DraftSection,
    DraftTable,
    HiddenWords,
    Said,
    published,
)
from tracker.reports.formats.markdown import to_markdown
from tracker.reports.formats.pdf import to_pdf
from tracker.reports.model import Cell, Column, Hidden

GOLDEN = Path(__file__).parents[1] / "golden" / "empty_year.md"
WORDS = HiddenWords({"small": "få", "complementary": "annat", "earlier": "förut"})
DAYS = {"start": date(2021, 1, 1), "end": date(2022, 1, 1)}
INTERIM = ["Samlad bedömning", "Mål och utfall", "Deltagare", "Insatserna", "Efter avslutet",
           "Ekonomi", "Aktiviteter", "Datakvalitet", "Så har siffrorna tagits fram",
           "Så räknas varje mål"]  # fmt: skip
WHOLE_YEAR = ["Vilka deltagarna är", "Vad som ändrades för deltagarna", "Enkäterna",
              "Kvinnor och män", "Målen över åren"]  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return a_demo(tmp_path_factory.mktemp("demo") / "demo.db", a_setting(seed=32, size=None))


def made(place, period="2021", today=date(2022, 3, 1), **only):
    workspace = a_workspace(place, today=today)
    try:
        return make_report(workspace, parse_period(period), **only)
    finally:
        workspace.close()


@pytest.fixture(scope="module")
def year(demo):
    return made(demo)


def headings(report):
    return [part.heading for part in report.sections if part.level == 2]


def tables(report):
    return {table.caption: table for part in report.sections for table in part.tables}


def shown(table, column):
    """The numbers of a column that are shown, by the first cell of their row."""
    return {
        row[0].text: row[column].number.value
        for row in table.rows
        if isinstance(row[column], Cell) and row[column].number is not None
    }


def test_the_year_has_every_section_and_an_interim_period_only_what_needs_no_year(demo, year):
    assert set(headings(year)) == {*INTERIM, *WHOLE_YEAR, "Målen ett för ett"}
    interim = made(demo, "2021-ack-T2", date(2021, 9, 10))
    assert [one for one in headings(interim) if one != "Målen ett för ett"] == INTERIM
    assert "Vad insatserna kostade" not in tables(interim)


def test_the_flow_adds_up_along_rows_and_down_columns(year):
    for caption in ("Deltagare efter kön", "Deltagare efter insats"):
        table = tables(year)[caption]
        columns = [shown(table, at) for at in range(1, 5)]
        whole = set.intersection(*(set(column) for column in columns))
        assert "Totalt" in whole
        for name in whole:
            start, new, ended, end = (column[name] for column in columns)
            assert start + new - ended == end
    added = [shown(tables(year)["Deltagare efter kön"], at) for at in (2, 3)]
    for column in added:
        assert len(column) == 3
        assert sum(column.values()) == 2 * column["Totalt"]


def test_every_number_of_a_table_carries_itself(year):
    empty = {"", "alla"}
    for table in tables(year).values():
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=True):
                if column.has_numbers and isinstance(cell, Cell) and cell.text not in empty:
                    assert cell.number is not None or "–" in cell.text or "inom" in cell.text


def test_a_share_is_its_number_of_the_base(year):
    table = tables(year)["Avslut efter anledning"]
    numbers, shares = shown(table, 1), shown(table, 2)
    assert len(shares) > 4
    for name, share in shares.items():
        assert share == Fraction(numbers[name], numbers["Alla"])
    assert sum(numbers.values()) == 2 * numbers["Alla"]


def test_small_reasons_stand_together_and_no_row_is_hidden(year):
    table = tables(year)["Avslut efter anledning"]
    assert "Övriga tillsammans" in shown(table, 1)
    assert min(shown(table, 1).values()) >= 5
    assert not [cell for row in table.rows for cell in row if isinstance(cell, Hidden)]


def test_before_and_after_are_of_the_same_exits(year):
    table = tables(year)["Arbete och studier före och efter"]
    before, after, change = (shown(table, at) for at in (1, 3, 5))
    assert (
        before["Avslut"]
        == after["Avslut"]
        == shown(tables(year)["Avslut efter anledning"], 1)["Alla"]
    )
    for name, number in change.items():
        assert number == after[name] - before[name]


def test_cost_per_participant_is_the_outcome_of_those_who_are_shown(year):
    cost, plan = (
        tables(year)["Vad insatserna kostade"],
        tables(year)["Planerat och faktiskt antal deltagare"],
    )
    outcome, each, persons = shown(cost, 2), shown(cost, 3), shown(plan, 2)
    assert len(each) > 4
    for name, kronor in each.items():
        assert kronor == outcome[name] / Fraction(persons[name])
    for row in cost.rows:
        if row[0].text not in persons:
            assert isinstance(row[3], Hidden)


def test_follow_ups_that_are_missing_stand_beside_those_who_answered(year):
    table = tables(year)["Uppföljningar som skulle göras"]
    columns = [shown(table, at) for at in range(1, 6)]
    assert list(columns[0]) == ["3 månader", "6 månader", "12 månader"]
    for name, due in columns[0].items():
        assert due == sum(column[name] for column in columns[1:])


def test_the_plans_own_table_has_its_sums_with_the_outcome_of_their_rows(year):
    table = tables(year)["Planens uppställning med utfall"]
    budget, outcome = shown(table, 1), shown(table, 2)
    names = list(budget)
    assert names.index("SUMMA verksamhetens intäkter") == 3
    assert budget["SUMMA verksamhetens kostnader"] == 18232500  # as printed, though not the sum
    parts = names[names.index("Styrelsen") : names.index("SUMMA verksamhetens kostnader")]
    assert outcome["SUMMA verksamhetens kostnader"] == sum(outcome[name] for name in parts)


def test_the_interim_report_has_the_forecast(demo):
    report = made(demo, "2021-ack-T2", date(2021, 9, 10))
    table = tables(report)["Planens uppställning med prognos"]
    headings_ = [column.heading for column in table.columns]
    assert headings_[3] == "Prognos för året"
    outcome, forecast = shown(table, 2), shown(table, 3)
    assert outcome["Personal"] < forecast["Personal"]


def test_one_intervention_in_two_pages(demo):
    report = made(demo, insats="krus")
    assert report.title == "KRUS i Kalmar kommun: uppföljning 2021"
    assert headings(report) == [
        "Samlad bedömning", "Målen här och i hela förbundet", "Deltagare", "Plan och utfall",
        "Vad som ändrades för deltagarna", "Efter avslutet", "Så har siffrorna tagits fram",
    ]  # fmt: skip
    found = tables(report)
    assert sum(len(table.rows) for table in found.values()) < 55
    assert shown(found["Deltagare och avslut"], 2) == {"KRUS i Kalmar kommun": 55}
    assert shown(found["Deltagare och avslut"], 5) == {"KRUS i Kalmar kommun": 35}
    assert len(PdfReader(BytesIO(to_pdf(report))).pages) == 2
    assert [row[2].text for row in found["Målen här och i hela förbundet"].rows][
        2
    ] == "5 av 35 avslut"


def test_one_municipality(demo):
    report = made(demo, kommun="Kalmar")
    assert report.title == "Kalmar: uppföljning 2021"
    assert "Deltagare efter insats" not in tables(report)
    assert "Vad insatserna kostade" not in tables(report)
    rows = tables(report)["Målen här och i hela förbundet"].rows
    assert [row[-1].text for row in rows] == ["54 av 169 avslut"]


def test_a_goal_of_a_part_tells_nothing_that_its_tables_hide(tmp_path):
    """Nearly everybody in the municipality is in one intervention, whose exits are published."""
    place = a_demo(tmp_path / "demo.db", a_setting(seed=32, size=None))
    workspace = a_workspace(place, today=date(2022, 3, 1))
    remember_report(workspace, make_report(workspace, parse_period("2021")))
    after = tables(make_report(workspace, parse_period("2021"), kommun="Nybro"))
    workspace.close()
    exits = after["Deltagare efter kön"].rows[-1][3]
    (goal,) = after["Målen här och i hela förbundet"].rows
    assert isinstance(exits, Hidden)
    assert [type(cell) for cell in goal[2:6]] == [Hidden] * 4


def test_a_part_that_does_not_exist_is_refused_by_name(demo):
    with pytest.raises(DataError) as refused:
        made(demo, insats="finns-ej")
    assert "krus" in refused.value.params["names"]
    with pytest.raises(DataError) as refused:
        made(demo, kommun="Atlantis")
    assert "Kalmar" in refused.value.params["names"]
    with pytest.raises(UsageError):
        made(demo, insats="krus", kommun="Kalmar")


def test_the_command_writes_a_part(demo, tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("TRACKER_LANG", raising=False)
    place = tmp_path / "krus.md"
    options = ("--store", str(demo), "--today", "2022-03-01")
    asked = ("report", "--period", "2021", "--insats", "krus", "--to", str(place))
    assert main([*asked, *options]) == 0
    assert place.read_text(encoding="utf-8").startswith("# KRUS i Kalmar kommun")
    assert main(["report", "--kommun", "Atlantis", "--to", str(tmp_path / "a.md"), *options]) == 1
    assert "Ingen är registrerad i kommunen ”Atlantis”." in capsys.readouterr().err


def test_a_year_of_nothing_is_printed_as_it_was_looked_at(tmp_path):
    """Nothing ended, nobody answered, nothing was paid: headings and a sentence are there."""
    workspace = opened(an_empty_year(tmp_path))
    printed = to_markdown(make_report(workspace, parse_period("2021"))).decode()
    workspace.close()
    assert printed == GOLDEN.read_text(encoding="utf-8")


def test_the_same_report_again_hides_nothing_more(tmp_path, capsys):
    place = a_small_year(tmp_path)
    asked = ("report", "--store", str(place), "--today", "2022-03-01", "--period", "2021", "--to")
    for name in ("a.md", "b.md"):
        assert main([*asked, str(tmp_path / name)]) == 0
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()
    capsys.readouterr()
    workspace = opened(place)
    counts = [Persons("avslutade", date(2021, 1, 1), date(2022, 1, 1), 30)]
    (kept,) = earlier_publications(workspace, counts)
    workspace.close()
    assert counts[0] in kept.shown


def persons(value, **of):
    return Persons("deltagare", value=value, **{**DAYS, **of})


def cell(count):
    return Counted(Cell(str(count.value)), (count,))


def test_what_is_small_is_hidden_in_cells_and_sentences_and_stays_when_it_was_told():
    small, large = persons(3), persons(30, insats="krus")
    table = DraftTable("T", "T", (Column("a"), Column("b")), ((cell(small), cell(large)),))
    said = Said("tre", (small,), "inget")
    drafts = [DraftSection("R", (said,), (table,))]
    (section,), publication = published(drafts, Rule(), WORDS)
    assert section.paragraphs == ("inget",)
    assert section.tables[0].rows == ((Hidden("small", "få"), Cell("30")),)
    assert publication.reasons == {small: "small", large: None}
    known = [DraftSection("R", (said,), (table,), known={small: "1. Mål"})]
    (section,), _ = published(known, Rule(), WORDS)
    assert section.paragraphs == ("tre",)


def test_columns_that_would_be_hidden_for_the_most_part_go_and_hide_nothing_else():
    rows = tuple(
        (
            cell(persons(20, part=part)),
            cell(persons(2, part=part, sex="kvinna")),
            cell(persons(18, part=part, sex="man")),
        )
        for part in "ab"
    )
    columns = (Column("alla"), Column("kvinnor"), Column("män"))
    table = DraftTable("T", "T", columns, rows, optional=(1, 2), without="för få")
    (section,), publication = published([DraftSection("R", (), (table,))], Rule(), WORDS)
    assert section.tables[0].rows == ((Cell("20"),), (Cell("20"),))
    assert section.tables[0].notes == ("för få",)
    assert set(publication.reasons.values()) == {None}


def delivered(place):
    """Counts of two interventions in place of rows; one part is hidden in a delivery."""
    workspace = a_workspace(place)
    with workspace.store.write() as session:
        number = workspace.association.id
        known = {row.key: row.id for row in interventions(session, number)}
        change = begin_change(session, association_id=number, at=NOW, by="anna", kind="import")
        days = {"start_date": date(2021, 1, 1), "end_date": date(2021, 12, 31)}
        rows = [
            {"intervention_id": known[key], "measure": measure, "part": part, "sex": None,
             "numerator": value, "denominator": base, "hidden": value is None, **days}
            for key, measure, part, value, base in (
                ("krus", "deltagare", "", 60, None), ("krus", "påbörjade", "", 40, None),
                ("krus", "avslutade", "", 30, None), ("navet", "deltagare", "", 20, None),
                ("navet", "påbörjade", "", 12, None), ("navet", "avslutade", "", 10, None),
                ("krus", "tabell:försörjning_efter", "a-kassa", 12, 30),
                ("navet", "tabell:försörjning_efter", "a-kassa", None, 10),
                ("krus", "tabell:försörjning_efter", "ingen", 15, 30),
                ("navet", "tabell:försörjning_efter", "ingen", 8, 10),
                ("krus", "tabell:längd", "3-5_mån", 30, 30),
                ("krus", "remitterade", "", 50, None),
            )
        ]  # fmt: skip
        add_rows(session, change, Count, rows)
    workspace.close()


def test_deliveries_feed_the_same_tables_and_say_on_how_many_interventions(tmp_path):
    place = a_store(tmp_path, a_plan())
    delivered(place)
    found = tables(made(place))
    flow = found["Deltagare efter insats"]
    assert [cell.text for cell in flow.rows[-1]] == ["Totalt", "28", "52", "40", "40"]
    assert "Siffrorna bygger på 2 av 2 insatser." in flow.notes
    support = found["Offentlig försörjning före och efter"]
    after = {row[0].text: row[3].text for row in support.rows}
    assert after["A-kassa"] == "12*"
    assert after["Ingen offentlig försörjning"] == "23"
    assert any(note.startswith("* bygger på färre insatser") for note in support.notes)
    beside = found["Remitteringar, kö och deltagare utan egen rad"]
    assert [cell.text for cell in beside.rows[0]][:2] == ["Remitterade", "50"]


def test_a_budget_of_nothing_gives_no_per_cent(tmp_path):
    place = a_store(tmp_path, a_plan())
    workspace = a_workspace(place)
    with workspace.store.write() as session:
        number = workspace.association.id
        change = begin_change(session, association_id=number, at=NOW, by="anna", kind="log")
        row = {"year": 2021, "kind": "administration", "label": "Kansli", "budget": 0,
               "outcome": 500000}  # fmt: skip
        add_rows(session, change, Money, [row])
    workspace.close()
    (row,) = tables(made(place))["Pengarna post för post"].rows
    texts = [cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row]
    assert texts == ["Kansli", "0 kr", "5 000 kr", "5 000 kr", ""]


def test_without_a_table_in_the_plan_money_stands_as_it_comes_and_goes(tmp_path):
    place = a_store(tmp_path, a_plan())
    workspace = a_workspace(place)
    kinds = ("administration", "individinsats", "övrig_intäkt", "bidrag", "ingående_kapital")
    with workspace.store.write() as session:
        number = workspace.association.id
        change = begin_change(session, association_id=number, at=NOW, by="anna", kind="log")
        rows = [{"year": 2021, "kind": kind, "label": kind, "outcome": 100} for kind in kinds]
        add_rows(session, change, Money, rows)
    workspace.close()
    rows = tables(made(place))["Pengarna post för post"].rows
    assert [row[0].text for row in rows] == list(reversed(kinds))

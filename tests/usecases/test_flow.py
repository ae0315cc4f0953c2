"""`tracker flow`: rows and deliveries together, the same figures as on screen and in the report."""

import json

import pytest

from tests.factories import TODAY, a_store, a_workspace, an_entry, an_exit
from tracker.board.interventions import intervention_views
from tracker.cli.main import main
from tracker.flow import make_flow
from tracker.periods import parse_period, year_of
from tracker.registration import save
from tracker.reports.making import make_report

YEAR = year_of(2021)
DAYS = {"från": "2021-01-01", "till": "2021-12-31"}
NUMBERS = ("ongoing_start", "new", "ended", "ongoing_end")


@pytest.fixture
def place(tmp_path):
    return a_store(tmp_path)


@pytest.fixture
def counts(place):
    """A store of counts: Navet has delivered its year, the sexes of those who took part."""
    opened = a_workspace(place)
    deliver(opened, "navet", deltagare=20, påbörjade=12, avslutade=9)
    yield opened
    opened.close()


@pytest.fixture
def both(counts):
    """The same with rows of another intervention."""
    for number, start in ((1, "2020-03-01"), (2, "2021-03-01"), (3, "2021-05-01")):
        save(counts, "deltaganden", an_entry(deltagande=f"K-{number}", startdatum=start))
    left = an_exit(slutdatum="2021-06-01")
    save(counts, "deltaganden", an_entry(deltagande="K-4", kön="man", kommun="Lillby") | left)
    return counts


def deliver(workspace, insats, sex="", **numbers):
    for measure, number in numbers.items():
        row = {**DAYS, "insats": insats, "mått": measure, "täljare": str(number)}
        save(workspace, "antal", row | ({"kön": sex} if sex else {}))


def numbers_of(row):
    return tuple(getattr(row, name) for name in NUMBERS)


def by_name(flow):
    return {" · ".join(row.names): numbers_of(row) for row in flow.rows}


def test_a_store_of_counts_has_a_flow(counts):
    flow = make_flow(counts, YEAR, by=("insats",))
    assert by_name(flow) == {"Navet i Lillby": (8, 12, 9, 11)}
    assert numbers_of(flow.total) == (8, 12, 9, 11)


def test_rows_and_deliveries_add_up(both):
    flow = make_flow(both, YEAR, by=("insats",))
    assert by_name(flow) == {"KRUS": (1, 3, 1, 3), "Navet i Lillby": (8, 12, 9, 11)}
    assert numbers_of(flow.total) == (9, 15, 10, 14)


@pytest.mark.parametrize("by", [(), ("insats",), ("kön",), ("kommun",), ("insats", "kön")])
def test_however_it_is_split_it_adds_up(both, by):
    flow = make_flow(both, YEAR, by=by)
    for row in (*flow.rows, flow.total):
        start, new, ended, end = numbers_of(row)
        assert start + new - ended == end
    if by:
        sums = tuple(map(sum, zip(*(numbers_of(row) for row in flow.rows), strict=True)))
        assert sums == numbers_of(flow.total) == (9, 15, 10, 14)


def test_command_screen_and_report_print_the_same(both):
    lines = by_name(make_flow(both, YEAR, by=("insats",)))
    for view in intervention_views(both, YEAR):
        if view.name in lines:
            _, new, ended, end = lines[view.name]
            assert view.cells[:3] == (str(end), str(new), str(ended))
    section = next(one for one in make_report(both, YEAR).sections if one.key == "deltagare")
    printed = {row[0].text: [cell.text for cell in row[1:]] for row in section.tables[0].rows}
    assert printed["Totalt"] == [str(number) for number in numbers_of(make_flow(both, YEAR).total)]


def test_the_command_counts_what_was_delivered(both, place, capsys):
    where = ["--store", str(place), "--today", TODAY.isoformat()]
    asked = ["flow", "--period", "2021", "--by", "kommun", "--json"]
    assert main([*where, *asked]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [(row.get("kommun"), row["ongoing_end"]) for row in rows] == [("Lillby", 0), (None, 14)]


def test_those_who_came_are_kept_where_only_the_others_are_by_sex(place):
    workspace = a_workspace(place)
    deliver(workspace, "navet", deltagare=20, påbörjade=12, avslutade=9)
    deliver(workspace, "navet", "kvinna", deltagare=11)
    deliver(workspace, "navet", "man", deltagare=9)
    flow = make_flow(workspace, YEAR, by=("insats", "kön"))
    assert [numbers_of(row) for row in flow.rows] == [(8, 12, 9, 11)]
    workspace.close()


def test_where_all_is_delivered_by_sex_the_sexes_are_told(place):
    workspace = a_workspace(place)
    deliver(workspace, "navet", deltagare=20, påbörjade=12, avslutade=9)
    deliver(workspace, "navet", "kvinna", deltagare=11, påbörjade=7, avslutade=5)
    deliver(workspace, "navet", "man", deltagare=9, påbörjade=5, avslutade=4)
    flow = make_flow(workspace, YEAR, by=("kön",))
    assert by_name(flow) == {"kvinnor": (4, 7, 5, 6), "män": (4, 5, 4, 5)}
    workspace.close()


def test_a_delivery_of_a_year_says_nothing_of_a_quarter(counts):
    assert numbers_of(make_flow(counts, parse_period("2021-Q1")).total) == (0, 0, 0, 0)


def test_nobody_is_a_flow_too(place):
    workspace = a_workspace(place)
    flow = make_flow(workspace, YEAR, by=("insats",))
    assert (flow.rows, numbers_of(flow.total)) == ((), (0, 0, 0, 0))
    assert flow.document()["rows"][0]["insats"] is None
    workspace.close()


def test_who_has_not_delivered_for_the_days_is_said(workspace, store_file, capsys):
    half = {"från": "2021-01-01", "till": "2021-06-30", "insats": "navet", "mått": "deltagare"}
    save(workspace, "antal", {**half, "täljare": "20"})
    assert make_flow(workspace, year_of(2021)).without == ("krus", "navet")
    assert make_flow(workspace, parse_period("2021-H1")).without == ("krus",)
    workspace.close()
    asked = ["flow", "--period", "2021", "--store", str(store_file), "--today", "2022-03-01"]
    assert main([*asked, "--lang", "sv"]) == 0
    assert "inte har levererats för de här dagarna: krus, navet." in capsys.readouterr().out

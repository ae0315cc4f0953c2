"""Counts by hand for parts of the year: the delivery carries them, or says that it does not."""

import csv
import io
from contextlib import contextmanager

import pytest

from tests.factories import PLAN, a_plan, a_store, a_workspace, an_entry, an_exit
from tests.usecases.files import counts, taken
from tracker.exports.delivery import make_delivery
from tracker.exports.files import to_file
from tracker.exports.words import delivery_lines
from tracker.flow import make_flow
from tracker.periods import parse_period, year_of
from tracker.registration import save
from tracker.reports import make_report
from tracker.scorecard import make_scorecard
from tracker.worklist.delivered import delivery_lines as received

YEAR = year_of(2021)
WHOLE, FIRST, SECOND = (
    {"från": "2021-01-01", "till": "2021-12-31"},
    {"från": "2021-01-01", "till": "2021-06-30"},
    {"från": "2021-07-01", "till": "2021-12-31"},
)
TAKING_PART = """
[[goal]]
id = "antal-deltagare"
level = "individ"
text = "minst tio deltagare"
measure = "participants"
min = 10
"""


@pytest.fixture
def plan():
    return a_plan(PLAN + TAKING_PART)


@pytest.fixture
def source(tmp_path, plan):
    """Twelve rows in KRUS, two of which ended."""
    workspace = a_workspace(a_store(tmp_path / "rows", plan))
    for number in range(12):
        left = an_exit(slutdatum="2021-09-01") if number < 2 else {}
        row = an_entry(deltagande=f"K-{number}", startdatum="2021-08-01") | left
        save(workspace, "deltaganden", row)
    yield workspace
    workspace.close()


def enter(workspace, measure, number, days, insats="krus", **more):
    row = {**days, "insats": insats, "mått": measure, "täljare": str(number), **more}
    save(workspace, "antal", row)


@contextmanager
def receiving(folder, plan):
    workspace = a_workspace(a_store(folder / "counts", plan))
    yield workspace
    workspace.close()


def send(source, target, folder, period=YEAR):
    """The delivery of a period, imported; every row of it is taken."""
    delivered = make_delivery(source, period)
    place = folder / "leverans.csv"
    place.write_bytes(to_file([delivered.table], ".csv"))
    imported = taken(target, "antal", place)
    assert imported.rejected == ()
    assert len(imported.added) == len(delivered.table.rows)
    again = taken(target, "antal", place)
    assert counts(again) == (0, 0, len(delivered.table.rows), 0)
    return delivered


def rows_of(delivered):
    text = to_file([delivered.table], ".csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def flows(workspace, period=YEAR):
    flow = make_flow(workspace, period, by=("insats",))
    return [row[1:] for row in map(as_numbers, (*flow.rows, flow.total))]


def as_numbers(row):
    return row.insats, row.names, row.ongoing_start, row.new, row.ended, row.ongoing_end


def taking_part(workspace, period=YEAR):
    card = make_scorecard(workspace, period).goal("antal-deltagare")
    return card.figure.value, card.status, "not_delivered_whole" in card.flags


def beside(workspace, period=YEAR):
    """Numbers of them, by what was counted beside the rows."""
    report = make_report(workspace, period)
    (section,) = (one for one in report.sections if one.key == "deltagare")
    return {
        row[0].text: row[1].text
        for table in section.tables
        if table.caption.startswith("Remitteringar")
        for row in table.rows
    }


def alike(source, target, period=YEAR):
    assert flows(source, period) == flows(target, period)
    assert taking_part(source, period) == taking_part(target, period)
    assert beside(source, period) == beside(target, period)


def test_halves_that_do_not_add_up_are_sent_with_their_own_days(source, plan, tmp_path):
    for measure in ("anonyma", "volym", "kö"):
        enter(source, measure, 6, FIRST)
        enter(source, measure, 7, SECOND)
    with receiving(tmp_path, plan) as target:
        delivered = send(source, target, tmp_path)
        alike(source, target)
        assert taking_part(target) == (None, "no_data", True)
        first, second = parse_period("2021-H1"), parse_period("2021-H2")
        assert beside(source, first) == beside(target, first) == {
            "I kö": "6", "Anonyma deltagare": "6", "Volymdeltagare": "6"
        }  # fmt: skip
        assert beside(target, second) == beside(source, second)
        assert [(one.stretch.first.month, one.state) for one in received(target, YEAR)
                if one.insats == "krus"] == [(1, "delivered")]  # fmt: skip
    assert delivered.left_out == ()
    assert len({row["leverans"] for row in rows_of(delivered)}) == 1


def test_halves_that_add_up_are_summed(source, plan, tmp_path):
    enter(source, "remitterade", 6, FIRST)
    enter(source, "remitterade", 7, SECOND)
    with receiving(tmp_path, plan) as target:
        delivered = send(source, target, tmp_path)
        alike(source, target)
        assert beside(target) == {"Remitterade": "13"}
    sent = [row for row in rows_of(delivered) if row["mått"] == "remitterade"]
    assert [(row["från"], row["täljare"]) for row in sent if not row["kön"]] == [
        ("2021-01-01", "13")
    ]


def test_participants_counted_in_halves_are_no_year_in_either_store(tmp_path, plan):
    source = a_workspace(a_store(tmp_path / "rows", plan))
    for days, number in ((FIRST, 6), (SECOND, 7)):
        enter(source, "deltagare", number, days)
        enter(source, "påbörjade", number - 2, days)
        enter(source, "avslutade", number - 3, days)
    with receiving(tmp_path, plan) as target:
        send(source, target, tmp_path)
        alike(source, target)
        half = parse_period("2021-H2")
        alike(source, target, half)
        assert flows(target, half)[-1][1:] == (2, 5, 4, 3)
    source.close()


def test_participants_counted_for_the_year_are_the_flow_in_both(tmp_path, plan):
    source = a_workspace(a_store(tmp_path / "rows", plan))
    enter(source, "deltagare", 20, WHOLE)
    for days, number in ((FIRST, 6), (SECOND, 7)):
        enter(source, "påbörjade", number, days)
        enter(source, "avslutade", number - 1, days)
    with receiving(tmp_path, plan) as target:
        delivered = send(source, target, tmp_path)
        alike(source, target)
        assert flows(target)[-1][1:] == (7, 13, 11, 9)
    sexes = {row["kön"] for row in rows_of(delivered) if row["mått"] == "deltagare"}
    assert sexes == {""}  # nobody told them: they are not nought women and nought men
    source.close()


def test_a_corrected_year_takes_the_place_of_its_halves(source, plan, tmp_path):
    enter(source, "anonyma", 6, FIRST)
    with receiving(tmp_path, plan) as target:
        send(source, target, tmp_path)
        assert beside(target, parse_period("2021-H1")) == {"Anonyma deltagare": "6"}
        corrected = a_workspace(a_store(tmp_path / "again", plan))
        enter(corrected, "anonyma", 13, WHOLE)
        enter(corrected, "volym", 9, SECOND)
        send(corrected, target, tmp_path)
        corrected.close()
        assert beside(target) == {"Anonyma deltagare": "13"}
        assert beside(target, parse_period("2021-H1")) == {}


def test_women_and_men_of_a_half_pass_the_door(source, tmp_path):
    enter(source, "anonyma", 20, FIRST)
    enter(source, "anonyma", 9, FIRST, kön="kvinna")
    enter(source, "anonyma", 11, FIRST, kön="man")
    enter(source, "volym", 20, FIRST)
    enter(source, "volym", 2, FIRST, kön="kvinna")
    enter(source, "volym", 18, FIRST, kön="man")
    sent = {
        (row["mått"], row["kön"]): row["täljare"]
        for row in rows_of(make_delivery(source, YEAR))
        if row["till"] == "2021-06-30"
    }
    assert sent == {
        ("anonyma", ""): "20", ("anonyma", "kvinna"): "9", ("anonyma", "man"): "11",
        ("volym", ""): "20", ("volym", "kvinna"): "", ("volym", "man"): "",
    }  # fmt: skip


def test_what_is_not_sent_is_said_by_name(source):
    enter(source, "anonyma", 6, {"från": "2020-07-01", "till": "2021-06-30"})
    enter(source, "deltagare", 8, FIRST)
    enter(source, "påbörjade", 8, FIRST)
    enter(source, "volym", 9, WHOLE, kön="kvinna")
    enter(source, "volym", 4, FIRST, kön="man")
    enter(source, "tabell:ålder", 5, FIRST, **{"del": "16-24", "nämnare": "8"})
    save(source, "antal", {**WHOLE, "mått": "kö", "täljare": "30"})
    delivered = make_delivery(source, YEAR)
    told = [line for line in delivery_lines(source, delivered) if line.startswith("Inte med i")]
    assert [line.partition(": ")[2] for line in told] == [
        "krus anonyma deltagare 2020-07-01–2021-06-30.",
        "krus deltagare 2021-01-01–2021-06-30, krus påbörjade 2021-01-01–2021-06-30.",
        "krus volymdeltagare 2021-01-01–2021-06-30.",
        "krus tabell:ålder 2021-01-01–2021-06-30, i kö 2021-01-01–2021-12-31.",
    ]
    assert not {"anonyma", "kö"} & {row["mått"] for row in rows_of(delivered)}
    assert {row["till"] for row in rows_of(delivered)} == {"2021-12-31"}


def test_nothing_is_said_where_everything_is_sent(source):
    enter(source, "anonyma", 6, FIRST)
    assert make_delivery(source, YEAR).left_out == ()

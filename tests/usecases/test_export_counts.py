"""A delivery out of a rows store into a counts store: the same goals, and nobody to be found."""

import json
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.tables import ChangeRow
from db.tallies.tables import TABLES
from tests.factories import a_workspace, an_entry, an_exit
from tests.usecases.demos import a_demo, a_setting, opened
from tests.usecases.files import counts, taken
from tracker.cli import main
from tracker.errors import DataError
from tracker.exports.checking import check_deliveries
from tracker.exports.counting import Counted, Numbers
from tracker.exports.delivery import make_delivery
from tracker.exports.files import to_file
from tracker.exports.judging import judge
from tracker.exports.sealing import delivery_key, seal
from tracker.periods import parse_period, year_of
from tracker.planning import create_store
from tracker.privacy.counts import Rule
from tracker.registration import history, save
from tracker.reports.ledger import Ledger, individual
from tracker.scorecard import make_scorecard
from tracker.scorecard.making import frame_of
from tracker.settings import change_setting
from tracker.transfer.delivery_keys import rows_in, seal_in

MEASURES = ("exits", "started_or_increased", "follow_up", "before_after", "participants")
FIGURES = ("x", "n", "value", "persons", "eligible", "missing", "known", "worse", "low", "high")
PLANS = ("kalmar-2021", "nnv-skane-2020", "finnveden-2021", "lekeberg-orebro-2024")


@pytest.fixture(scope="module", params=PLANS)
def demo(request, tmp_path_factory):
    setting = a_setting(request.param, size=120)
    return a_demo(tmp_path_factory.mktemp("demo") / "demo.db", setting), setting


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Interventions with so many participants that some tables can be told by sex."""
    setting = a_setting(size=600)
    return a_demo(tmp_path_factory.mktemp("large") / "demo.db", setting), setting


def rows_of(delivered):
    names = delivered.table.headings
    return [
        dict(zip(names, (cell.text for cell in row), strict=True)) for row in delivered.table.rows
    ]


@contextmanager
def in_counts_store(folder, source, delivered, suffix=".csv"):
    """An empty counts store that a delivery has been imported into, twice."""
    setting = a_setting(source.plans[0].id)
    where = folder / f"till{suffix}.db"
    create_store(str(where), source.plans[0], controller=None, actor="anna", now=source.now).close()
    place = folder / f"leverans{suffix}"
    place.write_bytes(to_file([delivered.table], suffix))
    with opened(where, setting) as other:
        target = replace(other.with_plans(source.plans), today=source.today)
        plan = taken(target, "antal", place)
        assert plan.rejected == ()
        again = taken(target, "antal", place)
        assert counts(again) == (0, 0, len(plan.added), 0)
        yield target


def sent(folder, source, delivered, suffix):
    """The scorecard of a counts store that a delivery was imported into."""
    with in_counts_store(folder, source, delivered, suffix) as target:
        return make_scorecard(target, delivered.period, by=("kön",))


@pytest.mark.parametrize(("part", "suffix"), [("", ".xlsx"), ("-H1", ".csv"), ("-ack-T2", ".csv")])
def test_the_counts_store_has_the_same_goal_figures(demo, tmp_path, part, suffix):
    place, setting = demo
    period = parse_period(f"{setting.plan.year}{part}")
    with opened(place, setting) as source:
        own = make_scorecard(source, period, by=("kön",))
        theirs = sent(tmp_path, source, make_delivery(source, period), suffix)
    compared = 0
    for card in own.goals:
        if card.goal.measure not in MEASURES or "not_delivered_whole" in card.flags:
            continue
        mine, other = card.figure, theirs.goal(card.goal.id)
        for name in FIGURES:
            assert getattr(mine, name) == getattr(other.figure, name), (card.goal.id, name)
        assert other.rests_on, card.goal.id
        compared += 1
    assert compared


def test_totals_are_there_and_few_of_one_sex_are_not(demo):
    place, setting = demo
    with opened(place, setting) as source:
        delivered = make_delivery(source, year_of(setting.plan.year))
    rows = rows_of(delivered)
    assert {row["insats"] for row in rows} == set(delivered.insatser)
    assert sum(row["dold"] == "ja" for row in rows) == delivered.hidden > 0
    for row in rows:
        if row["dold"] == "ja":
            assert not any(row[name] for name in ("täljare", "nämnare", "saknas", "sämre"))
            assert row["kön"] or row["mått"].startswith("tabell:")
        elif row["kön"] or row["mått"].startswith("tabell:"):
            assert not 0 < int(row["täljare"]) < 5, row
            assert not 0 < int(row["nämnare"] or 0) < 5, row
    for both in by_sex(rows).values():
        assert len({row["dold"] for row in both}) == 1


def by_sex(rows):
    pairs = defaultdict(list)
    for row in rows:
        if row["kön"]:
            pairs[row["insats"], row["mått"], row["del"]].append(row)
    return pairs


def numbers(limit=14):
    return st.integers(0, limit)


@settings(max_examples=150, deadline=None)
@given(
    women=numbers(), men=numbers(), unknown=numbers(6),
    reached=st.tuples(numbers(), numbers(), numbers(6)),
    missing=st.tuples(numbers(4), numbers(4), numbers(2)),
)  # fmt: skip
def test_nobody_can_be_told_from_what_stands_beside_the_total(
    women, men, unknown, reached, missing
):
    eligible = (women, men, unknown)
    missing = [min(m, n) for m, n in zip(missing, eligible, strict=True)]
    x = [min(r, n - m) for r, n, m in zip(reached, eligible, missing, strict=True)]
    parts = [Numbers(*each) for each in zip(x, eligible, missing, strict=True)]
    counted = Counted(
        "g", "", Numbers(sum(x), sum(eligible), sum(missing)),
        {"kvinna": parts[0], "man": parts[1]},
    )  # fmt: skip
    lines = judge(year_of(2021), {"krus": [counted]}, Rule(5)).lines["krus"]
    assert lines[0].numbers == counted.total
    shown = [line.numbers for line in lines[1:] if line.numbers]
    if shown:
        assert len(shown) == 2
        for each in parts:
            known = each.denominator - each.missing
            few = (each.numerator, known - each.numerator, known, each.denominator)
            assert not any(0 < number < 5 for number in few)


@settings(max_examples=150, deadline=None)
@given(st.lists(numbers(20), min_size=1, max_size=5))
def test_a_category_that_is_hidden_does_not_follow_from_the_others(cells):
    named = dict(zip(("16-24", "25-29", "30-39", "40-49", "50-59"), cells, strict=False))
    kept = {part: number for part, number in named.items() if number}
    table = {"": sum(cells), **kept}
    counted = [Counted("tabell:ålder", part, Numbers(number)) for part, number in table.items()]
    judged = judge(year_of(2021), {"krus": counted}, Rule(5))
    lines = {line.part: line.numbers for line in judged.lines["krus"]}
    hidden = [part for part in kept if lines[part] is None]
    assert {part for part, number in kept.items() if number < 5} <= set(hidden)
    if lines[""] is not None and hidden:
        assert len(hidden) > 1
        assert sum(kept[part] for part in hidden) >= 5


def test_an_owner_delivers_only_what_is_registered_there(workspace):
    for number in range(7):
        save(workspace, "deltaganden", {**an_entry(deltagande=f"K-{number}"), **an_exit()})
    delivered = make_delivery(workspace, year_of(2021))
    assert delivered.insatser == ("krus",)
    assert delivered.without_rows == ("navet",)
    assert make_delivery(workspace, year_of(2021), "navet").insatser == ("navet",)


def test_nobody_there_is_said_and_not_delivered(workspace):
    with pytest.raises(DataError, match="Nobody took part"):
        make_delivery(workspace, year_of(2021))
    with pytest.raises(DataError, match="no intervention"):
        make_delivery(workspace, year_of(2021), "bryggan")


def test_a_delivery_is_sealed_with_a_secret_that_stays(workspace, store_file):
    save(workspace, "deltaganden", an_entry())
    first = rows_of(make_delivery(workspace, year_of(2021)))[0]["leverans"]
    made = len(history(workspace))
    assert rows_of(make_delivery(workspace, year_of(2021)))[0]["leverans"] == first
    assert len(history(workspace)) == made
    assert first.startswith("krus-2021-")
    assert len(seal_in(first)) == 16
    assert rows_in(first) == len(rows_of(make_delivery(workspace, year_of(2021))))
    workspace.close()
    again = a_workspace(store_file)
    assert rows_of(make_delivery(again, year_of(2021)))[0]["leverans"] == first
    secret = delivery_key(again)
    assert len(secret) == 64
    assert seal(secret, [["1", "4"]]) != seal("another", [["1", "4"]])
    assert seal(secret, [["1", "4"]]) != seal(secret, [["1", "5"]])
    changed = change_setting(again, "min_show", "6")
    assert delivery_key(changed) == secret
    assert secret not in str(history(again))
    with again.store.read() as session:
        lines = session.execute(select(ChangeRow.before, ChangeRow.after)).all()
    assert "min_show" in str(lines)
    assert secret not in str(lines)
    again.close()
    reopened = a_workspace(store_file)
    assert reopened.plan_for(reopened.today).settings.min_show == 6
    reopened.close()


@pytest.mark.parametrize("part", ["", "-H1"])
def test_women_and_men_of_the_tables_are_those_of_the_rows_where_they_are_shown(
    large, tmp_path, part
):
    """Each cell by sex that was sent is in the counts store what it is in the rows store."""
    place, setting = large
    period = parse_period(f"{setting.plan.year}{part}")
    with opened(place, setting) as source:
        delivered = make_delivery(source, period)
        mine = cells_by_sex(source, period)
        with in_counts_store(tmp_path, source, delivered) as target:
            theirs = cells_by_sex(target, period)
    shown = 0
    for row in rows_of(delivered):
        if row["mått"].startswith("tabell:") and row["kön"] and row["dold"] == "nej":
            where = (row["mått"], row["del"], row["insats"], row["kön"])
            assert theirs.get(where, 0) == mine.get(where, 0) == int(row["täljare"])
            shown += int(row["täljare"]) > 0
    assert shown


def cells_by_sex(workspace, period):
    """Every cell of the standard tables by intervention and sex, as reports read them."""
    with workspace.store.read() as session:
        frame = frame_of(session, workspace, workspace.plans[0], period)
        ledger = Ledger(workspace, session, frame.plan, period, frame,
                        individual(frame.interventions))  # fmt: skip
        return {
            (f"tabell:{name}", part, insats, sex): number
            for name in TABLES
            for (insats, sex), parts in ledger.table(name).cells.items()
            for part, number in parts.items()
        }


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_sender_knows_its_own_delivery_again(demo, tmp_path, suffix, capsys):
    place, setting = demo
    with opened(place, setting) as source:
        delivered = make_delivery(source, year_of(setting.plan.year))
        file = tmp_path / f"leverans{suffix}"
        backwards = replace(delivered.table, rows=delivered.table.rows[::-1])
        file.write_bytes(to_file([backwards], suffix))
        found = check_deliveries(source, file)
        assert {one.key for one in found} == {row["leverans"] for row in rows_of(delivered)}
        assert all(one.is_ours for one in found)
    options = ["--store", str(place), "--lang", "sv"]
    assert main(["verify", str(file), *options]) == 0
    assert "exakt som det här registret gjorde" in capsys.readouterr().out


def test_one_number_another_in_a_delivery_is_found_and_only_by_its_sender(demo, tmp_path, capsys):
    place, setting = demo
    with opened(place, setting) as source:
        delivered = make_delivery(source, year_of(setting.plan.year))
    file = tmp_path / "leverans.csv"
    text = to_file([delivered.table], ".csv").decode("utf-8-sig")
    shown = next(row for row in rows_of(delivered) if row["dold"] == "nej")
    line = ";".join(shown.values())
    file.write_text(text.replace(line, ";".join({**shown, "täljare": "0"}.values()), 1), "utf-8")
    assert main(["verify", str(file), "--json", "--store", str(place)]) == 1
    found = json.loads(capsys.readouterr().out)["deliveries"]
    assert [one["delivery"] for one in found if not one["same"]] == [shown["leverans"]]
    file.write_text(text, "utf-8")
    other = tmp_path / "annan.db"
    create_store(str(other), setting.plan, controller=None, actor="anna",
                 now=lambda: datetime(2022, 3, 1, tzinfo=UTC)).close()  # fmt: skip
    assert main(["verify", str(file), "--json", "--store", str(other)]) == 1
    found = json.loads(capsys.readouterr().out)["deliveries"]
    assert not any(one["same"] for one in found)


@pytest.mark.parametrize("content", ["", "hej", "insats;namn\nkrus;KRUS\n"])
def test_what_is_no_delivery_is_said(workspace, store_file, tmp_path, content, capsys):
    workspace.close()
    file = tmp_path / "a.csv"
    file.write_text(content, "utf-8")
    assert main(["verify", str(file), "--store", str(store_file)]) in (1, 2)
    assert "a.csv" in capsys.readouterr().err

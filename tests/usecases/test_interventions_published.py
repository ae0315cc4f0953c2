"""Interventions as published: each number is the one that the report prints, or hidden like it."""

import re
from datetime import date

import pytest

from db.existing import interventions
from db.records import add_rows, begin_change
from db.tables import Episode
from tests.factories import NOW, PLAN, a_plan, a_store, a_workspace, an_entry, an_exit
from tests.screens.stored import build_store
from tracker.board.interventions import intervention_views
from tracker.periods import parse_period, year_of
from tracker.registration import save
from tracker.reports.as_published import published_interventions
from tracker.reports.making import make_report, remember_report

YEAR = year_of(2021)
HEADS = ("Planerat och faktiskt antal deltagare", "Deltagare efter insats")
OUTCOMES = "Avsluten insats för insats"
NAVET = {"insats": "navet", "från": "2021-01-01", "till": "2021-12-31"}


@pytest.fixture(scope="module")
def kalmar(tmp_path_factory):
    place = tmp_path_factory.mktemp("kalmar") / "tracker.db"
    build_store(str(place))
    opened = a_workspace(place)
    yield opened
    opened.close()


@pytest.fixture
def small(tmp_path):
    """Seven in KRUS, of whom one man; Navet has delivered; Välfärdsguiden is no intervention for
    individuals."""
    opened = a_workspace(a_store(tmp_path, a_plan(PLAN)))
    for number in range(1, 8):
        sex = "man" if number == 1 else "kvinna"
        save(opened, "deltaganden", an_entry(deltagande=f"K-{number}", kön=sex))
    left = an_exit(slutdatum="2021-06-01")
    save(opened, "deltaganden", an_entry(deltagande="K-8", startdatum="2020-03-01") | left)
    yield opened
    opened.close()


def printed(report):
    """What the report prints of each intervention, by its name: participants, sexes, flow, half."""
    section = [one for one in report.sections if one.key in ("deltagare", "insatser")]
    tables = {table.caption: table for one in section for table in one.tables}
    found = {}
    for caption in (*HEADS, OUTCOMES):
        table = tables[caption]
        for row in table.rows:
            cells = zip(table.columns, row, strict=True)
            told = {column.heading: cell.text for column, cell in cells}
            found.setdefault(row[0].text, {}).update({(caption, k): v for k, v in told.items()})
    return found


def as_in_report(told, caption, heading):
    return told.get((caption, heading), "–")


def assert_the_same(views, report):
    tables = printed(report)
    assert len(views) > 1
    for view in views:
        told, facts = tables.get(view.name, {}), dict(view.facts)
        flow = [as_in_report(told, HEADS[1], head) for head in
                ("Pågående vid start", "Nya", "Avslutade", "Pågående vid slut")]  # fmt: skip
        shown = [cell if cell[0] != "▒" else "▒" for cell in flow]
        assert view.cells[:3] == (shown[3], shown[1], shown[2]), view.name
        half = as_in_report(told, OUTCOMES, "Mediantid, dagar") or "–"
        assert view.cells[4] == ("▒" if "▒" in (half[0], shown[2]) else half), view.name
        participants = as_in_report(told, HEADS[0], "Deltagare")
        if participants == "–":
            continue
        if participants == "0":
            assert facts["Deltagare"] == "inga registrerade i perioden", view.name
            continue
        assert facts["Deltagare"].split(" av ")[0] == participants, view.name
        said = next((value for name, value in view.facts if value.startswith("kvinnor")), "")
        if said:
            sexes = [as_in_report(told, HEADS[0], head) for head in ("Kvinnor", "Män")]
            assert re.split(" · |kvinnor |män ", said)[1::2] == sexes, view.name
        in_words = [re.sub(r"▒ \w+", "▒", cell) for cell in flow]
        numbers = re.findall(r"\d+|▒", re.sub(r"▒ \w+", "▒", facts["Flöde"]))
        assert numbers == in_words or {"▒"} == set(numbers) == set(in_words), view.name


@pytest.mark.parametrize("period", ["2021", "2021-H1", "2021-ack-T2"])
def test_every_number_is_the_one_of_the_report(kalmar, period):
    days = parse_period(period)
    assert_the_same(published_interventions(kalmar, days), make_report(kalmar, days))


def test_some_are_shown_and_some_are_hidden(kalmar):
    cells = [view.cells[:3] for view in published_interventions(kalmar, YEAR)]
    assert any(cell.isdigit() for row in cells for cell in row)
    assert any(cell == "▒" for row in cells for cell in row)


def test_a_store_of_few_says_why_nothing_is_told(small):
    views = published_interventions(small, YEAR)
    assert_the_same(views, make_report(small, YEAR))
    krus = next(view for view in views if view.insats == "krus")
    assert "▒" in krus.cells
    said = " ".join(value for _, value in krus.facts)
    assert "redovisas inte" in said
    assert "man 1" not in said


def deliver(workspace):
    for measure, number in (("deltagare", 20), ("påbörjade", 12), ("avslutade", 9)):
        save(workspace, "antal", {**NAVET, "mått": measure, "täljare": str(number)})


def test_deliveries_are_judged_with_rows(small):
    deliver(small)
    assert_the_same(published_interventions(small, YEAR), make_report(small, YEAR))


def test_deliveries_alone_are_told(tmp_path):
    counts = a_workspace(a_store(tmp_path))
    deliver(counts)
    views = published_interventions(counts, YEAR)
    assert_the_same(views, make_report(counts, YEAR))
    assert next(view for view in views if view.insats == "navet").cells[:3] == ("11", "12", "9")
    counts.close()


def test_what_was_published_before_is_looked_at(small):
    """A man more after a report: with the report readers could tell who he is."""
    remember_report(small, make_report(small, YEAR))
    save(small, "deltaganden", an_entry(deltagande="K-9", kön="man", insats="navet"))
    assert_the_same(published_interventions(small, YEAR), make_report(small, YEAR))


def test_what_no_report_prints_is_not_shown(small):
    with small.store.write() as session:
        change = begin_change(session, association_id=1, at=NOW, by="prov", kind="import")
        guiden = {row.key: row.id for row in interventions(session, 1)}["guiden"]
        row = {"intervention_id": guiden, "number": "G-1", "start_date": date(2021, 2, 1)}
        add_rows(session, change, Episode, [row | {"sex": "man", "age_band": "30-39"}])
    inside, outside = (
        next(view for view in views if view.insats == "guiden")
        for views in (intervention_views(small, YEAR), published_interventions(small, YEAR))
    )
    assert inside.cells[0] == "1"
    assert outside.cells[:3] == ("▒", "▒", "▒")
    assert ("Deltagare", "▒ står inte i rapporten") in outside.facts


def test_that_nobody_took_part_is_told_as_in_the_report(small):
    navet = next(view for view in published_interventions(small, YEAR) if view.insats == "navet")
    assert ("Deltagare", "inga registrerade i perioden") in navet.facts
    row = printed(make_report(small, YEAR))["Navet i Lillby"]
    assert row[HEADS[0], "Deltagare"] == "0"

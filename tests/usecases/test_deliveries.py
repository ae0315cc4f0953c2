"""Who has delivered, who has not, what was corrected, and a text that reminds."""

import json
from datetime import date

import pytest

from tests.factories import a_workspace, an_entry, an_exit
from tests.usecases.files import taken
from tracker.cli import main
from tracker.periods import parse_period, year_of
from tracker.registration import save
from tracker.worklist.delivered import delivery_lines, to_document

YEAR = year_of(2021)


def a_delivery(insats="navet", key="n-1", created="2022-01-20", number="40", **days):
    days = {"från": "2021-01-01", "till": "2021-12-31", **days}
    row = {**days, "insats": insats, "leverans": key, "plan": "exempel-2021", "skapad": created}
    return [
        {**row, "mått": "deltagare", "täljare": number, "nämnare": ""},
        {**row, "mått": "arbete-studier", "täljare": "12", "nämnare": "30", "saknas": "2"},
    ]


def listed(workspace, period=YEAR):
    return [(line.insats, line.state) for line in delivery_lines(workspace, period)]


def test_what_has_come_and_what_has_not(workspace):
    taken(workspace, "antal", a_delivery())
    assert listed(workspace) == [("krus", "late"), ("navet", "delivered")]
    late, came = delivery_lines(workspace, YEAR)
    assert (late.days_late, late.delivery, late.is_waited_for) == (59, None, True)
    assert (came.delivery, came.received, came.days_late) == ("n-1", date(2022, 3, 1), 59)


def test_who_registers_row_by_row_need_not_deliver(workspace):
    save(workspace, "deltaganden", {**an_entry(), **an_exit(slutdatum="2021-10-01")})
    taken(workspace, "antal", a_delivery())
    assert listed(workspace) == [("navet", "delivered")]


def test_a_period_that_is_not_over_is_not_missing(workspace):
    assert listed(workspace, year_of(2022)) == []


def test_missing_is_called_late_only_after_the_days_of_grace(store_file):
    soon = a_workspace(store_file, today=date(2022, 1, 15))
    assert listed(soon) == [("krus", "missing"), ("navet", "missing")]
    soon.close()


def test_the_stretch_after_a_delivery_is_missing_by_the_rule_of_the_work_list(workspace):
    taken(workspace, "antal", a_delivery(till="2021-06-30"))
    found = {line.stretch.first: line.state for line in delivery_lines(workspace, YEAR)
             if line.insats == "navet"}  # fmt: skip
    assert found == {date(2021, 1, 1): "delivered", date(2021, 7, 1): "late"}
    assert listed(workspace, parse_period("2021-H1")) == [
        ("krus", "late"),
        ("navet", "delivered"),
    ]


def test_a_correction_says_how_many_numbers_differ(workspace):
    taken(workspace, "antal", a_delivery())
    taken(workspace, "antal", a_delivery(key="n-2", created="2022-02-01", number="41"))
    line = delivery_lines(workspace, YEAR)[1]
    assert (line.state, line.delivery, line.replaces, line.differing) == ("corrected", "n-2", 1, 1)


def test_a_delivery_sent_again_with_the_same_numbers_is_no_correction(workspace):
    taken(workspace, "antal", a_delivery())
    taken(workspace, "antal", a_delivery(key="n-2", created="2022-02-01"))
    line = delivery_lines(workspace, YEAR)[1]
    assert (line.state, line.replaces, line.differing) == ("delivered", 1, 0)


def test_a_year_in_the_place_of_its_half_is_no_correction(workspace):
    taken(workspace, "antal", a_delivery(till="2021-06-30", created="2021-07-05", number="25"))
    taken(workspace, "antal", a_delivery(key="n-2", created="2022-02-01"), overwrite=True)
    line = delivery_lines(workspace, YEAR)[1]
    assert (line.state, line.delivery, line.differing) == ("delivered", "n-2", 0)


def test_a_delivery_by_a_plan_that_is_not_here_is_said(workspace, store_file, capsys):
    taken(workspace, "antal", [{**row, "plan": "annan-2021"} for row in a_delivery()])
    workspace.close()
    options = ["--store", str(store_file), "--today", "2022-03-01", "--lang", "sv"]
    assert main(["deliveries", *options]) == 0
    line = next(one for one in capsys.readouterr().out.splitlines() if "navet" in one)
    assert line.endswith("efter planen annan-2021, som inte finns här")


def test_counts_entered_by_hand_have_come(workspace):
    save(workspace, "antal", {"från": "2021-01-01", "till": "2021-12-31", "insats": "krus",
                              "mått": "deltagare", "täljare": "9"})  # fmt: skip
    assert listed(workspace)[0] == ("krus", "delivered")


def test_the_document_has_days_in_iso_form(workspace):
    taken(workspace, "antal", a_delivery())
    document = json.loads(json.dumps(to_document(delivery_lines(workspace, YEAR))))
    assert document[1] == {
        "insats": "navet", "name": "Navet i Lillby", "from": "2021-01-01", "to": "2021-12-31",
        "state": "delivered", "delivery": "n-1", "created": "2022-01-20",
        "received": "2022-03-01", "days_late": 59, "replaces": 0, "differing": 0,
        "plan": "exempel-2021",
    }  # fmt: skip


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_command_lists_and_reminds(workspace, store_file, capsys, lang):
    taken(workspace, "antal", a_delivery())
    workspace.close()
    options = ["--store", str(store_file), "--today", "2022-03-01", "--lang", lang]
    assert main(["deliveries", *options]) == 0
    shown = capsys.readouterr().out
    assert "!! krus" in shown
    assert "2021-01-01 – 2021-12-31" in shown
    assert main(["deliveries", "--reminder", *options]) == 0
    text = capsys.readouterr().out
    assert "KRUS" in text
    assert "Navet" not in text
    assert ("Hej" in text) == (lang == "sv")
    assert main(["deliveries", "--json", *options]) == 0
    assert [line["state"] for line in json.loads(capsys.readouterr().out)] == ["late", "delivered"]


def test_nothing_to_tell_is_not_said_to_be_rows(workspace, store_file, capsys):
    taken(workspace, "antal", a_delivery("navet"))
    taken(workspace, "antal", a_delivery("krus", key="k-1"))
    workspace.close()
    options = ["--store", str(store_file), "--today", "2022-03-01", "--lang", "sv"]
    assert main(["deliveries", "--period", "2020", *options]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Inga antal har levererats för 2020, och inga saknas:")
    assert "före en första leverans" in said

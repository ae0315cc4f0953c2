"""Accepting what a check found: with a reason, for the rows of the day, and the commands for it."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import NOW, a_workspace, an_entry, an_exit
from tracker.cli import main
from tracker.errors import DataError, UsageError
from tracker.quality import Finding, Row, accept, accepted, findings, take_back
from tracker.quality.catalogue import BY_NAME
from tracker.quality.making import with_acceptance
from tracker.registration import correct, history, save, undo

CHECK = "utfall_på_avliden"
DECEASED = {"avslutsanledning": "avliden"}


def a_deceased(workspace, number):
    save(workspace, "deltaganden", {**an_entry(deltagande=number), **an_exit(**DECEASED)})


def found(workspace, check=CHECK):
    return next(each for each in findings(workspace) if each.check.name == check)


def test_an_acceptance_has_its_reason_and_who_gave_it(workspace):
    a_deceased(workspace, "K-1")
    assert accepted(workspace) == []
    given = accept(workspace, CHECK, "  Avled efter att ha börjat arbeta ")
    assert (given.reason, given.by, given.at) == ("Avled efter att ha börjat arbeta", "anna", NOW)
    assert accepted(workspace) == [given]
    assert found(workspace).accepted == given
    assert not found(workspace).is_unaccepted_error


def test_a_new_row_raises_it_again_and_it_can_be_accepted_again(workspace, store_file):
    a_deceased(workspace, "K-1")
    accept(workspace, CHECK, "känt")
    a_deceased(workspace, "K-2")
    assert found(workspace).accepted is None
    assert accepted(workspace) == []
    eva = a_workspace(store_file, actor="eva")
    later = replace(eva, now=lambda: datetime(2022, 3, 2, 8, tzinfo=UTC))
    accept(later, CHECK, "båda kända")
    now = found(workspace).accepted
    eva.close()
    assert (now.by, now.reason, now.count, now.at.day) == ("eva", "båda kända", 2, 2)


def test_what_is_mended_since_does_not_raise_it_again(workspace):
    for number in ("K-1", "K-2"):
        a_deceased(workspace, number)
    accept(workspace, CHECK, "kända")
    key = {"insats": "krus", "deltagande": "K-1"}
    correct(workspace, "deltaganden", key, {"avslutsanledning": "flytt"})
    assert [(each.check, each.count) for each in accepted(workspace)] == [(CHECK, 1)]


def test_an_acceptance_is_in_the_trail_and_can_be_taken_back(workspace):
    a_deceased(workspace, "K-1")
    accept(workspace, CHECK, "känt")
    line = history(workspace)[0]
    assert (line.subject, line.rows) == ("datakvalitet utfall_på_avliden", 1)
    accept(workspace, CHECK, "bättre skäl")
    undo(workspace)
    assert found(workspace).accepted.reason == "känt"
    undo(workspace)
    assert found(workspace).accepted is None


def test_a_reason_that_names_somebody_or_is_empty_is_refused(workspace):
    a_deceased(workspace, "K-1")
    for reason in ("ring 0470-123 45", "anna@lillby.se", "811228-9874", " "):
        with pytest.raises(DataError) as refused:
            accept(workspace, CHECK, reason)
        said = [refused.value.message, *(str(each) for each in refused.value.problems)]
        assert not any(reason.strip() and reason in each for each in said)
    assert accepted(workspace) == []


def test_what_finds_nothing_or_does_not_exist_cannot_be_accepted(workspace):
    with pytest.raises(DataError):
        accept(workspace, CHECK, "inget att godta")
    with pytest.raises(UsageError) as unknown:
        accept(workspace, "plansumma", "x")
    assert unknown.value.params["nearest"] == "plansummor"


def test_what_gets_worse_by_a_step_is_another_row():
    key = (("insats", "krus"), ("år", "2021"))
    row = Row("deltaganden", key, "3 av 10", size="3")
    assert row.digest == Row("deltaganden", key, "31 av 100", size="3").digest
    assert row.digest != Row("deltaganden", key, "4 av 10", size="4").digest
    assert with_acceptance(Finding(BY_NAME[CHECK], (row,)), []).accepted is None


@pytest.fixture
def run(store_file, capsys):
    """Run a command on the store; its exit code, what it printed, what it said beside."""

    def call(*argv):
        rest = ["--store", str(store_file), "--user", "eva", "--today", "2022-03-01"]
        code = main([*argv, *rest])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_the_command_ends_in_one_until_errors_are_accepted(workspace, run):
    assert run("check") == (0, "Datakvalitet · inget att anmärka på\n", "")
    for number in range(1, 8):
        a_deceased(workspace, f"K-{number}")
    code, out, _ = run("check")
    assert code == 1
    assert out.splitlines()[0].startswith("Datakvalitet · 1 fel")
    assert " ✗ Fel: Utfall för någon som har avlidit (7)\n     utfall_på_avliden\n" in out
    assert "     krus K-5\n     och 2 till\n" in out
    code, out, _ = run("check", "accept", CHECK, "--reason", "Kända av styrgruppen")
    assert (code, out) == (0, "Godtaget för 7 rader: utfall_på_avliden\n")
    code, out, _ = run("check")
    assert code == 0
    assert "1 godtagen" in out.splitlines()[0]
    assert " ✓ Fel: Utfall för någon som har avlidit (7)" in out
    assert "Godtaget av eva den" in out


def test_json_has_every_finding_with_its_rows_and_acceptance(workspace, run):
    a_deceased(workspace, "K-1")
    code, out, _ = run("check", "--json", "--lang", "en")
    assert code == 1
    finding = json.loads(out)[0]
    assert (finding["check"], finding["severity"], finding["count"]) == (CHECK, "error", 1)
    assert finding["rows"] == [{"insats": "krus", "deltagande": "K-1"}]
    assert finding["guidance"].startswith("The reason for the exit is that the person has died")
    assert finding["accepted"] is None
    run("check", "accept", CHECK, "--reason", "känt")
    code, out, _ = run("check", "--json")
    assert code == 0
    given = json.loads(out)[0]["accepted"]
    assert (given["reason"], given["by"]) == ("känt", "eva")


def test_the_command_says_what_is_wrong(run):
    assert run("check", "accept", CHECK, "--reason", "x")[0] == 1
    code, _, err = run("check", "accept", "plansumma", "--reason", "x")
    assert code == 2
    assert "den närmaste är plansummor" in err


def test_how_long_a_stay_is_long_is_told_to_the_day(workspace):
    first = date(2019, 8, 28)
    for number in range(8):
        start = first + timedelta(days=number)
        save(workspace, "deltaganden", {
            **an_entry(deltagande=f"K-{number}", startdatum=start.isoformat()),
            **an_exit(slutdatum="2021-08-31"),
        })  # fmt: skip
    rows = found(workspace, "lång_tid").rows
    assert [dict(row.key)["deltagande"] for row in rows] == ["K-0", "K-1", "K-2"]


def test_every_check_has_a_name_and_a_title_of_its_own():
    names = [check.name for check in BY_NAME.values()]
    titles = [check.title for check in BY_NAME.values()]
    assert len(set(names)) == len(names) == len(titles)
    assert len(set(titles)) == len(titles)


def test_an_acceptance_taken_back_leaves_the_finding_open_and_can_be_undone(workspace):
    a_deceased(workspace, "K-1")
    accept(workspace, CHECK, "känt")
    take_back(workspace, CHECK)
    assert found(workspace).accepted is None
    assert history(workspace)[0].subject == f"datakvalitet {CHECK}"
    undo(workspace)
    assert found(workspace).accepted.reason == "känt"


def test_what_nobody_has_accepted_cannot_be_taken_back(workspace):
    a_deceased(workspace, "K-1")
    with pytest.raises(DataError) as refused:
        take_back(workspace, CHECK)
    assert refused.value.params["check"] == CHECK

"""The commands that write a store: what they print, where, and how they end."""

import json
import os
import subprocess
import sys

import pytest

from db.associations import associations
from db.store import open_store
from tests.factories import PLAN
from tracker.cli import main

TODAY = ["--today", "2022-03-01"]
HEAVY = ("pandas", "numpy", "scipy", "textual", "alembic")


@pytest.fixture
def run(store_file, capsys, monkeypatch):
    """Run a command on the store; its exit code, what it printed, what it said beside."""
    for name in ("TRACKER_STORE", "TRACKER_TODAY", "TRACKER_LANG", "TRACKER_USER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    def call(*argv, store=store_file, lang="sv", user="anna"):
        rest = ["--store", str(store), "--lang", lang, "--user", user, *TODAY]
        try:
            code = main([*argv, *rest])
        except SystemExit as leaving:
            code = leaving.code
        said = capsys.readouterr()
        return code or 0, said.out, said.err

    return call


ENTRY = ("log", "entry", "--insats", "krus", "--kön", "kvinna", "--startdatum", "2021-02-02")
EXIT = (
    "log", "exit", "--insats", "krus", "--deltagande", "K-001", "--slutdatum", "2022-01-20",
    "--avslutsanledning", "enligt_plan", "--arbete_efter", "50", "--studier_efter", "0",
)  # fmt: skip
FOLLOW_UP = (
    "log", "followup", "--insats", "krus", "--deltagande", "K-001", "--månader", "1",
    "--datum", "2022-02-20", "--utfall", "svarat", "--arbete", "100",
)  # fmt: skip


def test_an_entry_gets_the_next_running_number(run):
    assert run(*ENTRY) == (0, "krus K-001\n", "Sparat. tracker undo ångrar.\n")
    code, out, err = run(*ENTRY)
    assert (code, out) == (0, "krus K-002\n")
    assert err.startswith("Sparat.")


def test_a_possible_duplicate_is_pointed_out(run):
    run(*ENTRY, "åldersgrupp=30-39")
    _, _, err = run(*ENTRY, "--åldersgrupp", "30-39")
    assert "K-001 har samma start, kön och ålder. Är det samma deltagande?" in err


def test_an_exit_says_what_follows(run):
    run(*ENTRY)
    code, out, err = run(*EXIT)
    assert (code, out) == (0, "krus K-001\n")
    assert "Uppföljning: 3 månader 20 april 2022, 6 månader 20 juli 2022." in err
    assert run(*FOLLOW_UP)[:2] == (0, "krus K-001 1\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--kon", "man", "--aldersgrupp", "30-39", "--halsa_fore", "3"),
        ("kön=man", "åldersgrupp=30-39", "hälsa_före=3"),
        ("kon=man", "aldersgrupp=30-39", "halsa_fore=3"),
        ("--kön", "man", "aldersgrupp=30-39", "hälsa_före=3"),
    ],
)
def test_columns_can_be_written_in_several_ways(run, arguments):
    code, _, _ = run("log", "entry", "insats=krus", "startdatum=20210202", *arguments)
    assert code == 0
    _, _, err = run(*ENTRY, "kön=man")
    assert err == "kön är angiven två gånger.\n"


def test_every_problem_is_a_line_and_the_code_is_one(run):
    code, out, err = run(*ENTRY, "hälsa_före=9", "arbete_före=x")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        (
            "kolumn arbete_före: ”x” är inte en procentsats från 0 till 100, "
            "till exempel 50 eller 37,5."
        ),
        "kolumn hälsa_före: ”9” är inte ett heltal från 1 till 5.",
        "Inget sparades.",
    ]


def test_the_same_in_english(run):
    _, _, err = run(*ENTRY, "hälsa_före=9", lang="en")
    assert "“9” is not a whole number from 1 to 5." in err
    assert "Nothing was saved." in err


@pytest.mark.parametrize("argument", ["hittepå=1", "kön", "810301-1234", "slutdatum"])
def test_what_is_no_column_is_wrong_usage(run, argument):
    code, _, err = run(*ENTRY, argument)
    assert code == 2
    assert "Kolumner: insats, deltagande" in err
    assert "810301" not in err


def test_an_unknown_option_is_wrong_usage(run):
    assert run(*ENTRY, "--hittepå", "1")[0] == 2
    assert run(*ENTRY, "--slutdatum", "2022-01-20")[0] == 2


def test_an_unknown_intervention_is_told_with_the_nearest(run):
    code, _, err = run("log", "entry", "insats=kruss", "startdatum=2021-02-02")
    assert code == 1
    assert "Menade du ”krus”?" in err


def test_undo_says_what_it_took_back(run):
    run(*ENTRY)
    assert run("undo") == (0, "deltaganden krus K-001\n", "Ångrat: Registrerat.\n")
    code, out, err = run("undo")
    assert (code, out) == (1, "")
    assert err.startswith("Den enda ändring av dig som finns är den första planen")
    assert run("undo", user="bo") == (1, "", "Det finns ingen ändring av dig att ångra.\n")


def test_undo_takes_back_settings_and_plans(run):
    assert run("settings", "set", "min_show", "8")[0] == 0
    assert "Inställningar ändrade: Minsta antal att publicera: 8\n" in run("history")[1]
    assert run("undo")[:2] == (0, "min_show 8\n")
    assert "min_show = 5" in run("settings")[1]


def test_undo_is_refused_when_somebody_changed_the_row_after(run):
    run(*ENTRY)
    run(*EXIT, user="bo")
    code, _, err = run("undo")
    assert code == 1
    assert err.startswith("deltaganden krus K-001 har ändrats efter det")


def test_history_for_people_and_for_programs(run):
    run(*ENTRY)
    run("undo")
    code, out, _ = run("history")
    assert code == 0
    assert [line.split("  ")[-1] for line in out.splitlines()] == [
        "Ångrat: deltaganden krus K-001, 1 rad",
        "Registrerat: deltaganden krus K-001, 1 rad (ångrad)",
        "Plan inläst: exempel-2021, 3 rader",
    ]
    code, out, _ = run("history", "--of", "K-001", "--json")
    lines = json.loads(out)
    assert [line["kind"] for line in lines] == ["undo", "log"]
    keys = {"change", "at", "by", "kind", "subject", "rows", "undone", "reason"}
    assert set(lines[0]) == {*keys, "details"}
    assert set(json.loads(run("history", "--json")[1])[0]) == keys
    assert run("history", "--of", "K-9") == (0, "", "Inga ändringar.\n")
    assert json.loads(run("history", "--of", "K-9", "--json")[1]) == []


def test_history_of_a_row_shows_old_and_new_values(run):
    run(*ENTRY)
    run(*EXIT)
    _, out, _ = run("history", "--of", "krus K-001")
    assert "deltaganden krus K-001 slutdatum: – → 2022-01-20" in out
    run("undo")
    _, out, _ = run("history", "--of", "krus K-001")
    assert "deltaganden krus K-001 arbete_efter: 50 → –" in out


def test_a_reason_is_kept_and_printed_but_none_that_tells_who_it_is(run):
    run(*ENTRY, "--skäl", "Kom på remiss")
    code, out, _ = run("history")
    assert code == 0
    assert "       Skäl: Kom på remiss\n" in out
    assert json.loads(run("history", "--json")[1])[0]["reason"] == "Kom på remiss"
    code, out, err = run(*EXIT, "--reason", "Ring 070-123 45 67")
    assert (code, out) == (1, "")
    assert "070" not in err
    assert run(*EXIT, "--reason", "Fick jobb")[0] == 0
    assert run(*FOLLOW_UP, "--skal", "Ringde själv")[0] == 0
    reasons = [line["reason"] for line in json.loads(run("history", "--json")[1])]
    assert reasons == ["Ringde själv", "Fick jobb", "Kom på remiss", ""]


def test_init_creates_a_store_and_records_who_is_responsible(run, tmp_path):
    place = tmp_path / "ny" / "nytt.db"
    code, out, err = run("init", "kalmar-2021", "--controller", "Kalmar kommun", store=place)
    assert (code, out) == (0, "")
    assert "är klart för Samordningsförbundet i Kalmar län 2021." in err
    assert controllers(place) == ["Kalmar kommun"]
    code, _, err = run("init", "kalmar-2021", store=place)
    assert code == 2
    assert "Det finns redan en fil" in err


def test_init_without_a_terminal_does_not_ask(run, tmp_path):
    code, _, err = run("init", "kalmar-2021", store=tmp_path / "ny.db")
    assert code == 0
    assert "Personuppgiftsansvarig: inte angiven." in err
    assert controllers(tmp_path / "ny.db") == [None]


@pytest.mark.parametrize(("answer", "recorded"), [("Lillby kommun", "Lillby kommun"), ("", None)])
def test_init_on_a_terminal_asks_and_says_what_it_means(
    run, tmp_path, monkeypatch, answer, recorded
):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: answer)
    code, _, err = run("init", "kalmar-2021", store=tmp_path / "ny.db")
    assert code == 0
    assert "Rader om deltagare är personuppgifter" in err
    assert controllers(tmp_path / "ny.db") == [recorded]


def controllers(place):
    store = open_store(str(place))
    with store.read() as session:
        found = [row.controller for row in associations(session)]
    store.close()
    return found


def test_plans_are_listed_shown_checked_and_applied(run, tmp_path):
    code, out, _ = run("plan", "list")
    assert code == 0
    assert "kalmar-2021\t2021\tSamordningsförbundet i Kalmar län" in out.splitlines()
    code, out, _ = run("plan", "show", "kalmar-2021")
    own = tmp_path / "plan.toml"
    own.write_text(out, encoding="utf-8")
    code, out, err = run("plan", "check", str(own))
    assert code == 0
    assert "SUMMA verksamhetens kostnader 2021" in out
    assert err.startswith("Planen är i ordning: ")
    code, _, err = run("plan", "apply", str(own))
    assert code == 0
    assert "Planen för 2021 för Samordningsförbundet i Kalmar län är inläst." in err
    assert "Nya insatser: " in err
    code, _, err = run("plan", "apply", str(own))
    assert "är redan inläst." in err


def test_a_plan_with_problems_is_told_with_its_lines(run, tmp_path):
    own = tmp_path / "plan.toml"
    own.write_text(PLAN.replace('measure = "exits"', 'measure = "exit"'), encoding="utf-8")
    code, out, err = run("plan", "check", str(own))
    assert (code, out) == (1, "")
    line = (
        PLAN.replace('measure = "exits"', 'measure = "exit"').splitlines().index('measure = "exit"')
    )
    assert f"rad {line + 1}" in err
    assert run("plan", "check", str(tmp_path / "finns-inte.toml"))[0] == 1
    assert run("plan", "show", "kalmar-2012")[0] == 2
    assert run("plan", "apply", "kalmar-2012")[0] == 2


def test_changed_and_kept_interventions_are_told(run, tmp_path):
    own = tmp_path / "plan.toml"
    own.write_text(PLAN.replace('"KRUS"', '"KRUS 2"'), encoding="utf-8")
    _, _, err = run("plan", "apply", str(own))
    assert "Ändrade insatser: krus." in err


def test_no_store_is_wrong_usage(run, tmp_path):
    for command in (ENTRY, ("undo",), ("history",), ("plan", "apply", "kalmar-2021")):
        code, _, err = run(*command, store=tmp_path / "finns-inte.db")
        assert code == 2
        assert "tracker init" in err


@pytest.mark.parametrize(
    "command",
    [
        "init", "plan list", "plan show", "plan check", "plan apply", "log entry", "log exit",
        "log followup", "undo", "history",
    ],
)  # fmt: skip
def test_every_command_has_help_with_an_example(run, command):
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert f"tracker {command}" in " ".join(out.split("Exempel:")[1].split())


def test_help_of_log_names_every_column_in_the_users_language(run):
    _, out, _ = run("log", "exit", "--help")
    assert "--försörjning_efter, --forsorjning_efter" in out
    assert "Arbetar (eller börjar inom kort)" in out
    assert "osubventionerat|subventionerat|eget_företag" in out


@pytest.mark.parametrize("command", [ENTRY, ("history",), ("undo",), ("plan", "list")])
def test_logging_loads_nothing_heavy(store_file, command):
    code = (
        "import sys; from tracker.cli import main; main(sys.argv[1:]);"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    rest = ["--store", str(store_file), *TODAY]
    done = subprocess.run(
        [sys.executable, "-c", code, *command, *rest],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"

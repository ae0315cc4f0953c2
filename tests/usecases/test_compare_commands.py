"""`tracker compare` and `tracker trend`: tables with words, JSON, sentences for what is wrong."""

import json
import subprocess
import sys

import pytest

from tracker.cli.main import main


@pytest.fixture
def run(region_file, capsys):
    def command(*args, lang="sv", today="2022-03-01"):
        code = main([*args, "--store", str(region_file), "--lang", lang, "--today", today])
        return code, *capsys.readouterr()

    return command


def test_compare_prints_a_table_with_words(run):
    code, out, _ = run("compare", "--goal", "sju", "--period", "2021")
    lines = out.splitlines()
    assert (code, lines[0]) == (0, "Målet sju · 2021")
    assert lines[1] == "Förbundet totalt: 30,3\N{NO-BREAK SPACE}%"
    assert any(line.startswith(" ◆  i03  12 av 20 avslut 60") for line in lines)
    assert any(line.startswith(" ·  i07  1 av 7 avslut ") for line in lines)
    assert all("14\N{NO-BREAK SPACE}%" not in line for line in lines if "i07" in line)
    assert lines[-1] == "7 jämförelser har gjorts."
    assert "Ingen tydlig skillnad mellan kvinnor och män." in out


def test_compare_prints_json(run):
    code, out, _ = run("compare", "--goal", "tre", "--json")
    document = json.loads(out)
    assert (code, document["goal"], document["way"]) == (0, "tre", "rest")
    assert [unit["insats"] for unit in document["units"]] == ["i01", "i03", "i04"]


def test_compare_against_the_goal(run):
    _, out, _ = run("compare", "--goal", "tre", "--against", "goal", lang="en")
    assert out.splitlines()[1] == "The goal: 30%"


def test_compare_as_it_is_published(run):
    _, out, _ = run("compare", "--goal", "få", "--published", "--json")
    assert json.loads(out)["published"] is True


def test_trend_prints_the_years_and_where_the_definition_changed(run):
    code, out, _ = run("trend", "--goal", "ändrat")
    assert code == 0
    lines = out.splitlines()
    assert [line[1:5] for line in lines if line.startswith(" 20") and "┤" not in line] == [
        "2018", "2019", "2020", "2021", "2022",
    ]  # fmt: skip
    broken = lines.index(" ── annan definition ──")
    assert (lines[broken - 1][1:5], lines[broken + 1][1:5]) == ("2019", "2020")
    assert any("╎ annan definition" in line for line in lines[:broken])
    assert lines[-1].startswith("Ingen tydlig skillnad mellan 2020 och 2021.")


def test_trend_prints_json(run):
    code, out, _ = run("trend", "--goal", "stiger", "--json", "--published")
    document = json.loads(out)
    assert (code, document["trend"]["word"]) == (0, "rising")
    assert document["years"][-1]["hidden"] == "small"


@pytest.mark.parametrize(
    ("command", "goal", "words"),
    [
        ("compare", "finns-ej", "Målet ”finns-ej” finns inte."),
        ("trend", "finns-ej", "Målet ”finns-ej” finns inte."),
        ("compare", "resultat", "räknar inte personer"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_sentence(run, command, goal, words):
    code, out, err = run(command, "--goal", goal)
    assert (code, out) == (1, "")
    assert words in err


def test_a_goal_must_be_named(run):
    code, _, err = run("compare")
    assert code == 2
    assert "--goal" in err


def test_status_tells_what_is_still_needed(run):
    _, out, _ = run("status", "--goal", "planerat", "--period", "2021", today="2021-10-01")
    assert "     5 fler till arbete av de 12 som återstår" in out.splitlines()
    assert "Minst 5 av de kommande 12 avsluten" in out


def test_status_json_has_the_outlook(run):
    _, out, _ = run("status", "--goal", "okänt", "--period", "2021", "--json")
    goal = json.loads(out)["goals"][0]
    assert goal["forecast"] is None
    assert goal["call_backs"]["successes"] == 2
    assert goal["call_backs"]["failures"] == 4
    assert goal["clarity"]["more"] > 0


def test_the_status_of_a_closed_period_needs_no_scipy(region_file):
    call = f'main(["status", "--goal", "sju", "--period", "2021", "--store", {str(region_file)!r}])'
    code = f"import sys; from tracker.cli.main import main; {call}; print('scipy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert "30 %" in done.stdout.replace("\N{NO-BREAK SPACE}", " ")
    assert done.stdout.endswith("False\n")


@pytest.mark.parametrize("command", ["compare", "trend"])
def test_help_has_an_example(run, command):
    _, out, _ = run(command, "--help")
    assert f"Exempel: tracker {command} --goal arbete-studier" in out

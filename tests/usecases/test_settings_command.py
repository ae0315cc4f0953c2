"""`tracker settings`: what it prints, and what it says beside."""

import json

import pytest

from tests.factories import PLAN, a_plan, a_store
from tracker.cli import main

STATED = PLAN.replace("[[insats]]", '[settings]\nmethod = "wilson"\n\n[[insats]]', 1)


@pytest.fixture
def run(store_file, capsys):
    """Run `tracker settings` on the store; its exit code, what it printed, what it said beside."""

    def call(*argv, store=store_file, lang="sv"):
        rest = ["--store", str(store), "--lang", lang, "--user", "anna", "--today", "2022-03-01"]
        code = main(["settings", *argv, *rest])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_every_setting_is_listed_with_where_it_comes_from(run):
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "inference = process  (som vanligt)\n" in out
    assert "min_show = 5  (som vanligt)\n    Minsta antal personer" in out


def test_a_setting_is_set_and_unset(run):
    code, out, _ = run("set", "min_judge", "12")
    assert code == 0
    assert out.splitlines() == [
        "min_judge = 12  (förbundet)",
        "    Minsta antal personer för en procentsats eller en bedömning.",
    ]
    found = json.loads(run("--json")[1])
    line = next(line for line in found if line["key"] == "min_judge")
    assert line == {"key": "min_judge", "value": "12", "source": "association", "goals": []}
    assert "min_judge = 10  (as usual)" in run("unset", "min_judge", lang="en")[1]


def test_it_is_said_where_the_plan_goes_before(run, tmp_path):
    store = a_store(tmp_path / "other", a_plan(STATED))
    code, out, err = run("set", "method", "midp", store=store)
    assert code == 0
    assert out.startswith("method = wilson  (planen)\n")
    assert err == "Planen anger själv method, och den går före förbundet.\n"


def test_a_wrong_key_or_value_names_the_nearest(run):
    code, out, err = run("set", "metod", "midp")
    assert (code, out) == (2, "")
    assert "den närmaste är method" in err
    code, out, err = run("set", "method", "midpp")
    assert (code, out) == (2, "")
    assert "den närmaste kända koden är midp" in err

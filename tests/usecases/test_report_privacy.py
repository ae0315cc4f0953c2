"""Whatever is counted: nothing that is hidden can be found in a file that is handed on."""

import json
import re
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.tallies.scope import Cell, ShareTally
from tests.factories import a_plan, a_store
from tests.usecases.small_year import opened
from tests.usecases.written import YEAR, sheets, tables, without_rows
from tracker.measures import catalogue
from tracker.measures.shares import measured
from tracker.reports.formats.excel import to_excel
from tracker.reports.formats.markdown import to_markdown
from tracker.scorecard import make_scorecard
from tracker.scorecard.document import to_document

FEW = 5
NUMBERS = ("x", "n", "persons", "eligible", "missing", "known", "excluded", "value", "low", "high")
PLAN = """
[plan]
id = "p"
association = "Förbundet"
year = 2021

[[insats]]
insats = "a"
namn = "Alfa"
inriktning = "individ"

[[insats]]
insats = "b"
namn = "Beta"
inriktning = "individ"

[[goal]]
id = "g"
level = "individ"
text = "Till arbete"
measure = "exits"
success = ["arbete"]
target = "0.30"
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    opened_one = opened(a_store(tmp_path_factory.mktemp("p"), a_plan(PLAN)))
    yield opened_one
    opened_one.close()


@st.composite
def tallies(draw):
    """Exits of two interventions by women, men and unknown sex."""
    cells = []
    for place in (0, 1):
        for sex in ("kvinna", "man", None):
            eligible = draw(st.integers(0, 12) | st.just(0))
            missing = draw(st.integers(0, eligible))
            hits = draw(st.integers(0, eligible - missing))
            cells.append((place, sex, ShareTally(eligible, hits, missing)))
    return [one for one in cells if one[2].eligible]


def published(workspace, counted, unknown):
    """The published scorecard as if the store held these counts."""

    def measure(_goal, frame):
        numbers = [row.id for row in frame.interventions]
        cells = [(Cell(numbers[place], sex), tally) for place, sex, tally in counted]
        return measured(cells, frame)

    goal = workspace.plans[0].goals[0]
    plan = replaced(workspace.plans[0], goals=(replaced(goal, unknown=unknown),))
    with patch.dict(catalogue.MEASURES, {"exits": measure}):
        return make_scorecard(
            workspace.with_plans((plan,)), YEAR, by=("kön", "insats"), published=True
        )


def replaced(value, **changes):
    from dataclasses import replace

    return replace(value, **changes)


COUNTED = (tallies(), st.sampled_from(["not_reached", "left_out"]))


@settings(max_examples=150)
@given(*COUNTED)
def test_nothing_hidden_can_be_found(workspace, counted, unknown):
    assert_json_is_safe(as_json(published(workspace, counted, unknown)))


@settings(max_examples=40)  # two whole files each
@given(*COUNTED)
def test_nothing_hidden_can_be_found_in_files(workspace, counted, unknown):
    scorecard = published(workspace, counted, unknown)
    report = without_rows(scorecard, workspace)
    card = scorecard.goals[0]
    assert_markdown_is_safe(to_markdown(report).decode(), card)
    assert_workbook_is_safe(to_excel(report), card)


def as_json(scorecard):
    """The one goal, as whoever reads the file has it."""
    return json.loads(json.dumps(to_document(scorecard, "")))["goals"][0]


def assert_json_is_safe(goal):
    """No small number of persons, and none that is left when what is shown is taken away."""
    for cell in (goal, *(part for parts in goal["by"].values() for part in parts)):
        if "hidden" in cell:
            assert [cell[key] for key in NUMBERS] == [None] * len(NUMBERS)
            assert cell["bounds"] is None
            continue
        assert not 0 < cell["persons"] < FEW
        assert not 0 < cell["eligible"] < FEW
    for parts in goal["by"].values():
        missing = [part for part in parts if "hidden" in part]
        if not missing:
            continue
        assert "hidden" not in goal
        assert len(missing) >= 2
        for key in ("persons", "eligible"):
            left = goal[key] - sum(part[key] for part in parts if "hidden" not in part)
            assert left == 0 or left >= FEW


def assert_markdown_is_safe(markdown, card):
    """A hidden row has no digit but those of its goal's number and of the minimum."""
    rows = tables(markdown)
    goals = rows["Individ"][1:]
    assert len(goals) == 1
    assert bool(card.hidden) == ("Redovisas inte" in goals[0][3])
    for row in [goals[0], *rows.get("Målen för kvinnor och för män", [])[1:]]:
        shown = " ".join(row[2:])
        if "Redovisas inte" in shown:
            after = shown.replace("30\N{NO-BREAK SPACE}%", "").replace("färre än 5 personer", "")
            assert not re.search(r"\d", after)
    if card.hidden:
        told = markdown.split("Målen ett för ett")[1].split("## Deltagare")[0]
        assert not re.search(r"\d", told.replace("färre än 5 personer", "").replace("1. ", ""))


def assert_workbook_is_safe(content, card):
    """Numbers in a row are of five persons at least, and a hidden row has none."""
    book = sheets(content)
    for name in ("Individ", "Målen för kvinnor och för män"):
        if name not in book:
            continue
        headings = book[name][1]
        for row in book[name][2:]:
            if row[0] is None or row[1] is None:
                break  # the notes below the table
            numbers = [value for value in row[3:] if isinstance(value, int | float)]
            base = row[headings.index("Av")]
            if isinstance(base, str):
                assert numbers == []
                assert base.startswith("Redovisas inte")
            else:
                assert base is None or base == 0 or base >= FEW
    if card.hidden:
        assert "Målen för kvinnor och för män" not in book

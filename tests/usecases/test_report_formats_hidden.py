"""What is hidden leaves no trace in a file: not in texts, properties, chart data or pictures.

Two stores differ in nothing but what is hidden. Whoever has both files must not be able to tell
them apart, down to the last byte of every part.
"""

from dataclasses import replace
from datetime import date

import pytest

from db.records import add_rows, begin_change
from db.tables import Episode
from db.tallies.board import interventions
from tests.factories import NOW, a_plan, a_store
from tests.usecases.a_report import parts
from tests.usecases.small_year import opened
from tests.usecases.written import YEAR
from tracker.reports import make_report
from tracker.reports.charts import goal_chart
from tracker.reports.numbered import numbered
from tracker.reports.writing import FORMATS
from tracker.scorecard import make_scorecard

PLAN = """
[plan]
id = "p"
association = "Förbundet"
year = 2021

[[insats]]
insats = "a"
namn = "Alfa"
inriktning = "individ"

[[goal]]
id = "g"
level = "individ"
text = "Till arbete"
measure = "exits"
success = ["arbete"]
target = "0.30"

[[goal]]
id = "få"
level = "individ"
text = "Vidare till studier"
measure = "exits"
success = ["studier"]
target = "0.30"
"""
WOMEN, MEN = 4, 20


def the_report(folder, women, men):
    """The report on so many women and men at work, of few women and many men."""
    place = a_store(folder, a_plan(PLAN))
    workspace = opened(place)
    try:
        with workspace.store.write() as session:
            number = workspace.association.id
            change = begin_change(session, association_id=number, at=NOW, by="anna", kind="log")
            chosen = interventions(session, number)[0].id
            add_rows(session, change, Episode, list(episodes(chosen, women, men)))
        made = make_report(workspace, YEAR)
        card = make_scorecard(workspace, YEAR, by=("kön",), published=True)
        chart = goal_chart(workspace.language, numbered(workspace.language, card), 0.95)
    finally:
        workspace.close()
    return replace(made, sections=(replace(made.sections[0], charts=(chart,)), *made.sections[1:]))


def episodes(intervention, women, men):
    people = [("kvinna", place < women) for place in range(WOMEN)]
    people += [("man", place < men) for place in range(MEN)]
    for number, (sex, at_work) in enumerate(people):
        yield {
            "intervention_id": intervention,
            "number": f"{number:03}",
            "sex": sex,
            "start_date": date(2021, 1, 11),
            "end_date": date(2021, 11, 30),
            "exit_reason": "enligt_plan",
            "work_after": 50 if at_work else 0,
            "study_after": 0,
        }


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    return the_report(folder / "one", 1, 9), the_report(folder / "other", 2, 8)


@pytest.mark.parametrize("suffix", FORMATS)
def test_files_that_differ_in_what_is_hidden_alone_are_the_same(two, suffix):
    one, other = (parts(FORMATS[suffix](report)) for report in two)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_the_two_stores_are_told_apart_by_what_is_shown(tmp_path, two):
    """Else the test above would hold for a report that says nothing."""
    shown = the_report(tmp_path, 2, 9)
    assert FORMATS[".md"](shown) != FORMATS[".md"](two[0])
    assert "10 av 24 avslut" in FORMATS[".md"](two[0]).decode()
    assert "Redovisas inte" in FORMATS[".md"](two[0]).decode()

"""The published view of a real store: what is hidden is null everywhere, with its reason."""

import json
from dataclasses import replace

import pytest

from tests.usecases.small_year import a_small_year, opened
from tracker.goals import Status
from tracker.measures.figure import Figure
from tracker.periods import parse_period
from tracker.privacy import publish
from tracker.scorecard import make_scorecard
from tracker.scorecard.document import to_document

YEAR = parse_period("2021")
FIGURES = ("x", "n", "persons", "eligible", "missing", "known", "excluded", "value", "low", "high")
FEW = 5


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return a_small_year(tmp_path_factory.mktemp("year"))


@pytest.fixture
def published(store):
    workspace = opened(store)
    yield make_scorecard(workspace, YEAR, by=("kön", "insats", "kommun"), published=True)
    workspace.close()


@pytest.fixture
def internal(store):
    workspace = opened(store)
    yield make_scorecard(workspace, YEAR, by=("kön", "insats", "kommun"))
    workspace.close()


@pytest.fixture
def document(published):
    return to_document(published, "")


def goal_of(document, goal_id):
    return next(goal for goal in document["goals"] if goal["id"] == goal_id)


def test_a_goal_of_few_persons_says_nothing_but_why(published, internal, document):
    assert internal.goal("ön").figure.x == 1
    card = published.goal("ön")
    assert (card.hidden, card.status, card.figure) == ("small", Status.SUPPRESSED, Figure())
    assert card.sentence == "Redovisas inte – färre än 5 personer."
    goal = goal_of(document, "ön")
    empty = (*FIGURES, "method", "bounds", "parts", "not_due", "rests_on")
    assert [goal[key] for key in empty] == [None] * len(empty)
    assert (goal["lines"], goal["by"], goal["details"], goal["flags"]) == ([], {}, [], [])
    assert goal["hidden"] == "small"


def test_a_goal_that_nobody_answered_keeps_its_word_and_hides_how_few_were_asked(
    published, internal, document
):
    assert (internal.goal("senare").figure.eligible, internal.goal("senare").figure.n) == (3, 0)
    card = published.goal("senare")
    assert (card.status, card.hidden) == (Status.NO_DATA, "small")
    assert card.figure == Figure()
    assert goal_of(document, "senare")["missing"] is None


def test_a_pair_is_hidden_whole(published, document):
    women, men = published.goal("arbete").splits["kön"]
    assert (women.hidden, men.hidden) == ("complementary", "small")
    for part in goal_of(document, "arbete")["by"]["kön"]:
        assert part["status"] == "suppressed"
        assert [part[key] for key in FIGURES] == [None] * len(FIGURES)
        assert part["bounds"] is None
    assert women.label == "Redovisas inte – annars går andra uppgifter att räkna ut"
    assert men.label == "Redovisas inte – färre än 5 personer"


def test_interventions_of_one_goal_are_hidden_like_the_sexes(published):
    shown = {part.key: part.hidden for part in published.goal("arbete").splits["insats"]}
    assert shown == {"krus": "complementary", "navet": None, "ön": "small"}


def test_a_goal_of_one_intervention_is_that_part_of_the_goal_of_all(published):
    """Navet has a goal of its own, which is shown: to hide it in the split would be of no use."""
    navet = next(part for part in published.goal("arbete").splits["insats"] if part.key == "navet")
    assert navet.figure.x == published.goal("navet").figure.x == 5
    assert published.goal("ön").hidden == "small"


def test_few_without_the_result_hide_a_part_unless_the_plan_says_otherwise(store):
    """Four of eleven men got work: few had the result, though the men are many."""
    workspace = opened(store)
    men = [4, 11]
    inside = make_scorecard(workspace, YEAR, only="arbete", by=("kön",))
    hidden = {}
    for switch in (True, False):
        (card,) = inside.goals
        reading = replace(card.reading, hide_numerators=switch)
        shown = publish(
            replace(inside, goals=(replace(card, reading=reading),)), workspace.language
        )
        hidden[switch] = [part.hidden for part in shown.goals[0].splits["kön"]]
    part = inside.goals[0].splits["kön"][1]
    workspace.close()
    assert [part.figure.x, part.figure.n] == men
    assert hidden == {True: ["complementary", "small"], False: [None, None]}


def test_unknown_sex_is_a_part_like_others(published, internal):
    """With the women shown, twelve are left of whom eleven men ended: then one has no known sex."""
    ended = [part.figure.n for part in internal.goal("plan").splits["kön"]]
    there = [part.figure.x for part in internal.goal("deltagare").splits["kön"]]
    assert (ended, there) == ([19, 11], [24, 11, 1])
    parts = {part.key: part.hidden for part in published.goal("deltagare").splits["kön"]}
    assert parts == {"kvinna": "complementary", "man": "complementary", None: "small"}


def test_large_parts_stay_as_they_are(published, internal):
    assert published.goal("plan").splits["kön"] == internal.goal("plan").splits["kön"]
    assert published.goal("arbete").figure == internal.goal("arbete").figure
    assert published.goal("budget") == internal.goal("budget")


def test_an_indicator_of_few_hides_with_one_that_is_large_enough(published, internal, document):
    assert [part.persons for part in internal.goal("stöd").figure.parts] == [14, 14, 3]
    parts = published.goal("stöd").figure.parts
    assert [part.hidden for part in parts] == ["complementary", None, "small"]
    printed = goal_of(document, "stöd")["parts"]
    assert printed[0] == {
        "indicator": 1, "x": None, "n": None, "persons": None, "value": None,
        "low": None, "high": None, "hidden": "complementary",
    }  # fmt: skip
    assert printed[1]["n"] == 14
    assert "hidden" not in printed[1]


def test_a_year_before_of_few_is_not_compared_with(published, internal, document):
    assert internal.goal("fler").before.figure.persons == 3
    card = published.goal("fler")
    assert card.before.hidden == "small"
    assert card.status == Status.TOO_FEW
    assert card.sentence == "0 av 30 avslut: för litet underlag för bedömning."
    assert goal_of(document, "fler")["last_year"] == {
        "x": None, "n": None, "value": None,
        "difference_low": None, "difference_high": None, "hidden": "small",
    }  # fmt: skip


def test_the_internal_view_hides_nothing(internal):
    parts = [part for card in internal.goals for split in card.splits.values() for part in split]
    assert [part.hidden for part in parts] == [None] * len(parts)
    assert internal.goal("ön").status == Status.TOO_FEW


def test_nothing_below_the_minimum_is_left_in_the_json(document):
    for goal in document["goals"]:
        cells = [part for parts in goal["by"].values() for part in parts] + (goal["parts"] or [])
        for cell in [goal, *cells]:
            persons = cell.get("persons")
            assert persons is None or persons == 0 or persons >= FEW, json.dumps(cell)
    parts = [part for part in goal_of(document, "plan")["by"]["kön"] if "hidden" not in part]
    assert [part["x"] for part in parts] == [19, 11]

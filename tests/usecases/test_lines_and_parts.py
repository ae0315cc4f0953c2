"""Further lines and the parts of a split are judged by the same rule as the goal itself."""

import pytest

from tests.factories import an_entry, an_exit
from tests.usecases.measuring import goal_card, money
from tracker.goals import Status, judge_against
from tracker.measures.figure import reading_of
from tracker.plans.model import Plan

EXITS = 'measure = "exits"\nsuccess = ["arbete"]\ntarget = '
LINE = '\n[[goal.line]]\nlabel = "lägsta nivå"\ntarget = '
MET, NOT_MET = Status.MET, Status.NOT_MET


def ended(number: int, year: int, **changes: str):
    entry = an_entry(deltagande=f"K-{number:03}", startdatum="2019-02-02")
    return "deltaganden", {**entry, **an_exit(slutdatum=f"{year}-05-01"), **changes}


def without_work(number: int, year: int, **changes: str):
    return ended(number, year, arbete_efter="0", arbetstyp_efter="", **changes)


@pytest.mark.parametrize(
    ("exits", "line", "expected"),
    [
        (3, '"0.25"', (MET, Status.TOO_FEW)),
        (20, '"0.25"', (MET, Status.MET_CLEAR)),
        (20, '"0.90"', (MET, Status.MET_UNCLEAR)),
    ],
)
def test_below_a_goal_for_everyone_a_line_for_some_is_a_share(tmp_path, exits, line, expected):
    rows = [ended(number, 2021) for number in range(exits)]
    card = goal_card(tmp_path, EXITS + '"1"' + LINE + line, rows)
    assert (card.status, card.lines[0].status) == expected
    assert card.figure.low is None


def test_a_line_for_everyone_leaves_nothing_to_chance(tmp_path):
    rows = [ended(number, 2021) for number in range(20)]
    card = goal_card(tmp_path, EXITS + '"0.30"' + LINE + '"1"', rows)
    assert (card.status, card.lines[0].status) == (Status.MET_CLEAR, MET)
    short = goal_card(
        tmp_path / "b", EXITS + '"0.30"' + LINE + '"1"', [*rows, without_work(20, 2021)]
    )
    assert short.lines[0].status == NOT_MET


def test_a_line_of_a_money_goal_has_its_own_target(tmp_path):
    goal = 'measure = "money_share"\npart = ["individinsats"]\nwhole = ["bidrag"]\ntarget = "0.75"'
    rows = [money("bidrag", "1000"), money("individinsats", "700", "krus")]
    card = goal_card(tmp_path, goal + LINE + '"0.70"', rows)
    assert (card.status, card.lines[0].status) == (NOT_MET, MET)


def test_each_part_is_held_against_itself_the_year_before(tmp_path):
    women = [ended(number, 2021) for number in range(20)]
    women += [without_work(number, 2020) for number in range(20, 40)]
    men = [without_work(number, 2021, kön="man") for number in range(40, 60)]
    men += [ended(number, 2020, kön="man") for number in range(60, 80)]
    unknown = [ended(80, 2021, kön="")]
    card = goal_card(tmp_path, EXITS + '"last_year"', [*women, *men, *unknown], by=("kön",))
    assert {part.key: part.status for part in card.splits["kön"]} == {
        "kvinna": Status.MET_CLEAR,
        "man": Status.NOT_MET_CLEAR,
        None: Status.NO_DATA,
    }


def test_a_published_part_tells_nothing_of_few_the_year_before(tmp_path):
    goal = EXITS + '"last_year"\ninference = "outcome"'
    now = [ended(number, 2021) for number in range(20)]
    few = [without_work(number, 2020) for number in range(20, 23)]
    inside = goal_card(tmp_path, goal, [*now, *few], by=("kön",))
    assert inside.splits["kön"][0].status == MET
    plan = Plan(id="p", association="Exempelby", year=2021)
    reading = reading_of(inside.goal, plan)
    judged = [inside.goal, inside.figure, inside.before.figure, (None, None), reading]
    assert judge_against(*judged, published=True) == Status.TOO_FEW


def test_what_is_measured_later_is_so_in_every_part_and_line(tmp_path):
    goal = EXITS + '"0.30"\nmeasured = "2022-04"' + LINE + '"0.25"'
    card = goal_card(tmp_path, goal, [ended(1, 2021)], by=("kön",))
    judged = {card.status, card.lines[0].status, card.splits["kön"][0].status}
    assert judged == {Status.NOT_DUE}


def test_no_next_step_is_a_next_step_that_a_goal_can_name(tmp_path):
    rows = [
        ended(1, 2021, nästa_steg="inget"),
        ended(2, 2021, nästa_steg="vård+studier"),
        ended(3, 2021, nästa_steg="vet_ej"),
    ]
    goal = EXITS.replace("arbete", "nästa_steg:inget") + '"0.30"\ndirection = "max"'
    figure = goal_card(tmp_path, goal, rows).figure
    assert (figure.x, figure.n, figure.missing) == (1, 3, 1)

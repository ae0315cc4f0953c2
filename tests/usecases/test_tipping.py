"""How near a goal is to tipping: by exact counting."""

from fractions import Fraction

import pytest

from tests.factories import a_plan
from tracker.goals.status import Status
from tracker.goals.tipping import tipping_of
from tracker.measures.figure import Figure
from tracker.wording import language
from tracker.wording.tipping import tipping_text


def goal(target="0.30", direction="min"):
    from dataclasses import replace

    return replace(a_plan().goals[0], target=Fraction(target), direction=direction)


def figure(x, n):
    return Figure(x=x, n=n, value=Fraction(x, n), persons=n)


@pytest.mark.parametrize(
    ("x", "n", "target", "direction", "outcomes", "is_met", "more"),
    [
        (37, 112, "0.30", "min", 4, True, False),
        (33, 112, "0.30", "min", 1, False, True),
        (30, 100, "0.30", "min", 1, True, False),
        (29, 100, "0.30", "min", 1, False, True),
        (30, 100, "0.30", "max", 1, True, True),
        (31, 100, "0.30", "max", 1, False, False),
        (7, 100, "0.07", "min", 1, True, False),
    ],
)
def test_so_many_outcomes_turn_the_fact(x, n, target, direction, outcomes, is_met, more):
    wanted = goal(target, direction)
    found = tipping_of(wanted, figure(x, n), Status.MET_UNCLEAR)
    assert (found.outcomes, found.is_met, found.more) == (outcomes, is_met, more)
    turned = Fraction(x + (outcomes if more else -outcomes), n)
    almost = Fraction(x + (outcomes - 1) * (1 if more else -1), n)

    def holds(share):
        return share >= wanted.target if direction == "min" else share <= wanted.target

    assert holds(turned) != is_met
    assert holds(almost) == is_met


@pytest.mark.parametrize("status", [Status.TOO_FEW, Status.SUPPRESSED, Status.NO_DATA])
def test_what_is_not_judged_is_near_nothing(status):
    assert tipping_of(goal(), figure(3, 7), status) is None


def test_what_no_outcome_could_turn_is_left_out():
    assert tipping_of(goal("0"), figure(5, 20), Status.MET_CLEAR) is None


def test_it_is_said_in_few_words():
    found = tipping_of(goal(), figure(33, 112), Status.NOT_MET_UNCLEAR)
    assert tipping_text(language("sv"), found) == "1 fler hade räckt"
    found = tipping_of(goal(), figure(37, 112), Status.MET_UNCLEAR)
    assert tipping_text(language("sv"), found) == "med 4 färre hade målet inte nåtts"

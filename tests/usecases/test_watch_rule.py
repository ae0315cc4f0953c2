"""The watch's rule, on days made up by hand: when it is crossed, on which side, and since when."""

from datetime import date, timedelta
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.tallies.scope import ShareTally
from tracker.stats import always_valid_interval
from tracker.watch.looking import Finding, Look, follow, limits, looks

GOAL = Fraction(3, 10)
FIRST = date(2021, 1, 4)


def days(outcomes, missing=()):
    """A day for each outcome, 1 reached and 0 not; `missing` are the places that are unknown."""
    return [
        (FIRST + timedelta(days=place), ShareTally(1, outcome, int(place in missing)))
        for place, outcome in enumerate(outcomes)
    ]


def found(outcomes, *, target=GOAL, fewest=10):
    return follow(looks(days(outcomes), known_only=False), target, fewest)


def test_looks_are_the_running_counts_with_or_without_the_unknown():
    three = days([1, 0, 0], missing={1})
    assert [(look.x, look.n) for look in looks(three, known_only=False)] == [(1, 1), (1, 2), (1, 3)]
    assert [(look.x, look.n) for look in looks(three, known_only=True)] == [(1, 1), (1, 1), (1, 2)]
    assert looks([], known_only=True) == []


def test_none_of_seventeen_is_below_thirty_per_cent_and_none_of_sixteen_is_not():
    """(n + 1) 0.7^n is 0.0565 at 16 and 0.0419 at 17."""
    assert found([0] * 16) == Finding("quiet")
    assert found([0] * 17) == Finding("below", FIRST + timedelta(days=16), still=True)


def test_nothing_is_said_of_few_however_clear_they_are():
    assert found([1] * 9) == Finding("too_few")
    assert found([1] * 10) == Finding("above", FIRST + timedelta(days=9), still=True)
    assert found([]) == Finding("too_few")


def test_an_alarm_that_has_passed_is_told_as_such():
    assert found([0] * 17 + [1] * 8) == Finding("below", FIRST + timedelta(days=16), still=False)


def test_a_crossing_to_the_other_side_is_no_longer_the_first_one():
    state = found([0] * 17 + [1] * 60)
    assert (state.state, state.still) == ("below", False)


def test_several_exits_of_a_day_are_one_look():
    """Ten that reached and ten that did not, in whatever order, are ten of twenty."""
    one_day = [(FIRST, ShareTally(20, 10))]
    assert looks(one_day, known_only=False) == [Look(FIRST, 10, 20)]
    assert follow(looks(one_day, known_only=False), Fraction(1, 2), 10) == Finding("quiet")


def test_the_rule_and_the_shown_limits_are_one():
    seen = looks(days([0] * 16), known_only=False)
    assert limits(seen) == always_valid_interval(0, 16)
    assert limits([]) == (None, None)


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 1), min_size=10, max_size=80),
    st.fractions(Fraction(1, 20), Fraction(19, 20), max_denominator=20),
)
def test_the_state_never_contradicts_the_limits(outcomes, target):
    seen = looks(days(outcomes), known_only=False)
    finding = follow(seen, target, 10)
    low, high = limits(seen)
    inside = low < target < high
    if finding.state == "quiet" or not finding.still:
        assert low <= target <= high or finding.since is not None
    if finding.still:
        assert not inside
        assert (finding.state == "below") == (high < target)


@pytest.mark.parametrize("goal", [Fraction(3, 10), Fraction(3, 4)])
def test_false_alarms_are_rarer_than_stated_when_the_level_is_the_goal(goal):
    """A small simulation of years of 60 exits, one a day; `bench_watch` has the large one."""
    rng, years = np.random.default_rng(3), 300
    alarmed = sum(
        found((rng.random(60) < float(goal)).astype(int).tolist(), target=goal).since is not None
        for _ in range(years)
    )
    monte_carlo = 3 * (0.05 * 0.95 / years) ** 0.5
    assert alarmed / years <= 0.05
    assert alarmed / years <= 0.02 + monte_carlo


def test_a_level_far_below_is_found_in_most_years():
    rng, years = np.random.default_rng(4), 100
    states = [found((rng.random(112) < 0.1).astype(int).tolist()).state for _ in range(years)]
    assert states.count("below") > 90
    assert states.count("above") == 0

"""Missing outcomes: how many, once known, settle whether a goal is met."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.measures.comparing import at_target
from tracker.measures.figure import Figure
from tracker.outlook.call_backs import CallBacks, call_backs_of
from tracker.plans.model import Goal
from tracker.wording import language
from tracker.wording.outlook import call_backs_text


def a_goal(target, direction="min"):
    return Goal(
        "g", "individ", "", "exits", success=("arbete",), target=target, direction=direction
    )


def a_figure(x, eligible, missing):
    bounds = (Fraction(x, eligible), Fraction(x + missing, eligible))
    return Figure(x=x, n=eligible, eligible=eligible, missing=missing, bounds=bounds)


def test_twelve_of_forty_with_five_unknown_against_35_per_cent():
    """14 of 40 are needed: two successes settle it, and so do four failures."""
    found = call_backs_of(a_goal(Fraction(35, 100)), a_figure(12, 40, 5))
    assert found == CallBacks(5, 2, 4)
    assert not found.is_settled


@pytest.mark.parametrize(("x", "missing"), [(14, 5), (8, 5)])
def test_what_the_unknown_cannot_change_is_settled(x, missing):
    assert call_backs_of(a_goal(Fraction(35, 100)), a_figure(x, 40, missing)).is_settled


def test_nothing_missing_or_no_target_asks_for_no_calls():
    assert call_backs_of(a_goal(Fraction(1, 2)), a_figure(5, 10, 0)) is None
    assert call_backs_of(a_goal(None), a_figure(5, 10, 2)) is None
    assert call_backs_of(a_goal("last_year"), a_figure(5, 10, 2)) is None


ELIGIBLE = st.integers(1, 60).flatmap(
    lambda n: st.tuples(st.just(n), st.integers(0, n)).flatmap(
        lambda pair: st.tuples(
            st.just(pair[0]), st.just(pair[1]), st.integers(0, pair[0] - pair[1])
        )
    )
)


@settings(deadline=None)
@given(ELIGIBLE, st.fractions(0, 1, max_denominator=50), st.sampled_from(["min", "max"]))
def test_the_numbers_are_the_fewest_that_settle_it(counts, target, direction):
    eligible, missing, x = counts
    found = call_backs_of(a_goal(target, direction), a_figure(x, eligible, missing))
    if found is None:
        assert missing == 0
        return

    def is_open(successes, failures):
        ends = (x + successes, x + missing - failures)
        return len({at_target(Fraction(end, eligible), target, direction) for end in ends}) > 1

    if found.is_settled:
        assert not is_open(0, 0)
        return
    assert is_open(found.successes - 1, 0)
    assert not is_open(found.successes, 0)
    assert is_open(0, found.failures - 1)
    assert not is_open(0, found.failures)
    assert found.successes + found.failures == missing + 1


def test_the_sentence_says_both_numbers():
    said = call_backs_text(language("sv"), CallBacks(5, 2, 4), is_open=False)
    assert said == (
        "För 5 är utfallet okänt: saken är avgjord när 2 av dem visat sig ha nått målet, "
        "eller 4 inte ha gjort det."
    )
    assert call_backs_text(language("sv"), CallBacks(5, 2, 4), is_open=True).endswith(
        "Det gäller utfallen hittills."
    )
    settled = call_backs_text(language("en"), CallBacks(3, None, None), is_open=False)
    assert settled == "The 3 whose outcome is unknown cannot change whether the goal is met."

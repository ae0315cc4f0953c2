"""Forecast against exact rational sums and scipy; the number of exits for a clear result."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import betabinom

from tests.arithmetic.draws import drawn, shares
from tests.arithmetic.reference import label, rows
from tracker.stats import exits_for_clarity, forecast, prior_from, share_interval

STATES = {"open": "open", "certain_met": "locked", "impossible": "impossible"}


@pytest.mark.parametrize("row", rows("forecast.csv"), ids=label)
def test_forecast_equals_the_reference(row):
    found = forecast(
        int(row["x"]),
        int(row["n"]),
        int(row["remaining"]),
        Fraction(row["goal"]),
        prior=(float(row["prior_a"]), float(row["prior_b"])),
    )
    assert found.state == STATES[row["state"]]
    assert found.needed == int(row["needed_total"])
    assert found.expected == pytest.approx(float(row["expected_final_x"]), abs=1e-9)
    assert (found.low, found.high) == (
        int(row["pi95_lower_final_x"]),
        int(row["pi95_upper_final_x"]),
    )
    if found.state == "open":
        assert found.probability == pytest.approx(float(row["prob_goal_met"]), abs=1e-9)
    else:
        assert found.probability is None


@given(shares(st.integers(1, 150)), st.integers(1, 300), st.integers(1, 100))
@drawn
def test_forecast_equals_scipy(share, remaining, goal_pct):
    (x, n), goal = share, Fraction(goal_pct, 100)
    found = forecast(x, n, remaining, goal)
    oracle = betabinom(remaining, 0.5 + x, 0.5 + n - x)
    assert x <= found.low <= found.high <= x + remaining
    assert oracle.cdf(found.low - x) >= 0.025 - 1e-9
    assert oracle.cdf(found.high - x) >= 0.975 - 1e-9
    assert oracle.cdf(found.low - x - 1) < 0.025 + 1e-9
    assert oracle.cdf(found.high - x - 1) < 0.975 + 1e-9
    if found.state == "open":
        assert found.probability == pytest.approx(oracle.sf(found.needed - x - 1), abs=1e-8)
        assert 0 < found.probability <= 1


@given(shares(st.integers(0, 60)), st.integers(0, 60), st.integers(0, 100))
@drawn
def test_state_follows_from_counting(share, remaining, goal_pct):
    (x, n), goal = share, Fraction(goal_pct, 100)
    met = [(x + y) >= goal * (n + remaining) for y in (0, remaining)]
    expected = {(True, True): "locked", (False, True): "open", (False, False): "impossible"}
    found = forecast(x, n, remaining, goal)
    assert found.state == expected[tuple(met)]
    assert (found.probability is None) == (found.state != "open")


def test_needed_is_exact():
    assert forecast(30, 60, 40, Fraction(55, 100)).needed == 55  # in floats 56
    assert forecast(3, 60, 40, Fraction(7, 100)).needed == 7  # in floats 8


def test_decided_goals_have_no_probability():
    assert forecast(40, 60, 40, Fraction(30, 100)).state == "locked"
    assert forecast(2, 60, 5, Fraction(1, 2)).state == "impossible"
    assert forecast(2, 60, 5, Fraction(1, 2)).probability is None


def test_uniform_prior_by_hand():
    found = forecast(0, 0, 39, Fraction(1, 2), prior=(1, 1))  # every count 0-39 equally likely
    assert found.probability == pytest.approx(20 / 40)
    assert (found.low, found.high) == (0, 38)
    assert found.expected == 19.5


def test_no_seam_where_the_sum_ends():
    short = forecast(12, 30, 100_000, Fraction(4, 10))
    longer = forecast(12, 30, 100_030, Fraction(4, 10))
    assert longer.probability == pytest.approx(short.probability, abs=1e-5)
    assert longer.low == pytest.approx(short.low, rel=1e-3)
    assert longer.high == pytest.approx(short.high, rel=1e-3)


@pytest.mark.parametrize(("x", "n"), [(12, 30), (3 * 10**8, 10**9)])
def test_a_billion_exits_to_come(x, n):
    found = forecast(x, n, 10**9, Fraction(x, n))
    assert found.state == "open"
    assert found.probability == pytest.approx(0.5, abs=0.03)
    assert x <= found.low < found.expected < found.high <= x + 10**9


def test_prior_from_last_year():
    assert prior_from(30, 100) == pytest.approx((0.5 + 6, 0.5 + 14))
    assert prior_from(3, 10) == pytest.approx((0.5 + 1.5, 0.5 + 3.5))
    assert prior_from(0, 0) == (0.5, 0.5)


@pytest.mark.parametrize("row", rows("n_for_certainty.csv"), ids=label)
def test_exits_for_a_clear_result_equal_the_reference(row):
    needed = exits_for_clarity(
        float(row["share"]), Fraction(row["goal"]), confidence=float(row["conf"])
    )
    assert needed == int(row["n_required"])


@given(st.integers(0, 100), st.integers(1, 99))
@drawn
def test_so_many_exits_reach_the_goal_and_one_fewer_does_not(share_pct, goal_pct):
    share, goal = share_pct / 100, goal_pct / 100
    needed = exits_for_clarity(share, goal)
    if needed is None:
        assert share_pct == goal_pct
    else:
        low, high = share_interval(share * needed, needed)
        assert not low + 1e-9 < goal < high - 1e-9
        fewer = needed - 1
        low, high = share_interval(share * fewer, fewer) if fewer else (0, 1)
        assert low - 1e-9 <= goal <= high + 1e-9


def test_a_share_on_the_goal_is_never_clear():
    assert exits_for_clarity(3 / 10, Fraction(3, 10)) is None
    assert exits_for_clarity(1 / 3, Fraction(1, 3)) is None
    assert exits_for_clarity(Fraction(37, 112), 37 / 112) is None
    assert exits_for_clarity(0.33, 0.3) == 897
    assert exits_for_clarity(0.9, 1) == 1

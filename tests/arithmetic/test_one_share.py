"""One share against published values, independent programs and its own laws."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from tests.arithmetic.draws import CONFIDENCES, METHODS, SIZES, drawn, shares
from tests.arithmetic.reference import label, number, rows, within
from tracker.stats import share_interval, unit_p


@pytest.mark.parametrize("row", rows("one_proportion.csv"), ids=label)
def test_interval_equals_the_reference(row):
    result = share_interval(
        number(row["x"]), number(row["n"]), method=row["method"], confidence=float(row["conf"])
    )
    if row["lower"]:
        assert result == pytest.approx(
            (float(row["lower"]), float(row["upper"])), abs=within(row), rel=0
        )
    else:
        assert result == (None, None)


@pytest.mark.parametrize("row", rows("status_thresholds.csv"), ids=label)
def test_counts_for_a_clear_result_equal_the_reference(row):
    n, goal = int(row["n"]), float(row["goal"])
    low, high = share_interval(np.arange(n + 1), n, confidence=float(row["conf"]))
    clearly_met, clearly_not = np.flatnonzero(low >= goal), np.flatnonzero(high < goal)
    assert number(row["min_x_certain_met"]) == (clearly_met[0] if len(clearly_met) else None)
    assert number(row["max_x_certain_not_met"]) == (clearly_not[-1] if len(clearly_not) else None)


@pytest.mark.parametrize("row", rows("one_sample_tests.csv"), ids=label)
def test_goal_lies_outside_exactly_when_the_score_is_extreme(row):
    x, n, goal = int(row["x"]), int(row["n"]), float(row["goal"])
    low, high = share_interval(x, n)
    assert (low <= goal <= high) == (float(row["p_two_sided_score"]) >= 0.05)
    if row["p_upper_midp"]:
        smaller = min(float(row["p_upper_midp"]), float(row["p_lower_midp"]))
        assert unit_p(x, n, goal) == pytest.approx(2 * smaller, abs=1e-9)


@given(shares(st.integers(1, 400)), st.sampled_from(["wilson", "exact"]), CONFIDENCES)
@drawn
def test_equals_scipy(share, method, confidence):
    x, n = share
    oracle = binomtest(x, n).proportion_ci(confidence, method=method)
    assert share_interval(x, n, method=method, confidence=confidence) == pytest.approx(
        (oracle.low, oracle.high), abs=1e-9, rel=0
    )


@given(shares(), METHODS, CONFIDENCES)
@drawn
def test_estimate_lies_inside(share, method, confidence):
    x, n = share
    low, high = share_interval(x, n, method=method, confidence=confidence)
    assert 0 <= low <= x / n <= high <= 1
    assert low < high


@given(shares(), METHODS, CONFIDENCES)
@drawn
def test_failures_mirror_successes(share, method, confidence):
    x, n = share
    low, high = share_interval(x, n, method=method, confidence=confidence)
    mirrored = share_interval(n - x, n, method=method, confidence=confidence)
    assert (1 - high, 1 - low) == pytest.approx(mirrored, abs=1e-12, rel=0)


@given(st.integers(2, 200), METHODS, CONFIDENCES)
@drawn
def test_limits_rise_with_the_count(n, method, confidence):
    low, high = share_interval(np.arange(n + 1), n, method=method, confidence=confidence)
    assert np.all(np.diff(low) > 0)
    assert np.all(np.diff(high) > 0)


@given(st.integers(1, 200), METHODS)
@drawn
def test_more_confidence_is_wider(x, method):
    low, high = share_interval(x, 200, method=method, confidence=0.9)
    lower, higher = share_interval(x, 200, method=method, confidence=0.95)
    assert lower < low
    assert higher >= high


@given(SIZES, METHODS)
@drawn
def test_ends_are_exact(n, method):
    none, all_of_them = share_interval(0, n, method=method), share_interval(n, n, method=method)
    assert none[0] == 0.0
    assert 0 < none[1] < 1
    assert all_of_them[1] == 1.0
    assert 0 < all_of_them[0] < 1


@given(st.lists(shares(), min_size=1, max_size=6), METHODS, CONFIDENCES)
@drawn
def test_an_array_gives_what_its_numbers_give(drawn_shares, method, confidence):
    x, n = np.array(drawn_shares).T
    low, high = share_interval(x, n, method=method, confidence=confidence)
    singly = [share_interval(a, b, method=method, confidence=confidence) for a, b in drawn_shares]
    assert np.column_stack([low, high]) == pytest.approx(np.array(singly), rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("method", ["wilson", "exact", "midp"])
def test_shapes_and_missing_data(method):
    x = np.array([[0, 3, 5], [0, np.nan, 0]])
    low, high = share_interval(x, np.array([0, 4, 5]), method=method)
    assert low.shape == high.shape == (2, 3)
    assert np.isnan(low).tolist() == [[True, False, False], [True, True, False]]
    assert high[0, 2] == 1.0
    assert low[1, 2] == 0.0
    assert type(share_interval(np.int64(3), 4, method=method)[0]) is float
    assert share_interval(0, 0, method=method) == (None, None)
    assert share_interval(math.nan, 4, method=method) == (None, None)


def test_a_single_exit():
    assert share_interval(1, 1) == pytest.approx((0.206549314, 1.0), abs=1e-9)
    assert share_interval(0, 1, method="exact") == pytest.approx((0.0, 0.975), abs=1e-12)


@pytest.mark.parametrize("method", ["wilson", "exact", "midp"])
def test_a_billion_exits(method):
    low, high = share_interval(5 * 10**8, 10**9, method=method)
    assert (low, high) == pytest.approx((0.5 - 3.09898e-5, 0.5 + 3.09898e-5), abs=1e-9)


@given(st.one_of(st.just(0.0), st.floats(1e-9, 30.5)), METHODS)
@drawn
def test_effective_counts_may_be_fractional(x, method):
    low, high = share_interval(x, 30.5, method=method)
    assert 0 <= low <= x / 30.5 <= high <= 1

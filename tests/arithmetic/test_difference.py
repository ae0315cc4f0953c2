"""Difference of two shares against published values and its own laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arithmetic.draws import CONFIDENCES, drawn, shares
from tests.arithmetic.reference import label, rows, within
from tracker.stats import clustered_share, difference_interval, difference_of, share_interval

METHODS = st.sampled_from(["newcombe", "miettinen_nurminen"])
NAMES = {"newcombe10": "newcombe", "miettinen_nurminen": "miettinen_nurminen"}


@pytest.mark.parametrize("row", rows("difference_independent.csv"), ids=label)
def test_interval_equals_the_reference(row):
    counts = (int(row[name]) for name in ("x1", "n1", "x2", "n2"))
    result = difference_interval(
        *counts, method=NAMES[row["method"]], confidence=float(row["conf"])
    )
    expected = float(row["lower"]), float(row["upper"])
    assert result == pytest.approx(expected, abs=within(row), rel=0)


@given(shares(), shares(), METHODS, CONFIDENCES)
@drawn
def test_difference_lies_inside(first, second, method, confidence):
    low, high = difference_interval(*first, *second, method=method, confidence=confidence)
    difference = first[0] / first[1] - second[0] / second[1]
    assert -1 <= low <= difference <= high <= 1


@given(shares(), shares(), METHODS)
@drawn
def test_exchanged_groups_change_the_sign(first, second, method):
    low, high = difference_interval(*first, *second, method=method)
    exchanged = difference_interval(*second, *first, method=method)
    assert (-high, -low) == pytest.approx(exchanged, abs=1e-7, rel=0)


@pytest.mark.parametrize("method", ["newcombe", "miettinen_nurminen"])
def test_an_array_gives_what_its_numbers_give(method):
    random = np.random.default_rng(4)
    n1, n2 = random.integers(1, 10 ** random.integers(1, 7, (2, 100)))
    counts = random.integers(0, n1 + 1), n1, random.integers(0, n2 + 1), n2
    together = difference_interval(*counts, method=method)
    singly = [difference_interval(*table, method=method) for table in np.column_stack(counts)]
    assert np.column_stack(together) == pytest.approx(np.array(singly), abs=1e-12)


@given(shares(), shares())
@drawn
def test_two_given_wilson_intervals_give_newcombe(first, second):
    given_intervals = difference_of(
        first[0] / first[1],
        share_interval(*first),
        second[0] / second[1],
        share_interval(*second),
    )
    assert given_intervals == pytest.approx(difference_interval(*first, *second), abs=1e-15)


def test_clustered_groups_by_hand():
    women, men = clustered_share([4, 3, 4, 2], [4] * 4), clustered_share([1, 2, 4], [4] * 3)
    low, high = difference_of(women.value, (women.low, women.high), men.value, (men.low, men.high))
    difference = women.value - men.value
    down = np.hypot(women.value - women.low, men.high - men.value)
    up = np.hypot(women.high - women.value, men.value - men.low)
    assert (low, high) == pytest.approx((difference - down, difference + up))


def test_intervals_given_as_arrays():
    value, interval = np.array([0.5, 0.9]), (np.array([0.4, 0.7]), np.array([0.6, 0.95]))
    low, high = difference_of(value, interval, value, interval)
    assert low[0] == pytest.approx(-(0.02**0.5))
    assert high[0] == pytest.approx(0.02**0.5)


def test_missing_data():
    assert difference_interval(0, 0, 3, 4) == (None, None)
    assert difference_interval(3, 4, 0, 0, method="miettinen_nurminen") == (None, None)
    assert difference_of(0.75, (0.3, 0.95), 0.5, (None, None)) == (None, None)
    low, high = difference_interval(np.array([3, 3]), 4, np.array([0, 1]), np.array([0, 2]))
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, False]

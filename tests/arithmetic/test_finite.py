"""This year's eligible: correction for a known number, and bounds for those who did not answer."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arithmetic.draws import drawn, shares
from tests.arithmetic.reference import label, rows, within
from tracker.stats import finite_population_interval, nonresponse_bounds, share_interval

ROWS = rows("finite_population.csv")


@pytest.mark.parametrize("row", ROWS, ids=label)
def test_interval_equals_the_reference(row):
    x, n, size = int(row["x"]), int(row["n"]), int(row["N"])
    result = finite_population_interval(x, n, size, confidence=float(row["conf"]))
    expected = float(row["wilson_fpc_lower"]), float(row["wilson_fpc_upper"])
    assert result == pytest.approx(expected, abs=within(row), rel=0)


@pytest.mark.parametrize("row", ROWS, ids=label)
def test_bounds_equal_the_reference(row):
    bounds = nonresponse_bounds(int(row["x"]), int(row["n"]), int(row["N"]))
    expected = Fraction(row["bound_lower"]), Fraction(row["bound_upper"])
    assert bounds == pytest.approx(tuple(map(float, expected)), abs=1e-15)


@given(shares(st.integers(1, 500)))
@drawn
def test_everyone_answered_leaves_no_uncertainty(share):
    x, n = share
    assert finite_population_interval(x, n, n) == (x / n, x / n)
    assert nonresponse_bounds(x, n, n) == (x / n, x / n)


@given(shares(st.integers(1, 500)), st.integers(1, 500))
@drawn
def test_narrower_than_without_the_correction(share, silent):
    x, n = share
    low, high = share_interval(x, n)
    inner_low, inner_high = finite_population_interval(x, n, n + silent)
    assert low <= inner_low + 1e-12
    assert inner_low <= x / n <= inner_high
    assert inner_high <= high + 1e-12


@given(shares(st.integers(1, 500)), st.integers(0, 500))
@drawn
def test_bounds_hold_every_possible_outcome(share, silent):
    x, n = share
    low, high = nonresponse_bounds(x, n, n + silent)
    assert low == x / (n + silent)
    assert high == (x + silent) / (n + silent)


def test_arrays_and_missing_data():
    x, n, size = np.array([3, 0, 1, 5]), np.array([9, 0, 1, 5]), np.array([30, 4, 1, 5])
    low, high = finite_population_interval(x, n, size)
    assert low.tolist() == pytest.approx([0.140269682997, np.nan, 1, 1], nan_ok=True)
    assert high.tolist() == pytest.approx([0.605099128285, np.nan, 1, 1], nan_ok=True)
    assert finite_population_interval(0, 0, 4) == (None, None)
    assert nonresponse_bounds(0, 0, 4) == (0.0, 1.0)
    assert nonresponse_bounds(0, 0, 0) == (None, None)
    assert np.isnan(nonresponse_bounds(np.array([0]), 0, 0)[0]).all()

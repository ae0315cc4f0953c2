"""Before and after on the same persons against published values and its own laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from tests.arithmetic.draws import CONFIDENCES, PAIRS, drawn
from tests.arithmetic.reference import label, rows, within
from tracker.stats import mcnemar, paired_interval

METHODS = st.sampled_from(["tango", "newcombe"])
NAMES = {"newcombe10": "newcombe", "tango": "tango"}


@pytest.mark.parametrize("row", rows("difference_paired.csv"), ids=label)
def test_interval_equals_the_reference(row):
    result = paired_interval(
        *(int(row[name]) for name in "abcd"),
        method=NAMES[row["method"]],
        confidence=float(row["conf"]),
    )
    expected = float(row["lower"]), float(row["upper"])
    assert result == pytest.approx(expected, abs=within(row), rel=0)


@pytest.mark.parametrize(
    "row",
    rows("mcnemar.csv", test="mcnemar_midp") + rows("mcnemar.csv", test="mcnemar_exact"),
    ids=label,
)
def test_mcnemar_equals_the_reference(row):
    p = mcnemar(int(row["b"]), int(row["c"]), method=row["test"].removeprefix("mcnemar_"))
    assert p == pytest.approx(float(row["p_value"]), abs=within(row), rel=0)


@pytest.mark.parametrize("row", rows("mcnemar.csv", test="mcnemar_asymptotic"), ids=label)
def test_zero_lies_outside_exactly_when_mcnemars_score_is_clear(row):
    low, high = paired_interval(*(int(row[name]) for name in "abcd"))
    assert (low <= 0 <= high) == (float(row["p_value"] or 1) >= 0.05)


@given(PAIRS)
@drawn
def test_tango_at_zero_is_mcnemars_score(pairs):
    _, b, c, _ = pairs
    low, high = paired_interval(*pairs)
    score_is_clear = (b - c) ** 2 > 1.959963984540054**2 * (b + c)
    assert (low > 0 or high < 0) == score_is_clear


@given(PAIRS, METHODS, CONFIDENCES)
@drawn
def test_change_lies_inside(pairs, method, confidence):
    low, high = paired_interval(*pairs, method=method, confidence=confidence)
    assert -1 <= low <= (pairs[1] - pairs[2]) / sum(pairs) <= high <= 1


@given(PAIRS, METHODS)
@drawn
def test_exchanged_directions_change_the_sign(pairs, method):
    a, b, c, d = pairs
    low, high = paired_interval(a, b, c, d, method=method)
    assert (-high, -low) == pytest.approx(paired_interval(a, c, b, d, method=method), abs=1e-7)


@given(st.lists(PAIRS, min_size=1, max_size=5), METHODS)
@drawn
def test_an_array_gives_what_its_numbers_give(tables, method):
    together = paired_interval(*np.array(tables).T, method=method)
    singly = [paired_interval(*table, method=method) for table in tables]
    assert np.column_stack(together) == pytest.approx(np.array(singly), abs=1e-12)


@pytest.mark.parametrize("method", ["tango", "newcombe"])
def test_extremes(method):
    assert paired_interval(0, 9, 0, 0, method=method)[1] == 1.0
    assert paired_interval(0, 0, 9, 0, method=method)[0] == -1.0
    assert paired_interval(0, 0, 0, 0, method=method) == (None, None)
    low, high = paired_interval(np.array([0, 1]), 0, 0, 0, method=method)
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, False]
    billion = 10**9
    low, high = paired_interval(billion, billion, billion, billion, method=method)
    assert low == pytest.approx(-high)
    assert high == pytest.approx(1.959964 * (0.5 / (4 * billion)) ** 0.5, rel=1e-4)


@given(st.integers(0, 300), st.integers(0, 300))
@drawn
def test_exact_mcnemar_equals_scipy(b, c):
    expected = binomtest(b, b + c).pvalue if b + c else 1.0
    assert mcnemar(b, c, method="exact") == pytest.approx(expected, abs=1e-9)


@given(st.integers(0, 300), st.integers(0, 300))
@drawn
def test_midp_is_milder_than_exact(b, c):
    p = mcnemar(b, c)
    assert p == mcnemar(c, b)
    assert 0 <= p <= mcnemar(b, c, method="exact") <= 1


def test_mcnemar_of_a_billion_changes():
    assert mcnemar(5 * 10**8, 5 * 10**8) == pytest.approx(1 - 1 / (np.pi * 5e8) ** 0.5, abs=1e-9)
    assert mcnemar(0, 10**9) == 0

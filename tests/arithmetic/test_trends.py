"""Trend over the years against R."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arithmetic.draws import drawn, shares
from tests.arithmetic.reference import label, many, rows
from tracker.stats import trend


@pytest.mark.parametrize("row", rows("trend.csv"), ids=label)
def test_trend_equals_the_reference(row):
    found = trend(many(row["x"]), many(row["n"]), many(row["score"]))
    assert found.chi2 == pytest.approx(float(row["chi2_trend"]), abs=1e-9)
    assert found.p == pytest.approx(float(row["p_trend"]), abs=1e-9)


def test_slope_of_a_straight_line():
    found = trend([10, 20, 30], [100, 100, 100], [2023, 2024, 2025])
    assert found.slope == pytest.approx(0.1)
    assert trend([30, 20, 10], [100, 100, 100], [2023, 2024, 2025]).slope == pytest.approx(-0.1)


@given(st.lists(shares(st.integers(1, 200)), min_size=3, max_size=6))
@drawn
def test_failures_and_years_mirror(years):
    x, n = zip(*years, strict=True)
    scores = range(2020, 2020 + len(x))
    found = trend(x, n, scores)
    mirrored = trend([b - a for a, b in years], n, scores)
    earlier = trend(x, n, [score - 2000 for score in scores])
    assert (found is None) == (sum(x) in (0, sum(n)))
    for other, sign in ((mirrored, -1), (earlier, 1)):
        assert found is None or other.chi2 == pytest.approx(found.chi2, abs=1e-9)
        assert found is None or other.slope == pytest.approx(sign * found.slope, abs=1e-9)


@pytest.mark.parametrize(
    ("x", "n", "scores"),
    [
        ([], [], []),
        ([3], [10], [2025]),
        ([0, 0, 0], [10, 10, 10], [1, 2, 3]),
        ([10, 10, 10], [10, 10, 10], [1, 2, 3]),
        ([3, 0, 0], [10, 0, 0], [1, 2, 3]),
        ([3, 4, 5], [10, 10, 10], [0.1, 0.1, 0.1]),
        ([3, 0, 5], [10, 0, 10], [1, 2, 1]),
    ],
)
def test_no_trend_to_compute(x, n, scores):
    assert trend(x, n, scores) is None


def test_a_year_without_exits_adds_nothing():
    assert trend([3, 0, 6], [10, 0, 12], [1, 2, 3]) == trend([3, 6], [10, 12], [1, 3])

"""Interventions against each other: limits, test, correction and over-dispersion."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from tests.arithmetic.draws import drawn, shares
from tests.arithmetic.reference import label, many, number, rows, within
from tracker.stats import adjust, funnel_limits, overdispersion, share_interval, unit_p


def test_limits_equal_the_reference():
    for row in rows("funnel_limits.csv"):
        if "conf" in row:
            target, scale = float(row["target"]), 1
            levels = {float(row["conf"]): (row["lower"], row["upper"])}
        else:
            target, scale = float(row["baseline_pct"]) / 100, 100
            levels = {
                0.95: (row["lower_95_pct"], row["upper_95_pct"]),
                0.998: (row["lower_998_pct"], row["upper_998_pct"]),
            }
        for confidence, expected in levels.items():
            low, high = funnel_limits(target, float(row["n"]), confidence=confidence)
            assert (low * scale, high * scale) == pytest.approx(
                tuple(map(float, expected)), abs=within(row), rel=0
            )


def place_in_funnel(x, n, target):
    for confidence, name in ((0.998, "0.001"), (0.95, "0.025")):
        low, high = funnel_limits(target, n, confidence=confidence)
        if not low <= x / n <= high:
            return f"{'High' if x / n > high else 'Low'} ({name})"
    return "Not significant"


@pytest.mark.parametrize("row", rows("funnel_significance.csv"), ids=label)
def test_place_in_the_funnel_equals_the_reference(row):
    x, n, target = number(row["x"]), number(row["n"]), number(row["target"])
    if row["significance"]:
        assert place_in_funnel(x, n, target) == row["significance"]
    if row["p_midp_two_sided"]:
        assert unit_p(x, n, target) == pytest.approx(float(row["p_midp_two_sided"]), abs=1e-9)
    assert 0 <= unit_p(x, n, target) <= 1


@pytest.mark.parametrize("units", ["S1", "S3"])
def test_adjusted_p_and_overdispersion_equal_the_reference(units):
    found = rows("funnel_significance.csv", set_id=units)
    p = [float(row["p_midp_two_sided"]) for row in found]
    assert adjust(p).tolist() == pytest.approx([float(row["p_bh"]) for row in found], abs=1e-9)
    (row,) = rows("overdispersion.csv", set_id=units)
    x, n = ([float(unit[name]) for unit in found] for name in "xn")
    target = float(row["target"])
    assert overdispersion(x, n, target, winsorise=0) == pytest.approx(float(row["phi"]), abs=1e-9)
    assert overdispersion(x, n, target) == pytest.approx(float(row["phi_winsorised"]), abs=1e-9)


@pytest.mark.parametrize("row", rows("fdr.csv", method="BH"), ids=label)
def test_adjusted_p_equals_the_reference(row):
    assert adjust(many(row["p"])).tolist() == pytest.approx(many(row["adjusted"]), abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
@drawn
def test_adjusting_keeps_the_order_and_never_lowers(p):
    adjusted = adjust(p)
    assert np.all(adjusted >= np.array(p) * (1 - 1e-12))
    assert np.all(np.diff(adjusted[np.argsort(p)]) >= 0)
    assert adjusted == pytest.approx(false_discovery_control(p))


def test_a_unit_without_data_does_not_count_as_a_test():
    adjusted = adjust(np.array([[0.01, np.nan], [0.04, 0.03]]))
    assert adjusted == pytest.approx(np.array([[0.03, np.nan], [0.04, 0.04]]), nan_ok=True)
    assert adjust([]).tolist() == []


@given(shares(st.integers(1, 500)), st.integers(1, 99))
@drawn
def test_outside_the_funnel_is_outside_the_wilson_interval(share, target_pct):
    (x, n), target = share, target_pct / 100
    low, high = funnel_limits(target, n)
    wilson_low, wilson_high = share_interval(x, n)
    margin = min(abs(x / n - low), abs(x / n - high))
    assert margin < 1e-9 or (low <= x / n <= high) == (wilson_low <= target <= wilson_high)


@given(shares(st.integers(1, 500)), st.floats(0, 1))
@drawn
def test_unit_p_mirrors_failures(share, target):
    x, n = share
    p = unit_p(x, n, target)
    assert 0 <= p <= 1
    assert p == pytest.approx(unit_p(n - x, n, 1 - target), abs=1e-6)


def test_arrays_and_missing_data():
    low, high = funnel_limits(0.3, np.array([0, 100, 1]))
    assert low.tolist() == pytest.approx([np.nan, 0.2101831668, 0], nan_ok=True)
    assert high.tolist() == pytest.approx([np.nan, 0.3898168332, 1], nan_ok=True)
    assert funnel_limits(0.3, 0) == (None, None)
    assert funnel_limits(0, 5) == (0.0, 0.0)
    p = unit_p(np.array([13, 0, 0, 8]), np.array([16, 0, 16, 16]), 0.5)
    assert p.tolist() == pytest.approx([0.012725830078125, np.nan, 2**-16, 1.0], nan_ok=True)
    assert unit_p(0, 0, 0.5) is None
    assert unit_p(0, 10, 0.0) == 1
    assert unit_p(1, 10, 0.0) == 0


def test_a_unit_of_a_billion():
    assert unit_p(5 * 10**8, 10**9, 0.5) == pytest.approx(1)
    assert unit_p(5 * 10**8 + 10**5, 10**9, 0.5) == pytest.approx(2.5397e-10, rel=1e-3)


def test_winsorising_pulls_in_one_in_ten():
    x, n = np.array([50] * 8 + [0, 100]), np.full(10, 100)
    assert overdispersion(x, n, 0.5, winsorise=0) == pytest.approx(20)
    assert overdispersion(x, n, 0.5) == 0
    assert overdispersion(x[1:], n[1:], 0.5) == pytest.approx(
        200 / 9
    )  # 9 units: nobody is pulled in


def test_no_overdispersion_to_speak_of():
    assert overdispersion([3], [10], 0.3) is None
    assert overdispersion([3, 0], [10, 0], 0.3) is None
    assert overdispersion([10, 20], [10, 20], 1.0) is None
    assert overdispersion([3, 6], [10, 20], 0.3) == pytest.approx(0)

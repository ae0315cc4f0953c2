"""The interval that is valid at every look: its laws, its edges, and how rarely it is wrong.

Without published values of this very interval, it is held to its definition by scipy's binomial,
and to its promise by counting every path exactly.
"""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from tests.arithmetic.draws import CONFIDENCES, drawn, shares
from tracker.stats import always_valid_interval, log_evidence, share_interval

LEVELS = (0.05, 0.1, 0.3, 0.5, 0.75, 0.9)


def false_alarm_rate(level, looks, fewest=1):
    """The exact chance of crossing 1/0.05 at any of the first looks, if that is the level."""
    paths, alarmed = np.array([1.0]), 0.0
    for n in range(1, looks + 1):
        paths = np.append(paths * (1 - level), 0) + np.append(0, paths * level)
        crossed = log_evidence(np.arange(n + 1), n, level) >= math.log(20)
        if n >= fewest:
            alarmed += paths[crossed].sum()
            paths = np.where(crossed, 0, paths)
    return alarmed


@pytest.mark.parametrize("level", LEVELS)
def test_every_path_counted_a_false_alarm_is_rarer_than_five_of_a_hundred(level):
    assert 0 < false_alarm_rate(level, 250) < 0.05


def test_a_small_simulation_agrees_with_the_count_of_every_path():
    draws, looks, level = 4_000, 120, 0.3
    hits = (np.random.default_rng(20210101).random((draws, looks)) < level).cumsum(axis=1)
    evidence = log_evidence(hits, np.arange(1, looks + 1), level)
    rate = float((evidence >= math.log(20)).any(axis=1).mean())
    expected = false_alarm_rate(level, looks)
    assert rate == pytest.approx(expected, abs=4 * math.sqrt(expected * (1 - expected) / draws))
    assert rate < 0.05


def test_an_ordinary_interval_looked_at_after_every_exit_is_wrong_far_more_often():
    draws, looks, level = 2_000, 120, 0.3
    hits = (np.random.default_rng(1).random((draws, looks)) < level).cumsum(axis=1)
    low, high = share_interval(hits, np.arange(1, looks + 1))
    outside = ((low > level) | (high < level))[:, 9:]
    assert outside.any(axis=1).mean() > 0.2


@drawn
@given(shares(st.integers(1, 10**6)), st.floats(0.001, 0.999))
def test_the_evidence_is_the_binomial_of_scipy(counts, level):
    x, n = counts
    expected = -(math.log(n + 1) + binom.logpmf(x, n, level))
    assert log_evidence(x, n, level) == pytest.approx(expected, rel=1e-7, abs=1e-6)


def test_the_evidence_is_a_martingale_at_the_level():
    for x, n, level in ((0, 3, 0.3), (7, 20, 0.3), (20, 20, 0.9)):
        now = math.exp(log_evidence(x, n, level))
        hit = math.exp(log_evidence(x + 1, n + 1, level))
        miss = math.exp(log_evidence(x, n + 1, level))
        assert level * hit + (1 - level) * miss == pytest.approx(now, rel=1e-12)


@drawn
@given(shares(), CONFIDENCES)
def test_the_share_lies_inside_and_the_limits_are_where_the_evidence_is_enough(counts, confidence):
    x, n = counts
    low, high = always_valid_interval(x, n, confidence=confidence)
    assert 0 <= low <= x / n <= high <= 1
    assert (low == 0) == (x == 0)
    assert (high == 1) == (x == n)
    enough = -math.log(1 - confidence)
    for limit in (low, high):
        if 0 < limit < 1:
            assert log_evidence(x, n, limit) == pytest.approx(enough, abs=1e-3)


@drawn
@given(shares(), CONFIDENCES)
def test_successes_and_failures_mirror_each_other(counts, confidence):
    x, n = counts
    low, high = always_valid_interval(x, n, confidence=confidence)
    other_low, other_high = always_valid_interval(n - x, n, confidence=confidence)
    assert (1 - other_high, 1 - other_low) == pytest.approx((low, high), abs=1e-7)


@drawn
@given(st.integers(1, 400), CONFIDENCES)
def test_more_successes_never_lower_a_limit(n, confidence):
    low, high = always_valid_interval(np.arange(n + 1), n, confidence=confidence)
    assert np.all(np.diff(low) > 0)
    assert np.all(np.diff(high) > 0)


@drawn
@given(shares(st.integers(1, 500)))
def test_it_is_wider_than_the_interval_of_one_look_and_wider_the_surer(counts):
    x, n = counts
    low, high = always_valid_interval(x, n)
    once_low, once_high = share_interval(x, n, method="exact")
    assert low <= once_low + 1e-12
    assert high >= once_high - 1e-12
    surer_low, surer_high = always_valid_interval(x, n, confidence=0.99)
    assert surer_low <= low
    assert surer_high >= high


def test_it_narrows_with_more_exits_at_the_same_share():
    widths = [
        high - low for low, high in (always_valid_interval(3 * k, 10 * k) for k in (1, 9, 99))
    ]
    assert widths == sorted(widths, reverse=True)


def test_edges():
    assert always_valid_interval(0, 0) == (None, None)
    assert log_evidence(0, 0, 0.3) == 0
    assert log_evidence(1, 2, 0) == log_evidence(1, 2, 1) == math.inf
    assert log_evidence(0, 3, 0) == pytest.approx(-math.log(4))
    low, high = always_valid_interval(0, 1)
    assert (low, high) == pytest.approx((0, 0.975))
    low, high = always_valid_interval(3 * 10**8, 10**9)
    assert 0.2999 < low < 0.3 < high < 0.3001


def test_arrays_give_what_numbers_give():
    x, n = np.array([0, 37, 10, 0]), np.array([10, 112, 10, 0])
    low, high = always_valid_interval(x, n)
    for place in range(3):
        assert (low[place], high[place]) == pytest.approx(
            always_valid_interval(int(x[place]), int(n[place])), abs=1e-12
        )
    assert np.isnan(low[3])
    assert np.isnan(high[3])
    assert log_evidence(x, n, 0.3)[1] == pytest.approx(log_evidence(37, 112, 0.3))


def test_a_uniform_mixture_is_what_the_evidence_weighs_against_the_level():
    """The numerator is the mean likelihood over all levels: 1/((n + 1) C(n, x)) = B(x+1, n-x+1)."""
    x, n, level = 4, 11, 0.3
    levels = (np.arange(1000) + 0.5) / 1000
    mean = np.mean(levels**x * (1 - levels) ** (n - x))
    at_level = level**x * (1 - level) ** (n - x)
    assert math.exp(log_evidence(x, n, level)) == pytest.approx(mean / at_level, rel=1e-4)


@pytest.mark.parametrize(
    ("sentence", "call"),
    [
        ("x must lie between 0 and n", lambda: always_valid_interval(5, 4)),
        ("n must be a finite count", lambda: always_valid_interval(0, -1)),
        ("confidence must lie between 0.5", lambda: always_valid_interval(1, 4, confidence=95)),
        ("x must lie between 0 and n", lambda: log_evidence(-1, 4, 0.3)),
        ("level must lie between 0 and 1", lambda: log_evidence(1, 4, 30)),
    ],
)
def test_impossible_input_is_refused_by_name(sentence, call):
    with pytest.raises(ValueError, match=sentence):
        call()

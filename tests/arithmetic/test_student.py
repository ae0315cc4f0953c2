"""Student's t quantile without scipy, held to scipy's."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import stdtrit

from tracker.stats.student import student_quantile

DEGREES = [1, 2, 3, 9, 11, 36, 135, 537, 1999, 2000, 10**5, 10**9]


@pytest.mark.parametrize("degrees", DEGREES)
@pytest.mark.parametrize("probability", [0.75, 0.95, 0.975, 0.995, 0.99995])
def test_it_equals_scipys(degrees, probability):
    expected = float(stdtrit(degrees, probability))
    assert math.isclose(student_quantile(float(degrees), probability), expected, rel_tol=1e-8)


@pytest.mark.parametrize(
    ("degrees", "expected"), [(1, 12.7062), (5, 2.5706), (10, 2.2281), (30, 2.0423), (120, 1.9799)]
)
def test_the_printed_tables(degrees, expected):
    """97.5 %, four decimals, as in any table of the t distribution."""
    assert round(student_quantile(float(degrees), 0.975), 4) == expected


@given(st.integers(2, 3000))
def test_more_degrees_come_nearer_to_the_normal(degrees):
    nearer = student_quantile(float(degrees + 1), 0.975)
    assert 1.959963984540054 < nearer < student_quantile(float(degrees), 0.975)

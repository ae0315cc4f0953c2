"""The goal bar: every sign at its place on a scale from 0 to 100 per cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.bar import GOAL, HIGH, LOW, SHARE, UNKNOWN, Bar, column, scale

SHARES = st.floats(0, 1)
WIDTHS = st.integers(16, 101)


def drawn(width=101, **values):
    return "".join(Bar(**values).cells(width))


def test_one_column_a_per_cent():
    bar = drawn(value=0.33, low=0.25, high=0.42, target=0.30, unknown=(0.33, 0.455))
    assert (bar.index(LOW), bar.index(GOAL), bar.index(SHARE), bar.index(HIGH)) == (25, 30, 33, 42)
    assert [place for place, sign in enumerate(bar) if sign == UNKNOWN][0::11] == [34, 46]


def test_a_share_alone_is_a_dot():
    assert drawn(value=0.5).strip() == SHARE


@pytest.mark.parametrize(("value", "side"), [(0.296, -1), (0.304, 1), (0.30, 1)])
def test_the_share_stands_on_its_own_side_of_the_goal(value, side):
    bar = drawn(value=value, target=0.30)
    assert bar.index(SHARE) - bar.index(GOAL) == side


@given(value=SHARES, target=SHARES, width=WIDTHS)
def test_share_and_goal_are_always_seen(value, target, width):
    bar = drawn(width, value=value, target=target)
    assert bar.count(SHARE) == bar.count(GOAL) == 1
    assert len(bar) == width


@given(low=SHARES, value=SHARES, high=SHARES, width=WIDTHS)
def test_no_sign_leaves_the_scale(low, value, high, width):
    low, value, high = sorted((low, value, high))
    assert len(drawn(width, value=value, low=low, high=high, unknown=(low, high))) == width


@pytest.mark.parametrize("width", [16, 26, 30, 40, 101])
def test_the_scale_is_as_wide_as_the_bar_and_begins_and_ends_with_it(width):
    heading = scale(width, "100 %")
    assert len(heading) == width
    assert heading.startswith("0")
    assert heading.endswith("100 %")
    assert ("25" in heading) == (width >= 30)


def test_what_lies_outside_is_drawn_at_the_edge():
    assert column(1.2, 11) == 10
    assert column(-0.1, 11) == 0
    assert column(None, 11) is None

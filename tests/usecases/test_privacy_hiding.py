"""Which parts are hidden: what is printed never settles what is not."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.privacy import Count, Layout, Rule, Sum, publish_counts
from tracker.privacy.hiding import hidden_overlapping, is_small

FEW = 5
DAYS = (date(2021, 1, 1), date(2022, 1, 1))
GROUPS = ("n", "eligible")


def reasons(*sizes, whole=None, few=FEW):
    total = sum(sizes) if whole is None else whole
    return hidden_parts([(size,) for size in sizes], (total,), few)


def hidden_parts(parts, whole, few):
    """Why each part is hidden, all numbers of a part going together."""
    cells = [counts_of(groups, insats=f"i{place}") for place, groups in enumerate(parts)]
    sums = []
    if whole is not None:
        cells.append(counts_of(whole))
        sums = [Sum(total, members) for total, *members in zip(cells[-1], *cells[:-1], strict=True)]
    counts = [count for cell in cells for count in cell]
    found = publish_counts(counts, sums, rule=Rule(few), layout=Layout(cells))
    return [found[cell[0]] for cell in cells[: len(parts)]]


def counts_of(groups, **where):
    return tuple(
        Count("avslutade", *DAYS, value, of, **where)
        for of, value in zip(GROUPS, groups, strict=False)
    )


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((20, 30), [None, None]),
        ((5, 30), [None, None]),
        ((0, 30), [None, None]),
        ((4, 30), ["small", "complementary"]),
        ((30, 4), ["complementary", "small"]),
        ((2, 3), ["small", "small"]),
        ((3, 40, 9), ["small", None, "complementary"]),
        ((3, 40, 0), ["small", "complementary", None]),
        ((2, 0), ["small", None]),
        ((1, 1, 40), ["small", "small", "complementary"]),
        ((3, 4, 40), ["small", "small", None]),
        ((2, 2, 9, 40), ["small", "small", "complementary", None]),
    ],
)
def test_a_small_part_takes_with_it_what_would_reveal_it(sizes, expected):
    assert reasons(*sizes) == expected


def test_two_small_parts_are_shown_by_neither_their_sum_nor_the_reason():
    """The rest of 43 would be four persons; eight in two parts of at most four are four each."""
    assert reasons(1, 3, 39) == ["small", "small", "complementary"]
    assert reasons(4, 4, 39) == ["small", "small", "complementary"]
    assert reasons(4, 4) == ["complementary", "complementary"]
    assert reasons(1, 5) == ["complementary", "complementary"]
    assert reasons(1, 5, 40) == ["small", "complementary", "complementary"]


def test_what_belongs_to_no_part_can_be_worked_out_too():
    assert reasons(20, 30, whole=53) == ["complementary", None]
    assert reasons(20, 30, whole=60) == [None, None]
    assert reasons(3, 30, whole=40) == ["small", None]


def test_parts_whose_whole_nobody_prints_hide_by_themselves():
    assert hidden_parts([(3,), (20,)], None, FEW) == ["small", None]


def test_any_group_of_a_part_can_be_the_small_one():
    """Nobody with a known outcome of three eligible ones: three persons are told of."""
    parts = [(0, 3), (20, 25)]
    assert hidden_parts(parts, (20, 28), FEW) == ["small", "complementary"]


def test_a_complement_without_persons_would_not_protect():
    """The second part hides nobody among those with a known outcome, so the third one must."""
    parts = [(3, 3), (0, 20), (30, 30)]
    assert hidden_parts(parts, (33, 53), FEW) == ["small", None, "complementary"]


def test_the_minimum_is_the_setting_and_none_hides_nothing():
    assert reasons(9, 30, few=10) == ["small", "complementary"]
    assert reasons(1, 30, few=1) == [None, None]
    assert reasons() == []
    assert is_small((0, 9), 10)


def test_overlapping_parts_need_one_that_is_large_enough():
    assert hidden_overlapping([20, 30], FEW) == [None, None]
    assert hidden_overlapping([3, 4, 9, 30], FEW) == ["small", "small", "complementary", None]
    assert hidden_overlapping([3, 4], FEW) == ["small", "small"]
    assert hidden_overlapping([0, 12], FEW) == [None, None]


def possible(reason, uniform, few):
    """The numbers that a hidden part may have, as far as its reason says."""
    if uniform:
        return range(1, 37)
    return range(1, few) if reason == "small" else range(few, 37)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=3), st.integers(2, 7))
def test_no_hidden_part_can_be_worked_out(sizes, few):
    """Every hidden part fits what is printed with at least two numbers."""
    found = reasons(*sizes, few=few)
    hidden = [place for place, reason in enumerate(found) if reason]
    shown = [size for place, size in enumerate(sizes) if place not in hidden]
    assert all(size >= few for size in shown)
    if not hidden or sum(sizes) < few or sum(sizes) == len(sizes):
        return  # nothing is hidden, or all of the split is: the door withholds it
    left = sum(sizes) - sum(shown)
    assert left >= few
    uniform = "small" not in [found[place] for place in hidden]
    ranges = [possible(found[place], uniform, few) for place in hidden]
    fitting = [numbers for numbers in product(*ranges[:-1]) if left - sum(numbers) in ranges[-1]]
    numbers = [(*one, left - sum(one)) for one in fitting]
    if few == 2 and "small" in [found[place] for place in hidden]:
        return  # fewer than two persons is one person, whatever is done
    assert all(len({one[at] for one in numbers}) > 1 for at in range(len(hidden)))

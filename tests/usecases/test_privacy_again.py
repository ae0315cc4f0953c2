"""The same publication made again is the same, whatever was published in between."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.usecases.test_privacy_solving import (
    CROWDS,
    PEOPLE,
    RULES,
    TABLES,
    a_full_table,
    made,
    shown_of,
)
from tracker.privacy import Count, Earlier, Layout, Rule, Sum, publish_counts


def kept(reasons, sums, *, again):
    hidden = {count: reason for count, reason in reasons.items() if reason is not None}
    return Earlier(frozenset(shown_of(reasons)), hidden, tuple(sums), again)


@settings(max_examples=60, deadline=None)
@given(st.one_of(PEOPLE, CROWDS), TABLES, st.lists(TABLES, max_size=2), RULES, st.booleans())
def test_what_was_shown_and_hidden_is_so_again(people, tables, others, rule, of_one_kind):
    """Published, others published, published again: the same numbers are hidden."""
    earlier = []
    counts, sums = made(people, tables)
    first = publish_counts(counts, sums, rule=rule)
    earlier.append(kept(first, sums, again=True))
    assert publish_counts(counts, sums, rule=rule, earlier=earlier) == first
    for other in others:
        between, relations = made(people, other)
        reasons = publish_counts(between, relations, rule=rule, earlier=earlier)
        earlier.append(kept(reasons, relations, again=of_one_kind))
    again = publish_counts(counts, sums, rule=rule, earlier=earlier)
    told = {count for one in earlier for count in one.shown}
    for count in counts:
        if count not in told or first[count] is None:
            assert (again[count] is None) == (first[count] is None), count


def test_the_greedy_choice_prefers_what_was_hidden_before():
    """Another kind of publication hides the number beside the small one that was hidden then."""
    counts, sums = a_full_table(3)
    first = publish_counts(counts, sums, rule=Rule())
    late = [Count(each.measure, each.start, each.end, each.value + (each.value > 9), each.of,
                  each.part, each.insats, each.sex, each.municipality)
            for each in counts]  # fmt: skip
    sums = [
        Sum(late[counts.index(one.whole)], tuple(late[counts.index(part)] for part in one.parts))
        for one in sums
    ]
    sums = [one for one in sums if one.whole.value == sum(part.value for part in one.parts)]
    again = publish_counts(late, sums, rule=Rule(), earlier=[kept(first, (), again=False)])
    hidden = {at for at, count in enumerate(counts) if first[count]}
    assert {at for at, count in enumerate(late) if again[count]} <= hidden


def test_another_minimum_is_judged_anew():
    counts, sums = a_full_table(3)
    first = publish_counts(counts, sums, rule=Rule(5))
    assert any(first.values())
    again = publish_counts(counts, sums, rule=Rule(3), earlier=[kept(first, sums, again=True)])
    assert not any(again.values())


def test_what_is_always_told_stays_and_what_is_never_told_goes():
    """The totals of a delivery stand; women and men that are withheld cannot be worked out."""
    counts, sums = a_full_table(3)
    small = next(count for count in counts if 0 < count.value < 5)
    reasons = publish_counts(counts, sums, rule=Rule(), layout=Layout(always=frozenset({small})))
    assert reasons[small] is None
    large = next(one for one in counts if one.insats and one.sex and one.municipality)
    reasons = publish_counts(counts, sums, rule=Rule(), layout=Layout(never=frozenset({large})))
    assert reasons[large] is not None
    parts = [one for one in counts if one.insats and one.sex and one.municipality]
    assert sum(reasons[one] is not None for one in parts) >= 8

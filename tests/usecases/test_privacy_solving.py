"""No printed set of tables lets a hidden number be solved, whoever the persons are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.usecases.printed import ATOMS, DIMENSIONS, PERIODS, Reader, a_table, people_of
from tracker.privacy.counts import Rule, is_sensitive, publish_counts

PEOPLE = st.lists(st.integers(0, len(ATOMS) - 1), max_size=120).map(people_of)
CROWDS = st.builds(
    lambda atoms, times: people_of(at for at in atoms for _ in range(times)),
    st.lists(st.integers(0, len(ATOMS) - 1), max_size=30),
    st.integers(1, 9),
)
SPLITS = st.lists(st.sampled_from(sorted(DIMENSIONS)), max_size=2, unique=True)
TABLES = st.lists(
    st.tuples(st.sampled_from(sorted(PERIODS)), SPLITS, st.sampled_from(["", "share"])),
    min_size=1,
    max_size=4,
)
RULES = st.builds(Rule, st.integers(1, 8), st.booleans())


def made(people, tables):
    """The counts and sums of several tables; a share prints those with a result and all."""
    counts, sums = {}, []
    for period, splits, kind in tables:
        for of in ("x", "n") if kind else ("n",):
            cells, relations = a_table(people, period, *splits, of=of)
            counts.update(dict.fromkeys(cells))
            sums += relations
    return list(counts), sums


def shown_of(reasons):
    return [count for count, reason in reasons.items() if reason is None]


def assert_nothing_can_be_solved(reasons, rule, reader):
    assert not [count for count in shown_of(reasons) if is_sensitive(count, rule)]
    for count, reason in reasons.items():
        if reason is not None:
            assert not reader.can_solve((count, 1)), count
            if is_sensitive(count, rule):
                least, most = reader.ends(count)
                assert most - least > 1e-6, count


@settings(max_examples=150, deadline=None)
@given(st.one_of(PEOPLE, CROWDS), TABLES, RULES)
def test_nothing_hidden_follows_from_what_is_printed(people, tables, rule):
    counts, sums = made(people, tables)
    reasons = publish_counts(counts, sums, rule=rule)
    assert list(reasons) == counts
    assert_nothing_can_be_solved(reasons, rule, Reader(shown_of(reasons)))


@settings(max_examples=100, deadline=None)
@given(st.one_of(PEOPLE, CROWDS), TABLES)
def test_nobody_finds_the_few_without_the_result(people, tables):
    counts, sums = made(people, [(period, splits, "share") for period, splits, _ in tables])
    rule = Rule()
    reasons = publish_counts(counts, sums, rule=rule)
    reader = Reader(shown_of(reasons))
    for n in [count for count in counts if count.of == "n" and count.is_part]:
        x = next(
            count
            for count in counts
            if count.of == "x"
            and all(
                getattr(count, name) == getattr(n, name)
                for name in ("part", "insats", "sex", "municipality", "start", "end")
            )
        )
        if 0 < n.value - x.value < rule.min_show:
            assert not reader.can_solve((n, 1), (x, -1))

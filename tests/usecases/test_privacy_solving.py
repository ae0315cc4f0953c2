"""No printed set of tables lets a hidden number be solved, whoever the persons are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.usecases.printed import (
    ATOMS,
    DIMENSIONS,
    INSATSER,
    PERIODS,
    Reader,
    a_table,
    people_of,
)
from tracker.privacy import Count, Earlier, Rule, Sum, publish_counts
from tracker.privacy.counts import is_sensitive

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


@settings(max_examples=60, deadline=None)
@given(st.one_of(PEOPLE, CROWDS), TABLES, RULES)
def test_nothing_hidden_follows_from_what_is_printed(people, tables, rule):
    counts, sums = made(people, tables)
    reasons = publish_counts(counts, sums, rule=rule)
    assert list(reasons) == counts
    assert_nothing_can_be_solved(reasons, rule, Reader(shown_of(reasons)))


@settings(max_examples=60, deadline=None)
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


@settings(max_examples=50, deadline=None)
@given(st.one_of(PEOPLE, CROWDS), st.lists(TABLES, min_size=2, max_size=3), RULES)
def test_nothing_hidden_follows_from_all_that_was_ever_printed(people, publications, rule):
    """Of the same persons; what earlier tables gave away by themselves is beyond help."""
    reader, earlier, hidden = Reader(), [], {}
    for tables in publications:
        counts, sums = made(people, tables)
        reasons = publish_counts(counts, sums, rule=rule, earlier=earlier)
        hidden |= {
            count: reason
            for count, reason in reasons.items()
            if reason is not None and not reader.can_solve((count, 1))
        }
        shown = shown_of(reasons)
        assert not [count for count in shown if is_sensitive(count, rule)]
        reader.read(shown)
        kept = {count: reason for count, reason in reasons.items() if reason is not None}
        earlier.append(Earlier(frozenset(shown), kept, tuple(sums)))
    for count in hidden.keys() - set(reader.shown):
        assert not reader.can_solve((count, 1)), count


@settings(max_examples=50, deadline=None)
@given(PEOPLE, st.lists(st.integers(0, len(ATOMS) - 1), max_size=3), TABLES, RULES)
def test_a_correction_shows_nothing_below_the_minimum(people, late, tables, rule):
    earlier = []
    for persons in (people, people + people_of(late)):
        counts, sums = made(persons, tables)
        reasons = publish_counts(counts, sums, rule=rule, earlier=earlier)
        shown = shown_of(reasons)
        assert not [count for count in shown if is_sensitive(count, rule)]
        kept = {count: reason for count, reason in reasons.items() if reason is not None}
        earlier.append(Earlier(frozenset(shown), kept, tuple(sums)))


def a_full_table(few, many=20):
    """Three interventions by two sexes and two municipalities, one of its cells small."""
    people = people_of([])
    for at, atom in enumerate(ATOMS):
        people[atom] = many + at % 7
    place = next(atom for atom in ATOMS if atom[:2] == ("krus", "man"))
    for atom in ATOMS:
        if atom[:3] == place[:3] and atom[4] == place[4]:
            people[atom] = 0
    people[place] = few
    return a_table(people, "T1", "insats", "sex", "municipality", of="n")


def test_one_small_cell_takes_few_others_along():
    """Of 48 cells with their sums, one is small; a cube of eight is what hides it."""
    counts, sums = a_full_table(3)
    reasons = publish_counts(counts, sums, rule=Rule())
    hidden = {count: reason for count, reason in reasons.items() if reason}
    assert sorted(hidden.values()) == ["complementary"] * 7 + ["small"]
    assert all(count.insats and count.sex and count.municipality for count in hidden)
    assert not [
        reason for reason in publish_counts(*a_full_table(9), rule=Rule()).values() if reason
    ]


def test_totals_of_the_association_are_the_last_to_go():
    start, end = PERIODS["year"]
    few, many = (
        Count("avslutade", start, end, value, insats=key)
        for key, value in zip(INSATSER, (3, 40), strict=False)
    )
    whole = Count("avslutade", start, end, 43)
    reasons = publish_counts([whole, few, many], [Sum(whole, (few, many))], rule=Rule())
    assert reasons == {whole: None, few: "small", many: "complementary"}


def test_the_answer_is_the_same_every_time_and_in_every_order():
    counts, sums = a_full_table(3)
    first = publish_counts(counts, sums, rule=Rule())
    again = publish_counts(counts[::-1], sums[::-1], rule=Rule())
    assert first == again

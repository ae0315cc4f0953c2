"""The participant flow that may be published."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.flow import Flow, FlowRow
from tracker.periods import parse_period
from tracker.privacy import publish_flow
from tracker.wording import language

SV = language("sv")
FEW = 5
LENGTHS = {"count": 12, "median": 100, "shortest": 1, "longest": 900}


def a_row(name, start, new, ended, *, insats=None, sex=None):
    return FlowRow(insats, sex, (name,), start, new, ended, start + new - ended)


def a_flow(*rows, lengths=None):
    columns = [
        sum(getattr(row, name) for row in rows) for name in ("ongoing_start", "new", "ended")
    ]
    total = a_row("Totalt", *columns)
    return Flow(parse_period("2021"), rows, total, "totalt", lengths or LENGTHS)


def by_sex(*numbers):
    names = (("kvinnor", "kvinna"), ("män", "man"), ("kön okänt", None))
    return a_flow(*(a_row(name, *one, sex=sex) for (name, sex), one in zip(names, numbers)))  # noqa: B905


def hidden(flow, min_show=FEW):
    return [row.hidden for row in publish_flow(flow, min_show, SV).rows]


def test_large_rows_are_shown_with_their_numbers():
    flow = publish_flow(by_sex((20, 30, 25), (15, 16, 17)), FEW, SV)
    assert [row.numbers for row in flow.rows] == [(20, 30, 25, 25), (15, 16, 17, 14)]
    assert flow.total.numbers == (35, 46, 42, 39)
    assert flow.total.name == "totalt"


def test_a_hidden_row_has_its_reason_and_no_number():
    flow = publish_flow(by_sex((20, 30, 25), (2, 1, 0)), FEW, SV)
    assert [row.numbers for row in flow.rows] == [None, None]
    assert flow.rows[1].hidden == "small"
    assert flow.rows[1].label == "Redovisas inte – färre än 5 personer"
    assert flow.rows[0].label == "Redovisas inte – annars går andra uppgifter att räkna ut"


def test_any_small_number_of_a_sex_hides_its_row():
    """Three men ended: that is the base of every goal on exits."""
    assert hidden(by_sex((20, 30, 25), (15, 16, 3))) == ["complementary", "small"]


def test_an_intervention_is_hidden_only_when_it_had_few_participants():
    many = (a_row("KRUS", 20, 30, 25, insats="krus"), a_row("Navet", 15, 16, 3, insats="navet"))
    assert hidden(a_flow(*many)) == [None, None]
    few = a_row("Ön", 2, 1, 0, insats="ön")
    assert hidden(a_flow(*many, few)) == [None, "complementary", "small"]


def test_two_hidden_rows_must_together_be_many():
    rows = by_sex((20, 30, 25), (10, 10, 10), (5, 5, 1))
    assert hidden(rows) == [None, "complementary", "small"]
    assert hidden(by_sex((20, 30, 25), (10, 10, 0), (5, 5, 1))) == [
        "complementary", "complementary", "small",
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "median"), [(4, None), (5, 100), (0, None)])
def test_only_the_median_length_of_many_is_told(count, median):
    flow = a_flow(lengths={**LENGTHS, "count": count, "median": 100 if count else None})
    assert publish_flow(flow, FEW, SV).median_days == median


def test_an_empty_flow_is_a_total_of_nothing():
    flow = publish_flow(a_flow(), FEW, SV)
    assert (flow.rows, flow.total.numbers) == ((), (0, 0, 0, 0))


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 24)).map(
            lambda row: (row[0], row[1], min(row[2], row[0] + row[1]))
        ),
        min_size=2,
        max_size=3,
    )
)
def test_no_number_of_a_hidden_row_is_what_is_left(numbers):
    """In no column do the rows that are shown leave a small number, or one row alone."""
    flow = publish_flow(by_sex(*numbers), FEW, SV)
    shown = [row.numbers for row in flow.rows if row.numbers is not None]
    assert not any(0 < number < FEW for row in shown for number in row)
    missing = len([row for row in flow.rows if row.numbers is None])
    if not shown or not missing:
        return
    assert missing >= 2
    for at, total in enumerate(flow.total.numbers):
        left = total - sum(row[at] for row in shown)
        assert left == 0 or left >= FEW or total < FEW  # a small total of all is told as it is

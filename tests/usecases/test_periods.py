"""Periods are half-open, and months are added by the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import UsageError
from tracker.periods import add_months, first_reaching, parse_period, year_before

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("2021", "2021-01-01", "2022-01-01"),
        ("2021-H2", "2021-07-01", "2022-01-01"),
        ("2021-Q3", "2021-07-01", "2021-10-01"),
        ("2021-T2", "2021-05-01", "2021-09-01"),
        ("2021-ack-T2", "2021-01-01", "2021-09-01"),
        ("2021-01..2021-06", "2021-01-01", "2021-07-01"),
        ("2020-11..2021-02", "2020-11-01", "2021-03-01"),
        ("2021-12", "2021-12-01", "2022-01-01"),
    ],
)
def test_every_form_of_a_period(label, start, end):
    period = parse_period(label)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert period.label == label


@pytest.mark.parametrize("label", ["", "21", "2021-H3", "2021-T4", "2021-13", "2021-06..2021-01"])
def test_what_is_no_period_is_refused_with_examples(label):
    with pytest.raises(UsageError, match="2021-ack-T2"):
        parse_period(label)


def test_the_end_of_august_and_six_months_is_the_last_of_february():
    assert add_months(date(2021, 8, 31), 6) == date(2022, 2, 28)
    assert add_months(date(2023, 8, 31), 6) == date(2024, 2, 29)
    assert add_months(date(2020, 2, 29), 12) == date(2021, 2, 28)


@given(DAYS, st.integers(1, 36))
def test_the_first_day_that_reaches_a_day_is_the_first(day, months):
    first = first_reaching(day, months)
    assert add_months(first, months) >= day
    assert add_months(first - timedelta(days=1), months) < day


def test_the_same_days_a_year_earlier():
    before = year_before(parse_period("2021-ack-T2"))
    assert (before.start, before.end) == (date(2020, 1, 1), date(2020, 9, 1))
    assert before.label == "2020-ack-T2"
    assert parse_period("2021").whole_years == range(2021, 2022)
    assert parse_period("2021-H1").whole_years is None


def test_a_period_is_open_until_its_last_day_has_passed():
    assert parse_period("2021").is_open(date(2021, 12, 31))
    assert not parse_period("2021").is_open(date(2022, 1, 1))

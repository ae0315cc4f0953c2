"""Periods: half-open ranges of dates, `start <= date < end`, and their labels.

Labels as people type them: `2021`, `2021-H1`, `2021-Q3`, `2021-T2` (tertial May-August),
`2021-ack-T2` (1 January to 31 August), `2021-01..2021-06`, `2021-03` (one month).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.errors import UsageError
from tracker.problems import N_

MONTHS = {"H": 6, "Q": 3, "T": 4}
_YEAR = r"((?:19|20|21)\d{2})"
_PART = re.compile(rf"{_YEAR}(?:-(ack-)?([HQT])([1-4]))?")
_MONTHS = re.compile(rf"{_YEAR}-(\d{{2}})(?:\.\.{_YEAR}-(\d{{2}}))?")


@dataclass(frozen=True, order=True)
class Period:
    """A range of days: `start` belongs to it, `end` does not."""

    start: date
    end: date
    label: str

    @property
    def last_day(self) -> date:
        """The last day that belongs to the period."""
        return self.end - timedelta(days=1)

    @property
    def whole_years(self) -> range | None:
        """The years it consists of, or None when it does not consist of whole years."""
        edges = {(day.month, day.day) for day in (self.start, self.end)}
        return range(self.start.year, self.end.year) if edges == {(1, 1)} else None

    def is_open(self, today: date) -> bool:
        """Whether its end lies after today."""
        return self.end > today


def parse_period(text: str) -> Period:
    """The period that a label names.

    Raises:
        UsageError: it is no period; the sentence shows the forms.
    """
    label = text.strip()
    found = _PART.fullmatch(label.upper().replace("ACK", "ack"))
    if found and _fits(found[3], found[4]):
        return _part(label.upper().replace("ACK", "ack"), found)
    months = _MONTHS.fullmatch(label)
    if months and (period := _months(label, months)):
        return period
    raise UsageError(
        N_(
            "“{text}” is not a period. Write for example 2021, 2021-H1, 2021-Q3, 2021-T2, "
            "2021-ack-T2 or 2021-01..2021-06."
        ),
        text=text,
    )


def _fits(letter: str | None, number: str | None) -> bool:
    return letter is None or int(number or 0) * MONTHS[letter] <= 12  # noqa: PLR2004 - a year


def _part(label: str, found: re.Match[str]) -> Period:
    year, cumulative, letter = int(found[1]), found[2], found[3]
    if letter is None:
        return year_of(year)
    last = int(found[4]) * MONTHS[letter]
    first = 1 if cumulative else last - MONTHS[letter] + 1
    return Period(date(year, first, 1), _month_after(year, last), label)


def _months(label: str, found: re.Match[str]) -> Period | None:
    first_year, first = int(found[1]), int(found[2])
    last_year, last = int(found[3] or first_year), int(found[4] or first)
    if not (1 <= first <= 12 and 1 <= last <= 12):  # noqa: PLR2004 - months of a year
        return None
    start, end = date(first_year, first, 1), _month_after(last_year, last)
    return Period(start, end, label) if start < end else None


def _month_after(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def year_of(year: int) -> Period:
    """A whole calendar year."""
    return Period(date(year, 1, 1), date(year + 1, 1, 1), str(year))


def year_before(period: Period) -> Period:
    """The same days one year earlier."""
    label = re.sub(r"\d{4}", lambda found: str(int(found[0]) - 1), period.label)
    return Period(add_months(period.start, -12), add_months(period.end, -12), label)


def add_months(day: date, months: int) -> date:
    """The same day some months later; 31 August + 6 months is the last of February."""
    month = day.year * 12 + day.month - 1 + months
    year, place = divmod(month, 12)
    return date(year, place + 1, min(day.day, monthrange(year, place + 1)[1]))


def first_reaching(day: date, months: int) -> date:
    """The first day whose date `months` later is `day` or after it.

    Adding months never goes back, so days from here on all reach `day`.
    """
    candidate = add_months(day, -months)
    while add_months(candidate, months) >= day:
        candidate -= timedelta(days=1)
    while add_months(candidate, months) < day:
        candidate += timedelta(days=1)
    return candidate


def beside(period: Period, steps: int) -> Period:
    """The period some steps of its own length later, or earlier: 2021-H1, 2021-H2, 2022-H1.

    Raises:
        UsageError: it lies in no year that a period can have.
    """
    found = _PART.fullmatch(period.label)
    if found and found[3]:
        in_year = 12 // MONTHS[found[3]]
        year, place = divmod(int(found[1]) * in_year + int(found[4]) - 1 + steps, in_year)
        return parse_period(f"{year}-{found[2] or ''}{found[3]}{place + 1}")
    first, last = period.start, period.last_day
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if found:
        return parse_period(str(first.year + steps))
    ends = [add_months(day, months * steps) for day in (first, date(last.year, last.month, 1))]
    return parse_period("..".join(dict.fromkeys(f"{day:%Y-%m}" for day in ends)))

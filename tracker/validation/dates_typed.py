"""Dates as people type them in a form: 20/1, 5/3 2021, 240305, idag."""

import re
from datetime import date, timedelta

from tracker.validation.dated import day_in_file

CENTURY = 2000
_DAY_MONTH = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/. -]\s?(\d{4}|\d{2}))?")
_SHORT = re.compile(r"(\d\d)(\d\d)(\d\d)")
_NEAR = {"idag": 0, "i dag": 0, "today": 0, "igår": 1, "i går": 1, "yesterday": 1}
_YEARS_BACK = 9
"""29 February may be eight years away."""


def typed_date(text: str, today: date) -> date | None:
    """The date that is meant; a day and month without a year are the nearest that have been."""
    plain = " ".join(text.lower().split())
    if plain in _NEAR:
        return today - timedelta(days=_NEAR[plain])
    if found := _SHORT.fullmatch(plain):
        return _day(CENTURY + int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_MONTH.fullmatch(plain):
        day, month = int(found[1]), int(found[2])
        if found[3]:
            return _day(int(found[3]) % 100 + CENTURY, month, day)
        return _latest(day, month, today)
    return day_in_file(plain)


def _latest(day: int, month: int, today: date) -> date | None:
    years = range(today.year, today.year - _YEARS_BACK, -1)
    days = (_day(year, month, day) for year in years)
    return next((each for each in days if each is not None and each <= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

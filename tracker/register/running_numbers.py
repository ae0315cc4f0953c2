"""Running numbers that may tell who somebody is: a warning, since only who types it knows."""

import re
from datetime import date

from tracker.problems import N_, Problem
from tracker.validation.context import Context

LIKE_A_NAME = N_(
    "“{letters}” may be a name or initials. The running number must not tell who it is: "
    "{proposal} is free."
)
LIKE_A_DATE = N_(
    "“{digits}” may be a date of birth. The running number must not tell who it is: "
    "{proposal} is free."
)
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_DIGITS = re.compile(r"(?<!\d)(?:\d{6}|\d{8})(?!\d)")


def number_warning(number: str, proposal: str, context: Context) -> Problem | None:
    """What a running number may give away, beside one that is proposed instead; or None."""
    usual = {each.casefold() for each in _LETTERS.findall(proposal)}
    for letters in _LETTERS.findall(number):
        if letters.casefold() not in usual | _names(context):
            params = {"letters": letters, "proposal": proposal}
            return Problem(LIKE_A_NAME, params, column="deltagande")
    for digits in _DIGITS.findall(number):
        if _is_date(digits):
            params = {"digits": digits, "proposal": proposal}
            return Problem(LIKE_A_DATE, params, column="deltagande")
    return None


def _names(context: Context) -> set[str]:
    """Words that stand for an intervention, or begin the word for one."""
    words = (
        word
        for each in context.interventions.values()
        for word in re.findall(r"[a-z]+", f"{each.key} {each.name}".casefold())
    )
    return {word[:size] for word in words for size in range(1, len(word) + 1)}


def _is_date(digits: str) -> bool:
    """Whether six or eight digits are a date, the year first or last."""
    return any(_day(*parts) for parts in _orders(digits))


def _orders(digits: str) -> list[tuple[str, str, str]]:
    year = len(digits) - 4
    first = (digits[:year], digits[year : year + 2], digits[year + 2 :])
    last = (digits[4:], digits[2:4], digits[:2])
    return [first, last]


def _day(year: str, month: str, day: str) -> bool:
    whole = int(year) if len(year) == len("2000") else 2000 + int(year)
    try:
        return 1900 <= date(whole, int(month), int(day)).year < 2100  # noqa: PLR2004 - lifetimes
    except ValueError:
        return False

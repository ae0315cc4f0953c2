"""From one value of a plan document to a checked Python value; each function refuses the rest."""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, TypeVar

from tracker.problems import N_

T = TypeVar("T")

_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_ISO_LENGTH = 10


class RefusedError(Exception):
    """A value that cannot be what its key says: a sentence marked with `N_` and its values."""

    def __init__(self, message: str, /, **params: Any) -> None:
        super().__init__(message)
        self.message = message
        self.params = params


def nearest(word: str, known: Collection[str]) -> str:
    """The known word most like `word`."""
    return get_close_matches(word, list(known), n=1, cutoff=0.0)[0]


def text(value: Any) -> str:
    """A text, possibly empty."""
    if not isinstance(value, str):
        raise RefusedError(N_("{value} is not a text; write it in quotes."), value=value)
    return value


def name(value: Any) -> str:
    """A text that says something: no blanks around it, not empty."""
    if not text(value).strip():
        raise RefusedError(N_("The text is empty."))
    return text(value).strip()


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise RefusedError(N_("{value} is neither true nor false."), value=value)
    return value


def code(codes: Collection[str]) -> Callable[[Any], str]:
    """One of `codes`; another word is answered with the nearest."""

    def read(value: Any) -> str:
        word = text(value)
        if word not in codes:
            message = N_("{value} is not known; the nearest known code is {nearest}.")
            raise RefusedError(message, value=word, nearest=nearest(word, codes))
        return word

    return read


def listed(member: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    """A list with at least one member, each read by `member`, none twice."""

    def read(value: Any) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise RefusedError(N_("{value} is not a list; write it in brackets."), value=value)
        members = tuple(member(item) for item in value)
        if len(set(members)) < len(members):
            raise RefusedError(N_("The list names something twice."))
        return members

    return read


def some(member: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    """As `listed`, but an empty list is refused."""

    def read(value: Any) -> tuple[T, ...]:
        members = listed(member)(value)
        if not members:
            raise RefusedError(N_("The list is empty."))
        return members

    return read


def whole(low: int, high: int) -> Callable[[Any], int]:
    """A whole number from `low` to `high`."""

    def read(value: Any) -> int:
        plain = str(value) if type(value) in (int, str) else ""
        if not re.fullmatch(r"-?[0-9]{1,12}", plain) or not low <= int(plain) <= high:
            message = N_("{value} is not a whole number from {low} to {high}.")
            raise RefusedError(message, value=value, low=low, high=high)
        return int(plain)

    return read


def number(value: Any) -> Decimal:
    """An exact number."""
    plain = str(value) if type(value) in (int, str, Decimal) else ""
    if not _DECIMAL.fullmatch(plain):
        raise RefusedError(N_("{value} is not a number with a decimal point."), value=value)
    return Decimal(plain)


def money(value: Any) -> Decimal:
    """An amount in kronor, exact to the öre."""
    amount = number(value)
    if amount != round(amount, 2):
        raise RefusedError(N_("{value} kronor has parts of an öre."), value=value)
    return amount


def share(value: Any) -> Fraction:
    """An exact share from 0 to 1: a string such as `"0.30"`, or a number read as it is written."""
    plain = str(value) if type(value) in (int, str, Decimal) else ""
    if not _DECIMAL.fullmatch(plain) or not 0 <= Fraction(plain) <= 1:
        message = N_('{value} is not a share between 0 and 1, such as "0.30".')
        raise RefusedError(message, value=value)
    return Fraction(plain)


def confidence(value: Any) -> float:
    """A confidence level; the only number that is a float, since it only feeds quantiles."""
    level = number(str(value) if isinstance(value, float) else value)
    if not Decimal("0.5") <= level <= Decimal("0.9999"):
        message = N_("The confidence {value} is outside 0.5 to 0.9999.")
        raise RefusedError(message, value=value)
    return float(level)


def day(value: Any) -> date:
    """A date, or one written YYYY-MM-DD."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str) and len(value) == _ISO_LENGTH:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise RefusedError(N_("{value} is not a date of the form YYYY-MM-DD."), value=value)


def month(value: Any) -> date:
    """The first day of a month written YYYY-MM."""
    try:
        if isinstance(value, str) and _MONTH.fullmatch(value):
            return date.fromisoformat(f"{value}-01")
    except ValueError:
        pass
    raise RefusedError(N_("{value} is not a month of the form YYYY-MM."), value=value)

"""A language: texts from the gettext catalogues, numbers and dates by Babel.

Texts stand in English in the code, marked by `N_(…)` or handed straight to `Language.text`; the
Swedish ones are in `tracker/data/locale/sv/LC_MESSAGES`, one catalogue a part of the program. This
is the one file where numbers are formatted.
"""

import gettext
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from tracker.problems import Problem

LanguageCode = Literal["sv", "en"]
LANGUAGES: dict[LanguageCode, str] = {"sv": "svenska", "en": "English"}
"""Each in its own words, so that who reads only that one finds it."""
CATALOGUES = (
    *("core", "figures", "comparisons", "methods", "worklist"),
    *(
        "transfer",
        "exports",
        "reports",
        "contents",
        "charts",
        "demo",
        "tui",
        "shell",
        "handing_out",
        "forms",
        "register",
        "settings",
        "surveys",
        "board",
        "changes",
    ),
)
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


class Language:
    """How one language says things."""

    def __init__(self, code: LanguageCode) -> None:
        self.code = code
        self._locale = Locale.parse({"sv": "sv_SE", "en": "en_GB"}[code])
        self._translations = _translations(code)

    def text(self, message: str, **params: Any) -> str:
        """The message in this language, with its `{places}` filled."""
        return self._translations.gettext(message).format(**params)

    def plural(self, one: str, many: str, number: int, **params: Any) -> str:
        """The message for one or for many; `{number}` is filled too."""
        chosen = self._translations.ngettext(one, many, number)
        return chosen.format(number=self.number(number), **params)

    def problem(self, problem: Problem) -> str:
        """What is wrong, with file, row and column before it where they are known."""
        place = ", ".join(self._place(problem))
        said = self.text(problem.message, **problem.params)
        return f"{place}: {said}" if place else said

    def _place(self, problem: Problem) -> Iterable[str]:
        if problem.file:
            yield problem.file
        if problem.row is not None:
            yield self.text("row {row}", row=problem.row)
        if problem.column:
            yield self.text("column {column}", column=problem.column)

    def number(self, value: float | Decimal | Fraction, decimals: int = 0) -> str:
        """A number with the language's separators, rounded half up."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        digits = str(format_decimal(rounded(value, decimals), pattern, locale=self._locale))
        return digits.replace("-", MINUS)

    def percent(self, share: float | Fraction, decimals: int = 0) -> str:
        """A share (0-1) in per cent: “33,0 %” with a no-break space; “33.0%” in English."""
        digits = self.number(exact(share) * 100, decimals)
        return f"{digits}{NO_BREAK_SPACE}%" if self.code == "sv" else f"{digits}%"

    def points(self, difference: float | Fraction, decimals: int = 1) -> str:
        """A difference of shares in percentage points."""
        return self.text(
            "{number} percentage points", number=self.number(exact(difference) * 100, decimals)
        )

    def kronor(self, amount: Decimal | Fraction | float) -> str:
        """An amount in whole kronor."""
        digits = self.number(amount)
        return (
            f"{digits}{NO_BREAK_SPACE}kr" if self.code == "sv" else f"SEK{NO_BREAK_SPACE}{digits}"
        )

    def day(self, day: date) -> str:
        """A date in words: 20 januari 2022."""
        return str(format_date(day, "d MMMM y", locale=self._locale))

    def month(self, day: date) -> str:
        """The month of a date: januari."""
        return str(format_date(day, "LLLL", locale=self._locale))

    def weekday(self, day: date) -> str:
        """The weekday and the date: torsdag 20 januari 2022."""
        return str(format_date(day, "EEEE d MMMM y", locale=self._locale))

    def short_day(self, day: date) -> str:
        """Day and month in short: 20 jan."""
        return str(format_date(day, "d MMM", locale=self._locale)).rstrip(".")


@cache
def language(code: LanguageCode) -> Language:
    """The language of a code; catalogues are read once."""
    return Language(code)


@cache
def _translations(code: LanguageCode) -> gettext.NullTranslations:
    """All catalogues of a language as one chain; English needs none."""
    chain = gettext.NullTranslations()
    for name in reversed(CATALOGUES):
        place = files("tracker") / "data" / "locale" / code / "LC_MESSAGES" / f"{name}.mo"
        if place.is_file():
            with place.open("rb") as file:
                catalogue = gettext.GNUTranslations(file)
            catalogue.add_fallback(chain)
            chain = catalogue
    return chain


def exact(value: float | Decimal | Fraction) -> Fraction:
    """The value as a fraction, so that rounding for display starts from what it is."""
    return Fraction(value)


def rounded(value: float | Decimal | Fraction, decimals: int) -> Decimal:
    """The value rounded half up, away from zero, as people do by hand."""
    ratio = exact(value)
    precise = Decimal(ratio.numerator) / Decimal(ratio.denominator)
    return precise.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP) + 0  # never −0

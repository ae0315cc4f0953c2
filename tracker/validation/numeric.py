"""Fields that hold numbers: whole, in kronor, decimal, and lists of months."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from typing_extensions import override

from tracker.problems import N_
from tracker.validation.context import Context
from tracker.validation.fields import FieldType, Refused, echo

NOT_WHOLE = N_("“{value}” is not a whole number from {low} to {high}.")
ORE_IN_KRONA = 100
ALL_OF_IT = 100

_WHOLE = re.compile(r"(\d{1,9})(?:[.,]0+)?")
_PER_CENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,2}0*)?)(?:\s?%)?")
_GROUPED = re.compile(r"-?\d{1,3}(?:[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]\d{3})+(?=\D|$)")
_AMOUNT = re.compile(r"(-?)(\d{1,9})(?:[.,](\d{1,2}))?")
"""Nine digits of kronor: no association has more, and ten could be a personnummer."""
_DECIMAL = re.compile(r"-?\d{1,12}(?:[.,]\d{1,9})?")


@dataclass(frozen=True)
class Whole(FieldType):
    """A whole number in a range, both ends included."""

    low: int
    high: int

    @override
    def parse(self, text: str, context: Context) -> Any:
        found = _WHOLE.fullmatch(text)
        if found is None or not self.low <= int(found[1]) <= self.high:
            return Refused(NOT_WHOLE, {"value": echo(text), "low": self.low, "high": self.high})
        return int(found[1])

    @override
    def right(self, context: Context) -> str:
        sentence = N_("A whole number from {low} to {high}.")
        return context.language.text(sentence, low=self.low, high=self.high)


@dataclass(frozen=True)
class PerCent(FieldType):
    """A percentage from 0 to 100, with at most two decimals: part-time work is often 37.5."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        found = _PER_CENT.fullmatch(text)
        share = Decimal(found[1].replace(",", ".")) if found else None
        if share is None or share > ALL_OF_IT:
            sentence = N_("“{value}” is not a percentage from 0 to 100, such as 50 or 37,5.")
            return Refused(sentence, {"value": echo(text)})
        return float(share)

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("A percentage from 0 to 100, such as 50 or 37,5."))

    @override
    def written(self, value: Any, context: Context) -> str:
        return f"{value:g}".replace(".", ",")

    @override
    def shown(self, value: Any, context: Context) -> str:
        places = len(f"{value:g}".partition(".")[2])
        return f"{context.language.number(value, places)} %"


@dataclass(frozen=True)
class Kronor(FieldType):
    """An amount in kronor, exact; stored in whole öre."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        plain = text.replace("−", "-").removesuffix("kr").strip()
        if grouped := _GROUPED.match(plain):
            plain = re.sub(r"\s", "", grouped[0]) + plain[grouped.end() :]
        found = _AMOUNT.fullmatch(plain)
        if found is None:
            return Refused(
                N_(
                    "“{value}” is not an amount in kronor. Write for example 1200000 or 1200000,50."
                ),
                {"value": echo(text)},
            )
        whole_ore = int(found[2]) * ORE_IN_KRONA + int((found[3] or "").ljust(2, "0"))
        return -whole_ore if found[1] else whole_ore

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("Kronor, such as 1200000 or 1200000,50."))

    @override
    def written(self, value: Any, context: Context) -> str:
        kronor, whole_ore = divmod(abs(value), ORE_IN_KRONA)
        sign = "-" if value < 0 else ""
        return f"{sign}{kronor},{whole_ore:02}" if whole_ore else f"{sign}{kronor}"

    @override
    def shown(self, value: Any, context: Context) -> str:
        return context.language.kronor(Decimal(value) / ORE_IN_KRONA)


@dataclass(frozen=True)
class DecimalNumber(FieldType):
    """A decimal number, kept as text so that it stays exact."""

    scanned: ClassVar[bool] = True

    @override
    def parse(self, text: str, context: Context) -> Any:
        plain = re.sub(r"\s", "", text) if _GROUPED.match(text) else text
        plain = plain.replace("−", "-")
        if not _DECIMAL.fullmatch(plain):
            sentence = N_("“{value}” is not a number. Write for example 12 or 12,5.")
            return Refused(sentence, {"value": echo(text)})
        number = Decimal(plain.replace(",", "."))
        return format(number.normalize() if number else Decimal(0), "f")

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("A number, such as 12 or 12,5."))

    @override
    def written(self, value: Any, context: Context) -> str:
        return str(value).replace(".", ",")


@dataclass(frozen=True)
class Months(FieldType):
    """Months after the exit with + between, in order."""

    most: int = 120

    @override
    def parse(self, text: str, context: Context) -> Any:
        parts = [part.strip() for part in text.split("+")]
        if not all(
            re.fullmatch(r"\d{1,3}", part) and 1 <= int(part) <= self.most for part in parts
        ):
            sentence = N_("“{value}” is not a list of months. Write for example 3+6+12.")
            return Refused(sentence, {"value": echo(text)})
        return "+".join(str(month) for month in sorted({int(part) for part in parts}))

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("Months after the exit with + between, such as 3+6+12."))

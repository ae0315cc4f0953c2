"""Fields of the form of a goal: what a plan file writes as lists and shares, as people type it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from typing_extensions import override

from tracker.plans.vocabulary import LAST_YEAR
from tracker.problems import N_
from tracker.validation.coded import same_word
from tracker.validation.context import Context
from tracker.validation.fields import FieldType, Refused, echo, unknown

HUNDRED = 100
PARTS = ";"
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)\s?(%?)")
BETTER = N_("better than the year before")
OR_BETTER = N_("Or write: {better}.")
NO_SHARE = N_("“{value}” is not a share. Write for example 30 % or 0,30.")

Choices = Callable[[Context], list[tuple[str, str]]]


@dataclass(frozen=True)
class Word(FieldType):
    """One of some words, with what each means."""

    words: Mapping[str, str]
    """Marked with `N_`."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        return same_word(text, list(self.words)) or unknown(text, list(self.words))

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("One of: {codes}."), codes=", ".join(self.words))

    @override
    def shown(self, value: Any, context: Context) -> str:
        return context.language.text(self.words[value])

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        return [(word, context.language.text(said)) for word, said in self.words.items()]


@dataclass(frozen=True)
class Words(FieldType):
    """Several words with + between, as a list; of what the store knows now."""

    several: ClassVar[bool] = True
    offered: Choices
    is_open: bool = False
    """Whether other words may stand too; the plan says what it thinks of them."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        known = [code for code, _ in self.offered(context)]
        found = []
        for part in filter(None, (part.strip() for part in text.split("+"))):
            word = same_word(part, known) or (part if self.is_open else None)
            if word is None:
                return unknown(part, known)
            found.append(word)
        return list(dict.fromkeys(found))

    @override
    def right(self, context: Context) -> str:
        codes = ", ".join(code for code, _ in self.offered(context))
        return context.language.text(
            N_("One or more of, with + between: {codes}."), codes=codes or "–"
        )

    @override
    def written(self, value: Any, context: Context) -> str:
        return "+".join(map(str, value))

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        return self.offered(context)


@dataclass(frozen=True)
class Numbers(FieldType):
    """Whole numbers with + between, as a list."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        parts = [part.strip() for part in text.replace(",", "+").split("+") if part.strip()]
        if not all(part.isdecimal() and part.isascii() for part in parts):
            sentence = N_("“{value}” is not whole numbers with + between, such as 1+2+3.")
            return Refused(sentence, {"value": echo(text)})
        return list(dict.fromkeys(map(int, parts)))

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("Whole numbers with + between, such as 1+2+3."))

    @override
    def written(self, value: Any, context: Context) -> str:
        return "+".join(map(str, value))


@dataclass(frozen=True)
class Share(FieldType):
    """A share, typed in per cent or as a decimal; a plan file has the exact decimal."""

    last_year: bool = False
    """Whether it may be what was reached the year before."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        if self.last_year and same_word(text, [LAST_YEAR, context.language.text(BETTER)]):
            return LAST_YEAR
        share = share_of(text)
        return Refused(NO_SHARE, {"value": echo(text)}) if share is None else share

    @override
    def right(self, context: Context) -> str:
        right = context.language.text(N_("A share, such as 30 % or 0,30."))
        if not self.last_year:
            return right
        better = context.language.text(BETTER)
        return f"{right} {context.language.text(OR_BETTER, better=better)}"

    @override
    def written(self, value: Any, context: Context) -> str:
        return context.language.text(BETTER) if value == LAST_YEAR else per_cent(str(value))


@dataclass(frozen=True)
class Month(FieldType):
    """A month, or nothing."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        return text

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("A month such as 2021-10."))


@dataclass(frozen=True)
class Number(FieldType):
    """An exact number, of persons or kronor, with decimal comma or point."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        return re.sub(r"\s", "", text).replace(",", ".").replace("−", "-")

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("A number, such as 100 or 12,5."))

    @override
    def written(self, value: Any, context: Context) -> str:
        return str(value).replace(".", ",")


@dataclass(frozen=True)
class Pairs(FieldType):
    """Things with something about each, as “name: value; name: value”."""

    first: str
    """The key of the name in the plan file."""
    second: str
    like: str
    """An example, marked with `N_`."""
    is_share: bool = False

    @override
    def parse(self, text: str, context: Context) -> Any:
        rows = []
        for part in filter(None, (part.strip() for part in text.split(PARTS))):
            name, colon, value = part.rpartition(":")
            right = share_of(value.strip()) if self.is_share else value.strip()
            if not colon or not name.strip() or not right:
                sentence = N_("“{value}” is not understood. Write for example {example}")
                example = context.language.text(self.like)
                return Refused(sentence, {"value": echo(part), "example": example})
            rows.append({self.first: name.strip(), self.second: right})
        return rows

    @override
    def right(self, context: Context) -> str:
        example = context.language.text(self.like)
        return context.language.text(N_("Such as {example}"), example=example)

    @override
    def written(self, value: Any, context: Context) -> str:
        pairs = ((row[self.first], str(row[self.second])) for row in value)
        told = ((name, per_cent(each) if self.is_share else each) for name, each in pairs)
        return f"{PARTS} ".join(f"{name}: {each}" for name, each in told)


def share_of(text: str) -> str | None:
    """The exact share of a text in per cent or as a decimal; None: it is none.

    A number above 1 without a sign can only be per cent.
    """
    found = _SHARE.fullmatch(text)
    if found is None:
        return None
    number = Decimal(found[1].replace(",", "."))
    share = number / HUNDRED if found[2] or number > 1 else number
    return None if share > 1 else f"{share.normalize():f}"


def per_cent(share: str) -> str:
    """An exact share as it is typed: 0.30 is 30 %."""
    number = (Decimal(share) * HUNDRED).normalize()
    return f"{number:f} %".replace(".", ",")

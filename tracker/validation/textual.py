"""Fields that hold text: names, comments, running numbers, municipalities."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from typing_extensions import override

from tracker.problems import N_
from tracker.validation.context import Context
from tracker.validation.fields import FieldType, Refused, echo

_RUNNING = re.compile(r"[A-Za-z0-9-]{1,24}")
_SHORT_ID = re.compile(r"[^\W_][\w.-]{0,39}")


@dataclass(frozen=True)
class Text(FieldType):
    """A text that names no person."""

    scanned: ClassVar[bool] = True
    longest: int = 200

    @override
    def parse(self, text: str, context: Context) -> Any:
        if len(text) > self.longest:
            sentence = N_("The text has {length} characters; at most {longest} fit.")
            return Refused(sentence, {"length": len(text), "longest": self.longest})
        return text

    @override
    def right(self, context: Context) -> str:
        sentence = N_("A text of at most {longest} characters that names no person.")
        return context.language.text(sentence, longest=self.longest)


@dataclass(frozen=True)
class RunningNumber(FieldType):
    """A running number chosen locally (*löpnummer*)."""

    scanned: ClassVar[bool] = True

    @override
    def parse(self, text: str, context: Context) -> Any:
        if not _RUNNING.fullmatch(text):
            sentence = N_(
                "“{value}” is not a running number. Use letters A-Z, digits and hyphens, at most "
                "24, such as K-001."
            )
            return Refused(sentence, {"value": echo(text)})
        return text

    @override
    def right(self, context: Context) -> str:
        return context.language.text(
            N_("A running number of letters, digits and hyphens, such as K-001.")
        )


@dataclass(frozen=True)
class ShortId(FieldType):
    """The short id that an intervention is known by."""

    scanned: ClassVar[bool] = True

    @override
    def parse(self, text: str, context: Context) -> Any:
        if not _SHORT_ID.fullmatch(text):
            sentence = N_("“{value}” is not a short id. Use one word, such as krus or steg-1.")
            return Refused(sentence, {"value": echo(text)})
        return text

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("A short id in one word, such as krus or steg-1."))


@dataclass(frozen=True)
class Names(FieldType):
    """Several names with + between, such as municipalities."""

    scanned: ClassVar[bool] = True
    longest: int = 400

    @override
    def parse(self, text: str, context: Context) -> Any:
        names = [name for name in (part.strip() for part in text.split("+")) if name]
        return Text(self.longest).parse("+".join(dict.fromkeys(names)), context)

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("Names with + between."))

    @override
    def shown(self, value: Any, context: Context) -> str:
        return str(value).replace("+", ", ")

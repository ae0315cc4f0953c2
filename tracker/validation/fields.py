"""What a field type is: reads a text, says what would be right, writes the value back.

The types themselves stand by subject: `coded`, `numeric`, `dated`, `textual`, `references`.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, ClassVar

from tracker.problems import N_, Problem
from tracker.validation.context import Context
from tracker.validation.identifiers import looks_like_identifier

LONGEST_ECHO = 40

IDENTIFIER = N_(
    "This looks like a personnummer, an e-mail address or a telephone number. Nothing that "
    "identifies a person may be stored, and the value is not repeated here. Use a running number "
    "such as K-001."
)
NEAREST = N_("“{value}” is not known here. Did you mean “{nearest}”? Known: {known}.")
NOT_KNOWN = N_("“{value}” is not known here. Known: {known}.")


@dataclass(frozen=True)
class Refused:
    """Why a text was not understood: a sentence marked with `N_`, and its values."""

    message: str
    params: dict[str, Any] = field(default_factory=dict)

    def at(self, column: str) -> Problem:
        """The problem that it makes in a column."""
        return Problem(self.message, self.params, column=column)


class FieldType(ABC):
    """A type of field: the same in forms, files and on the command line."""

    scanned: ClassVar[bool] = False
    """Whether a text of the right form may still identify somebody."""
    several: ClassVar[bool] = False
    """Whether several codes stand in it, with + between."""

    def read(self, text: str, context: Context) -> Any:
        """The value of a text without blanks around it, or `Refused`; never an identifier."""
        value = self.parse(text, context)
        suspicious = self.scanned or isinstance(value, Refused)
        if suspicious and looks_like_identifier(text):
            return Refused(IDENTIFIER)
        return value

    @abstractmethod
    def parse(self, text: str, context: Context) -> Any:
        """The value of a text, or `Refused`."""

    @abstractmethod
    def right(self, context: Context) -> str:
        """What would be right, in the reader's words."""

    def written(self, value: Any, context: Context) -> str:  # noqa: ARG002 - references look it up
        """The value as it stands in a file."""
        return str(value)

    def shown(self, value: Any, context: Context) -> str:
        """The value in words."""
        return self.written(value, context)

    def choices(self, context: Context) -> list[tuple[str, str]]:  # noqa: ARG002 - most have none
        """The codes to choose from with their labels; empty where anything can be typed."""
        return []


def echo(text: str) -> str:
    """A refused text as it can be repeated: short, and no identifier."""
    if looks_like_identifier(text):
        return "…"
    return text if len(text) <= LONGEST_ECHO else text[: LONGEST_ECHO - 1] + "…"


def unknown(text: str, known: list[str]) -> Refused:
    """Refuse a word that is not in a list, with the nearest one."""
    from difflib import get_close_matches

    listed = ", ".join(known) or "–"
    by_fold = {word.casefold(): word for word in known}
    near = get_close_matches(text.casefold(), by_fold, n=1, cutoff=0.6)
    if near:
        params = {"value": echo(text), "nearest": by_fold[near[0]], "known": listed}
        return Refused(NEAREST, params)
    return Refused(NOT_KNOWN, {"value": echo(text), "known": listed})

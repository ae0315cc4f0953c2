"""A problem in input: a value, never an exception, so that one bad row does not hide the next."""

from dataclasses import dataclass, field
from typing import Any


def N_(message: str) -> str:  # noqa: N802 - gettext's customary mark of text translated later
    """Mark a text for translation without translating it here."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as N_, in two numbers
    """Mark a text in its two numbers for translation without translating it here."""
    return one, many


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, and what would be right.

    `message` is an English sentence marked with `N_`, its `{name}` places filled from `params`; the
    reader's language is chosen when it is shown. A refused identifier is never among the params.
    """

    message: str
    params: dict[str, Any] = field(default_factory=dict)
    file: str | None = None
    row: int | None = None
    """Row in the file, the header being row 1; the line for plan files."""
    column: str | None = None

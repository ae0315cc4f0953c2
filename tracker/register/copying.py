"""Rows of the register as text for a spreadsheet: a line each, tabs between the cells."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.problems import N_
from tracker.register.pages import RegisterRow, read_page
from tracker.register.searching import COLUMNS, Search
from tracker.wording import Language
from tracker.wording.labels import column_label
from tracker.workspace import Workspace

MOST_COPIED = 5000
"""Rows; a terminal multiplexer takes about a million signs in one copy."""
KIND = "deltaganden"
_FORMULA = ("=", "+", "@")


@dataclass(frozen=True)
class Copied:
    """What is copied, and how much there was."""

    text: str
    rows: int
    is_all: bool
    """Whether it is all that was looked for."""


def cells(row: RegisterRow) -> tuple[str, ...]:
    """The cells of a row in full, in the order of `COLUMNS`; days in ISO form."""
    return (
        *(row.number, row.intervention, row.sex, row.age, row.start.isoformat()),
        *(row.end.isoformat() if row.end else "", row.reason, row.work, row.study),
    )


def copied_cell(row: RegisterRow, column: str) -> str:
    """One cell in full."""
    return cells(row)[COLUMNS.index(column)]


def copied_row(row: RegisterRow) -> str:
    """One row."""
    return _line(cells(row))


def copied_table(workspace: Workspace, search: Search, most: int = MOST_COPIED) -> Copied:
    """The headings and the rows that are looked for, in their order; at most so many."""
    page = read_page(workspace, search, size=most)
    lines = [_line(headings(workspace.language)), *map(copied_row, page.rows)]
    return Copied("\n".join(lines) + "\n", len(page.rows), is_all=page.last is None)


def headings(language: Language) -> tuple[str, ...]:
    """The names of the columns in full."""
    return tuple(column_label(language, KIND, name) for name in COLUMNS)


def told(language: Language, copied: Copied) -> str:
    """What was copied, in a line."""
    if copied.is_all:
        return language.plural(
            "Copied the table: {number} row, for a spreadsheet.",
            "Copied the table: {number} rows, for a spreadsheet.",
            copied.rows,
        )
    sentence = N_("Copied the first {number} rows. Search for fewer, or export to a file.")
    return language.text(sentence, number=language.number(copied.rows))


def _line(texts: Iterable[str]) -> str:
    return "\t".join(map(_plain, texts))


def _plain(text: str) -> str:
    """A text that stays in its cell, and that no spreadsheet takes for a formula."""
    text = " ".join(text.split())
    return f"'{text}" if text.startswith(_FORMULA) else text

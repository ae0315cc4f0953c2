"""A kind of file and its columns, as values: what forms, files and the command line share.

The words for people are in `tracker.wording.labels`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tracker.validation.fields import FieldType


@dataclass(frozen=True)
class Column:
    """A column of a kind, which is a field of its form too."""

    name: str
    """The Swedish header."""
    attribute: str
    """The column of the table; `Kind.table` says which."""
    type: FieldType
    required: bool = False
    """A new row needs it."""
    personal: bool = False
    """About a person: not filled in, unknown and declined differ; `attribute`_why says which."""
    empty: Any = None
    """What a new row holds where nothing is filled in."""

    @property
    def why(self) -> str:
        """The column of the table that says why the value is missing."""
        return f"{self.attribute}_why"


@dataclass(frozen=True)
class Kind:
    """A kind of row (*insatser*, *deltaganden* …): its table, its columns in order, its key."""

    name: str
    """The Swedish name, as in the commands."""
    table: str
    """Name of the class in `db.tables`; a name, so that knowing the kinds loads no database."""
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """Swedish names of the columns that together name a row."""

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """The columns by their headers."""
        return {column.name: column for column in self.columns}

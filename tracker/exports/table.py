"""A table that is written to a file: what a text file shows, and what Excel calculates with."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Cell(NamedTuple):
    """One cell of a file."""

    text: str = ""
    """As it stands in a text file."""
    value: date | float | Decimal | None = None
    """The day or the number that it is, in Excel."""


@dataclass(frozen=True)
class Table:
    """Headings and rows; `name` is the tab of its sheet."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

"""What a draft consists of: cells and sentences that know which counts of persons they tell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tracker.privacy.counts import Count, Sum
from tracker.reports.model import AnyCell, Cell, Chart, Column, Table


@dataclass(frozen=True)
class Counted:
    """A cell that tells of persons: shown only where every count behind it may be."""

    cell: Cell
    of: tuple[Count, ...]


@dataclass(frozen=True)
class Said:
    """A sentence that tells of persons, and what to say where it may not be told."""

    text: str
    of: tuple[Count, ...]
    otherwise: str = ""


DraftCell = AnyCell | Counted


@dataclass(frozen=True)
class DraftTable:
    """A table before publication."""

    caption: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[DraftCell, ...], ...]
    notes: tuple[str, ...] = ()
    optional: tuple[int, ...] = ()
    """Places of columns that are left out together where much of them would be hidden."""
    without: str = ""
    """The note that then tells so."""
    sums: tuple[Sum, ...] = ()
    """Relations that a reader knows, also to numbers that nobody prints."""
    chart: Callable[[Table], Chart | None] | None = None
    """Draws the table once it has been published."""


@dataclass(frozen=True)
class DraftSection:
    """A section before publication."""

    heading: str
    paragraphs: tuple[str | Said, ...] = ()
    tables: tuple[Table | DraftTable, ...] = ()
    level: int = 2
    is_method: bool = False
    charts: tuple[Chart, ...] = ()
    key: str = ""
    known: Mapping[Count, str] = field(default_factory=dict)
    """Counts that have passed a door of their own and stay, by where they stand in words."""
    sums: tuple[Sum, ...] = ()

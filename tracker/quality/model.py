"""What a check of data quality is, and what it finds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from db.tallies.success import Truth

if TYPE_CHECKING:
    from tracker.quality.desk import Desk

Severity = Literal["error", "warning", "info"]
"""Error: a figure is wrong by it. Warning: one may be. Info: worth knowing."""
DIGEST_LENGTH = 12


@dataclass(frozen=True)
class Row:
    """One row that a check concerns."""

    kind: str
    """The kind of file that it belongs to."""
    key: tuple[tuple[str, str], ...]
    """The columns that name it, by their Swedish names; it may be a whole intervention."""
    said: str = ""
    """What is odd about it, where the key does not say it: figures, in the reader's words."""
    size: str = ""
    """How bad it is, in coarse steps: what is accepted and gets worse by one is raised again."""
    column: str = ""
    """Where it is mended, by the Swedish name of the column; empty where it is no one place."""

    @property
    def digest(self) -> str:
        """A digest of which row it is."""
        parts = [self.kind, *(value for _, value in self.key), self.size]
        return sha256("\n".join(parts).encode()).hexdigest()[:DIGEST_LENGTH]


@dataclass(frozen=True)
class Check:
    """A named check: how serious, what it means, what to do, and how its rows are found."""

    name: str
    severity: Severity
    title: str
    guidance: str
    odd: "Callable[[Desk], Mapping[str, Truth]] | None" = None
    """Conditions on one episode by the column to mend it in; all are looked up in one pass."""
    find: "Callable[[Desk], Iterable[Row]] | None" = None
    """Any other way to find rows."""
    listed_in: Literal["register", "work_list"] = "register"
    """Where the episodes are that a row about a whole intervention tells of."""


@dataclass(frozen=True)
class Accepted:
    """A finding that somebody accepted, and why."""

    check: str
    reason: str
    by: str
    at: datetime
    """UTC."""
    count: int
    """How many rows it concerns now."""


@dataclass(frozen=True)
class Finding:
    """What a check found: at least one row."""

    check: Check
    rows: tuple[Row, ...]
    accepted: Accepted | None = None
    """Who accepted it and why; None where nobody did, or where rows have come since."""

    @property
    def count(self) -> int:
        """How many rows it concerns."""
        return len(self.rows)

    @property
    def is_unaccepted_error(self) -> bool:
        """Whether a figure is wrong by it and nobody has looked."""
        return self.check.severity == "error" and self.accepted is None

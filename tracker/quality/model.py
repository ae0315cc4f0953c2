"""What a check of data quality is, and what it finds."""

from collections.abc import Callable, Iterable
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
    odd: "Callable[[Desk], Truth] | None" = None
    """A condition on one episode; all of them are looked up in one pass."""
    find: "Callable[[Desk], Iterable[Row]] | None" = None
    """Any other way to find rows."""
    mended_at: Literal["entry", "exit"] = "exit"
    """Which of the two forms of an episode holds what is odd."""


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

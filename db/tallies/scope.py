"""What a tally looks at, and the cells it comes back in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, SQLColumnExpression
from sqlmodel import SQLModel

from db.columns import col
from db.tables import Answer, Count, Episode

Counted = type[Episode] | type[Answer] | type[Count]


@dataclass(frozen=True)
class Scope:
    """Whose rows, of which days, as of which day, in which interventions."""

    association_id: int
    start: date
    end: date
    """Half-open: the first day that is outside."""
    today: date
    """What lies after it has not happened."""
    interventions: tuple[int, ...] | None = None
    """Numbers of interventions; None: all, and rows that name none."""
    municipality: str | None = None
    """Only rows of this municipality; None: of all. Answers do not say any."""
    round: str | None = None
    """Only answers of this survey round; None: of all."""
    unplaced: bool = False
    """Only rows that name no intervention."""

    @property
    def reached(self) -> date:
        """The first day outside of what has happened in the period."""
        return min(self.end, date.fromordinal(self.today.toordinal() + 1))

    def concerns(self, table: Counted) -> list[ColumnElement[bool]]:
        """The rows of the association and, where they are named, the interventions."""
        conditions = [col(table.association_id) == self.association_id]
        if self.interventions is not None:
            conditions.append(col(table.intervention_id).in_(self.interventions))
        if self.municipality is not None and table is not Answer:
            conditions.append(col(getattr(table, "municipality")) == self.municipality)  # noqa: B009
        if self.unplaced:
            conditions.append(col(table.intervention_id).is_(None))
        if self.round is not None and table is Answer:
            conditions.append(col(Answer.round) == self.round)
        return conditions


@dataclass(frozen=True)
class Cell:
    """What a group of rows has in common; None where it is unknown or not asked for."""

    intervention_id: int | None = None
    sex: str | None = None
    municipality: str | None = None


@dataclass(frozen=True)
class ShareTally:
    """Counts behind a share; tallies of different cells can be added."""

    eligible: int = 0
    hits: int = 0
    missing: int = 0
    excluded: int = 0
    """Taken out of the base by the goal's definition."""
    not_due: int = 0
    """Days still to come."""
    worse: int = 0
    """Before/after only: pairs that got worse, `hits` being those that got better."""

    def __add__(self, other: "ShareTally") -> "ShareTally":
        return ShareTally(
            self.eligible + other.eligible,
            self.hits + other.hits,
            self.missing + other.missing,
            self.excluded + other.excluded,
            self.not_due + other.not_due,
            self.worse + other.worse,
        )


DIMENSIONS = ("intervention_id", "sex", "municipality")
T = TypeVar("T")


def keys(table: type[SQLModel], by: Iterable[str]) -> list[SQLColumnExpression[Any]]:
    """The columns of a table to group by, in the order of `DIMENSIONS`."""
    wanted = set(by)
    return [col(getattr(table, name)) for name in DIMENSIONS if name in wanted]


def cells(
    rows: Sequence[Sequence[Any]], by: Iterable[str], make: Callable[..., T]
) -> list[tuple[Cell, T]]:
    """Rows of a grouped query as cells: the grouping columns first, what was counted after."""
    names = [name for name in DIMENSIONS if name in set(by)]
    width = len(names)
    return [
        (Cell(**dict(zip(names, row[:width], strict=True))), make(*row[width:])) for row in rows
    ]

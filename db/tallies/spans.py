"""How long episodes lasted: in bands of whole calendar months, and the median in days."""

from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import Any

from sqlalchemy import SQLColumnExpression, and_, case, extract, func, select
from sqlmodel import Session, col

from db.tables import Episode
from db.tallies.exits import exits_in
from db.tallies.scope import Cell, Scope, cells, keys
from db.tallies.success import Truth

LENGTHS: dict[str, tuple[int, int | None]] = {
    "under_3_mån": (0, 3),
    "3-5_mån": (3, 6),
    "6-11_mån": (6, 12),
    "12-23_mån": (12, 24),
    "24_mån_eller_mer": (24, None),
}
"""Bands of whole months: from, and before."""


def length_of_stay() -> dict[str, Truth]:
    """For each band the condition that an ended episode lasted so many whole months."""
    months = whole_months(col(Episode.start_date), col(Episode.end_date))
    return {
        band: months >= low if high is None else and_(months >= low, months < high)
        for band, (low, high) in LENGTHS.items()
    }


def whole_months(
    start: SQLColumnExpression[Any], end: SQLColumnExpression[Any]
) -> SQLColumnExpression[int]:
    """Whole calendar months from one day to another; a month begun is not counted."""
    begun = case((extract("day", end) < extract("day", start), 1), else_=0)
    return _months(end) - _months(start) - begun


def _months(day: SQLColumnExpression[Any]) -> SQLColumnExpression[int]:
    return extract("year", day) * 12 + extract("month", day)


@dataclass(frozen=True)
class Stay:
    """The median length of some ended episodes."""

    exits: int
    days: float


def median_stays(session: Session, scope: Scope, by: tuple[str, ...]) -> dict[Cell, Stay]:
    """The median length in days of what ended in the period; no cell without an exit.

    The database groups by the two dates; only they come back, with how many.
    """
    grouping = keys(Episode, by)
    dates = (col(Episode.start_date), col(Episode.end_date))
    query = select(*grouping, *dates, func.count()).where(*exits_in(scope))
    found: dict[Cell, list[int]] = defaultdict(list)
    rows = session.execute(query.group_by(*grouping, *dates)).all()
    for cell, (start, end, count) in cells(rows, by, lambda *values: values):
        found[cell] += [(end - start).days] * count
    return {cell: Stay(len(days), median(days)) for cell, days in found.items()}

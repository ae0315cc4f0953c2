"""Participants and their flow: who was there, who came, who left."""

from dataclasses import dataclass
from statistics import median

from sqlalchemy import and_, func, or_, select
from sqlmodel import Session

from db.columns import col
from db.tables import Episode
from db.tallies.scope import Cell, Scope, cells, keys


@dataclass(frozen=True)
class FlowTally:
    """Ongoing at start + new - ended = ongoing at end."""

    participants: int = 0
    ongoing_start: int = 0
    new: int = 0
    ended: int = 0
    ongoing_end: int = 0

    def __add__(self, other: "FlowTally") -> "FlowTally":
        return FlowTally(
            self.participants + other.participants,
            self.ongoing_start + other.ongoing_start,
            self.new + other.new,
            self.ended + other.ended,
            self.ongoing_end + other.ongoing_end,
        )


def flow(session: Session, scope: Scope, by: tuple[str, ...]) -> list[tuple[Cell, FlowTally]]:
    """Who took part in the period: episodes that began before its end and had not ended before it.

    An end that has not happened yet counts as none.
    """
    began, ended = col(Episode.start_date), col(Episode.end_date)
    still_there = or_(ended.is_(None), ended >= scope.reached)
    grouping = keys(Episode, by)
    query = (
        select(
            *grouping,
            func.count(),
            func.count().filter(began < scope.start),
            func.count().filter(began >= scope.start),
            func.count().filter(and_(ended >= scope.start, ended < scope.reached)),
            func.count().filter(still_there),
        )
        .where(
            *scope.concerns(Episode),
            began < scope.reached,
            or_(ended.is_(None), ended >= scope.start),
            col(Episode.voided).is_(False),
        )
        .group_by(*grouping)
    )
    return cells(session.execute(query).all(), by, FlowTally)


def interventions_with_rows(session: Session, scope: Scope) -> set[int]:
    """Interventions with an episode that starts or ends in the period."""
    inside = [
        and_(day >= scope.start, day < scope.reached)
        for day in (col(Episode.start_date), col(Episode.end_date))
    ]
    query = (
        select(col(Episode.intervention_id))
        .where(*scope.concerns(Episode), col(Episode.voided).is_(False), or_(*inside))
        .distinct()
    )
    return set(session.execute(query).scalars())


def episode_lengths(session: Session, scope: Scope) -> dict[str, float | int | None]:
    """Days from entry to exit of the episodes that ended in the period.

    The dates of each length are grouped in the database; only lengths come back, with how many.
    """
    query = (
        select(col(Episode.start_date), col(Episode.end_date), func.count())
        .where(
            *scope.concerns(Episode),
            col(Episode.end_date) >= scope.start,
            col(Episode.end_date) < scope.reached,
            col(Episode.voided).is_(False),
        )
        .group_by(col(Episode.start_date), col(Episode.end_date))
    )
    days = sorted(
        (end - start).days
        for start, end, count in session.execute(query)
        if end is not None
        for _ in range(count)
    )
    if not days:
        return {"count": 0, "median": None, "shortest": None, "longest": None}
    return {
        "count": len(days),
        "median": median(days),
        "shortest": days[0],
        "longest": days[-1],
    }

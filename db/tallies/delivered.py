"""Counts that were delivered instead of rows."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session

from db.columns import col
from db.tables import Count
from db.tallies.scope import Scope


@dataclass(frozen=True)
class CountRow:
    """One delivered count; sex None is the total of both."""

    start: date
    last_day: date
    intervention_id: int | None
    municipality: str
    sex: str | None
    part: str
    numerator: int | None
    denominator: int | None
    missing: int | None
    worse: int | None
    hidden: bool


def counts_inside(session: Session, scope: Scope, measure: str) -> list[CountRow]:
    """The counts of a measure whose days lie wholly inside the period."""
    return _counts(
        session,
        scope,
        measure,
        col(Count.start_date) >= scope.start,
        col(Count.end_date) < scope.end,
    )


def counts_touching(session: Session, scope: Scope, measure: str) -> list[CountRow]:
    """The counts of a measure with at least one day in the period."""
    return _counts(
        session,
        scope,
        measure,
        col(Count.start_date) < scope.end,
        col(Count.end_date) >= scope.start,
    )


def interventions_with_counts(session: Session, scope: Scope) -> set[int]:
    """Interventions for which some count covers a day of the period."""
    query = (
        select(col(Count.intervention_id))
        .where(
            *scope.concerns(Count),
            col(Count.replaced).is_(False),
            col(Count.intervention_id).is_not(None),
            col(Count.start_date) < scope.end,
            col(Count.end_date) >= scope.start,
        )
        .distinct()
    )
    return {number for number in session.execute(query).scalars() if number is not None}


def _counts(session: Session, scope: Scope, measure: str, *when: object) -> list[CountRow]:
    columns = (
        Count.start_date,
        Count.end_date,
        Count.intervention_id,
        Count.municipality,
        Count.sex,
        Count.part,
        Count.numerator,
        Count.denominator,
        Count.missing,
        Count.worse,
        Count.hidden,
    )
    query = select(*(col(column) for column in columns)).where(
        *scope.concerns(Count),
        col(Count.measure) == measure,
        col(Count.replaced).is_(False),
        *when,  # type: ignore[arg-type]
    )
    return [CountRow(*row) for row in session.execute(query)]


def day_after(day: date) -> date:
    """The first day that a count up to `day` does not cover."""
    return day + timedelta(days=1)

"""Reading what is there before a row is written: what it refers to, what it would clash with."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import Session, SQLModel, col

from db.codes import CountKind
from db.records import row_values
from db.tables import Count, Episode, FollowUp, Intervention

BESIDE_ROWS = (
    CountKind.ANONYMOUS,
    CountKind.VOLUME,
    CountKind.REFERRED,
    CountKind.ACCEPTED,
    CountKind.NOT_ACCEPTED,
    CountKind.QUEUE,
)
"""Counts of persons who have no row, so that they stand beside rows without counting twice."""


@dataclass(frozen=True)
class InterventionRow:
    """An intervention as rows refer to it."""

    id: int
    key: str
    name: str
    orientation: str
    start: date | None
    end: date | None
    follow_up_months: str | None


@dataclass(frozen=True)
class EpisodeRow:
    """What follow-ups and exits must know about an episode."""

    id: int
    intervention_id: int
    number: str
    start_date: date
    end_date: date | None
    voided: bool
    first_follow_up: date | None


def interventions(session: Session, association_id: int) -> list[InterventionRow]:
    """All interventions of an association, by short id."""
    rows = session.execute(
        select(Intervention)
        .where(col(Intervention.association_id) == association_id)
        .order_by(col(Intervention.key))
    ).scalars()
    return [
        InterventionRow(
            row.id or 0,
            row.key,
            row.name,
            row.orientation,
            row.start,
            row.end,
            row.follow_up_months,
        )
        for row in rows
    ]


def episodes(
    session: Session, association_id: int, wanted: Collection[tuple[int, str]] | None = None
) -> list[EpisodeRow]:
    """All episodes of an association, or those of these interventions and running numbers."""
    first = func.min(col(FollowUp.date))
    statement = (
        select(
            col(Episode.id),
            col(Episode.intervention_id),
            col(Episode.number),
            col(Episode.start_date),
            col(Episode.end_date),
            col(Episode.voided),
            first,
        )
        .outerjoin(FollowUp, col(FollowUp.episode_id) == col(Episode.id))
        .where(col(Episode.association_id) == association_id)
        .group_by(col(Episode.id))
    )
    if wanted is None:
        return [EpisodeRow(*row) for row in session.execute(statement)]
    found: list[EpisodeRow] = []
    for intervention_id, numbers in _by_intervention(wanted).items():
        chosen = statement.where(
            col(Episode.intervention_id) == intervention_id, col(Episode.number).in_(numbers)
        )
        found += [EpisodeRow(*row) for row in session.execute(chosen)]
    return found


def episode_by_id(session: Session, episode_id: int) -> EpisodeRow | None:
    """An episode by its number in the store."""
    row = session.get(Episode, episode_id)
    if row is None:
        return None
    return EpisodeRow(
        episode_id,
        row.intervention_id,
        row.number,
        row.start_date,
        row.end_date,
        row.voided,
        None,
    )


def _by_intervention(wanted: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    grouped: dict[int, list[str]] = {}
    for intervention_id, number in wanted:
        grouped.setdefault(intervention_id, []).append(number)
    return grouped


def count_over(
    session: Session, intervention_id: int, start: date, end: date | None
) -> tuple[date, date] | None:
    """The days of a count of this intervention that overlaps an episode's time, if there is one."""
    statement = select(col(Count.start_date), col(Count.end_date)).where(
        col(Count.intervention_id) == intervention_id,
        col(Count.replaced).is_(False),
        col(Count.measure).not_in(BESIDE_ROWS),
        col(Count.end_date) >= start,
    )
    if end is not None:
        statement = statement.where(col(Count.start_date) <= end)
    found = session.execute(statement.order_by(col(Count.start_date)).limit(1)).first()
    return None if found is None else (found[0], found[1])


def episode_over(
    session: Session, intervention_id: int, start: date, end: date
) -> tuple[date, date | None] | None:
    """The days of an episode of this intervention within a count's time, if there is one."""
    statement = select(col(Episode.start_date), col(Episode.end_date)).where(
        col(Episode.intervention_id) == intervention_id,
        col(Episode.voided).is_(False),
        col(Episode.start_date) <= end,
        or_(col(Episode.end_date).is_(None), col(Episode.end_date) >= start),
    )
    found = session.execute(statement.order_by(col(Episode.start_date)).limit(1)).first()
    return None if found is None else (found[0], found[1])


def count_clash(session: Session, association_id: int, values: Mapping[str, Any]) -> bool:
    """Whether a count of the same thing is there that overlaps in time without being equal."""
    same = ("intervention_id", "municipality", "sex", "measure", "part")
    statement = select(col(Count.id)).where(
        col(Count.association_id) == association_id,
        col(Count.replaced).is_(False),
        *(_equals(getattr(Count, name), values[name]) for name in same),
        col(Count.start_date) <= values["end_date"],
        col(Count.end_date) >= values["start_date"],
    )
    return session.execute(statement.limit(1)).first() is not None


def find_row(
    session: Session, table: type[SQLModel], identity: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The stored row with these values, None meaning empty; all its columns by name."""
    same = (_equals(getattr(table, name), value) for name, value in identity.items())
    row = session.execute(select(table).where(*same)).scalar_one_or_none()
    return None if row is None else row_values(row)


def alike(session: Session, values: Mapping[str, Any]) -> list[str]:
    """Running numbers of episodes that may be the same: intervention, sex, age and start alike."""
    same = ("intervention_id", "sex", "age_band", "start_date")
    statement = select(col(Episode.number)).where(
        col(Episode.voided).is_(False),
        *(_equals(getattr(Episode, name), values[name]) for name in same),
    )
    return list(session.execute(statement.order_by(col(Episode.number))).scalars())


def last_number(session: Session, intervention_id: int) -> str | None:
    """The running number of an intervention that was recorded last."""
    last = select(func.max(col(Episode.id))).where(col(Episode.intervention_id) == intervention_id)
    number = select(col(Episode.number)).where(col(Episode.id) == last.scalar_subquery())
    return session.execute(number).scalar()


def longest_numbers(session: Session, intervention_id: int, beginning: str, most: int) -> list[str]:
    """Running numbers of an intervention that begin with a text: the longest, then the highest."""
    statement = (
        select(col(Episode.number))
        .where(
            col(Episode.intervention_id) == intervention_id,
            col(Episode.number).startswith(beginning, autoescape=True),
        )
        .order_by(func.length(col(Episode.number)).desc(), col(Episode.number).desc())
    )
    return list(session.execute(statement.limit(most)).scalars())


def is_taken(session: Session, intervention_id: int, number: str) -> bool:
    """Whether an intervention has an episode with this running number."""
    statement = select(col(Episode.id)).where(
        col(Episode.intervention_id) == intervention_id, col(Episode.number) == number
    )
    return session.execute(statement).first() is not None


def _equals(column: Any, value: Any) -> ColumnElement[bool]:
    same: ColumnElement[bool] = column.is_(None) if value is None else column == value
    return same

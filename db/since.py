"""What has happened to the rows since a change: added, altered, removed, by table and by days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import Session, col

from db.tables import Change, ChangeRow, Delivery, Episode
from db.undo import RECORDED

EPISODE = str(Episode.__tablename__)


@dataclass(frozen=True)
class LastChange:
    """The newest change of an association."""

    id: int
    at: datetime


@dataclass(frozen=True)
class EpisodesAdded:
    """Episodes of an intervention that were added since, as far as they touch some days."""

    intervention_id: int
    ended: int
    """With an exit in those days."""
    others: int


@dataclass(frozen=True)
class Line:
    """A row that was altered or removed since: its table, and what it held before and after."""

    entity: str
    row_id: int
    action: str
    """update, delete or restore."""
    before: dict[str, Any]
    after: dict[str, Any]


def last_change(session: Session, association_id: int) -> LastChange | None:
    """The newest change, or None in a store without any."""
    statement = (
        select(col(Change.id), col(Change.at))
        .where(col(Change.association_id) == association_id)
        .order_by(col(Change.id).desc())
        .limit(1)
    )
    row = session.execute(statement).first()
    return None if row is None else LastChange(row[0] or 0, row[1])


def rows_added(session: Session, association_id: int, since: int) -> dict[str, int]:
    """By table, the rows that later changes added and that are still there."""
    found = {}
    for name, table in RECORDED.items():
        statement = select(func.count()).where(
            col(table.recorded_in) > since,
            table.association_id == association_id,  # type: ignore[attr-defined]
        )
        if number := session.execute(statement).scalar_one():
            found[name] = int(number)
    return found


def episodes_added(
    session: Session, association_id: int, since: int, start: date, end: date
) -> list[EpisodesAdded]:
    """Episodes that later changes added, with an exit in the days or otherwise part of them."""
    ended_inside = _inside(start, end)
    touching = [
        col(Episode.start_date) < end,
        or_(col(Episode.end_date).is_(None), col(Episode.end_date) >= start),
    ]
    statement = (
        select(
            col(Episode.intervention_id),
            func.count().filter(ended_inside),
            func.count().filter(~func.coalesce(ended_inside, False)),
        )
        .where(
            col(Episode.association_id) == association_id,
            col(Episode.recorded_in) > since,
            col(Episode.voided).is_(False),
            *touching,
        )
        .group_by(col(Episode.intervention_id))
        .order_by(col(Episode.intervention_id))
    )
    return [EpisodesAdded(*row) for row in session.execute(statement)]


def deliveries_replaced(session: Session, association_id: int, since: int) -> int:
    """Deliveries from before that a later one has replaced."""
    newer = select(col(Delivery.id)).where(col(Delivery.recorded_in) > since)
    statement = select(func.count()).where(
        col(Delivery.association_id) == association_id,
        col(Delivery.recorded_in) <= since,
        col(Delivery.replaced_by).in_(newer),
    )
    return int(session.execute(statement).scalar_one())


def lines_since(session: Session, association_id: int, since: int) -> Iterator[Line]:
    """What later changes altered and removed of rows that were there before, in order."""
    asked: Any = (
        ChangeRow.entity,
        ChangeRow.row_id,
        ChangeRow.action,
        ChangeRow.before,
        ChangeRow.after,
    )
    statement = (
        select(*asked)
        .join(Change, col(Change.id) == col(ChangeRow.change_id))
        .where(col(Change.association_id) == association_id, col(Change.id) > since)
        .order_by(col(ChangeRow.id))
    )
    new = _added_since(session, association_id, since)
    for entity, row_id, action, before, after in session.execute(statement):
        came_later = (before or {}).get("recorded_in", 0) > since
        if entity in RECORDED and not came_later and (entity, row_id) not in new:
            yield Line(entity, row_id, action, before or {}, after or {})


@dataclass(frozen=True)
class EpisodeNow:
    """Where an episode belongs today."""

    intervention_id: int
    start: date
    end: date | None


def episodes_now(session: Session, row_ids: set[int]) -> dict[int, EpisodeNow]:
    """Intervention, first and last day of episodes that are still there."""
    asked: Any = (Episode.id, Episode.intervention_id, Episode.start_date, Episode.end_date)
    statement = select(*asked).where(col(Episode.id).in_(row_ids))
    return {number: EpisodeNow(*row) for number, *row in session.execute(statement)}


def _inside(start: date, end: date) -> ColumnElement[bool]:
    return (col(Episode.end_date) >= start) & (col(Episode.end_date) < end)


def _added_since(session: Session, association_id: int, since: int) -> set[tuple[str, int]]:
    """The rows that later changes added: what is altered of them is no correction."""
    found: set[tuple[str, int]] = set()
    for name, table in RECORDED.items():
        statement = select(col(table.id)).where(
            col(table.recorded_in) > since,
            table.association_id == association_id,  # type: ignore[attr-defined]
        )
        found |= {(name, number or 0) for number in session.execute(statement).scalars()}
    return found

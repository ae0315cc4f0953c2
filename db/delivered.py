"""Deliveries and counts as an import looks at them: what is there, what would be counted twice."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.existing import BESIDE_ROWS
from db.tables import Count, Delivery


@dataclass(frozen=True)
class DeliveryRow:
    """A stored delivery of counts for one intervention and time."""

    id: int
    key: str
    intervention_id: int | None
    start: date
    end: date
    created: str | None
    replaced_by: int | None


@dataclass(frozen=True)
class CountSpan:
    """What a stored count is about, and from which day to which."""

    id: int
    delivery_id: int | None
    intervention_id: int | None
    municipality: str
    sex: str | None
    measure: str
    part: str
    start: date
    end: date


def deliveries(session: Session, association_id: int) -> list[DeliveryRow]:
    """All deliveries of an association, those that were replaced too."""
    asked = (
        Delivery.id,
        Delivery.key,
        Delivery.intervention_id,
        Delivery.start,
        Delivery.end,
        Delivery.created,
        Delivery.replaced_by,
    )
    statement = select(*(col(column) for column in asked)).where(
        col(Delivery.association_id) == association_id
    )
    return [DeliveryRow(*row) for row in session.execute(statement)]


def count_spans(session: Session, association_id: int, start: date, end: date) -> list[CountSpan]:
    """The counts in force of an association that touch the days from start to end."""
    asked = (
        Count.id,
        Count.delivery_id,
        Count.intervention_id,
        Count.municipality,
        Count.sex,
        Count.measure,
        Count.part,
        Count.start_date,
        Count.end_date,
    )
    statement = select(*(col(column) for column in asked)).where(
        col(Count.association_id) == association_id,
        col(Count.replaced).is_(False),
        col(Count.start_date) <= end,
        col(Count.end_date) >= start,
    )
    return [CountSpan(*row) for row in session.execute(statement)]


def counts_in_place_of_rows(
    session: Session, interventions: Collection[int]
) -> list[tuple[int, date, date]]:
    """Intervention, first and last day of counts in force that stand in place of rows."""
    statement = (
        select(col(Count.intervention_id), col(Count.start_date), col(Count.end_date))
        .where(
            col(Count.intervention_id).in_(list(interventions)),
            col(Count.replaced).is_(False),
            col(Count.measure).not_in(BESIDE_ROWS),
        )
        .distinct()
    )
    return [(row[0] or 0, row[1], row[2]) for row in session.execute(statement)]


def counts_of_delivery(session: Session, delivery_id: int) -> list[int]:
    """The numbers of a delivery's counts."""
    statement = select(col(Count.id)).where(col(Count.delivery_id) == delivery_id)
    return [row_id or 0 for row_id in session.execute(statement).scalars()]


@dataclass(frozen=True)
class ReceivedRow:
    """A stored delivery, when it came and who imported it."""

    id: int
    key: str
    intervention_id: int | None
    start: date
    end: date
    created: str | None
    received: datetime
    by: str
    replaced_by: int | None
    plan: str | None
    """The id of the plan that its goals are of."""


def received_deliveries(session: Session, association_id: int) -> list[ReceivedRow]:
    """All deliveries of an association in the order in which they came, replaced ones too."""
    asked: Any = (
        Delivery.id,
        Delivery.key,
        Delivery.intervention_id,
        Delivery.start,
        Delivery.end,
        Delivery.created,
        Delivery.recorded_at,
        Delivery.recorded_by,
        Delivery.replaced_by,
        Delivery.plan,
    )
    statement = select(*asked).where(col(Delivery.association_id) == association_id)
    return [ReceivedRow(*row) for row in session.execute(statement.order_by(col(Delivery.id)))]


def differing_counts(session: Session, one: int, other: int) -> int:
    """How many numbers differ between two deliveries, or stand in one of them alone."""
    first, second = _numbers(session, one), _numbers(session, other)
    return sum(first.get(key) != second.get(key) for key in first.keys() | second.keys())


@dataclass(frozen=True)
class DeliveryNumbers:
    """How many numbers stand in a delivery, and how many are hidden in it."""

    plan: str | None
    by: str
    shown: int
    hidden: int


def numbers_of_delivery(session: Session, association_id: int, key: str) -> DeliveryNumbers | None:
    """What is in the newest delivery of a name."""
    asked: Any = (Delivery.id, Delivery.plan, Delivery.recorded_by)
    found = session.execute(
        select(*asked)
        .where(col(Delivery.association_id) == association_id, col(Delivery.key) == key)
        .order_by(col(Delivery.id).desc())
    ).first()
    if found is None:
        return None
    counted: Any = (Count.hidden, func.count())
    rows = session.execute(
        select(*counted).where(col(Count.delivery_id) == found[0]).group_by(col(Count.hidden))
    )
    by_hidden = {bool(row[0]): int(row[1]) for row in rows}
    return DeliveryNumbers(found[1], found[2], by_hidden.get(False, 0), by_hidden.get(True, 0))


def _numbers(session: Session, delivery_id: int) -> dict[Any, Any]:
    """What a delivery says of each thing."""
    names = (Count.measure, Count.part, Count.sex, Count.municipality)
    values = (Count.numerator, Count.denominator, Count.missing, Count.worse, Count.hidden)
    asked: Any = (*names, *values)
    statement = select(*asked).where(col(Count.delivery_id) == delivery_id)
    rows = (tuple(row) for row in session.execute(statement))
    return {row[: len(names)]: row[len(names) :] for row in rows}

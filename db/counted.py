"""Counts of persons who have no row: what stands for each intervention, period and sex."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from db.tables import Count


class Counted(NamedTuple):
    """What a count is about."""

    intervention_id: int | None
    measure: str
    start: date
    end: date
    sex: str | None


def standing_counts(
    session: Session, association_id: int, measures: Iterable[str]
) -> list[tuple[Counted, int]]:
    """Counts that were typed in, not delivered; the one that was recorded last first."""
    found = session.execute(
        select(
            *(col(Count.intervention_id), col(Count.measure), col(Count.start_date)),
            *(col(Count.end_date), col(Count.sex), col(Count.numerator)),
        )
        .where(
            col(Count.association_id) == association_id,
            col(Count.delivery_id).is_(None),
            col(Count.measure).in_(list(measures)),
            col(Count.municipality) == "",
            col(Count.part) == "",
            col(Count.numerator).is_not(None),
        )
        .order_by(col(Count.id).desc())
    )
    return [(Counted(*row[:-1]), row[-1]) for row in found]

"""What somebody registered last: what the next row is likely to be like."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.tables import Episode


def last_entries(
    session: Session, association_id: int, by: str, columns: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Of each intervention the entry that somebody recorded last, the very last one first.

    Each row is the number of the intervention, then the columns.
    """
    latest = (
        select(func.max(col(Episode.id)))
        .where(
            col(Episode.association_id) == association_id,
            col(Episode.recorded_by) == by,
            col(Episode.voided).is_(False),
        )
        .group_by(col(Episode.intervention_id))
    )
    found = session.execute(
        select(col(Episode.intervention_id), *(getattr(Episode, name) for name in columns))
        .where(col(Episode.id).in_(latest))
        .order_by(col(Episode.id).desc())
    )
    return [tuple(row) for row in found]

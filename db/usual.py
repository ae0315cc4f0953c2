"""What somebody registered last: what the next row is likely to be like."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from db.tables import Change, Episode

MOST = 100
"""Changes that are looked back over: a coordinator's latest weeks."""


def last_entries(
    session: Session, association_id: int, by: str, columns: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Of each intervention the entry that somebody typed in last, the very last one first.

    Each row is the number of the intervention, then the columns.
    """
    latest = (
        select(col(Change.id))
        .where(
            col(Change.association_id) == association_id,
            col(Change.by) == by,
            col(Change.kind) == "log",
        )
        .order_by(col(Change.id).desc())
        .limit(MOST)
    )
    found = session.execute(
        select(col(Episode.intervention_id), *(getattr(Episode, name) for name in columns))
        .where(col(Episode.recorded_in).in_(latest), col(Episode.voided).is_(False))
        .order_by(col(Episode.id).desc())
    )
    first: dict[int, tuple[Any, ...]] = {}
    for row in found:
        first.setdefault(row[0], tuple(row))
    return list(first.values())

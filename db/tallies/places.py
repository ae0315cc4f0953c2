"""The municipalities that somebody is registered in."""

from sqlalchemy import select
from sqlmodel import Session, col

from db.tables import Count, Episode


def municipalities(session: Session, association_id: int) -> list[str]:
    """Every municipality of an episode or of a delivered count, by name."""
    found: set[str] = set()
    for table in (Episode, Count):
        query = (
            select(col(table.municipality))
            .where(col(table.association_id) == association_id)
            .distinct()
        )
        found |= {name for name in session.execute(query).scalars() if name}
    return sorted(found)

"""Saved views of the register: reading, keeping and dropping those of one person."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlmodel import Session, col

from db.tables import SavedView


def saved_views(session: Session, association_id: int, by: str) -> list[tuple[str, dict[str, Any]]]:
    """The names of somebody's views with what they look for, by name."""
    found = session.execute(
        select(col(SavedView.name), col(SavedView.search))
        .where(col(SavedView.association_id) == association_id, col(SavedView.by) == by)
        .order_by(col(SavedView.name))
    )
    return [(row[0], row[1]) for row in found]


def keep_view(
    session: Session, association_id: int, by: str, name: str, search: Mapping[str, Any]
) -> None:
    """Keep a view; one of the same name is replaced."""
    drop_view(session, association_id, by, name)
    session.add(SavedView(association_id=association_id, by=by, name=name, search=dict(search)))


def drop_view(session: Session, association_id: int, by: str, name: str) -> bool:
    """Drop a view; False where there was none."""
    dropped: Any = session.execute(
        delete(SavedView).where(
            col(SavedView.association_id) == association_id,
            col(SavedView.by) == by,
            col(SavedView.name) == name,
        )
    )
    return bool(dropped.rowcount)

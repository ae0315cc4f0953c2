"""What a change added: the rows as they were then, whatever was altered or taken away since."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from db.records import plain, row_values
from db.tables import Change, ChangeRow
from db.undo import RECORDED

Added = tuple[str, int, dict[str, Any]]
"""Name of the table, number of the row, what it held (days as text)."""


def added_rows(
    session: Session, change_id: int, limit: int, only: Collection[tuple[str, int]] | None = None
) -> list[Added]:
    """The rows that a change added, at most so many; `only` of these."""
    found: list[Added] = []
    for entity, table in RECORDED.items():
        statement = select(table).where(col(table.recorded_in) == change_id)
        if only is not None:
            ids = [row_id for name, row_id in only if name == entity]
            statement = statement.where(col(table.id).in_(ids))
        rows = session.execute(
            statement.order_by(col(table.id)).limit(limit - len(found))
        ).scalars()
        found += [(entity, row.id or 0, plain(row_values(row)) or {}) for row in rows]
    if not found:
        found = _taken_away(session, change_id, limit, only)
    return _as_added(session, change_id, found)


def _taken_away(
    session: Session, change_id: int, limit: int, only: Collection[tuple[str, int]] | None
) -> list[Added]:
    """What a change added that was taken back: the change that did so kept all that it held."""
    undoing = select(col(Change.id)).where(col(Change.undoes) == change_id)
    lines = session.execute(
        select(ChangeRow)
        .where(col(ChangeRow.change_id).in_(undoing), col(ChangeRow.action) == "delete")
        .order_by(col(ChangeRow.id))
    ).scalars()
    held = {
        (line.entity, line.row_id): line.before
        for line in lines
        if line.before and line.before.get("recorded_in") == change_id
    }
    return [
        (entity, row_id, values)
        for (entity, row_id), values in list(held.items())[:limit]
        if only is None or (entity, row_id) in only
    ]


def _as_added(session: Session, change_id: int, found: Iterable[Added]) -> list[Added]:
    """The rows without what later changes did to them, the newest taken away first."""
    rows = {(entity, row_id): dict(values) for entity, row_id, values in found}
    later = session.execute(
        select(ChangeRow)
        .where(
            col(ChangeRow.change_id) > change_id,
            col(ChangeRow.row_id).in_({row_id for _, row_id in rows}),
            col(ChangeRow.action) == "update",
        )
        .order_by(col(ChangeRow.id).desc())
    ).scalars()
    for line in later:
        if (line.entity, line.row_id) in rows:
            rows[line.entity, line.row_id] |= line.before or {}
    return [(entity, row_id, values) for (entity, row_id), values in rows.items()]

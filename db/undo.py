"""Taking back a change: what it added goes, what it altered comes back; a change in itself."""

from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, col

from db import tables
from db.records import ChangeRef, note_row, row_values, typed
from db.tables import Change, ChangeRow
from db.tables.columns import Recorded

RECORDED: dict[str, type[Recorded]] = {
    str(table.__tablename__): table
    for table in (getattr(tables, name) for name in tables.__all__)
    if issubclass(table, Recorded)
}
"""The tables whose rows a change can add, by name."""


class LaterChangeError(Exception):
    """Another change came after on the same row, or rests on it; names the table and the row."""

    def __init__(self, entity: str, row_id: int) -> None:
        super().__init__(entity, row_id)
        self.entity = entity
        self.row_id = row_id


def last_change(
    session: Session, association_id: int, by: str, *, undone: bool = False
) -> Change | None:
    """The last change of a user that can be taken back, or with `undone` brought back."""
    reverted = select(col(Change.undoes)).where(col(Change.undoes).is_not(None))
    kinds = ("undo",) if undone else ("log", "correct", "void", "import", "redo")
    found = session.execute(
        select(Change)
        .where(
            col(Change.association_id) == association_id,
            col(Change.by) == by,
            col(Change.kind).in_(kinds),
            col(Change.id).not_in(reverted),
        )
        .order_by(col(Change.id).desc())
        .limit(1)
    ).scalar_one_or_none()
    if undone and found is not None and _changed_since(session, found):
        return None
    return found


def origin(session: Session, change: Change) -> Change:
    """The change that an undo or redo is about in the end."""
    while change.undoes is not None:
        change = session.get_one(Change, change.undoes)
    return change


def _children_first() -> list[type[Recorded]]:
    """The tables in an order in which rows can go: what points to others before these."""
    order = [table.name for table in SQLModel.metadata.sorted_tables]
    return sorted(RECORDED.values(), key=lambda table: -order.index(str(table.__tablename__)))


def _changed_since(session: Session, undo: Change) -> bool:
    """Whether the user made a new change after an undo: then there is nothing to bring back."""
    newer = session.execute(
        select(func.count())
        .select_from(Change)
        .where(
            col(Change.association_id) == undo.association_id,
            col(Change.by) == undo.by,
            col(Change.id) > undo.id,
            col(Change.kind).not_in(("undo", "redo")),
        )
    ).scalar_one()
    return bool(newer)


def revert(session: Session, change: ChangeRef, target: int) -> None:
    """Take back the change numbered `target` within `change`.

    Raises:
        LaterChangeError: a later change touched one of the rows, or rests on it.
    """
    _refuse_if_touched(session, target)
    altered = session.execute(
        select(ChangeRow)
        .where(col(ChangeRow.change_id) == target)
        .order_by(col(ChangeRow.id).desc())
    ).scalars()
    for line in list(altered):
        _restore(session, change, line)
    for table in _children_first():
        _remove_added(session, change, table, target)


def _refuse_if_touched(session: Session, target: int) -> None:
    mine = select(col(ChangeRow.entity), col(ChangeRow.row_id)).where(
        col(ChangeRow.change_id) == target
    )
    rows = {tuple(row) for row in session.execute(mine)}
    for name, table in RECORDED.items():
        added = select(col(table.id)).where(col(table.recorded_in) == target)
        rows |= {(name, row_id) for row_id in session.execute(added).scalars()}
    void = _without_effect(session)
    later = session.execute(
        select(col(ChangeRow.entity), col(ChangeRow.row_id), col(ChangeRow.change_id))
        .where(col(ChangeRow.change_id) > target)
        .order_by(col(ChangeRow.id))
    )
    for entity, row_id, change_id in later:
        if (entity, row_id) in rows and change_id not in void:
            raise LaterChangeError(entity, row_id)


def _without_effect(session: Session) -> set[int]:
    """Changes that later ones took back, and those that took back: together they are nothing.

    Newest first: a change that is still in force makes the one that it took back void. What a redo
    brought back counts again as the change itself.
    """
    reverting = session.execute(
        select(col(Change.id), col(Change.undoes))
        .where(col(Change.undoes).is_not(None))
        .order_by(col(Change.id).desc())
    )
    void: set[int] = set()
    for change_id, undone in reverting:
        if change_id not in void:
            void.add(undone)
        void.add(change_id)
    return void


def _restore(session: Session, change: ChangeRef, line: ChangeRow) -> None:
    table = RECORDED[line.entity]
    if line.action == "delete":
        values = typed(table, line.before or {})
        session.execute(insert(table), [values])
        note_row(session, change, table, line.row_id, "restore", None, line.before)
        return
    row: Recorded = session.get_one(table, line.row_id)
    if line.action == "restore":
        _remove(session, change, row, line.row_id)
        return
    before = typed(table, line.before or {})
    now = row_values(row, before)
    for name, value in before.items():
        setattr(row, name, value)
    session.add(row)
    note_row(session, change, table, line.row_id, "update", now, before)
    session.flush()


def _remove_added(session: Session, change: ChangeRef, table: type[Recorded], target: int) -> None:
    added = session.execute(select(table).where(col(table.recorded_in) == target)).scalars()
    for row in list(added):
        _remove(session, change, row, row.id or 0)


def _remove(session: Session, change: ChangeRef, row: Recorded, row_id: int) -> None:
    table = type(row)
    values: dict[str, Any] = row_values(row)
    note_row(session, change, table, row_id, "delete", values, None)
    try:
        session.execute(delete(table).where(col(table.id) == row_id))
    except IntegrityError as error:
        raise LaterChangeError(str(table.__tablename__), row_id) from error

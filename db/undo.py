"""Taking back a change: what it added goes, what it altered comes back; a change in itself."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import delete, func, insert, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, col

from db import tables
from db.bulk_changes import Alteration, alter_rows, note_rows
from db.codes import DELIVERY_KEY
from db.errors import LaterChangeError
from db.records import ChangeRef, typed
from db.rows_by_key import chunks, rows_where
from db.tables import Change, ChangeRow, PlanVersion
from db.tables.columns import Recorded
from db.undo_plans import (
    ASSOCIATION,
    PLANNED,
    refuse_if_not_newest,
    refuse_if_set_since,
    remove_versions,
    set_association_back,
)

RECORDED: dict[str, type[Recorded]] = {
    str(table.__tablename__): table
    for table in (getattr(tables, name) for name in tables.__all__)
    if issubclass(table, Recorded)
}
"""The tables whose rows a change can add, by name."""


TABLES: dict[str, type[SQLModel]] = {**RECORDED, **PLANNED}
"""Every table that the audit trail tells of, by name."""
UNDOABLE = ("plan", "log", "correct", "void", "import", "settings", "redo")


def last_change(
    session: Session, association_id: int, by: str, *, undone: bool = False
) -> Change | None:
    """The last change of a user that can be taken back, or with `undone` brought back."""
    reverted = select(col(Change.undoes)).where(col(Change.undoes).is_not(None))
    kinds = ("undo",) if undone else UNDOABLE
    found = session.execute(
        select(Change)
        .where(
            col(Change.association_id) == association_id,
            col(Change.by) == by,
            col(Change.kind).in_(kinds),
            col(Change.subject) != DELIVERY_KEY,  # a secret that the program keeps for itself
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
    for (entity, action), lines in groupby(_newest_first(session, target), key=itemgetter(0, 1)):
        if entity == ASSOCIATION:
            set_association_back(session, change, [tuple(line)[3:] for line in lines])
        else:
            _REVERTED_BY[action](session, change, TABLES[entity], list(lines))
    remove_versions(session, change, target)
    for table in _children_first():
        added = select(col(table.id)).where(col(table.recorded_in) == target)
        _remove(session, change, table, list(session.execute(added).scalars()))


def _newest_first(session: Session, target: int) -> Sequence[Any]:
    """What a change altered or removed: entity, action, row, what it held, what it was given."""
    asked = (ChangeRow.entity, ChangeRow.action, ChangeRow.row_id, ChangeRow.before,
             ChangeRow.after)  # fmt: skip
    statement: Any = select(*map(col, asked)).where(col(ChangeRow.change_id) == target)
    return session.execute(statement.order_by(col(ChangeRow.id).desc())).all()


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
        if entity != ASSOCIATION and (entity, row_id) in rows and change_id not in void:
            raise LaterChangeError(entity, row_id)
    refuse_if_set_since(session, target, void)


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


def _set_back(
    session: Session, change: ChangeRef, table: type[SQLModel], lines: Sequence[Any]
) -> None:
    """Give altered rows what they held before; of a row altered twice, what it held first."""
    wanted: dict[int, dict[str, Any]] = defaultdict(dict)
    for _, _, row_id, before, _ in lines:
        wanted[row_id] |= typed(table, before or {})
    names = ["id", *sorted({name for values in wanted.values() for name in values})]
    now = {
        row[0]: dict(zip(names, row, strict=True))
        for row in rows_where(session, table, names, {}, ("id", list(wanted)))
    }
    alter_rows(
        session,
        change,
        table,
        [
            Alteration(row_id, {name: now[row_id][name] for name in values}, values)
            for row_id, values in wanted.items()
        ],
    )


def _put_back(
    session: Session, change: ChangeRef, table: type[SQLModel], lines: Sequence[Any]
) -> None:
    """Bring removed rows back."""
    held = [typed(table, before or {}) for *_, before, _ in lines]
    for values in held if table is PlanVersion else ():
        refuse_if_not_newest(session, PlanVersion(**values))
    session.execute(insert(table), held)
    noted = [(row_id, None, before) for _, _, row_id, before, _ in lines]
    note_rows(session, change, table, "restore", noted)


def _take_again(
    session: Session, change: ChangeRef, table: type[SQLModel], lines: Sequence[Any]
) -> None:
    """Remove rows that had been brought back."""
    _remove(session, change, table, [row_id for _, _, row_id, *_ in lines])


def _remove(
    session: Session, change: ChangeRef, table: type[SQLModel], row_ids: Sequence[int | None]
) -> None:
    """Remove rows and keep all that they held."""
    names = list(inspect(table).columns.keys())
    for piece in chunks(row_ids):
        found = rows_where(session, table, names, {}, ("id", piece))
        rows = [dict(zip(names, row, strict=True)) for row in found]
        note_rows(session, change, table, "delete", [(row["id"], row, None) for row in rows])
        if not _deleted(session, table, piece):
            stuck = next(row_id for row_id in piece if not _deleted(session, table, [row_id]))
            raise LaterChangeError(str(table.__tablename__), stuck or 0)


def _deleted(session: Session, table: type[SQLModel], row_ids: Sequence[int | None]) -> bool:
    """Delete rows; False when other rows rest on one of them."""
    statement = delete(table).where(inspect(table).columns["id"].in_(row_ids))
    try:
        with session.begin_nested():
            session.execute(statement, execution_options={"synchronize_session": False})
    except IntegrityError:
        return False
    session.expire_all()
    return True


_REVERTED_BY = {"update": _set_back, "delete": _put_back, "restore": _take_again}
"""What takes back each action of the audit trail."""

"""Stored rows by their keys, many at once: what an import compares its rows with."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select
from sqlmodel import Session, SQLModel, col

from db.tables import Change, ChangeRow

CHUNK = 500
"""Values in one question to the database; SQLite of old takes no more than 999."""
BY_HAND = ("correct", "void")


def rows_where(
    session: Session,
    table: type[SQLModel],
    names: Sequence[str],
    fixed: Mapping[str, Any],
    among: tuple[str, Collection[Any]],
) -> Iterator[Row[Any]]:
    """The named columns of rows with the fixed values and one of the values of a column.

    Where that is less work than asking for many values, all rows with the fixed values.
    """
    asked = [getattr(table, name) for name in names]
    same = [getattr(table, name) == value for name, value in fixed.items()]
    if len(among[1]) > CHUNK and _count(session, table, same) <= len(among[1]):
        yield from session.execute(select(*asked).where(*same))
        return
    column = getattr(table, among[0])
    for values in chunks(among[1]):
        yield from session.execute(select(*asked).where(*same, column.in_(values)))


def _count(session: Session, table: type[SQLModel], same: Sequence[ColumnElement[bool]]) -> int:
    statement = select(func.count()).select_from(table).where(*same)
    return int(session.execute(statement).scalar_one())


def chunks(values: Collection[Any]) -> Iterator[list[Any]]:
    """The values in pieces that fit one question."""
    rest = iter(values)
    while piece := list(islice(rest, CHUNK)):
        yield piece


def corrected_by_hand(
    session: Session, table: type[SQLModel], row_ids: Collection[int]
) -> dict[int, set[str]]:
    """For each row: the columns whose present value somebody corrected by hand, or voided.

    The last change that still holds decides; one that was taken back does not count.
    """
    taken_back: set[int] = set()
    decided: dict[int, dict[str, bool]] = {}
    for row_id, after, change_id, kind, undoes in _newest_first(session, table, row_ids):
        if undoes is not None and change_id not in taken_back:
            taken_back.add(undoes)
        if change_id in taken_back or undoes is not None:
            continue
        for name in after or {}:
            decided.setdefault(row_id, {}).setdefault(name, kind in BY_HAND)
    return {
        row_id: {name for name, by_hand in names.items() if by_hand}
        for row_id, names in decided.items()
    }


def _newest_first(session: Session, table: type[SQLModel], row_ids: Collection[int]) -> list[Any]:
    """Every line of the audit trail about these rows: row, values, change, its kind, its undone."""
    asked: Any = (ChangeRow.row_id, ChangeRow.after, Change.id, Change.kind, Change.undoes)
    statement = (
        select(*asked)
        .join(Change, col(Change.id) == col(ChangeRow.change_id))
        .where(col(ChangeRow.entity) == str(table.__tablename__))
    )
    lines: list[Any] = []
    for piece in chunks(row_ids):
        lines += session.execute(statement.where(col(ChangeRow.row_id).in_(piece)))
    return sorted(lines, key=lambda line: -line[2])

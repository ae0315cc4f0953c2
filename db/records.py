"""Writing rows: every row and its line in the audit trail in the same transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, inspect
from sqlalchemy.types import TypeEngine
from sqlmodel import Session, SQLModel

from db.tables import Change, ChangeRow, Episode

Values = Mapping[str, Any]


@dataclass(frozen=True)
class ChangeRef:
    """A change that is being made: what its rows point back to."""

    id: int
    association_id: int | None
    at: datetime
    by: str


def begin_change(
    session: Session,
    *,
    association_id: int | None,
    at: datetime,
    by: str,
    kind: str,
    subject: str = "",
    undoes: int | None = None,
) -> ChangeRef:
    """Start a change (one of `db.tables.audit.CHANGE_KINDS`) in a writing session."""
    change = Change(
        association_id=association_id, at=at, by=by, kind=kind, subject=subject, undoes=undoes
    )
    session.add(change)
    session.flush()
    if change.id is None:  # pragma: no cover - the engine numbers every row
        raise RuntimeError("the change has no number")
    return ChangeRef(change.id, association_id, at, by)


def give_reason(session: Session, change: ChangeRef, reason: str) -> None:
    """Keep why a change is made, in the words of who makes it."""
    session.get_one(Change, change.id).reason = reason
    session.flush()


def add_row(session: Session, change: ChangeRef, table: type[SQLModel], values: Values) -> int:
    """Add one row; returns its number."""
    row = table(**_recorded(table, change, values))
    session.add(row)
    session.flush()
    return int(row.id)  # type: ignore[attr-defined]


def add_rows(
    session: Session, change: ChangeRef, table: type[SQLModel], rows: Sequence[Values]
) -> None:
    """Add many rows at once, with one statement; all rows have the same keys."""
    if rows:
        session.execute(insert(table), [_recorded(table, change, row) for row in rows])


def alter_row(
    session: Session, change: ChangeRef, table: type[SQLModel], row_id: int, values: Values
) -> bool:
    """Set values of one row and keep the old ones; False when nothing differed."""
    row = session.get_one(table, row_id)
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not changed:
        return False
    if table is Episode and "end_date" in changed:
        changed |= _exit_changed(change, row, changed["end_date"])
    before = {name: getattr(row, name) for name in changed}
    for name, value in changed.items():
        setattr(row, name, value)
    session.add(row)
    note_row(session, change, table, row_id, "update", before, changed)
    session.flush()
    return True


def note_row(
    session: Session,
    change: ChangeRef,
    table: type[SQLModel],
    row_id: int,
    action: str,
    before: Values | None,
    after: Values | None,
) -> None:
    """Keep what a row held before and after, as JSON."""
    session.add(
        ChangeRow(
            change_id=change.id,
            entity=str(table.__tablename__),
            row_id=row_id,
            action=action,
            before=plain(before),
            after=plain(after),
        )
    )


def plain(values: Values | None) -> dict[str, Any] | None:
    """Values as JSON can hold them: dates in ISO form."""
    if values is None:
        return None
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in values.items()
    }


def typed(table: type[SQLModel], values: Values) -> dict[str, Any]:
    """The opposite of `plain`, by the types of the table's columns."""
    columns = inspect(table).columns
    return {name: _typed(_held(columns[name].type), value) for name, value in values.items()}


def _held(kind: TypeEngine[Any]) -> type:
    """The Python type of a column; one that wraps another knows only through that."""
    held: type = getattr(kind, "impl_instance", kind).python_type
    return held


def _typed(kind: type, value: Any) -> Any:
    if isinstance(value, str) and kind in (date, datetime):
        return kind.fromisoformat(value)
    return value


def row_values(row: SQLModel, names: Iterable[str] | None = None) -> dict[str, Any]:
    """The stored values of a row by column name."""
    wanted = inspect(type(row)).columns.keys() if names is None else names
    return {name: getattr(row, name) for name in wanted}


def _recorded(table: type[SQLModel], change: ChangeRef, values: Values) -> dict[str, Any]:
    recorded = {
        **values,
        "association_id": change.association_id,
        "recorded_at": change.at,
        "recorded_by": change.by,
        "recorded_in": change.id,
    }
    if table is Episode:
        has_ended = values.get("end_date") is not None
        recorded |= _exit_recorded(change) if has_ended else dict.fromkeys(_exit_recorded(change))
    return recorded


def _exit_changed(change: ChangeRef, row: SQLModel, end: date | None) -> dict[str, Any]:
    """Who recorded the exit: whoever added it, nobody once it is taken away."""
    if end is None:
        return dict.fromkeys(_exit_recorded(change))
    had_ended = row.end_date is not None  # type: ignore[attr-defined]
    return {} if had_ended else _exit_recorded(change)


def _exit_recorded(change: ChangeRef) -> dict[str, Any]:
    return {"exit_recorded_at": change.at, "exit_recorded_by": change.by}

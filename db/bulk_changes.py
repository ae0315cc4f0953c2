"""Altering many rows at once, each with a line in the audit trail that keeps what was there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table, bindparam, insert, inspect, update
from sqlmodel import Session, SQLModel

from db.records import ChangeRef, Values, plain
from db.tables import ChangeRow, Episode

ROW = "altered_row"


@dataclass(frozen=True)
class Alteration:
    """What a row held and what it is to hold, for the columns that differ."""

    row_id: int
    before: Values
    after: Values


def alter_rows(
    session: Session,
    change: ChangeRef,
    table: type[SQLModel],
    alterations: Sequence[Alteration],
) -> None:
    """Set the values of many rows and keep the old ones."""
    if not alterations:
        return
    lines = [_exit_recorded(change, table, each) for each in alterations]
    noted = [(line.row_id, line.before, line.after) for line in lines]
    note_rows(session, change, table, "update", noted)
    alike: dict[tuple[str, ...], list[Alteration]] = defaultdict(list)
    for line in lines:
        alike[tuple(line.after)].append(line)
    stored = cast("Table", inspect(table).local_table)
    statement = update(stored).where(stored.columns["id"] == bindparam(ROW))
    for group in alike.values():
        session.connection().execute(
            statement, [{ROW: each.row_id, **each.after} for each in group]
        )
    session.expire_all()


def _exit_recorded(change: ChangeRef, table: type[SQLModel], alteration: Alteration) -> Alteration:
    """An exit that is new has been recorded now, as when it is logged by hand."""
    ends = table is Episode and alteration.after.get("end_date") is not None
    if not ends or alteration.before.get("end_date") is not None:
        return alteration
    if "exit_recorded_at" in alteration.after:  # an exit comes back as it was recorded
        return alteration
    recorded: dict[str, Any] = {"exit_recorded_at": change.at, "exit_recorded_by": change.by}
    before = {**alteration.before, **dict.fromkeys(recorded)}
    return Alteration(alteration.row_id, before, {**alteration.after, **recorded})


def note_rows(
    session: Session,
    change: ChangeRef,
    table: type[SQLModel],
    action: str,
    lines: Iterable[tuple[int, Values | None, Values | None]],
) -> None:
    """Keep what many rows held before and after; each line is row, before, after."""
    noted = [
        {
            "change_id": change.id,
            "entity": str(table.__tablename__),
            "row_id": row_id,
            "action": action,
            "before": plain(before),
            "after": plain(after),
        }
        for row_id, before, after in lines
    ]
    if noted:
        session.execute(insert(ChangeRow), noted)

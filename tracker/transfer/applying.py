"""Storing what was found new or different, in the transaction in which it was found."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from db.bulk_changes import Alteration, alter_rows
from db.bulk_rows import add_columns
from db.records import ChangeRef
from tracker.transfer.comparing import Difference
from tracker.transfer.file_rows import FileRows, Place
from tracker.transfer.row_rules import Stored
from tracker.transfer.shapes import Shape


def store_new(
    session: Session, change: ChangeRef, shape: Shape, rows: FileRows, places: Sequence[Place]
) -> None:
    """Add new rows in one statement."""
    columns: dict[str, Sequence[Any]] = {
        name: [empty] * len(places)
        for name, empty in shape.empty.items()
        if name not in rows.values
    }
    for name in shape.columns:
        if name in rows.values:
            columns[name] = _picked(rows.given(name, shape.empty.get(name)), places)
    add_columns(session, change, shape.table, columns, len(places))


def store_changed(
    session: Session,
    change: ChangeRef,
    shape: Shape,
    differences: Sequence[Difference],
    stored: Stored,
) -> None:
    """Alter stored rows; the audit trail keeps what they held."""
    alterations = [
        Alteration(each.row_id, _before(stored[each.row_id], each.after), each.after)
        for each in differences
    ]
    alter_rows(session, change, shape.table, alterations)


def _before(row: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in after}


def _picked(values: Sequence[Any], places: Sequence[Place]) -> Sequence[Any]:
    return values if len(places) == len(values) else [values[place] for place in places]

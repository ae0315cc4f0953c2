"""Accepted findings of data quality: reading and writing them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from db.records import ChangeRef, add_row, alter_row, note_row, row_values
from db.tables import Acceptance


@dataclass(frozen=True)
class AcceptanceRow:
    """A check that was accepted, for the rows with these digests."""

    id: int
    check: str
    reason: str
    rows: frozenset[str]
    by: str
    at: datetime


def acceptances(session: Session, association_id: int) -> list[AcceptanceRow]:
    """All acceptances of an association, also of what is no longer found."""
    found = session.execute(
        select(Acceptance).where(col(Acceptance.association_id) == association_id)
    ).scalars()
    return [
        AcceptanceRow(
            row.id or 0,
            row.check_name,
            row.reason,
            frozenset(row.rows),
            row.recorded_by,
            row.recorded_at,
        )
        for row in found
    ]


def store_acceptance(
    session: Session, change: ChangeRef, check: str, reason: str, rows: Collection[str]
) -> None:
    """Accept a check for some rows; an acceptance that is there is replaced."""
    values = {"reason": reason, "rows": sorted(rows)}
    there = [row for row in acceptances(session, change.association_id or 0) if row.check == check]
    for row in there:
        now = {"recorded_at": change.at, "recorded_by": change.by}
        alter_row(session, change, Acceptance, row.id, {**values, **now})
    if not there:
        add_row(session, change, Acceptance, {**values, "check_name": check})


def remove_acceptance(session: Session, change: ChangeRef, acceptance_id: int) -> None:
    """Take an acceptance away, and keep all that it held."""
    row = session.get_one(Acceptance, acceptance_id)
    note_row(session, change, Acceptance, acceptance_id, "delete", row_values(row), None)
    session.delete(row)
    session.flush()

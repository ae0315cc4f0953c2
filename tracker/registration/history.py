"""The audit trail (*ändringslogg*) as people read it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from db.history import changes, changes_about, changes_of, rows_called
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

USUAL_LENGTH = 50


@dataclass(frozen=True)
class HistoryLine:
    """One change: when, by whom, of what kind, about what, and whether it was taken back."""

    change_id: int
    at: datetime
    """UTC."""
    by: str
    kind: str
    """As in `db.tables.audit.CHANGE_KINDS`."""
    subject: str
    """The kind of rows and the key, or the plan or files."""
    rows: int
    """How many rows it added, altered or removed."""
    undone: bool
    reason: str = ""
    """Why it was made, in the words of who made it."""


def history(
    workspace: Workspace, of: str | None = None, limit: int = USUAL_LENGTH
) -> list[HistoryLine]:
    """The newest changes first; `of` an intervention, a running number, or both with a blank."""
    association = workspace.association.id
    with store_sentences(), workspace.store.read() as session:
        only = None if of is None else _changes_about(session, association, of)
        found = changes(session, association, limit, only)
    return [
        HistoryLine(
            *(line.id, line.at, line.by, line.kind, line.subject, line.rows, line.undone),
            reason=line.reason,
        )
        for line in found
    ]


def _changes_about(session: Session, association: int, name: str) -> set[int]:
    touched = changes_of(session, rows_called(session, association, name))
    return touched | changes_about(session, association, name)

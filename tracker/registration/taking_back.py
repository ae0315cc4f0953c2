"""Undo (*ångra*) and redo: taking back the last change of a user, and bringing it back."""

from dataclasses import dataclass

from db.undo import LaterChangeError, last_change, origin, revert
from tracker.errors import DataError
from tracker.problems import N_
from tracker.registration.details import row_name
from tracker.registration.writing import Writing, reading, writing
from tracker.workspace import Workspace


@dataclass(frozen=True)
class TakenBack:
    """The change that was taken back or brought back."""

    change_id: int
    kind: str
    """The kind of the change, as in `db.tables.audit.CHANGE_KINDS`."""
    subject: str


def undo(workspace: Workspace) -> TakenBack:
    """Take back the user's last change.

    Raises:
        DataError: there is none, or another change came after on one of its rows, which is named.
    """
    return _revert(workspace, "undo", N_("There is no change of yours to take back."))


def redo(workspace: Workspace) -> TakenBack:
    """Bring back what the user's last undo took back.

    Raises:
        DataError: there is none, a new change was made since, or another one came after.
    """
    return _revert(workspace, "redo", N_("There is nothing to bring back."))


def _revert(workspace: Workspace, kind: str, nothing: str) -> TakenBack:
    try:
        with writing(workspace) as opened:
            return _reverted(opened, kind, nothing)
    except LaterChangeError as error:
        with reading(workspace) as opened:
            row = row_name(opened, error.entity, error.row_id)
        sentence = N_(
            "{row} was changed after that, so it cannot be taken back. Correct the row instead."
        )
        raise DataError(sentence, row=row) from error


def _reverted(opened: Writing, kind: str, nothing: str) -> TakenBack:
    session, workspace = opened.session, opened.workspace
    target = last_change(session, workspace.association.id, workspace.actor, undone=kind == "redo")
    if target is None or target.id is None:
        raise DataError(nothing)
    first = origin(session, target)
    taken = TakenBack(first.id or 0, first.kind, first.subject)
    change = opened.begin(kind, target.subject, undoes=target.id)
    revert(session, change, target.id)
    return taken

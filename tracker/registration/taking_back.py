"""Undo (*ångra*) and redo: taking back the last change of a user, and bringing it back."""

from dataclasses import dataclass

from db.errors import LaterChangeError
from db.undo import last_change, origin, revert
from db.undo_plans import ASSOCIATION, PLAN_VERSION, is_first_plan
from tracker.errors import DataError
from tracker.problems import N_
from tracker.registration.details import row_name
from tracker.registration.writing import Writing, reading, writing
from tracker.wording.changes import setting_words
from tracker.workspace import Workspace

FIRST_PLAN = N_(
    "There is no change of yours to take back but the first plan, which stays: without a plan "
    "there are no goals."
)
PLAN_SINCE = N_(
    "The plan of {year} was changed again after that, so it cannot be taken back. Change it as it "
    "is now instead."
)
SETTING_SINCE = N_(
    "{setting} was set again after that, so it cannot be taken back. Set it again instead."
)
ROW_SINCE = N_("{row} was changed after that, so it cannot be taken back. Correct the row instead.")


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
        DataError: there is none, it brought in the only plan, or another change came after on one
            of its rows, its plan or its setting, which is named.
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
        raise _refusal(workspace, error) from error


def _refusal(workspace: Workspace, error: LaterChangeError) -> DataError:
    """Why a change cannot be taken back."""
    if error.entity == PLAN_VERSION:
        return DataError(PLAN_SINCE, year=error.part)
    if error.entity == ASSOCIATION:
        return DataError(SETTING_SINCE, setting=setting_words(workspace.language, error.part))
    with reading(workspace) as opened:
        row = row_name(opened, error.entity, error.row_id)
    return DataError(ROW_SINCE, row=row)


def _reverted(opened: Writing, kind: str, nothing: str) -> TakenBack:
    session, workspace = opened.session, opened.workspace
    target = last_change(session, workspace.association.id, workspace.actor, undone=kind == "redo")
    if target is None or target.id is None:
        raise DataError(nothing)
    if is_first_plan(session, target):
        raise DataError(FIRST_PLAN)
    first = origin(session, target)
    taken = TakenBack(first.id or 0, first.kind, first.subject)
    change = opened.begin(kind, target.subject, undoes=target.id)
    revert(session, change, target.id)
    return taken

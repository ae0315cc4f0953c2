"""Backups (*säkerhetskopior*) of a store and restoring them."""

from datetime import date, datetime
from pathlib import Path

from db import backup as copies
from tracker.errors import UsageError
from tracker.problems import N_
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace


def back_up(workspace: Workspace, target: Path, *, overwrite: bool = False) -> Path:
    """Copy the store to a file, verified; returns the file.

    The store remembers when that was. Others may go on working meanwhile.

    Raises:
        UsageError: a file is there already, the place cannot be written, or it is a server.
        DataError: the store has faults.
        StoreBusyError: it cannot be reached now.
    """
    target = target.expanduser()
    if target.is_dir():
        target /= proposed_name(workspace)
    try:
        with store_sentences():
            copies.back_up(workspace.store, target, workspace.now(), overwrite=overwrite)
    except OSError as error:
        raise _unwritable(target) from error
    return target


def restore(backup: Path, target: Path) -> None:
    """Make a new store of a backup; nothing that exists is ever replaced.

    Raises:
        UsageError: no such backup, it is no store, a file is at the target already, or the place
            cannot be written.
        DataError: the backup has faults.
    """
    try:
        with store_sentences():
            copies.restore(backup.expanduser(), target.expanduser())
    except OSError as error:
        raise _unwritable(target) from error


def last_backup(workspace: Workspace) -> datetime | None:
    """When the last backup was made; None: never."""
    with store_sentences():
        return copies.last_backup(workspace.store)


def days_since(moment: datetime, today: date) -> int:
    """Whole days from a moment to today, by the calendar of this place."""
    return max((today - moment.astimezone().date()).days, 0)


def proposed_name(workspace: Workspace) -> str:
    """A name for the file of a backup: the store's with the day, such as tracker-2022-03-01.db."""
    store = Path(workspace.store.where)
    return f"{store.stem}-{workspace.today.isoformat()}{store.suffix or '.db'}"


def _unwritable(target: Path) -> UsageError:
    return UsageError(
        N_("{where} cannot be written. Choose another folder, or ask to be let in there."),
        where=str(target),
    )

"""Copies of a store in a file: made while it is used, verified, and put back as a new store.

A server (PostgreSQL) has tools of its own for this; here `NotAFileError` is raised for one.

When the last copy was made is kept in the header of the file, in the number that SQLite leaves to
the program (`user_version`): minutes since 1970, 0 for never. So it needs no table, and can be read
whatever the version of the schema is.
"""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from db import dialect
from db.errors import (
    BrokenCopyError,
    NotAFileError,
    NotAStoreError,
    SchemaNewerError,
    StoreExistsError,
    StoreMissingError,
)
from db.migrations import VERSIONS
from db.store import Store

MINUTE = 60
SOUND = "ok"
"""What SQLite says of a file without faults."""


def back_up(store: Store, target: Path, at: datetime, *, overwrite: bool = False) -> None:
    """Copy a store that is open, also while others write; the copy is verified before it counts.

    Raises:
        NotAFileError: the store is on a server.
        StoreExistsError: there is a file at the target already, and it may not be replaced.
        BrokenCopyError: the copy has faults, so the store may have; there is no new file.
        OSError: the target cannot be written.
    """
    path = dialect.path_of(store.where)
    if path is None:
        raise NotAFileError(store.where)
    _refuse_existing(target, path, overwrite=overwrite)
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="backup-", dir=target.parent) as folder:
        copy = Path(folder) / target.name
        dialect.copy_file(store.engine, copy)
        _finish(copy, at, store.where)
        _move(copy, target, overwrite=overwrite)
    _mark_store(store.engine, at)


def restore(backup: Path, target: Path) -> None:
    """Make a new store of a copy; the copy stays as it is.

    Raises:
        StoreMissingError: there is no such copy.
        StoreExistsError: there is a file at the target already.
        NotAStoreError, SchemaNewerError, BrokenCopyError: the copy cannot be used.
    """
    if not backup.is_file():
        raise StoreMissingError(str(backup))
    _refuse_existing(target, backup, overwrite=False)
    _check_copy(backup)
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="restore-", dir=target.parent) as folder:
        new = Path(folder) / target.name
        with closing(_reading(backup)) as old, closing(sqlite3.connect(new)) as copy:
            old.backup(copy)
            _verify(copy, str(backup))
            copy.execute("PRAGMA journal_mode = WAL")
        _move(new, target, overwrite=False)


def last_backup(store: Store) -> datetime | None:
    """When the last copy of the store was made; None: never, or it is on a server."""
    if dialect.path_of(store.where) is None:
        return None
    with store.engine.connect() as connection:
        return moment(connection.exec_driver_sql("PRAGMA user_version").scalar())


def moment(minutes: int | None) -> datetime | None:
    """What the number in the header of a file says."""
    return datetime.fromtimestamp(minutes * MINUTE, UTC) if minutes else None


def _refuse_existing(target: Path, source: Path, *, overwrite: bool) -> None:
    """A store is never replaced by its own copy."""
    same = target.absolute() == source.absolute()
    if same or (target.exists() and not overwrite):
        raise StoreExistsError(str(target))


def _finish(copy: Path, at: datetime, where: str) -> None:
    """One whole file without a log beside it, which knows when it was made."""
    with closing(sqlite3.connect(copy)) as connection:
        _verify(connection, where)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA user_version = {_minutes(at)}")


def _verify(connection: sqlite3.Connection, where: str) -> None:
    faults = connection.execute("PRAGMA integrity_check").fetchone()
    if faults != (SOUND,) or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise BrokenCopyError(where)


def _check_copy(backup: Path) -> None:
    try:
        with closing(_reading(backup)) as connection:
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        raise NotAStoreError(str(backup)) from error
    except sqlite3.DatabaseError as error:
        is_other = "not a database" in str(error)
        raise (NotAStoreError if is_other else BrokenCopyError)(str(backup)) from error
    if version is None or version[0] not in VERSIONS:
        raise SchemaNewerError(str(backup))


def _reading(backup: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)


def _move(copy: Path, target: Path, *, overwrite: bool) -> None:
    """Put a finished file in its place; one that has come meanwhile is not replaced unasked."""
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    if overwrite or not hasattr(os, "link"):
        copy.replace(target)
        return
    try:
        os.link(copy, target)
    except FileExistsError as error:
        raise StoreExistsError(str(target)) from error
    except OSError:  # a file system without links, such as that of a USB stick
        copy.rename(target)


def _mark_store(engine: Engine, at: datetime) -> None:
    with engine.execution_options(**{dialect.WRITE: True}).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {_minutes(at)}")


def _minutes(at: datetime) -> int:
    return int(at.timestamp()) // MINUTE

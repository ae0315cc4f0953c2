"""How a store is: read without changing or migrating it, whatever its version is."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from db import dialect
from db.backup import SOUND, moment
from db.errors import NotAStoreError, StoreBusyError, StoreMissingError
from db.migrations import HEAD, VERSIONS

MOST = 20
"""So many faults are told."""


@dataclass(frozen=True)
class Health:
    """What is known of a store."""

    is_file: bool = True
    """False: it is on a server."""
    version: str | None = None
    """Of the schema; None: so damaged that no more than its faults is known."""
    is_older: bool = False
    is_newer: bool = False
    faults: tuple[str, ...] = ()
    """What the integrity check of the engine says; empty when it is sound."""
    dangling: int = 0
    """References to rows that are not there."""
    last_backup: datetime | None = None
    controllers: tuple[tuple[str, str | None], ...] = ()
    """Each association and who is responsible for its rows."""
    episodes: int = 0
    """Participations in it."""


def health(where: str) -> Health:
    """Look at a store.

    Raises:
        StoreMissingError, NotAStoreError: there is none.
        StoreBusyError: it cannot be reached.
    """
    path = dialect.path_of(where)
    if path is not None and not path.is_file():
        raise StoreMissingError(where)
    engine = dialect.engine_of(where)
    try:
        with engine.connect() as connection:
            return _looked_at(connection, is_file=path is not None)
    except DatabaseError as error:
        if "malformed" in str(error):
            return Health(faults=(str(error.orig),))
        raise (StoreBusyError if dialect.is_busy(error) else NotAStoreError)(where) from error
    finally:
        engine.dispose()


def _looked_at(connection: Connection, *, is_file: bool) -> Health:
    version = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    faults, dangling, minutes = _in_file(connection) if is_file else ((), 0, 0)
    named = connection.execute(text("SELECT name, controller FROM association ORDER BY name"))
    return Health(
        is_file=is_file,
        version=version,
        is_older=version in VERSIONS and version != HEAD,
        is_newer=version not in VERSIONS,
        faults=faults,
        dangling=dangling,
        last_backup=moment(minutes),
        controllers=tuple((row[0], row[1]) for row in named),
        episodes=int(connection.execute(text("SELECT count(*) FROM episode")).scalar() or 0),
    )


def _in_file(connection: Connection) -> tuple[tuple[str, ...], int, int]:
    """Faults, dangling references and the mark of the last copy."""
    checked = connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})").scalars().all()
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    minutes = connection.exec_driver_sql("PRAGMA user_version").scalar() or 0
    return tuple(str(each) for each in checked if each != SOUND), len(dangling), minutes

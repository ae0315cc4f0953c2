"""The one file that knows which database engine is underneath.

Everything else in `db` is written once for SQLite and PostgreSQL.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

BUSY_MILLISECONDS = 10_000
WRITE = "tracker_write"
"""Execution option of connections that will write: SQLite then takes its lock at the start."""


def url_of(where: str) -> str:
    """The database address of a store: `where` is one already, or a path of a SQLite file."""
    if "://" in where:
        return where
    return f"sqlite:///{Path(where).as_posix()}"


def path_of(where: str) -> Path | None:
    """The file of a store, or None when it is not a file."""
    url = make_url(url_of(where))
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(url.database)


def engine_of(where: str) -> Engine:
    """An engine with the rules of the house; opens nothing yet."""
    engine = create_engine(url_of(where))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _configure_sqlite(connection: Any, _record: Any) -> None:
    """Set what SQLite forgets between connections: full sync, foreign keys, patience."""
    connection.isolation_level = None  # we begin transactions ourselves, see _begin_sqlite
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Begin: a writer locks at once, since upgrading a read lock later fails under load."""
    writes = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def is_busy(error: BaseException) -> bool:
    """Whether a driver's error means that somebody else holds the store or it is out of reach."""
    text = str(error).lower()
    return any(
        sign in text
        for sign in ("database is locked", "database is busy", "connection refused", "timeout")
    )


def insert_statement(connection: Connection, table: str, columns: list[str]) -> str:
    """An INSERT for the driver itself, whose places stand in the order of the columns."""
    quote = connection.dialect.identifier_preparer.quote
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    names = ", ".join(quote(name) for name in columns)
    places = ", ".join(mark for _ in columns)
    return f"INSERT INTO {quote(table)} ({names}) VALUES ({places})"  # noqa: S608 - our own names

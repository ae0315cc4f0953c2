"""The one file that knows which database engine is underneath.

Everything else in `db` is written once for SQLite and PostgreSQL.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

BUSY_MILLISECONDS = 10_000
CACHE_KIBIBYTES = 65_536
"""Most memory for pages; with less, adding many rows reads and writes the same pages again."""
STEPS_BETWEEN = 500_000
"""Steps of SQLite's machine, about ten milliseconds, between asking whether to go on."""
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


def looking_engine(where: str) -> Engine:
    """An engine that only looks: a file is opened so that not even its settings can change."""
    path = path_of(where)
    if path is None:
        return create_engine(url_of(where))
    address = f"{path.absolute().as_uri()}?immutable=1"
    return create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True))


def _configure_sqlite(connection: Any, _record: Any) -> None:
    """Set what SQLite forgets between connections: full sync, foreign keys, patience."""
    connection.isolation_level = None  # we begin transactions ourselves, see _begin_sqlite
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"cache_size = -{CACHE_KIBIBYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def keep_log(engine: Engine) -> None:
    """Let a file be read while it is written; the file remembers it.

    Set when a store is made or migrated, not when one is opened: what turns out to be another
    program's file must stay as it was.
    """
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """A transaction in which tables may be rebuilt, as migrations do on SQLite.

    SQLite alters a table by making it anew, which breaks what refers to it until it is back; the
    references are checked whole before the transaction ends.
    """
    with engine.execution_options(**{WRITE: True}).connect() as connection:
        is_sqlite = engine.dialect.name == "sqlite"
        if is_sqlite:
            _execute(connection, "PRAGMA foreign_keys = OFF")  # has no effect once it has begun
        try:
            with connection.begin():
                yield connection
                if is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise AssertionError("the migration left a reference to nothing")
        finally:
            if is_sqlite:
                _execute(connection, "PRAGMA foreign_keys = ON")


def _execute(connection: Connection, statement: str) -> None:
    """Run a statement outside of any transaction."""
    raw: Any = connection.connection.dbapi_connection
    raw.execute(statement)


def copy_file(engine: Engine, target: Path) -> None:
    """Copy a SQLite store whole, also what still lies in its log."""
    with engine.connect() as connection, closing(sqlite3.connect(target)) as copy:
        raw: Any = connection.connection.dbapi_connection
        raw.backup(copy)


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


@contextmanager
def given_up(connection: Connection, is_unwanted: Callable[[], bool]) -> Iterator[None]:
    """While something is read: SQLite asks now and then whether anybody still wants it."""
    raw: Any = connection.connection.dbapi_connection
    if connection.dialect.name != "sqlite":
        yield
        return
    raw.set_progress_handler(is_unwanted, STEPS_BETWEEN)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)


def is_given_up(error: BaseException) -> bool:
    """Whether a driver's error means that a question was given up."""
    return "interrupted" in str(error)


@contextmanager
def indexes_set_aside(connection: Connection, table: str) -> Iterator[None]:
    """While very many rows come in: SQLite makes an index faster at once than row by row."""
    indexes = _indexes(connection, table) if connection.dialect.name == "sqlite" else {}
    quote = connection.dialect.identifier_preparer.quote
    for name in indexes:
        connection.exec_driver_sql(f"DROP INDEX {quote(name)}")
    yield
    for statement in indexes.values():
        connection.exec_driver_sql(statement)


def _indexes(connection: Connection, table: str) -> dict[str, str]:
    """The indexes of a table that only make it faster, with the statements that make them."""
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"
        " AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE%'",
        (table,),
    )
    return {row[0]: row[1] for row in found}


def insert_statement(connection: Connection, table: str, columns: list[str]) -> str:
    """An INSERT for the driver itself, whose places stand in the order of the columns."""
    quote = connection.dialect.identifier_preparer.quote
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    names = ", ".join(quote(name) for name in columns)
    places = ", ".join(mark for _ in columns)
    return f"INSERT INTO {quote(table)} ({names}) VALUES ({places})"  # noqa: S608 - our own names

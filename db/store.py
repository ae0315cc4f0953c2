"""A store: where the rows are, and the two ways to use it, reading and writing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import Session

from db import dialect
from db.errors import (
    AbandonedError,
    NotAStoreError,
    SchemaNewerError,
    SchemaOlderError,
    StoreBusyError,
    StoreMissingError,
)
from db.migrations import HEAD, VERSIONS
from db.once import SEEN


class Store:
    """An opened store. Each use case takes one session; a writing session is one transaction."""

    def __init__(self, where: str, engine: Engine) -> None:
        self.where = where
        self.engine = engine

    @contextmanager
    def read(self, is_unwanted: Callable[[], bool] | None = None) -> Iterator[Session]:
        """A session that sees one state of the store and changes nothing.

        Raises:
            AbandonedError: `is_unwanted` said while something was read that nobody waits for it.
        """
        with self._translated(), Session(self.engine, info={SEEN: {}}) as session:
            if is_unwanted is None:
                yield session
                return
            with dialect.given_up(session.connection(), is_unwanted):
                yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that is committed whole at the end, or not at all."""
        engine = self.engine.execution_options(**{dialect.WRITE: True})
        with self._translated(), Session(engine) as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            if dialect.is_busy(error):
                raise StoreBusyError(self.where) from error
            if dialect.is_given_up(error):
                raise AbandonedError from error
            raise


def open_store(where: str) -> Store:
    """Open an existing store.

    Raises:
        StoreMissingError: there is no such file.
        NotAStoreError: what is there is something else.
        SchemaOlderError, SchemaNewerError: another version of the program wrote it.
        StoreBusyError: it cannot be reached.
    """
    path = dialect.path_of(where)
    if path is not None and not path.is_file():
        raise StoreMissingError(where)
    engine = dialect.engine_of(where)
    try:
        _check_version(where, engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(where, engine)


def _check_version(where: str, engine: Engine) -> None:
    try:
        with engine.connect() as connection:
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except DatabaseError as error:
        raise (StoreBusyError if dialect.is_busy(error) else NotAStoreError)(where) from error
    if version == HEAD:
        return
    raise (SchemaOlderError if version in VERSIONS else SchemaNewerError)(where)

"""Creating and migrating a store. Imports Alembic, so it is imported only for that."""

from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from db import dialect
from db.errors import StoreExistsError
from db.migrations import HEAD
from db.seeds import seed_codes
from db.store import Store


def create_store(where: str) -> Store:
    """Create an empty store with the code lists.

    Raises:
        StoreExistsError: there is a file at that place already.
    """
    path = dialect.path_of(where)
    if path is not None:
        if path.exists():
            raise StoreExistsError(where)
        path.parent.mkdir(parents=True, exist_ok=True)
    engine = dialect.engine_of(where)
    upgrade(engine)
    store = Store(where, engine)
    with store.write() as session:
        seed_codes(session)
    return store


def migrate_store(where: str) -> Path | None:
    """Bring an older store to today's schema; the file as it was is kept beside it.

    Returns:
        The copy, or None for a store that is not a file.
    """
    path = dialect.path_of(where)
    copy = None
    engine = dialect.engine_of(where)
    if path is not None:
        copy = path.with_name(f"{path.stem}-before-{HEAD}{path.suffix}")
        dialect.copy_file(engine, copy)
    upgrade(engine)
    engine.dispose()
    return copy


def upgrade(engine: Engine) -> None:
    """Run every migration that the store has not had, all in one transaction."""
    dialect.keep_log(engine)
    with dialect.rebuilding(engine) as connection:
        command.upgrade(configuration(connection), HEAD)


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for one connection."""
    config = Config()
    config.set_main_option("script_location", str(files("db") / "migrations"))
    config.attributes["connection"] = connection
    return config

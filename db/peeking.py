"""Looking at what lies at a place without opening it as a store, and without changing it."""

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from db import dialect
from db.errors import StoreBusyError


def controllers_at(where: str) -> list[str] | None:
    """Who is responsible in each association of the store there; None: it is no store.

    Stores of every version have this table and column.

    Raises:
        StoreBusyError: it cannot be reached.
    """
    engine = dialect.looking_engine(where)
    try:
        with engine.connect() as connection:
            rows = connection.execute(text("SELECT controller FROM association")).scalars()
            return [controller or "" for controller in rows]
    except DatabaseError as error:
        if dialect.is_busy(error):
            raise StoreBusyError(where) from error
        return None
    finally:
        engine.dispose()

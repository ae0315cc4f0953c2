"""Rows that say themselves when and by whom they were recorded: those that the demo makes up."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from sqlalchemy import select
from sqlmodel import Session, SQLModel, col

from db import dialect
from db.bulk_rows import add_columns
from db.records import ChangeRef, Values
from db.tables import Episode


@contextmanager
def filling(session: Session, *tables: type[SQLModel]) -> Iterator[None]:
    """While empty tables are filled: their indexes are made once at the end."""
    with ExitStack() as stack:
        for table in tables:
            name = str(table.__tablename__)
            stack.enter_context(dialect.indexes_set_aside(session.connection(), name))
        yield


def add_recorded_rows(
    session: Session, change: ChangeRef, table: type[SQLModel], rows: Sequence[Values]
) -> None:
    """Add rows that carry `recorded_at` and `recorded_by`; all rows have the same keys."""
    if rows:
        columns = {name: [row[name] for row in rows] for name in rows[0]}
        add_columns(session, change, table, columns, len(rows))


def episode_ids(session: Session, intervention_id: int) -> dict[str, int]:
    """The row of each running number of an intervention."""
    query = select(col(Episode.number), col(Episode.id)).where(
        col(Episode.intervention_id) == intervention_id
    )
    return {number: row_id for number, row_id in session.execute(query) if row_id is not None}

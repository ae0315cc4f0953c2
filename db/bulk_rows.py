"""Many rows at once, column by column: an import of a hundred thousand rows is one statement.

Rows of `db.records.add_rows` pass through SQLAlchemy one by one; here each distinct value of a
column is converted once, and the driver takes the rows as they are.
"""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from typing import Any

from sqlalchemy import Connection, func, inspect, select
from sqlalchemy.types import TypeEngine
from sqlmodel import Session, SQLModel

from db import dialect
from db.records import ChangeRef
from db.tables import Episode

MASS = 10_000
"""Fewer rows than this go in at once whatever the indexes."""
Columns = Mapping[str, Sequence[Any]]
"""Values by the name of the column in the table, all equally long."""


def add_columns(
    session: Session, change: ChangeRef, table: type[SQLModel], columns: Columns, count: int
) -> None:
    """Add `count` rows; columns that are not given, or hold nothing, stay empty.

    When and by whom they were recorded follows from the change, unless the columns say it.
    """
    if not count:
        return
    connection = session.connection()
    types = {column.name: column.type for column in inspect(table).columns}
    given = {**_recorded(table, change, columns, count), **columns}
    ready = {
        name: _for_driver(connection, types[name], values)
        for name, values in given.items()
        if values.count(None) < count
    }
    name = str(table.__tablename__)
    statement = dialect.insert_statement(connection, name, list(ready))
    is_mass = _is_mass(session, table, count)
    with dialect.indexes_set_aside(connection, name) if is_mass else nullcontext():
        connection.exec_driver_sql(statement, list(zip(*ready.values(), strict=True)))


def _is_mass(session: Session, table: type[SQLModel], count: int) -> bool:
    """Whether so many rows come that making the indexes again is less work than keeping them up."""
    if count < MASS:
        return False
    stored = session.execute(select(func.count()).select_from(table)).scalar_one()
    return count > int(stored)


def _for_driver(
    connection: Connection, kind: TypeEngine[Any], values: Sequence[Any]
) -> Sequence[Any]:
    """The values as the driver takes them."""
    convert = kind.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    if convert is None:
        return values
    by_value = {value: convert(value) for value in set(values)}
    return [by_value[value] for value in values]


def _recorded(
    table: type[SQLModel], change: ChangeRef, columns: Columns, count: int
) -> dict[str, Sequence[Any]]:
    """When, by whom and in which change, for every row; the exit apart."""
    recorded: dict[str, Sequence[Any]] = {
        "association_id": [change.association_id] * count,
        "recorded_at": [change.at] * count,
        "recorded_by": [change.by] * count,
        "recorded_in": [change.id] * count,
    }
    if table is Episode:
        ends = columns.get("end_date", [None] * count)
        recorded["exit_recorded_at"] = [change.at if end else None for end in ends]
        recorded["exit_recorded_by"] = [change.by if end else None for end in ends]
    return recorded

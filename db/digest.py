"""A digest of an association's rows: the same on every engine and in every order of entry."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Float, inspect, select
from sqlmodel import Session, SQLModel, col

from db.tables import (
    Activity,
    Answer,
    Assessment,
    Count,
    Delivery,
    Episode,
    FollowUp,
    Intervention,
    Mailing,
    Money,
)

TABLES: tuple[type[SQLModel], ...] = (
    Intervention,
    Episode,
    FollowUp,
    Answer,
    Mailing,
    Money,
    Activity,
    Assessment,
    Delivery,
    Count,
)
INTERNAL = {
    "id",
    "association_id",
    "recorded_at",
    "recorded_by",
    "recorded_in",
    "exit_recorded_at",
    "exit_recorded_by",
    "replaced_by",
    "intervention_id",
    "episode_id",
    "delivery_id",
}
"""What says how a row came to be stored and where, not what it says."""
OF_AN_EXIT = {"end_date", "exit_reason", "next_step", "step_forward", "may_contact"}
"""Beside the columns `…_after`: what a voided episode says no more, here as in its file."""

WRITTEN = json.JSONEncoder(default=str, ensure_ascii=False).encode
"""One encoder for all rows: making one costs as much as a row."""


def data_digest(session: Session, association_id: int) -> str:
    """`sha256:` and the digest over every row by its natural keys, sorted.

    It is over what an export writes: of what was voided only that, of what was replaced nothing.
    """
    total = sha256()
    for table in TABLES:
        total.update(f"{table.__tablename__}\n".encode())
        for line in sorted(_lines(session, table, association_id)):
            total.update(line.encode())
    return f"sha256:{total.hexdigest()}"


def _lines(session: Session, table: type[SQLModel], association_id: int) -> Iterator[str]:
    """The names of the values, then a line a row; keys of what it belongs to, not numbers."""
    columns = {name: col(getattr(table, name)) for name in inspect(table).columns.keys()}  # noqa: SIM118 - iterating gives columns
    query = select(*(column for name, column in columns.items() if name not in INTERNAL))
    query = query.where(columns["association_id"] == association_id)
    if table is Count:
        query = query.where(columns["replaced"].is_(False))
    elif table is Delivery:
        query = query.where(columns["replaced_by"].is_(None))
    if "episode_id" in columns:
        query = query.join(Episode, columns["episode_id"] == col(Episode.id))
        query = query.join(Intervention, col(Episode.intervention_id) == col(Intervention.id))
        query = query.add_columns(col(Episode.number), col(Intervention.key))
    elif "intervention_id" in columns:
        query = query.outerjoin(Intervention, columns["intervention_id"] == col(Intervention.id))
        query = query.add_columns(col(Intervention.key).label("intervention"))
    if "delivery_id" in columns:
        query = query.outerjoin(Delivery, columns["delivery_id"] == col(Delivery.id))
        query = query.add_columns(col(Delivery.key).label("delivery"))
    found = session.connection().execute(query)
    names = list(found.keys())
    yield json.dumps(names) + "\n"
    voided = names.index("voided") if table is Episode else None
    of_exit = [place for place, name in enumerate(names) if _is_of_an_exit(name)]
    decimals = [place for place, name in enumerate(names) if _is_float(columns.get(name))]
    for row in found.all():  # all at once: one by one takes twice as long
        values = list(row)
        for place in decimals:
            values[place] = _whole(values[place])
        if voided is not None and values[voided]:
            for place in of_exit:
                values[place] = None
        yield WRITTEN(values) + "\n"


def _is_float(column: Any) -> bool:
    return column is not None and isinstance(column.type, Float)


def _whole(value: Any) -> Any:
    """50 per cent is the same whether it was stored when percentages had decimals or before."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _is_of_an_exit(name: str) -> bool:
    name = name.removesuffix("_why")
    return name.endswith("_after") or name in OF_AN_EXIT

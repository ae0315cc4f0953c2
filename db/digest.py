"""A digest of an association's rows: the same on every engine and in every order of entry."""

import json
from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import inspect, select
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


def data_digest(session: Session, association_id: int) -> str:
    """`sha256:` and the digest over every row by its natural keys, sorted."""
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
    yield json.dumps(list(found.keys())) + "\n"
    for row in found:
        yield json.dumps(tuple(row), default=str, ensure_ascii=False) + "\n"

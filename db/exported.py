"""Every stored row of a kind with what names it: what an export writes."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, SQLModel, col

from db.tables import Count, Delivery, Episode, FollowUp

OF_THE_EPISODE: tuple[Any, ...] = (Episode.intervention_id, Episode.number)
OF_THE_DELIVERY: tuple[Any, ...] = (
    col(Delivery.key).label("delivery"),
    Delivery.plan,
    Delivery.created,
)
"""What a follow-up and a count are told apart by stands in the table that they belong to."""


def rows_of(
    session: Session, association_id: int, table: type[SQLModel], names: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """The rows of an association with the named columns, in no order.

    A follow-up comes with its episode's `intervention_id` and `number`, a count with its delivery's
    `delivery`, `plan` and `created`. Counts that a newer delivery replaced are left out.
    """
    columns = [getattr(table, name) for name in names if hasattr(table, name)]
    if table is FollowUp:
        columns += OF_THE_EPISODE
    elif table is Count:
        columns += OF_THE_DELIVERY
    statement = select(*columns).where(table.association_id == association_id)  # type: ignore[attr-defined]
    if table is FollowUp:
        statement = statement.join(Episode, col(FollowUp.episode_id) == col(Episode.id))
    elif table is Count:
        statement = statement.outerjoin(Delivery, col(Count.delivery_id) == col(Delivery.id))
        statement = statement.where(col(Count.replaced).is_(False))
    found = session.connection().execute(statement)
    keys = list(found.keys())
    for row in found:
        yield dict(zip(keys, row, strict=True))

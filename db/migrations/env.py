"""How Alembic reaches the store: over the connection that `db.schema` hands it."""

from alembic import context
from sqlmodel import SQLModel

import db.tables  # noqa: F401 - fills the metadata


def not_over_expressions(
    _item: object,
    name: str | None,
    kind: str,
    _reflected: bool,  # noqa: FBT001 - Alembic's signature
    _other: object,
) -> bool:
    """Leave out indexes over expressions, which SQLite does not reflect; a test compares them."""
    return not (kind == "index" and name is not None and name.startswith("uq_"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    include_object=not_over_expressions,
)
context.run_migrations()

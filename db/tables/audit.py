"""The audit trail (*ändringslogg*): a line for each change, and old values of altered rows.

A row that a change added points back to it (`recorded_in`), so an import of thousands of rows is
one line here; rows that a change altered or removed have a line each with what was there before.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from db.tables.columns import one_of

CHANGE_KINDS = ("plan", "log", "correct", "void", "import", "settings", "undo", "redo")


class Change(SQLModel, table=True):
    """One change (*ändring*): a use case that was carried out, in one transaction."""

    __table_args__ = (one_of("kind", CHANGE_KINDS),)

    id: int | None = Field(default=None, primary_key=True)
    association_id: int | None = Field(default=None, foreign_key="association.id", index=True)
    at: datetime
    by: str = Field(index=True)
    kind: str
    subject: str = ""
    """What was changed, as its keys: a kind of file, an intervention and a running number."""
    undoes: int | None = Field(default=None, foreign_key="change.id", index=True)
    """The change that this one took back (kinds undo and redo)."""
    reason: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Why it was made, in the words of who made it."""


class ChangeRow(SQLModel, table=True):
    """One row that a change altered or removed, with its old values."""

    __tablename__ = "change_row"
    __table_args__ = (one_of("action", ("update", "delete", "restore")),)

    id: int | None = Field(default=None, primary_key=True)
    change_id: int = Field(foreign_key="change.id", index=True)
    entity: str = Field(index=True)
    """Name of the table."""
    row_id: int = Field(index=True)
    action: str
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    after: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))

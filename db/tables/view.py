"""Saved views (*sparade vyer*) of the register."""

from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel


class SavedView(SQLModel, table=True):
    """What somebody looks for often, under a name of their own; it is no part of the trail."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("association_id", "by", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    association_id: int = Field(foreign_key="association.id")
    by: str
    """Whose view it is."""
    name: str
    search: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    """What is looked for and in which order, by the names of `tracker.register.searching`."""

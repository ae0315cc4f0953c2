"""Drafts (*utkast*) of forms that were not saved yet."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel


class FormDraft(SQLModel, table=True):
    """What somebody has filled in so far; it counts nowhere and is no part of the trail."""

    __tablename__ = "form_draft"
    __table_args__ = (UniqueConstraint("association_id", "by", "form"),)

    id: int | None = Field(default=None, primary_key=True)
    association_id: int = Field(foreign_key="association.id")
    by: str
    """Whose draft it is."""
    form: str
    """Which form it belongs to: its name, then the key of its row."""
    kept_at: datetime
    """UTC."""
    texts: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    """What is filled in, by the Swedish names of the columns."""

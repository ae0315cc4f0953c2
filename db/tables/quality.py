"""Data-quality checks that somebody accepted (*godtog*)."""

from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from db.tables.columns import Recorded


class Acceptance(Recorded, table=True):
    """What a check found was looked at and accepted, with a reason that follows the figures."""

    __table_args__ = (UniqueConstraint("association_id", "check_name"),)

    association_id: int = Field(foreign_key="association.id")
    check_name: str
    reason: str
    rows: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    """A digest of each row concerned: a row that is not among them raises the check again."""

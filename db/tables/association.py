"""Associations, their plan versions and goals by year, and the code lists that may grow."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from db.codes import CodeList
from db.tables.columns import one_of


class Association(SQLModel, table=True):
    """A coordination association (*samordningsförbund*)."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    controller: str | None = None
    """Who is responsible for the personal data (*personuppgiftsansvarig*); None: not stated."""
    settings: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSON, nullable=False, server_default=text("'{}'"))
    )
    """What holds for every plan that does not state it, by the keys of a plan's `[settings]`."""


class PlanVersion(SQLModel, table=True):
    """A plan (*verksamhetsplan*) as it was applied; the newest version of a year is in force."""

    __tablename__ = "plan_version"

    id: int | None = Field(default=None, primary_key=True)
    association_id: int = Field(foreign_key="association.id", index=True)
    plan_id: str
    year: int
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    """All of the plan but its goals, by the keys of the plan file."""
    applied_at: datetime
    applied_by: str
    applied_in: int = Field(foreign_key="change.id")


class Goal(SQLModel, table=True):
    """One goal (*mål*) of a plan version."""

    __table_args__ = (UniqueConstraint("plan_version_id", "goal"),)

    id: int | None = Field(default=None, primary_key=True)
    association_id: int = Field(foreign_key="association.id", index=True)
    plan_version_id: int = Field(foreign_key="plan_version.id")
    year: int
    position: int
    goal: str
    definition: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    """The goal by the keys of the plan file."""


class Code(SQLModel, table=True):
    """A member of a list that an association may extend without a migration."""

    __table_args__ = (one_of("list", CodeList),)

    list: str = Field(primary_key=True)
    code: str = Field(primary_key=True)
    position: int
    label_sv: str
    label_en: str

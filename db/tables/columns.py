"""Building blocks of the tables: names of constraints, checks from codes, who recorded."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.codes import Why

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name from the first commit: a migration can name what it alters."""
SQLModel.model_config["defer_build"] = True
"""Validators are made when asked for: a row of a table is never validated by them, and making them
took an eighth of the time of loading the tables, at every start."""


class Recorded(SQLModel):
    """A row's number, when it was recorded, by whom, and in which change (*ändring*)."""

    id: int | None = Field(default=None, primary_key=True)
    recorded_at: datetime
    """UTC."""
    recorded_by: str
    recorded_in: int = Field(foreign_key="change.id", index=True)


def one_of(column: str, codes: type[StrEnum] | Iterable[str]) -> CheckConstraint:
    """The column holds one of the codes, or nothing."""
    quoted = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({quoted})", name=column)


def between(column: str, low: int, high: int) -> CheckConstraint:
    """The column holds a number from low to high, both included, or nothing."""
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def not_negative(column: str) -> CheckConstraint:
    """The column holds a number that is not negative, or nothing."""
    return CheckConstraint(f"{column} >= 0", name=column)


def whys(*columns: str) -> list[CheckConstraint]:
    """For each column: its `_why` is a code of `Why`, only where the value is missing."""
    quoted = ", ".join(f"'{why}'" for why in Why)
    return [
        CheckConstraint(
            f"{column}_why IS NULL OR ({column}_why IN ({quoted}) AND {column} IS NULL)",
            name=f"{column}_why",
        )
        for column in columns
    ]

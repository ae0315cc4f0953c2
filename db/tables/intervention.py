"""Interventions (*insatser*)."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.codes import Orientation
from db.tables.columns import Recorded, not_negative, one_of


class Intervention(Recorded, table=True):
    """An intervention (*insats*): what the association pays for."""

    __table_args__ = (
        UniqueConstraint("association_id", "key"),
        one_of("orientation", Orientation),
        not_negative("parties"),
        not_negative("planned_min"),
        not_negative("planned_max"),
        not_negative("planned_length"),
    )

    association_id: int = Field(foreign_key="association.id")
    key: str
    """Short id, column `insats`."""
    name: str
    orientation: str
    detail: str | None = None
    """`preciserad_inriktning`"""
    owner: str | None = None
    parties: int | None = None
    """Bit mask of `db.codes.Party`."""
    municipalities: str | None = None
    """Names with + between."""
    target_group: str | None = None
    start: date | None = None
    end: date | None = None
    planned_min: int | None = None
    planned_max: int | None = None
    planned_length: int | None = None
    """Months."""
    follow_up_months: str | None = None
    """Months after the exit with + between; None: 3+6."""
    esf: bool | None = None

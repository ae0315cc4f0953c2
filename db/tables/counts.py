"""Counts (*antal*) that arrive instead of rows, alone or as a delivery (*leverans*)."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, func
from sqlmodel import Field, col

from db.codes import Sex
from db.tables.columns import Recorded, not_negative, one_of


class Delivery(Recorded, table=True):
    """A set of counts that an intervention owner sent; a newer one replaces it."""

    association_id: int = Field(foreign_key="association.id", index=True)
    key: str
    """`leverans`"""
    intervention_id: int | None = Field(default=None, foreign_key="intervention.id")
    start: date
    end: date
    """`till`, the last day, inclusive."""
    plan: str | None = None
    created: str | None = None
    """`skapad`"""
    replaced_by: int | None = Field(default=None, foreign_key="delivery.id")


class Count(Recorded, table=True):
    """One delivered count: numerator, denominator and how many are unknown."""

    __table_args__ = (
        one_of("sex", Sex),
        not_negative("numerator"),
        not_negative("denominator"),
        not_negative("missing"),
        not_negative("worse"),
        CheckConstraint("end_date >= start_date", name="end_date"),
    )

    association_id: int = Field(foreign_key="association.id")
    delivery_id: int | None = Field(default=None, foreign_key="delivery.id", index=True)
    start_date: date
    """`från`"""
    end_date: date
    """`till`, the last day, inclusive."""
    intervention_id: int | None = Field(default=None, foreign_key="intervention.id")
    municipality: str = ""
    sex: str | None = None
    """None: both together."""
    measure: str
    """`mått`: a goal, a kind of count, or `tabell:NAME`."""
    part: str = ""
    """`del`: the cell of a table."""
    numerator: int | None = None
    denominator: int | None = None
    missing: int | None = None
    worse: int | None = None
    hidden: bool = False
    """`dold`"""
    replaced: bool = False
    """A newer delivery replaced it."""


Index("ix_count_measure", col(Count.association_id), col(Count.measure), col(Count.start_date))
Index(
    "uq_count_key",
    col(Count.association_id),
    func.coalesce(col(Count.delivery_id), 0),
    col(Count.start_date),
    col(Count.end_date),
    func.coalesce(col(Count.intervention_id), 0),
    col(Count.municipality),
    func.coalesce(col(Count.sex), ""),
    col(Count.measure),
    col(Count.part),
    unique=True,
)

"""Money (*ekonomi*), in whole öre."""

from datetime import date

from sqlalchemy import BigInteger, Column, Index, func
from sqlmodel import Field, col

from db.codes import MoneyKind
from db.tables.columns import Recorded, one_of


def _ore() -> Column[int]:
    return Column(BigInteger, nullable=True)


class Money(Recorded, table=True):
    """One row of budget and outcome, for a whole year or up to a day in it."""

    __table_args__ = (one_of("kind", MoneyKind),)

    association_id: int = Field(foreign_key="association.id")
    year: int
    through: date | None = None
    """`till_och_med`, the last day covered; None: the whole year."""
    kind: str
    intervention_id: int | None = Field(default=None, foreign_key="intervention.id")
    label: str = ""
    """`benämning`"""
    budget: int | None = Field(default=None, sa_column=_ore())
    granted: int | None = Field(default=None, sa_column=_ore())
    """`beviljat`"""
    requisitioned: int | None = Field(default=None, sa_column=_ore())
    """`rekvirerat`"""
    outcome: int | None = Field(default=None, sa_column=_ore())
    """`utfall`"""
    forecast: int | None = Field(default=None, sa_column=_ore())
    """`prognos`"""


Index(
    "uq_money_key",
    col(Money.association_id),
    col(Money.year),
    func.coalesce(col(Money.through), "9999-12-31"),
    col(Money.kind),
    func.coalesce(col(Money.intervention_id), 0),
    col(Money.label),
    unique=True,
)

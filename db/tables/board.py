"""What the board follows without counting persons: activities (*aktiviteter*), assessments."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.codes import Verdict
from db.tables.columns import Recorded, one_of


class Activity(Recorded, table=True):
    """An activity of a checklist goal: due by a day, or merely done."""

    __table_args__ = (UniqueConstraint("association_id", "goal", "label", "due", "done"),)

    association_id: int = Field(foreign_key="association.id")
    goal: str
    label: str
    due: date | None = None
    """`senast`"""
    done: date | None = None
    """`genomförd`"""


class Assessment(Recorded, table=True):
    """The board's own assessment (*bedömning*), comment and figure of a goal for a period."""

    __table_args__ = (
        UniqueConstraint("association_id", "goal", "period"),
        one_of("verdict", Verdict),
    )

    association_id: int = Field(foreign_key="association.id")
    goal: str
    period: str
    """The period's label in its normal form, such as 2021 or 2021-H1."""
    verdict: str | None = None
    comment: str | None = None
    value: str | None = None
    """A decimal number as text, so that it stays exact on every engine."""

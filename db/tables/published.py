"""What has been published (*redovisat*): readers have kept it, so it is remembered here."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from db.tables.columns import not_negative, one_of

PUBLICATION_KINDS = ("report", "export", "delivery")
HIDING = ("small", "complementary", "earlier")


class Publication(SQLModel, table=True):
    """One report, export or delivery that was handed out."""

    __table_args__ = (one_of("kind", PUBLICATION_KINDS),)

    id: int | None = Field(default=None, primary_key=True)
    association_id: int = Field(foreign_key="association.id", index=True)
    at: datetime
    """UTC."""
    by: str
    kind: str
    subject: str = ""
    """Of what, such as a period and an intervention."""
    last_change: int | None = Field(default=None, foreign_key="change.id")
    """The latest change of the rows that it rests on."""
    digest: str
    """Of its cells: the same publication again is not kept twice."""
    sums: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    """The relations that its tables show: place of the whole, places of the parts."""


class PublishedCell(SQLModel, table=True):
    """A count that was printed, or hidden, in a publication."""

    __tablename__ = "published_cell"
    __table_args__ = (
        Index(None, "association_id", "start", "end"),
        one_of("hidden", HIDING),
        not_negative("value"),
    )

    publication_id: int = Field(foreign_key="publication.id", primary_key=True)
    place: int = Field(primary_key=True)
    """Its number within the publication."""
    association_id: int = Field(foreign_key="association.id")
    measure: str
    of: str = ""
    part: str = ""
    insats: str | None = None
    sex: str | None = None
    municipality: str | None = None
    start: date
    end: date
    value: int
    """What it was then, also where it was hidden: a correction must not give it away."""
    hidden: str | None = None
    """Why it was not printed."""

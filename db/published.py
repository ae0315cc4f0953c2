"""Publications: keeping what was handed out, and reading what readers may have kept."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlmodel import Session, col

from db.tables import Change, Publication, PublishedCell


@dataclass(frozen=True)
class CellRow:
    """A count as it was published, or why it was not."""

    measure: str
    of: str
    part: str
    insats: str | None
    sex: str | None
    municipality: str | None
    start: date
    end: date
    value: int
    hidden: str | None


@dataclass(frozen=True)
class PublicationRow:
    """A publication that is kept, with as many of its cells as were asked for."""

    id: int
    at: datetime
    by: str
    kind: str
    subject: str
    last_change: int | None
    digest: str
    sums: tuple[tuple[int, tuple[int, ...]], ...]
    """Places of a whole and of its parts."""
    cells: dict[int, CellRow] = field(default_factory=dict)
    """By place."""


def publications(
    session: Session, association_id: int, *, start: date = date.min, end: date = date.max
) -> list[PublicationRow]:
    """What an association has published about days from start to end, the oldest first."""
    cells: dict[int, dict[int, CellRow]] = defaultdict(dict)
    inside = (
        col(PublishedCell.association_id) == association_id,
        col(PublishedCell.start) < end,
        col(PublishedCell.end) > start,
    )
    table = PublishedCell.__table__  # type: ignore[attr-defined]
    for publication, place, _, *values in session.execute(select(table).where(*inside)):
        cells[publication][place] = CellRow(*values)
    found = session.execute(
        select(Publication).where(col(Publication.id).in_(cells)).order_by(col(Publication.id))
    ).scalars()
    return [_publication(row, cells[row.id or 0]) for row in found]


def published_by_sex(session: Session, association_id: int, measure: str) -> set[tuple[date, date]]:
    """The days, from and to before, for which a measure was published by sex, shown or hidden."""
    asked = select(col(PublishedCell.start), col(PublishedCell.end)).where(
        col(PublishedCell.association_id) == association_id,
        col(PublishedCell.measure) == measure,
        col(PublishedCell.sex).is_not(None),
    )
    return {(start, end) for start, end in session.execute(asked.distinct())}


def is_kept(session: Session, association_id: int, digest: str) -> bool:
    """Whether the very same cells have been published before."""
    same = (col(Publication.association_id) == association_id, col(Publication.digest) == digest)
    return session.execute(select(col(Publication.id)).where(*same)).first() is not None


def store_publication(
    session: Session,
    values: dict[str, Any],
    cells: Sequence[CellRow],
    sums: Sequence[tuple[int, tuple[int, ...]]],
) -> int:
    """Keep a publication; returns its number.

    Args:
        session: one that writes.
        values: the columns of the publication that its cells do not give.
        cells: in the order of their places.
        sums: places of a whole and of its parts.
    """
    latest = select(func.max(Change.id)).where(
        col(Change.association_id) == values["association_id"]
    )
    row = Publication(
        **values, last_change=session.execute(latest).scalar(), sums=[list(one) for one in sums]
    )
    session.add(row)
    session.flush()
    owner = {"publication_id": row.id, "association_id": values["association_id"]}
    rows = [{**owner, "place": place, **vars(cell)} for place, cell in enumerate(cells)]
    if rows:
        session.execute(insert(PublishedCell), rows)
    return int(row.id or 0)


def _publication(row: Publication, cells: dict[int, CellRow]) -> PublicationRow:
    return PublicationRow(
        id=row.id or 0,
        at=row.at,
        by=row.by,
        kind=row.kind,
        subject=row.subject,
        last_change=row.last_change,
        digest=row.digest,
        sums=tuple((whole, tuple(parts)) for whole, parts in row.sums),
        cells=cells,
    )

"""Pages of the audit trail, newest first by keyset: the last page costs what the first one does."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlmodel import Session, col

from db.history import ChangeLine, change_lines
from db.tables import Change
from db.undo import last_change
from db.undo_plans import is_first_plan


@dataclass(frozen=True)
class ChangeWord:
    """One typed word: part of a subject, of who did it or why, one of these kinds, these days."""

    text: str
    kinds: tuple[str, ...] = ()
    since: datetime | None = None
    """With `until`: changes of some days; UTC, the end not included."""
    until: datetime | None = None


def change_page(
    session: Session,
    association_id: int,
    words: tuple[ChangeWord, ...],
    before: int | None,
    size: int,
) -> list[ChangeLine]:
    """The changes before a number for which every word holds."""
    statement = select(Change).where(
        col(Change.association_id) == association_id, *(_holds(word) for word in words)
    )
    if before is not None:
        statement = statement.where(col(Change.id) < before)
    found = session.execute(statement.order_by(col(Change.id).desc()).limit(size)).scalars()
    return change_lines(session, found)


def last_of(session: Session, association_id: int, by: str) -> ChangeLine | None:
    """The last change of a user that can be taken back; the only plan cannot."""
    found = last_change(session, association_id, by)
    if found is None or is_first_plan(session, found):
        return None
    return change_lines(session, [found])[0]


def _holds(word: ChangeWord) -> ColumnElement[bool]:
    either = [
        col(Change.subject).icontains(word.text, autoescape=True),
        col(Change.by).icontains(word.text, autoescape=True),
        col(Change.reason).icontains(word.text, autoescape=True),
    ]
    if word.kinds:
        either.append(col(Change.kind).in_(word.kinds))
    if word.since is not None and word.until is not None:
        either.append(and_(col(Change.at) >= word.since, col(Change.at) < word.until))
    return or_(*either)

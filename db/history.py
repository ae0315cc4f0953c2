"""Reading the audit trail (*ändringsloggen*)."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, false, func, or_, select
from sqlmodel import Session, SQLModel, col

from db.tables import Change, ChangeRow, Episode, FollowUp, Intervention
from db.undo import RECORDED, TABLES
from db.undo_plans import OF_PLANS

RowRef = tuple[str, int]
"""Name of the table, number of the row."""


@dataclass(frozen=True)
class ChangeLine:
    """One change (*ändring*) as the trail shows it."""

    id: int
    at: datetime
    by: str
    kind: str
    subject: str
    rows: int
    undone: bool
    reason: str = ""


def changes(
    session: Session, association_id: int, limit: int, only: Collection[int] | None = None
) -> list[ChangeLine]:
    """The newest changes first; `only` these, when given."""
    statement = select(Change).where(col(Change.association_id) == association_id)
    if only is not None:
        statement = statement.where(col(Change.id).in_(only))
    return change_lines(
        session, session.execute(statement.order_by(col(Change.id).desc()).limit(limit)).scalars()
    )


def change_lines(session: Session, changed: Iterable[Change]) -> list[ChangeLine]:
    """Changes as the trail shows them, in the order in which they are given."""
    found: Sequence[Change] = list(changed)
    ids = [change.id or 0 for change in found]
    undone = _undone(session)
    # rows that an undo took away are counted by its lines: they are no longer there to be counted
    counted = {number: undone.get(number, number) for number in ids}
    rows = _row_counts(session, set(counted.values()))
    return [
        ChangeLine(
            number,
            each.at,
            each.by,
            each.kind,
            each.subject,
            rows[counted[number]],
            number in undone,
            each.reason,
        )
        for number, each in zip(ids, found, strict=True)
    ]


def rows_called(session: Session, association_id: int, name: str) -> set[RowRef]:
    """The rows that a name means: an intervention, or a running number with its follow-ups.

    Both in one, with a blank between, mean the number in that intervention.
    """
    key, _, number = name.rpartition(" ")
    episodes = select(col(Episode.id)).where(
        col(Episode.association_id) == association_id, col(Episode.number) == (number or name)
    )
    interventions = select(col(Intervention.id)).where(
        col(Intervention.association_id) == association_id, col(Intervention.key) == (key or name)
    )
    if key:
        episodes = episodes.where(col(Episode.intervention_id).in_(interventions))
    found = set(session.execute(episodes).scalars())
    follow_ups = select(col(FollowUp.id)).where(col(FollowUp.episode_id).in_(found))
    refs = {("episode", row) for row in found}
    refs |= {("follow_up", row) for row in session.execute(follow_ups).scalars()}
    if not key:
        refs |= {("intervention", row) for row in session.execute(interventions).scalars()}
    return refs


def changes_of(session: Session, rows: Iterable[RowRef]) -> set[int]:
    """The changes that added or altered these rows."""
    numbers: set[int] = set()
    for entity, ids in _by_table(rows).items():
        table = RECORDED[entity]
        added = select(col(table.recorded_in)).where(col(table.id).in_(ids))
        # a number may have been that of another row, which was taken back: what came before this
        # row was added is about that one
        began = select(col(table.recorded_in)).where(col(table.id) == col(ChangeRow.row_id))
        altered = select(col(ChangeRow.change_id)).where(
            col(ChangeRow.entity) == entity,
            col(ChangeRow.row_id).in_(ids),
            col(ChangeRow.change_id) >= func.coalesce(began.scalar_subquery(), 0),
        )
        numbers |= {*session.execute(added).scalars(), *session.execute(altered).scalars()}
    return numbers


def changes_about(session: Session, association_id: int, word: str) -> set[int]:
    """The changes whose subject holds a word; they remain when their rows are gone."""
    subject = col(Change.subject)
    statement = select(col(Change.id)).where(
        col(Change.association_id) == association_id,
        or_(
            subject == word,
            subject.endswith(f" {word}", autoescape=True),
            subject.contains(f" {word} ", autoescape=True),
        ),
    )
    return set(session.execute(statement).scalars())


def stored_row(session: Session, ref: RowRef) -> SQLModel | None:
    """A row of the trail as it is now, or None when it is gone."""
    return session.get(TABLES[ref[0]], ref[1])


def last_held(session: Session, ref: RowRef) -> dict[str, Any]:
    """What a row held when it was removed, days as text; empty where it never was."""
    lines = (
        select(col(ChangeRow.before))
        .where(
            col(ChangeRow.entity) == ref[0],
            col(ChangeRow.row_id) == ref[1],
            col(ChangeRow.action) == "delete",
        )
        .order_by(col(ChangeRow.id).desc())
        .limit(1)
    )
    return session.execute(lines).scalar_one_or_none() or {}


def altered(
    session: Session, change_id: int, limit: int, only: Collection[RowRef] | None = None
) -> list[tuple[str, int, str, Any, Any]]:
    """What a change altered or removed: table, row, action, old and new values; `only` of these."""
    statement = select(ChangeRow).where(col(ChangeRow.change_id) == change_id)
    if only is not None:
        of_rows = (
            and_(col(ChangeRow.entity) == entity, col(ChangeRow.row_id).in_(ids))
            for entity, ids in _by_table(only).items()
        )
        statement = statement.where(or_(false(), *of_rows))
    lines = session.execute(statement.order_by(col(ChangeRow.id)).limit(limit)).scalars()
    return [(each.entity, each.row_id, each.action, each.before, each.after) for each in lines]


def _by_table(rows: Iterable[RowRef]) -> dict[str, list[int]]:
    grouped: dict[str, list[int]] = {}
    for entity, row_id in rows:
        grouped.setdefault(entity, []).append(row_id)
    return grouped


def _row_counts(session: Session, ids: Collection[int]) -> Counter[int]:
    """How many rows each change added, altered or removed; goals of plans are none."""
    counts: Counter[int] = Counter()
    altered_rows = select(col(ChangeRow.change_id), func.count()).where(
        col(ChangeRow.change_id).in_(ids), col(ChangeRow.entity).not_in(OF_PLANS)
    )
    for number, rows in session.execute(altered_rows.group_by(col(ChangeRow.change_id))):
        counts[number] += rows
    for table in RECORDED.values():
        added = select(col(table.recorded_in), func.count()).where(col(table.recorded_in).in_(ids))
        for number, rows in session.execute(added.group_by(col(table.recorded_in))):
            counts[number] += rows
    return counts


def _undone(session: Session) -> dict[int, int]:
    """The changes that are taken back now, and by which; not those that a redo brought back."""
    reverting = session.execute(
        select(col(Change.id), col(Change.undoes))
        .where(col(Change.undoes).is_not(None))
        .order_by(col(Change.id).desc())
    )
    undone: dict[int, int] = {}
    for change_id, target in reverting:
        if change_id not in undone:
            undone[target] = change_id
    return undone

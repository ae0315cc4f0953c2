"""Outcomes at the exit that nobody has filled in, of those that somebody needs.

“Unknown” and “declined” are answers: only what is empty is missing. A field that does not apply is
not required: the kind of work of who does not work, a rating that has nothing to be compared with.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, false, func, or_, select, true
from sqlmodel import Session, col

from db.codes import ExitReason
from db.tables import Episode
from db.tallies.exits import in_base
from db.tallies.success import Truth

GONE = (ExitReason.DECEASED, ExitReason.CONSENT_WITHDRAWN)
"""Exit reasons after which nobody can be asked."""


@dataclass(frozen=True)
class Need:
    """An outcome that a goal needs: column of the table, whose exits, which of them."""

    column: str
    interventions: tuple[int, ...]
    completed_only: bool = False
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExitDays:
    """Exits of an association from a day until before another one."""

    association_id: int
    start: date
    end: date


@dataclass(frozen=True)
class Lacking:
    """An exit with outcomes that are missing."""

    intervention_id: int
    number: str
    end_date: date
    columns: tuple[str, ...]


def _compared(before: str) -> Truth:
    """There is a value at the entry that it would be compared with."""
    return col(getattr(Episode, before)).is_not(None)


def _degree_counts() -> Truth:
    """The degree decides: there was one before, and there is public support left."""
    left = func.coalesce(col(Episode.support_after), 1) != 0
    return and_(col(Episode.support_degree_before) > 0, left)


APPLIES: dict[str, Callable[[], Truth]] = {
    "work_kind_after": lambda: col(Episode.work_after) > 0,
    "support_degree_after": _degree_counts,
    "seeking_after": lambda: and_(col(Episode.work_after) == 0, col(Episode.study_after) == 0),
    "health_after": lambda: _compared("health_before"),
    "ability_after": lambda: _compared("ability_before"),
    "sick_leave_after": lambda: _compared("sick_leave_before"),
}
"""When a column is required at all; the others always are."""


def exits_lacking(session: Session, days: ExitDays, needs: Sequence[Need]) -> list[Lacking]:
    """The exits that lack an outcome that is needed, and which ones; the latest first."""
    missing = _by_column(needs)
    if not missing:
        return []
    query = (
        select(
            col(Episode.intervention_id),
            col(Episode.number),
            col(Episode.end_date),
            *(func.coalesce(each, false()) for each in missing.values()),
        )
        .where(*_exits(days), or_(*missing.values()))
        .order_by(col(Episode.end_date).desc(), col(Episode.id))
    )
    return [_lacking(list(missing), row) for row in session.execute(query)]


def count_lacking(
    session: Session, days: ExitDays, needs: Sequence[Need]
) -> dict[int, tuple[int, int]]:
    """By intervention: exits that lack an outcome that is needed, and exits that need any."""
    missing = _by_column(needs)
    if not missing:
        return {}
    concerned = or_(*(_of(need) for need in needs))
    query = (
        select(
            col(Episode.intervention_id), func.count().filter(or_(*missing.values())), func.count()
        )
        .where(*_exits(days), concerned)
        .group_by(col(Episode.intervention_id))
    )
    return {number: (lacking, exits) for number, lacking, exits in session.execute(query)}


def _lacking(columns: Sequence[str], row: Sequence[Any]) -> Lacking:
    flags = zip(columns, row[3:], strict=True)
    return Lacking(row[0], row[1], row[2], tuple(column for column, lacks in flags if lacks))


def _exits(days: ExitDays) -> list[Truth]:
    return [
        col(Episode.association_id) == days.association_id,
        col(Episode.end_date) >= days.start,
        col(Episode.end_date) < days.end,
        col(Episode.voided).is_(False),
        col(Episode.exit_reason).not_in(GONE),
        col(Episode.may_contact).is_not(False),
    ]


def _by_column(needs: Sequence[Need]) -> dict[str, Truth]:
    columns = dict.fromkeys(need.column for need in needs)
    return {
        column: and_(
            col(getattr(Episode, column)).is_(None),
            col(getattr(Episode, f"{column}_why")).is_(None),
            APPLIES.get(column, true)(),
            or_(*(_of(need) for need in needs if need.column == column)),
        )
        for column in columns
    }


def _of(need: Need) -> Truth:
    base = in_base(completed_only=need.completed_only, exclude=need.exclude)
    return and_(col(Episode.intervention_id).in_(need.interventions), base)

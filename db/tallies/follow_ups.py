"""Follow-ups: exits whose day, some months later, lies in the period and has come."""

from dataclasses import replace
from datetime import date

from sqlalchemy import and_, exists, func, not_, select
from sqlmodel import Session

from db.codes import ExitReason, FollowUpOutcome
from db.columns import col
from db.tables import Episode, FollowUp
from db.tallies.exits import exits_in
from db.tallies.scope import Cell, Scope, ShareTally, cells, keys
from db.tallies.success import Truth


def share_at_horizon(
    session: Session,
    scope: Scope,
    months: int,
    base: Truth,
    success: Truth,
    by: tuple[str, ...],
) -> list[tuple[Cell, ShareTally]]:
    """Of the exits in the base, how many succeeded at the horizon; `scope` holds exit days.

    The caller turns the days of the horizon into days of exits (months are added in Python, the
    same on every engine). Without an answered follow-up a success is unknown, which the outer join
    brings about by itself.
    """
    living = and_(base, not_(deceased(scope.today, months)))
    grouping = keys(Episode, by)
    query = (
        select(
            *grouping,
            func.count().filter(living),
            func.count().filter(and_(living, success.is_(True))),
            func.count().filter(and_(living, success.is_(None))),
            func.count().filter(not_(living)),
        )
        .select_from(Episode)
        .outerjoin(FollowUp, answered(scope.today, months))
        .where(*exits_in(scope))
        .group_by(*grouping)
    )
    return cells(session.execute(query).all(), by, ShareTally)


def still_to_come(
    session: Session, scope: Scope, months: int, base: Truth, by: tuple[str, ...]
) -> list[tuple[Cell, ShareTally]]:
    """Exits whose day at the horizon lies in the period but after today."""
    living = and_(base, not_(deceased(scope.today, months)))
    grouping = keys(Episode, by)
    query = select(*grouping, func.count()).where(*exits_in(scope), living).group_by(*grouping)
    rows = session.execute(query).all()
    return cells(rows, by, lambda count: replace(ShareTally(), not_due=count))


def answered(today: date, months: int) -> Truth:
    """How the follow-up is found that a success at the horizon is told by."""
    return and_(
        col(FollowUp.episode_id) == col(Episode.id),
        col(FollowUp.months) == months,
        col(FollowUp.outcome) == FollowUpOutcome.ANSWERED,
        col(FollowUp.date) <= today,
    )


def deceased(today: date, months: int) -> Truth:
    """Deceased as exit reason, or found so at this horizon or an earlier one; never unknown."""
    found = exists().where(
        col(FollowUp.episode_id) == col(Episode.id),
        col(FollowUp.months) <= months,
        col(FollowUp.outcome) == FollowUpOutcome.DECEASED,
        col(FollowUp.date) <= today,
    )
    return (col(Episode.exit_reason) == ExitReason.DECEASED) | found.correlate(Episode)

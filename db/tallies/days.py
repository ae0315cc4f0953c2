"""Exits by day: what a rule that looks again and again reads in the order of time."""

from datetime import date

from sqlalchemy import and_, func, not_, select
from sqlmodel import Session, col

from db.tables import Episode
from db.tallies.exits import exits_in
from db.tallies.scope import Scope, ShareTally
from db.tallies.success import Truth


def share_of_exits_by_day(
    session: Session, scope: Scope, base: Truth, success: Truth
) -> list[tuple[date, ShareTally]]:
    """The days of the period with exits, in order, and how many of those in the base succeeded."""
    day = col(Episode.end_date)
    query = (
        select(
            day,
            func.count().filter(base),
            func.count().filter(and_(base, success.is_(True))),
            func.count().filter(and_(base, success.is_(None))),
            func.count().filter(not_(base)),
        )
        .where(*exits_in(scope))
        .group_by(day)
        .order_by(day)
    )
    return [(when, ShareTally(*counts)) for when, *counts in session.execute(query) if when]

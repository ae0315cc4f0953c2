"""Exits of a period: shares that reached something, and pairs before and after."""

from sqlalchemy import ColumnElement, and_, case, func, not_, select, true
from sqlmodel import Session

from db.codes import ExitReason
from db.columns import col
from db.tables import Episode
from db.tallies.scope import Cell, Scope, ShareTally, cells, keys
from db.tallies.success import Number, Truth


def exits_in(scope: Scope) -> list[ColumnElement[bool]]:
    """Episodes that ended in the period and have not been voided."""
    return [
        *scope.concerns(Episode),
        col(Episode.end_date) >= scope.start,
        col(Episode.end_date) < scope.reached,
        col(Episode.voided).is_(False),
    ]


def in_base(*, completed_only: bool, exclude: tuple[str, ...]) -> Truth:
    """Exits that the goal's definition keeps in the base."""
    conditions: list[Truth] = [true()]
    if completed_only:
        conditions.append(col(Episode.exit_reason) == ExitReason.ACCORDING_TO_PLAN)
    if exclude:
        conditions.append(col(Episode.exit_reason).not_in(exclude))
    return and_(*conditions)


def share_of_exits(
    session: Session, scope: Scope, base: Truth, success: Truth, by: tuple[str, ...]
) -> list[tuple[Cell, ShareTally]]:
    """Of the exits in the base, how many succeeded and of how many it is unknown."""
    grouping = keys(Episode, by)
    query = (
        select(
            *grouping,
            func.count().filter(base),
            func.count().filter(and_(base, success.is_(True))),
            func.count().filter(and_(base, success.is_(None))),
            func.count().filter(not_(base)),
        )
        .where(*exits_in(scope))
        .group_by(*grouping)
    )
    return cells(session.execute(query).all(), by, ShareTally)


VARIABLES = {
    "hälsa": ("health_before", "health_after"),
    "arbetsförmåga": ("ability_before", "ability_after"),
    "sjukfrånvaro": ("sick_leave_before", "sick_leave_after"),
}


def change_of(variable: str) -> Number:
    """After minus before; unknown unless both are known.

    `försörjning` compares the degrees where both are known, else support yes (1) or no (0).
    """
    if variable in VARIABLES:
        before, after = (col(getattr(Episode, name)) for name in VARIABLES[variable])
        return after - before
    degree_before = col(Episode.support_degree_before)
    degree_after = col(Episode.support_degree_after)
    return case(
        (
            and_(degree_before.is_not(None), degree_after.is_not(None)),
            degree_after - degree_before,
        ),
        else_=_has_support(col(Episode.support_after)) - _has_support(col(Episode.support_before)),
    )


def _has_support(mask: Number) -> Number:
    return case((mask == 0, 0), (mask > 0, 1))


def better_and_worse(variable: str, *, higher_is_better: bool) -> tuple[Number, Truth, Truth]:
    """The change, whether it is for the better, whether for the worse; unknown as `change_of`."""
    change = change_of(variable)
    if higher_is_better:
        return change, change > 0, change < 0
    return change, change < 0, change > 0


def pairs_of_exits(
    session: Session,
    scope: Scope,
    base: Truth,
    variable: str,
    by: tuple[str, ...],
    *,
    higher_is_better: bool,
) -> list[tuple[Cell, ShareTally]]:
    """Of the exits in the base, how many got better and worse; `missing` lacks a value."""
    change, better, worse = better_and_worse(variable, higher_is_better=higher_is_better)
    grouping = keys(Episode, by)
    query = (
        select(
            *grouping,
            func.count().filter(base),
            func.count().filter(and_(base, better)),
            func.count().filter(and_(base, change.is_(None))),
            func.count().filter(not_(base)),
            func.count().filter(and_(base, worse)),
        )
        .where(*exits_in(scope))
        .group_by(*grouping)
    )
    return cells(session.execute(query).all(), by, _pairs)


def _pairs(eligible: int, better: int, missing: int, excluded: int, worse: int) -> ShareTally:
    return ShareTally(eligible, better, missing, excluded, worse=worse)

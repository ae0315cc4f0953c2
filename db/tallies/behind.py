"""The episodes behind a figure: the same conditions as its tally, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, not_, select
from sqlmodel import Session, col

from db.tables import Episode, FollowUp
from db.tallies.exits import better_and_worse, exits_in
from db.tallies.follow_ups import answered, deceased
from db.tallies.scope import Scope
from db.tallies.success import Truth


class Outcome(StrEnum):
    """What an episode counts as in a figure."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    BETTER = "better"
    """Before/after, as the next two."""
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Part:
    """One part of a split: a column of the episode and what it holds, None being unknown."""

    column: str
    value: Any


@dataclass(frozen=True)
class Behind:
    """Which episodes a figure counts, and as what."""

    conditions: tuple[ColumnElement[bool], ...]
    outcome: ColumnElement[Any]
    follow_up: ColumnElement[bool] | None = None
    """How the follow-up is found that the outcome asks for."""


@dataclass(frozen=True)
class BehindLine:
    """One episode behind a figure."""

    intervention_id: int
    number: str
    end: date
    outcome: Outcome


def behind_exits(scope: Scope, base: Truth, success: Truth) -> Behind:
    """Behind `exits.share_of_exits`."""
    return Behind((*exits_in(scope), base), _share(success))


def behind_horizon(scope: Scope, months: int, base: Truth, success: Truth) -> Behind:
    """Behind `follow_ups.share_at_horizon`."""
    living = and_(base, not_(deceased(scope.today, months)))
    conditions = (*exits_in(scope), living)
    return Behind(conditions, _share(success), answered(scope.today, months))


def behind_pairs(scope: Scope, base: Truth, variable: str, *, higher_is_better: bool) -> Behind:
    """Behind `exits.pairs_of_exits`."""
    change, better, worse = better_and_worse(variable, higher_is_better=higher_is_better)
    outcome = case(
        (better, Outcome.BETTER), (worse, Outcome.WORSE), (change == 0, Outcome.SAME),
        else_=Outcome.UNKNOWN,
    )  # fmt: skip
    return Behind((*exits_in(scope), base), outcome)


def count_behind(session: Session, behind: Behind, part: Part | None) -> dict[Outcome, int]:
    """How many episodes count as what."""
    statement = _chosen(select(behind.outcome, func.count()), behind, part)
    rows = session.execute(statement.group_by(behind.outcome))
    return {Outcome(row[0]): row[1] for row in rows}


def lines_behind(
    session: Session,
    behind: Behind,
    part: Part | None,
    only: Outcome | None = None,
    most: int | None = None,
) -> Sequence[BehindLine]:
    """The episodes, latest exit first; `only` those of one outcome, at most so many."""
    columns = (col(Episode.intervention_id), col(Episode.number), col(Episode.end_date))
    statement = _chosen(select(*columns, behind.outcome), behind, part)
    if only is not None:
        statement = statement.where(behind.outcome == only)
    ordered = statement.order_by(col(Episode.end_date).desc(), col(Episode.id).desc()).limit(most)
    return [BehindLine(row[0], row[1], row[2], Outcome(row[3])) for row in session.execute(ordered)]


def _share(success: Truth) -> ColumnElement[Any]:
    return case(
        (success.is_(True), Outcome.REACHED),
        (success.is_(None), Outcome.UNKNOWN),
        else_=Outcome.NOT_REACHED,
    )


def _chosen(statement: Any, behind: Behind, part: Part | None) -> Any:
    statement = statement.select_from(Episode)
    if behind.follow_up is not None:
        statement = statement.outerjoin(FollowUp, behind.follow_up)
    if part is not None:
        column = col(getattr(Episode, part.column))
        statement = statement.where(
            column.is_(None) if part.value is None else column == part.value
        )
    return statement.where(*behind.conditions)

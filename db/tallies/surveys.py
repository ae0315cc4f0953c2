"""Survey answers by respondent: how many gave how many valid answers, how many of them positive."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, and_, func, not_, or_, select
from sqlmodel import Session

from db.columns import col
from db.once import once
from db.tables import Answer, Mailing
from db.tallies.scope import Cell, Scope, cells
from db.tallies.success import Truth

STATEMENTS = 256
"""Statements that are kept, by what they ask for: putting one together takes longer than running
it (1.6 ms against 0.3 ms), and a screen asks the same again after everything that is saved."""


@dataclass(frozen=True)
class Scale:
    """Questions that share a scale: valid are 1 to `steps`, and which of them are positive."""

    questions: tuple[str, ...]
    steps: int
    positive: tuple[int, ...]


@dataclass(frozen=True)
class Respondents:
    """So many respondents who each gave `answers` valid answers, `positive` of them positive."""

    answers: int
    positive: int
    respondents: int


def _valid(scales: Sequence[Scale]) -> Truth:
    return or_(
        *(
            and_(
                col(Answer.question).in_(scale.questions),
                col(Answer.value).between(1, scale.steps),
            )
            for scale in scales
        )
    )


def _positive(scales: Sequence[Scale]) -> Truth:
    return or_(
        *(
            and_(col(Answer.question).in_(scale.questions), col(Answer.value).in_(scale.positive))
            for scale in scales
        )
    )


def _answers_in(scope: Scope, groups: tuple[str, ...]) -> list[Truth]:
    conditions = [
        *scope.concerns(Answer),
        col(Answer.date) >= scope.start,
        col(Answer.date) < scope.reached,
    ]
    if groups:
        conditions.append(col(Answer.respondent_group).in_(groups))
    return conditions


def _by_respondent(
    scope: Scope, groups: tuple[str, ...], scales: Sequence[Scale]
) -> Select[*tuple[Any, ...]]:
    """One row a respondent with at least one valid answer."""
    respondent = (
        col(Answer.round),
        col(Answer.respondent_group),
        col(Answer.intervention_id),
        col(Answer.form),
    )
    return (
        select(
            *respondent,
            func.max(col(Answer.sex)).label("sex"),
            func.count().label("answers"),
            func.count().filter(_positive(scales)).label("positive"),
        )
        .where(*_answers_in(scope, groups), _valid(scales))
        .group_by(*respondent)
    )


def answers_by_respondent(
    session: Session,
    scope: Scope,
    groups: tuple[str, ...],
    scales: Sequence[Scale],
    by: tuple[str, ...],
) -> list[tuple[Cell, Respondents]]:
    """How many respondents gave so many valid and so many positive answers."""
    if not scales:
        return []
    dimensions = tuple(name for name in ("intervention_id", "sex") if name in by)
    query = _counting_respondents(scope, groups, tuple(scales), dimensions)
    return cells(session.execute(query).all(), dimensions, Respondents)


@lru_cache(STATEMENTS)
def _counting_respondents(
    scope: Scope, groups: tuple[str, ...], scales: tuple[Scale, ...], dimensions: tuple[str, ...]
) -> Select[*tuple[Any, ...]]:
    each = _by_respondent(scope, groups, scales).subquery()
    grouping = [each.c[name] for name in dimensions]
    counted = (each.c.answers, each.c.positive)
    return select(*grouping, *counted, func.count()).group_by(*grouping, *counted)


def answers_by_question(
    session: Session, scope: Scope, groups: tuple[str, ...], scales: Sequence[Scale]
) -> dict[str, list[Respondents]]:
    """For each question on its own: how many answered it, positively and not."""
    if not scales:
        return {}
    return {
        question: [Respondents(1, 1, positive), Respondents(1, 0, others)]
        for question, positive, others in session.execute(
            _counting_answers(scope, groups, tuple(scales))
        )
    }


@lru_cache(STATEMENTS)
def _counting_answers(
    scope: Scope, groups: tuple[str, ...], scales: tuple[Scale, ...]
) -> Select[*tuple[Any, ...]]:
    positive = _positive(scales)
    return (
        select(
            col(Answer.question), func.count().filter(positive), func.count().filter(not_(positive))
        )
        .where(*_answers_in(scope, groups), _valid(scales))
        .group_by(col(Answer.question))
    )


@dataclass(frozen=True)
class Batch:
    """What belongs to one round, group and intervention."""

    round: str
    group: str
    intervention_id: int | None


def batches_answered(session: Session, scope: Scope, groups: tuple[str, ...]) -> set[Batch]:
    """Rounds, groups and interventions with answers in the period."""
    return {each for each in _batches(session, scope) if not groups or each.group in groups}


@once
def _batches(session: Session, scope: Scope) -> set[Batch]:
    """Those of all groups."""
    query = (
        select(col(Answer.round), col(Answer.respondent_group), col(Answer.intervention_id))
        .where(*_answers_in(scope, ()))
        .distinct()
    )
    return {Batch(*row) for row in session.execute(query)}


def mailings(
    session: Session, scope: Scope, groups: tuple[str, ...]
) -> dict[Batch, tuple[date | None, int]]:
    """Every hand-out of the groups: its day, or that of the round's first answer, and how many."""
    return {
        batch: sent
        for batch, sent in _mailings(session, scope.association_id).items()
        if (not groups or batch.group in groups)
        and (scope.interventions is None or batch.intervention_id in scope.interventions)
    }


@once
def _mailings(session: Session, association_id: int) -> dict[Batch, tuple[date | None, int]]:
    """Those of all groups; the round's first answer is only looked for where no day is known."""
    first = (
        select(func.min(col(Answer.date)))
        .where(
            col(Answer.association_id) == association_id, col(Answer.round) == col(Mailing.round)
        )
        .scalar_subquery()
    )
    query = select(
        col(Mailing.round),
        col(Mailing.respondent_group),
        col(Mailing.intervention_id),
        func.coalesce(col(Mailing.date), first),
        col(Mailing.number),
    ).where(col(Mailing.association_id) == association_id)
    return {Batch(*row[:3]): (row[3], row[4]) for row in session.execute(query)}

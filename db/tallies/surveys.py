"""Survey answers by respondent: how many gave how many valid answers, how many of them positive."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, not_, or_, select
from sqlmodel import Session, col

from db.tables import Answer, Mailing
from db.tallies.scope import Cell, Scope, cells
from db.tallies.success import Truth


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
    each = _by_respondent(scope, groups, scales).subquery()
    dimensions = [name for name in ("intervention_id", "sex") if name in by]
    grouping = [each.c[name] for name in dimensions]
    counted = (each.c.answers, each.c.positive)
    query = select(*grouping, *counted, func.count()).group_by(*grouping, *counted)
    return cells(session.execute(query).all(), dimensions, Respondents)


def answers_by_question(
    session: Session, scope: Scope, groups: tuple[str, ...], scales: Sequence[Scale]
) -> dict[str, list[Respondents]]:
    """For each question on its own: how many answered it, positively and not."""
    if not scales:
        return {}
    query = (
        select(
            col(Answer.question),
            func.count().filter(_positive(scales)),
            func.count().filter(not_(_positive(scales))),
        )
        .where(*_answers_in(scope, groups), _valid(scales))
        .group_by(col(Answer.question))
    )
    return {
        question: [Respondents(1, 1, positive), Respondents(1, 0, others)]
        for question, positive, others in session.execute(query)
    }


@dataclass(frozen=True)
class Batch:
    """What belongs to one round, group and intervention."""

    round: str
    group: str
    intervention_id: int | None


def batches_answered(session: Session, scope: Scope, groups: tuple[str, ...]) -> set[Batch]:
    """Rounds, groups and interventions with answers in the period."""
    query = (
        select(col(Answer.round), col(Answer.respondent_group), col(Answer.intervention_id))
        .where(*_answers_in(scope, groups))
        .distinct()
    )
    return {Batch(*row) for row in session.execute(query)}


def mailings(
    session: Session, scope: Scope, groups: tuple[str, ...]
) -> dict[Batch, tuple[date | None, int]]:
    """Every hand-out of the groups: its day, or that of the round's first answer, and how many."""
    first = (
        select(col(Answer.round), func.min(col(Answer.date)).label("day"))
        .where(col(Answer.association_id) == scope.association_id)
        .group_by(col(Answer.round))
        .subquery()
    )
    conditions = [col(Mailing.association_id) == scope.association_id]
    if groups:
        conditions.append(col(Mailing.respondent_group).in_(groups))
    if scope.interventions is not None:
        conditions.append(col(Mailing.intervention_id).in_(scope.interventions))
    query = (
        select(
            col(Mailing.round),
            col(Mailing.respondent_group),
            col(Mailing.intervention_id),
            func.coalesce(col(Mailing.date), first.c.day),
            col(Mailing.number),
        )
        .outerjoin(first, first.c.round == col(Mailing.round))
        .where(*conditions)
    )
    return {Batch(*row[:3]): (row[3], row[4]) for row in session.execute(query)}

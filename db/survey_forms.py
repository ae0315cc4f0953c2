"""The forms (*formulär*) of a survey round that stand in the store, each with its answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.tables import Answer


@dataclass(frozen=True)
class Pile:
    """The forms of one round, group and intervention: what lies in one pile on the desk."""

    association_id: int
    round: str
    group: str
    intervention_id: int | None


@dataclass(frozen=True)
class StoredAnswer:
    """An answer as it is stored."""

    id: int
    value: int | None
    why: str | None


@dataclass(frozen=True)
class StoredForm:
    """What somebody answered."""

    number: str
    date: date
    sex: str | None
    sex_why: str | None
    answers: Mapping[str, StoredAnswer] = field(default_factory=dict)
    """By question."""


def form_numbers(session: Session, pile: Pile) -> list[str]:
    """The numbers of all forms of a pile, in the order in which they were entered."""
    query = (
        select(col(Answer.form))
        .where(*_in(pile))
        .group_by(col(Answer.form))
        .order_by(func.min(col(Answer.id)))
    )
    return list(session.execute(query).scalars())


def forms(session: Session, pile: Pile, numbers: Iterable[str]) -> list[StoredForm]:
    """Some forms of a pile, in the order in which they were entered."""
    query = (
        select(Answer)
        .where(*_in(pile), col(Answer.form).in_(list(numbers)))
        .order_by(col(Answer.id))
    )
    rows: dict[str, list[Answer]] = {}
    for row in session.execute(query).scalars():
        rows.setdefault(row.form, []).append(row)
    return [_form(number, answers) for number, answers in rows.items()]


def last_day(session: Session, pile: Pile) -> date | None:
    """The day of the answers that were entered last; None: there are none."""
    newest = select(col(Answer.date)).where(*_in(pile)).order_by(col(Answer.id).desc())
    return session.execute(newest.limit(1)).scalar()


def _form(number: str, rows: list[Answer]) -> StoredForm:
    first = rows[0]
    answers = {row.question: StoredAnswer(row.id or 0, row.value, row.value_why) for row in rows}
    return StoredForm(number, first.date, first.sex, first.sex_why, answers)


def _in(pile: Pile) -> list[Any]:
    place = col(Answer.intervention_id)
    return [
        col(Answer.association_id) == pile.association_id,
        col(Answer.round) == pile.round,
        col(Answer.respondent_group) == pile.group,
        place.is_(None) if pile.intervention_id is None else place == pile.intervention_id,
    ]

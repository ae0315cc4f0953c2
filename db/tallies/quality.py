"""What the checks of data quality ask the store: which rows are odd, what is always the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, false, func, or_, select, true
from sqlmodel import Session, col

from db.codes import Why
from db.tables import Change, Episode, FollowUp
from db.tallies.missing import APPLIES, GONE
from db.tallies.oddities import days_between, imports
from db.tallies.success import Number, Truth

EpisodeKey = tuple[int, str]
"""Intervention and running number."""
PAIR = 2


def odd_episodes(
    session: Session, association_id: int, odd: Mapping[str, Truth]
) -> dict[str, list[EpisodeKey]]:
    """The episodes for which each condition holds, in the order of entry; one pass for all."""
    query = (
        select(
            col(Episode.intervention_id),
            col(Episode.number),
            *(func.coalesce(each, false()) for each in odd.values()),
        )
        .where(*_counted(association_id), or_(false(), *odd.values()))
        .order_by(col(Episode.id))
    )
    found: dict[str, list[EpisodeKey]] = {name: [] for name in odd}
    for intervention_id, number, *flags in session.execute(query):
        for name, holds in zip(odd, flags, strict=True):
            if holds:
                found[name].append((intervention_id, number))
    return found


def odd_follow_ups(session: Session, association_id: int, odd: Truth) -> list[tuple[int, str, int]]:
    """The follow-ups for which a condition holds: intervention, running number, months."""
    query = (
        select(col(Episode.intervention_id), col(Episode.number), col(FollowUp.months))
        .join(Episode, col(FollowUp.episode_id) == col(Episode.id))
        .where(*_counted(association_id), odd)
        .order_by(col(FollowUp.id))
    )
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def pairs(session: Session, association_id: int) -> list[EpisodeKey]:
    """Episodes that share intervention, sex, age band and first day with just one other.

    More of them on one day are a group that began together.
    """
    same = (Episode.intervention_id, Episode.start_date, Episode.sex, Episode.age_band)
    number = col(Episode.id)
    pair = (
        select(func.min(number).label("one"), func.max(number).label("other"))
        .where(
            *_counted(association_id),
            col(Episode.sex).is_not(None),
            col(Episode.age_band).is_not(None),
        )
        .group_by(*(col(each) for each in same))
        .having(func.count() == PAIR)
        .subquery()
    )
    query = (
        select(col(Episode.intervention_id), col(Episode.number))
        .join(pair, or_(number == pair.c.one, number == pair.c.other))
        .order_by(pair.c.one, number)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


@dataclass(frozen=True)
class Spread:
    """How many values an intervention has of a column, and the least and the greatest of them."""

    intervention_id: int
    column: str
    number: int
    least: int | None
    greatest: int | None


def spreads(session: Session, association_id: int, columns: Sequence[str]) -> list[Spread]:
    """The spread of columns that hold numbers, by intervention."""
    values = [col(getattr(Episode, name)) for name in columns]
    measured = [each(value) for value in values for each in (func.count, func.min, func.max)]
    query = (
        select(col(Episode.intervention_id), *measured)
        .where(*_counted(association_id))
        .group_by(col(Episode.intervention_id))
    )
    return [
        Spread(row[0], name, *row[1 + 3 * place : 4 + 3 * place])
        for row in session.execute(query)
        for place, name in enumerate(columns)
    ]


@dataclass(frozen=True)
class Gap:
    """A column about a person: of how many it is required, and how many of them say nothing."""

    required: int
    empty: int
    unknown: int
    """Asked and not known."""
    declined: int


def gaps(session: Session, association_id: int, required: Mapping[str, Truth]) -> dict[str, Gap]:
    """The gaps of columns, each among the episodes of which it is required."""
    measured = [each for name, holds in required.items() for each in _gap(name, holds)]
    if not measured:
        return {}
    row = session.execute(select(*measured).where(*_counted(association_id))).one()
    return {name: Gap(*row[4 * place : 4 * place + 4]) for place, name in enumerate(required)}


def required_at_exit(column: str, today: date) -> Truth:
    """Who has left, could be asked, and to whom the column applies."""
    left = and_(col(Episode.end_date) <= today, col(Episode.exit_reason).not_in(GONE))
    return and_(left, APPLIES.get(column, true)())


def _gap(name: str, holds: Truth) -> list[ColumnElement[int]]:
    value, why = col(getattr(Episode, name)), col(getattr(Episode, f"{name}_why"))
    empty = and_(value.is_(None), why.is_(None))
    each: tuple[Truth, ...] = (true(), empty, why == Why.UNKNOWN, why == Why.DECLINED)
    return [func.count().filter(and_(holds, more)) for more in each]


def days_to_entry(session: Session, association_id: int) -> list[tuple[int, int, int]]:
    """Intervention, days from an entry to its registration, how often; imports left out."""
    days = days_between(col(Episode.start_date), col(Episode.recorded_at))
    return _delays(session, association_id, days, col(Episode.recorded_in).not_in(imports()))


def days_to_exit(session: Session, association_id: int) -> list[tuple[int, int, int]]:
    """The same for exits."""
    days = days_between(col(Episode.end_date), col(Episode.exit_recorded_at))
    moments = imports(col(Change.at))
    return _delays(session, association_id, days, col(Episode.exit_recorded_at).not_in(moments))


def _delays(
    session: Session, association_id: int, days: Number, by_hand: Truth
) -> list[tuple[int, int, int]]:
    place = col(Episode.intervention_id)
    query = (
        select(place, days, func.count())
        .where(*_counted(association_id), by_hand, days.is_not(None))
        .group_by(place, days)
    )
    return [(row[0], int(row[1]), row[2]) for row in session.execute(query)]


def _counted(association_id: int) -> list[Truth]:
    return [col(Episode.association_id) == association_id, col(Episode.voided).is_(False)]

"""Delivered counts that do not add up: parts above their total, more who came than took part."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlmodel import Session, col

from db.codes import CountKind
from db.tables import Count
from db.tallies.success import Number, Truth

DAYS = (Count.intervention_id, Count.start_date, Count.end_date)


@dataclass(frozen=True)
class Sum:
    """Counts of one stretch of days that do not add up."""

    intervention_id: int | None
    start: date
    last_day: date
    measure: str
    whole: int
    parts: int
    """More than the whole."""


def parts_above_total(session: Session, association_id: int) -> list[Sum]:
    """Women and men, or the municipalities, together more than the total beside them."""
    by_sex = (Count.municipality, Count.part, Count.measure)
    by_place = (Count.sex, Count.part, Count.measure)
    found = [
        *_above(session, association_id, by_sex, col(Count.sex).is_(None)),
        *_above(session, association_id, by_place, col(Count.municipality) == ""),
    ]
    return list(dict.fromkeys(found))


def _above(
    session: Session, association_id: int, grouping: tuple[object, ...], is_total: Truth
) -> list[Sum]:
    days = [col(each) for each in DAYS]
    found: list[Sum] = []
    for figure in (col(Count.numerator), col(Count.denominator)):
        whole, parts = _sum(figure, is_total), _sum(figure, ~is_total)
        query = (
            select(*days, col(Count.measure), whole, parts)
            .where(*_in_force(association_id))
            .group_by(*days, *(col(each) for each in grouping))
            .having(parts > whole)
        )
        found += [Sum(*row) for row in session.execute(query)]
    return found


def more_than_there_were(session: Session, association_id: int) -> list[Sum]:
    """More who started, or more who ended, than took part in the same days."""
    days = [col(each) for each in DAYS]
    found: list[Sum] = []
    for kind in (CountKind.STARTED, CountKind.ENDED):
        there = _sum(col(Count.numerator), col(Count.measure) == CountKind.PARTICIPANTS)
        moved = _sum(col(Count.numerator), col(Count.measure) == kind)
        query = (
            select(*days, there, moved)
            .where(
                *_in_force(association_id),
                or_(col(Count.measure) == CountKind.PARTICIPANTS, col(Count.measure) == kind),
            )
            .group_by(*days, col(Count.municipality), col(Count.sex))
            .having(moved > there)
        )
        found += [
            Sum(row[0], row[1], row[2], kind, row[3], row[4]) for row in session.execute(query)
        ]
    return list(dict.fromkeys(found))


def _sum(figure: Number, which: Truth) -> Number:
    return func.sum(figure).filter(which)


def _in_force(association_id: int) -> list[Truth]:
    return [col(Count.association_id) == association_id, col(Count.replaced).is_(False)]

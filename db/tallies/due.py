"""What is due: follow-ups, exits and deliveries whose day has come, or comes soon.

The caller turns days that are due into days of exits and entries: months are added in Python, the
same on every engine, and only ranges of days are compared here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, exists, false, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from db.codes import FollowUpOutcome
from db.existing import BESIDE_ROWS
from db.tables import Count, Delivery, Episode, FollowUp
from db.tallies.missing import GONE, ExitDays
from db.tallies.success import Truth

OWN = aliased(FollowUp)
"""The follow-up at the horizon that is looked at."""


@dataclass(frozen=True)
class Horizon:
    """Exits whose follow-up some months later is looked at, of these interventions."""

    exits: ExitDays
    interventions: tuple[int, ...]
    months: int
    today: date


@dataclass(frozen=True)
class FollowUpLine:
    """A follow-up of an exit that is still to be made, or was declined."""

    intervention_id: int
    number: str
    end_date: date
    seen: date | None
    """The day of the try that reached nobody, or of the decline."""
    declined: bool


@dataclass(frozen=True)
class StayLine:
    """An episode that is ongoing."""

    intervention_id: int
    number: str
    start_date: date


def follow_ups_at(session: Session, horizon: Horizon) -> list[FollowUpLine]:
    """The follow-ups that are still to be made, and those that were declined."""
    declined = col(OWN.outcome) == FollowUpOutcome.DECLINED
    query = _at(horizon).add_columns(func.coalesce(declined, false()))
    found = session.execute(query.where(or_(declined, _open(horizon))))
    return [FollowUpLine(*row) for row in found]


def count_waiting(session: Session, horizon: Horizon) -> int:
    """How many follow-ups are still to be made."""
    query = select(func.count()).select_from(_at(horizon).where(_open(horizon)).subquery())
    return int(session.execute(query).scalar_one())


def _at(horizon: Horizon) -> Select[*tuple[Any, ...]]:
    """Exits of those who may be contacted, each with what is recorded at the horizon."""
    own = and_(
        col(OWN.episode_id) == col(Episode.id),
        col(OWN.months) == horizon.months,
        col(OWN.date) <= horizon.today,
    )
    days = horizon.exits
    return (
        select(
            col(Episode.intervention_id), col(Episode.number), col(Episode.end_date), col(OWN.date)
        )
        .select_from(Episode)
        .outerjoin(OWN, own)
        .where(
            col(Episode.association_id) == days.association_id,
            col(Episode.end_date) >= days.start,
            col(Episode.end_date) < days.end,
            col(Episode.end_date) <= horizon.today,
            col(Episode.voided).is_(False),
            col(Episode.intervention_id).in_(horizon.interventions),
            col(Episode.exit_reason).not_in(GONE),
            col(Episode.may_contact).is_not(False),
        )
    )


def _open(horizon: Horizon) -> Truth:
    """Nothing is recorded, or only a try; and nothing else stops the reminder.

    Who has declined once, at any horizon, is not reminded of again; nor is an earlier horizon once
    a later one is answered, since the state by then is what the answer would be coloured by.
    """
    stopped = exists().where(
        col(FollowUp.episode_id) == col(Episode.id),
        col(FollowUp.date) <= horizon.today,
        or_(
            col(FollowUp.outcome).in_((FollowUpOutcome.DECLINED, FollowUpOutcome.DECEASED)),
            and_(
                col(FollowUp.outcome) == FollowUpOutcome.ANSWERED,
                col(FollowUp.months) > horizon.months,
            ),
        ),
    )
    nothing = or_(col(OWN.outcome).is_(None), col(OWN.outcome) == FollowUpOutcome.NOT_REACHED)
    return and_(nothing, ~stopped.correlate(Episode))


def stays_over(
    session: Session, association_id: int, today: date, began_before: Mapping[int, date]
) -> list[StayLine]:
    """Ongoing episodes that began before a day, which each intervention has its own of."""
    if not began_before:
        return []
    began, ended = col(Episode.start_date), col(Episode.end_date)
    over = (
        and_(col(Episode.intervention_id) == number, began < day)
        for number, day in began_before.items()
    )
    query = select(col(Episode.intervention_id), col(Episode.number), began).where(
        col(Episode.association_id) == association_id,
        began <= today,
        or_(ended.is_(None), ended > today),
        col(Episode.voided).is_(False),
        or_(*over),
    )
    return [StayLine(*row) for row in session.execute(query)]


def delivered_stretches(
    session: Session, association_id: int, interventions: Sequence[int]
) -> list[tuple[int, date, date]]:
    """Intervention, first and last day of every stretch that counts in place of rows cover.

    Of a delivery its own days: counts of days within them are part of it.
    """
    in_place = or_(col(Count.delivery_id).is_not(None), col(Count.measure).not_in(BESIDE_ROWS))
    query = (
        select(
            col(Count.intervention_id),
            func.coalesce(col(Delivery.start), col(Count.start_date)),
            func.coalesce(col(Delivery.end), col(Count.end_date)),
        )
        .outerjoin(Delivery, col(Delivery.id) == col(Count.delivery_id))
        .where(
            col(Count.association_id) == association_id,
            col(Count.intervention_id).in_(interventions),
            col(Count.replaced).is_(False),
            in_place,
        )
        .distinct()
    )
    return [(row[0] or 0, row[1], row[2]) for row in session.execute(query)]

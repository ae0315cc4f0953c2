"""Deliveries (*leveranser*) that have not come: the stretch after one that was delivered."""

from collections.abc import Iterator
from datetime import date, timedelta

from db.tallies.board import InterventionRow
from db.tallies.due import delivered_stretches
from db.tallies.participants import interventions_with_rows
from db.tallies.scope import Scope
from tracker.periods import add_months
from tracker.worklist.desk import Desk, ids_of
from tracker.worklist.model import Stretch, WorkItem

DAY = timedelta(days=1)


def deliveries(desk: Desk) -> Iterator[WorkItem]:
    """One for each stretch, as long as the one before, that has ended without a delivery.

    None for an intervention that has ended, or that has begun to register row by row.
    """
    for place, latest in _latest(desk).items():
        if _has_rows_after(desk, place, latest.last):
            continue
        following = _next(latest)
        while following.last < desk.today and _runs(place, following):
            day = following.last + DAY
            state, late = desk.state(day)
            yield WorkItem(
                "delivery",
                state,
                place.key,
                due=day,
                days_late=late,
                since=latest.last,
                stretch=following,
            )
            following = _next(following)


def _latest(desk: Desk) -> dict[InterventionRow, Stretch]:
    """The last stretch that each intervention has delivered."""
    found = delivered_stretches(desk.session, desk.association_id, ids_of(desk.places))
    latest: dict[InterventionRow, Stretch] = {}
    for number, first, last in sorted(found, key=lambda each: (each[0], each[2], each[1])):
        latest[desk.by_id[number]] = Stretch(first, last)
    return latest


def _next(stretch: Stretch) -> Stretch:
    """The stretch after, as many months long; as many days where it is not made of months."""
    first = stretch.last + DAY
    if stretch.first.day == first.day:
        months = (first.year - stretch.first.year) * 12 + first.month - stretch.first.month
        return Stretch(first, add_months(first, months) - DAY)
    return Stretch(first, stretch.last + (first - stretch.first))


def _runs(place: InterventionRow, stretch: Stretch) -> bool:
    return place.end is None or place.end >= stretch.first


def _has_rows_after(desk: Desk, place: InterventionRow, day: date) -> bool:
    scope = Scope(desk.association_id, day + DAY, desk.today + DAY, desk.today, (place.id,))
    return bool(interventions_with_rows(desk.session, scope))

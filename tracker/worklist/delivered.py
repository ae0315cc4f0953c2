"""Who has delivered counts, for which days: what came, was corrected, is missing or late."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

from sqlmodel import Session

from db.codes import Orientation
from db.delivered import ReceivedRow, differing_counts, received_deliveries
from db.tallies.board import InterventionRow, interventions
from db.tallies.due import delivered_stretches
from db.tallies.participants import interventions_with_rows
from db.tallies.scope import Scope
from tracker.periods import Period
from tracker.store_sentences import store_sentences
from tracker.worklist.deliveries import deliveries
from tracker.worklist.desk import Desk, first_day_listed, ids_of
from tracker.worklist.model import Stretch
from tracker.workspace import Workspace

DAY = timedelta(days=1)
DeliveryState = Literal["delivered", "corrected", "missing", "late"]
"""Corrected: it replaced one with other numbers. Late: missing for more than `grace_days`."""


@dataclass(frozen=True)
class DeliveryLine:
    """One stretch of days of one intervention, and what has come for it."""

    insats: str
    name: str
    stretch: Stretch
    state: DeliveryState
    delivery: str | None = None
    """`leverans`; None where nothing has come, or counts were entered by hand."""
    created: str | None = None
    received: date | None = None
    days_late: int | None = None
    """After the day that follows the stretch; of what has come, when it came."""
    replaces: int = 0
    """How many deliveries it took the place of."""
    differing: int = 0
    """How many numbers were others than in the one before."""
    plan: str | None = None
    """The id of the plan that its goals were counted by."""
    is_of_other_plan: bool = False
    """Whether this store does not have that plan: the goals may be others here."""

    @property
    def is_waited_for(self) -> bool:
        """Whether nothing has come although the days are over."""
        return self.state in ("missing", "late")


def delivery_lines(workspace: Workspace, period: Period) -> tuple[DeliveryLine, ...]:
    """What has come and what has not for the days of a period, by intervention."""
    with store_sentences(), workspace.store.read() as session:
        places = tuple(interventions(session, workspace.association.id))
        desk = Desk(session, workspace, places, whole=True, since=first_day_listed(workspace.today))
        found = [*_come(desk), *_entered(desk), *_missing(desk)]
        found += _never(desk, period, {line.insats for line in found})
    lines = [line for line in found if _touches(line.stretch, period)]
    return tuple(sorted(lines, key=lambda line: (line.insats, line.stretch.first)))


def _touches(stretch: Stretch, period: Period) -> bool:
    return stretch.first < period.end and stretch.last >= period.start


def _come(desk: Desk) -> Iterator[DeliveryLine]:
    """The deliveries in force, and what they replaced."""
    rows = received_deliveries(desk.session, desk.association_id)
    plans = {plan.id for plan in desk.workspace.plans}
    for row in rows:
        place = desk.by_id.get(row.intervention_id or 0)
        if row.replaced_by is None and place is not None:
            older = _older(rows, row)
            differing = _differing(desk.session, [*older, row])
            received = row.received.date()
            yield DeliveryLine(
                place.key,
                place.name,
                Stretch(row.start, row.end),
                "corrected" if differing else "delivered",
                row.key,
                row.created,
                received,
                (received - row.end - DAY).days,
                len(older),
                differing,
                row.plan,
                row.plan is not None and row.plan not in plans,
            )


def _older(rows: Sequence[ReceivedRow], newest: ReceivedRow) -> list[ReceivedRow]:
    """What a delivery of the same days replaced, step by step, the oldest first.

    One for a part of its days had other numbers since it was of fewer days, and was not corrected.
    """
    found: list[ReceivedRow] = []
    wanted = newest.id
    for row in reversed(rows):
        if row.replaced_by == wanted and (row.start, row.end) == (newest.start, newest.end):
            found.insert(0, row)
            wanted = row.id
    return found


def _differing(session: Session, chain: Sequence[ReceivedRow]) -> int:
    return sum(differing_counts(session, one.id, other.id) for one, other in pairwise(chain))


def _entered(desk: Desk) -> Iterator[DeliveryLine]:
    """Stretches of counts that were entered by hand."""
    known = {
        (row.intervention_id, row.start, row.end)
        for row in received_deliveries(desk.session, desk.association_id)
    }
    found = delivered_stretches(desk.session, desk.association_id, ids_of(desk.places))
    for number, first, last in found:
        if (number, first, last) not in known:
            place = desk.by_id[number]
            yield DeliveryLine(place.key, place.name, Stretch(first, last), "delivered")


def _missing(desk: Desk) -> Iterator[DeliveryLine]:
    """The stretches after one that was delivered, as the work list has them."""
    names = {row.key: row.name for row in desk.places}
    for item in deliveries(desk):
        if item.insats and item.stretch:
            state: DeliveryState = "late" if item.state == "late" else "missing"
            yield DeliveryLine(
                item.insats, names[item.insats], item.stretch, state, days_late=item.days_late
            )


def _never(desk: Desk, period: Period, known: set[str]) -> Iterator[DeliveryLine]:
    """Individual interventions of a period that is over, with neither counts nor rows."""
    if period.is_open(desk.today):
        return
    scope = Scope(desk.association_id, period.start, period.end, desk.today, ids_of(desk.places))
    with_rows = interventions_with_rows(desk.session, scope)
    for place in desk.places:
        if place.key not in known and place.id not in with_rows and _is_expected(place, period):
            state, late = desk.state(period.end)
            yield DeliveryLine(
                place.key,
                place.name,
                Stretch(period.start, period.last_day),
                "late" if state == "late" else "missing",
                days_late=late,
            )


def _is_expected(place: InterventionRow, period: Period) -> bool:
    runs = place.runs_in(period.start, period.end)
    return runs and place.orientation == Orientation.INDIVIDUAL


def to_document(lines: Sequence[DeliveryLine]) -> list[dict[str, Any]]:
    """The lines as JSON, days in ISO form."""
    return [
        {
            "insats": line.insats,
            "name": line.name,
            "from": line.stretch.first.isoformat(),
            "to": line.stretch.last.isoformat(),
            "state": line.state,
            "delivery": line.delivery,
            "created": line.created,
            "received": line.received and line.received.isoformat(),
            "days_late": line.days_late,
            "replaces": line.replaces,
            "differing": line.differing,
            "plan": line.plan,
        }
        for line in lines
    ]

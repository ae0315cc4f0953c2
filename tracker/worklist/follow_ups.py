"""Follow-ups (*uppföljningar*) that are due, overdue and coming, and those that have stopped.

Reckoned from the exit by the calendar, at the months of the intervention. Answered, declined,
deceased, consent withdrawn, not to be contacted and voided stop the reminder and keep what is
recorded, with its day. Not reached does not: the try is shown beside it, and it is made again. A
try in vain after the plan's `grace_days` is the last one: what was not reached then is lost.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from db.tallies.due import FollowUpLine, Horizon, count_waiting, follow_ups_at
from tracker.periods import add_months, first_reaching
from tracker.registration.following import USUAL_MONTHS
from tracker.worklist.desk import EARLIEST, SOON, Desk
from tracker.worklist.model import WorkItem


def follow_ups(desk: Desk) -> tuple[list[WorkItem], list[WorkItem]]:
    """What is due, overdue or comes within `SOON` days, and what has stopped, with its day."""
    waiting: list[WorkItem] = []
    stopped: list[WorkItem] = []
    for horizon in _horizons(desk, desk.since, desk.today + timedelta(days=SOON + 1)):
        for line in follow_ups_at(desk.session, horizon):
            item = _item(desk, horizon.months, line)
            (stopped if item.has_stopped else waiting).append(item)
    return waiting, stopped


def follow_ups_ahead(desk: Desk) -> Iterator[WorkItem]:
    """What comes later than `SOON` days from now."""
    first = desk.today + timedelta(days=SOON + 1)
    longest = max(_by_months(desk), default=0)
    for horizon in _horizons(desk, first, add_months(desk.today, longest) + timedelta(days=1)):
        for line in follow_ups_at(desk.session, horizon):
            if not line.declined:
                yield _item(desk, horizon.months, line)


def count_older(desk: Desk) -> int:
    """How many follow-ups were due before the first day that is listed."""
    if desk.since == EARLIEST:
        return 0
    return sum(count_waiting(desk.session, each) for each in _horizons(desk, EARLIEST, desk.since))


def _horizons(desk: Desk, start: date, end: date) -> Iterator[Horizon]:
    """Each horizon with the exits whose day at it lies from start until before end."""
    for months, places in sorted(_by_months(desk).items()):
        first = EARLIEST if start == EARLIEST else first_reaching(start, months)
        exits = desk.exits(first, first_reaching(end, months))
        yield Horizon(exits, tuple(places), months, desk.today)


def _by_months(desk: Desk) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = defaultdict(list)
    for place in desk.places:
        for months in (place.follow_up_months or USUAL_MONTHS).split("+"):
            grouped[int(months)].append(place.id)
    return grouped


def _item(desk: Desk, months: int, line: FollowUpLine) -> WorkItem:
    day = add_months(line.end_date, months)
    state, late = desk.state(day)
    if line.declined:
        state = "declined"
    elif line.seen is not None and (line.seen - day).days > desk.grace_days:
        state = "lost"
    return WorkItem(
        kind="follow_up",
        state=state,
        insats=desk.by_id[line.intervention_id].key,
        deltagande=line.number,
        months=months,
        due=day,
        days_late=None if state in ("declined", "lost") else late,
        since=line.end_date,
        seen=line.seen,
    )

"""Survey rounds (*mätomgångar*): what was handed out and what has come back."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from db.tallies.rounds import Answered, answered
from db.tallies.scope import Scope
from db.tallies.surveys import Batch, mailings
from tracker.worklist.desk import Desk, ids_of
from tracker.worklist.model import SurveyRound, WorkItem

OPEN_DAYS = 60
"""Days after the hand-out, or after the last answer, in which answers are still waited for."""


def rounds(desk: Desk) -> tuple[SurveyRound, ...]:
    """The rounds of the days that are listed, the latest first."""
    tomorrow = desk.today + timedelta(days=1)
    chosen = None if desk.whole else ids_of(desk.places)
    scope = Scope(desk.association_id, desk.since, tomorrow, desk.today, chosen)
    handed_out = mailings(desk.session, scope, ())
    back = answered(desk.session, desk.association_id, desk.since, desk.today)
    found = (_round(desk, batch, handed_out, back) for batch in handed_out.keys() | back.keys())
    listed = [each for each in found if each and each.day and desk.since <= each.day <= desk.today]
    return tuple(sorted(listed, key=_order))


def open_rounds(desk: Desk, known: Iterable[SurveyRound]) -> Iterator[WorkItem]:
    """The rounds that answers are still waited for in."""
    begun = desk.today - timedelta(days=OPEN_DAYS)
    for each in known:
        latest = max(day for day in (each.day, each.last_answer) if day)
        if each.handed_out and each.answered < each.handed_out and latest >= begun:
            yield WorkItem("survey", "open", each.insats, since=each.day, round=each)


def _round(
    desk: Desk,
    batch: Batch,
    handed_out: dict[Batch, tuple[date | None, int]],
    back: dict[Batch, Answered],
) -> SurveyRound | None:
    place = desk.by_id.get(batch.intervention_id or 0)
    if place is None and not (desk.whole and batch.intervention_id is None):
        return None
    day, number = handed_out.get(batch, (None, None))
    came = back.get(batch)
    return SurveyRound(
        round=batch.round,
        group=batch.group,
        insats=place.key if place else None,
        day=day or (came.first if came else None),
        handed_out=number,
        answered=came.forms if came else 0,
        last_answer=came.last if came else None,
    )


def _order(each: SurveyRound) -> tuple[int, str, str, str]:
    return -(each.day.toordinal() if each.day else 0), each.round, each.group, each.insats or ""

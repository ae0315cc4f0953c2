"""What comes next when there is nothing to do now: the nearest follow-up or planned end."""

from collections.abc import Iterator
from datetime import timedelta

from db.tallies.board import interventions
from db.tallies.due import stays_over
from tracker.store_sentences import store_sentences
from tracker.worklist.desk import Desk, first_day_listed
from tracker.worklist.exits import planned_end
from tracker.worklist.follow_ups import follow_ups_ahead
from tracker.worklist.model import WorkItem
from tracker.workspace import Workspace


def next_item(workspace: Workspace) -> WorkItem | None:
    """The first thing that will be due after today; None when nothing is planned."""
    with store_sentences(), workspace.store.read() as session:
        places = tuple(interventions(session, workspace.association.id))
        desk = Desk(session, workspace, places, whole=True, since=first_day_listed(workspace.today))
        ahead = [*follow_ups_ahead(desk), *_exits_ahead(desk)]
    return min(ahead, key=lambda item: item.due or workspace.today, default=None)


def _exits_ahead(desk: Desk) -> Iterator[WorkItem]:
    """Ongoing episodes whose planned time will run out."""
    tomorrow = desk.today + timedelta(days=1)
    planned = {row.id: tomorrow for row in desk.places if row.planned_length or row.end}
    for line in stays_over(desk.session, desk.association_id, desk.today, planned):
        place = desk.by_id[line.intervention_id]
        day = planned_end(place, line.start_date)
        if day > desk.today:
            yield WorkItem(
                kind="exit",
                state="coming",
                insats=place.key,
                deltagande=line.number,
                due=day,
                days_late=(desk.today - day).days,
                since=line.start_date,
            )

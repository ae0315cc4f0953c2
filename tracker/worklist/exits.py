"""Exits (*avslut*) that are overdue, and those that lack an outcome that a goal needs."""

from collections.abc import Iterator
from datetime import date, timedelta

from db.tallies.board import InterventionRow
from db.tallies.due import stays_over
from db.tallies.missing import exits_lacking
from db.tallies.years import years_with_data
from tracker.measures.needed import needs_of
from tracker.periods import add_months, first_reaching, year_of
from tracker.validation.participants import EPISODES
from tracker.worklist.desk import Desk
from tracker.worklist.model import WorkItem

COLUMNS = {column.attribute: column.name for column in EPISODES.columns}


def exits(desk: Desk) -> Iterator[WorkItem]:
    """Ongoing episodes whose planned time has run out, or whose intervention has ended."""
    began = {row.id: day for row in desk.places if (day := _began_before(row, desk.today))}
    for line in stays_over(desk.session, desk.association_id, desk.today, began):
        place = desk.by_id[line.intervention_id]
        day = planned_end(place, line.start_date)
        state, late = desk.state(day)
        yield WorkItem(
            kind="exit",
            state=state,
            insats=place.key,
            deltagande=line.number,
            due=day,
            days_late=late,
            since=line.start_date,
        )


def _years(desk: Desk) -> range:
    """The years that are listed and hold data; each has its own plan."""
    known = years_with_data(desk.session, desk.association_id, desk.today)
    return range(max(known.start, desk.since.year), known.stop)


def _began_before(place: InterventionRow, today: date) -> date | None:
    """Episodes of the intervention that began before this day are to have ended by today."""
    tomorrow = today + timedelta(days=1)
    if place.end is not None and place.end <= today:
        return tomorrow
    if not place.planned_length:
        return None
    return first_reaching(tomorrow, place.planned_length)


def planned_end(place: InterventionRow, start: date) -> date:
    """The day on which a stay is to end: by the planned length, or as the intervention ends."""
    ends = [] if place.end is None else [place.end]
    if place.planned_length:
        ends.append(add_months(start, place.planned_length))
    return max(start, min(ends))


def outcomes(desk: Desk) -> Iterator[WorkItem]:
    """Exits that lack an outcome that a goal of their year needs; the latest first."""
    for year in reversed(_years(desk)):
        days = year_of(year)
        needs = needs_of(desk.workspace.plan_for(days.last_day), desk.places)
        end = min(days.end, desk.today + timedelta(days=1))
        for exit_ in exits_lacking(desk.session, desk.exits(days.start, end), needs):
            yield WorkItem(
                kind="outcome",
                state="missing",
                insats=desk.by_id[exit_.intervention_id].key,
                deltagande=exit_.number,
                since=exit_.end_date,
                columns=tuple(COLUMNS[name] for name in exit_.columns),
            )

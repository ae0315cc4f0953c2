"""Adding delivered counts (*antal*) to what the rows of the store give."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date

from db.codes import Sex
from db.tallies.board import InterventionRow
from db.tallies.delivered import CountRow, counts_inside, day_after
from db.tallies.participants import interventions_with_rows
from db.tallies.scope import Cell, ShareTally
from tracker.measures.figure import Figure, Measured, Reading
from tracker.measures.frame import Frame
from tracker.measures.shares import Cells, measured
from tracker.plans.model import Goal

Make = Callable[[ShareTally, Reading], Figure]


def with_deliveries(goal: Goal, frame: Frame, cells: Cells, make: Make) -> Measured:
    """The figure of the rows and of the counts that were delivered for the goal, together."""
    scope = frame.scope(frame.any_kind(goal))
    rows = counts_inside(frame.session, scope, goal.id)
    if not rows:
        return measured(cells, frame, make)
    totals = list(usable_stretches(rows))
    parts = [*cells, *(pair for total in totals for pair in _by_sex(*total))]
    together = measured(parts, frame, make)
    own = interventions_with_rows(frame.session, scope)
    resting = own | {cell.intervention_id for cell, _, _ in totals}
    divided = all(is_divided(group) for _, _, group in totals)
    flags = partly_delivered(rows) | _for_a_part(rows, frame, own)
    return replace(together, flags=flags, rests_on=len(resting), undivided=not divided)


def _for_a_part(rows: list[CountRow], frame: Frame, own: Collection[int]) -> frozenset[str]:
    """The flag of a figure of which some intervention has told for a part of the period only.

    While the period is open there is more to come, and the period says so itself.
    """
    if frame.period.is_open(frame.today):
        return frozenset()
    days: dict[int | None, list[tuple[date, date]]] = defaultdict(list)
    for row in rows:
        days[row.intervention_id].append((row.start, day_after(row.last_day)))
    known = {row.id: row for row in frame.interventions}
    lacks = any(
        number in known
        and number not in own
        and not _covers(spans, *_days_of(known[number], frame))
        for number, spans in days.items()
        if number is not None
    )
    return frozenset({"delivered_in_part"} if lacks else ())


def _days_of(place: InterventionRow, frame: Frame) -> tuple[date, date]:
    """The days of the period on which an intervention ran."""
    start, end = frame.period.start, frame.period.end
    first = start if place.start is None else max(start, place.start)
    return first, end if place.end is None else min(end, day_after(place.end))


def _covers(spans: Iterable[tuple[date, date]], first: date, end: date) -> bool:
    """Whether stretches of days leave no day out."""
    for start, after in sorted(spans):
        if start > first:
            break
        first = max(first, after)
    return first >= end


def partly_delivered(rows: list[CountRow]) -> frozenset[str]:
    """The flag of a figure for which some stretch was delivered hidden."""
    groups = stretches(rows)
    whole = len(list(usable_totals(rows))) == len(groups)
    return frozenset() if whole else frozenset({"partly_delivered"})


def usable_totals(rows: Iterable[CountRow]) -> Iterable[tuple[Cell, ShareTally]]:
    """One total for each intervention and stretch of days: the delivered one, else its parts."""
    return ((cell, total) for cell, total, _ in usable_stretches(rows))


def usable_stretches(
    rows: Iterable[CountRow],
) -> Iterable[tuple[Cell, ShareTally, list[CountRow]]]:
    """The same totals, each with the rows of its intervention and stretch of days."""
    for group in stretches(rows):
        chosen = total_rows(group)
        if not any(row.hidden or row.numerator is None for row in chosen):
            total = sum((tally_of(row) for row in chosen), ShareTally())
            yield Cell(intervention_id=group[0].intervention_id), total, group


def stretches(rows: Iterable[CountRow]) -> list[list[CountRow]]:
    """The rows of each intervention, stretch of days and part."""
    groups: dict[object, list[CountRow]] = defaultdict(list)
    for row in rows:
        groups[row.intervention_id, row.start, row.last_day, row.part].append(row)
    return list(groups.values())


def total_rows(group: list[CountRow]) -> list[CountRow]:
    """The row that is the total; without one, the parts by sex or by municipality that make it."""
    everywhere = [row for row in group if not row.municipality]
    if everywhere:
        both = [row for row in everywhere if row.sex is None]
        return both or everywhere
    by_place: dict[str, list[CountRow]] = defaultdict(list)
    for row in group:
        by_place[row.municipality].append(row)
    return [
        row
        for place in by_place.values()
        for row in ([total for total in place if total.sex is None] or place)
    ]


def is_divided(group: list[CountRow]) -> bool:
    """Whether the total of a stretch of days was told as women and men too.

    Where it was not, nobody in it is of unknown sex: the sex of them all is hidden, or not told.
    """
    parts = {
        row.sex: tally_of(row)
        for row in group
        if row.sex is not None
        and not row.municipality
        and not row.hidden
        and row.numerator is not None
    }
    whole = sum((tally_of(row) for row in total_rows(group)), ShareTally())
    return len(parts) == len(Sex) or sum(parts.values(), ShareTally()) == whole


def tally_of(row: CountRow) -> ShareTally:
    """A delivered count as a tally."""
    return ShareTally(
        eligible=row.denominator or 0,
        hits=row.numerator or 0,
        missing=row.missing or 0,
        worse=row.worse or 0,
    )


def _by_sex(
    cell: Cell, whole: ShareTally, rows: list[CountRow]
) -> Iterable[tuple[Cell, ShareTally]]:
    """A total as its parts by sex where they were shown, and the rest as unknown sex."""
    rest = whole
    for row in rows:
        is_shown = not row.hidden and row.numerator is not None
        if not row.municipality and row.sex is not None and is_shown:
            part = tally_of(row)
            rest = _less(rest, part)
            yield replace(cell, sex=row.sex), part
    if rest != ShareTally():
        yield cell, rest


def _less(whole: ShareTally, part: ShareTally) -> ShareTally:
    return ShareTally(
        whole.eligible - part.eligible,
        whole.hits - part.hits,
        whole.missing - part.missing,
        worse=whole.worse - part.worse,
    )

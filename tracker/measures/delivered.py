"""Adding delivered counts (*antal*) to what the rows of the store give."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from db.tallies.delivered import CountRow, counts_inside
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
    totals = list(usable_totals(rows))
    parts = [*cells, *(pair for total in totals for pair in _by_sex(total, rows))]
    together = measured(parts, frame, make)
    delivered_by = {row.intervention_id for row in rows}
    resting = {cell.intervention_id for cell, _ in totals}
    if len(resting) == len(delivered_by):
        return together
    own = interventions_with_rows(frame.session, scope)
    return replace(together, flags=frozenset({"partly_delivered"}), rests_on=len(resting | own))


def usable_totals(rows: Iterable[CountRow]) -> Iterable[tuple[Cell, ShareTally]]:
    """One total for each intervention and stretch of days: the delivered one, else its parts."""
    for group in _stretches(rows):
        chosen = _total_rows(group)
        if not any(row.hidden or row.numerator is None for row in chosen):
            total = sum((tally_of(row) for row in chosen), ShareTally())
            yield Cell(intervention_id=group[0].intervention_id), total


def _stretches(rows: Iterable[CountRow]) -> list[list[CountRow]]:
    groups: dict[object, list[CountRow]] = defaultdict(list)
    for row in rows:
        groups[row.intervention_id, row.start, row.last_day, row.part].append(row)
    return list(groups.values())


def _total_rows(group: list[CountRow]) -> list[CountRow]:
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


def tally_of(row: CountRow) -> ShareTally:
    """A delivered count as a tally."""
    return ShareTally(
        eligible=row.denominator or 0,
        hits=row.numerator or 0,
        missing=row.missing or 0,
        worse=row.worse or 0,
    )


def _by_sex(
    total: tuple[Cell, ShareTally], rows: list[CountRow]
) -> Iterable[tuple[Cell, ShareTally]]:
    """A total as its parts by sex where they were shown, and the rest as unknown sex."""
    cell, whole = total
    rest = whole
    for row in rows:
        mine = row.intervention_id == cell.intervention_id and not row.municipality
        if mine and row.sex is not None and not row.hidden and row.numerator is not None:
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

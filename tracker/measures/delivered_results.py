"""What deliveries hide from a standard table and tell with a goal: the same number is known."""

from collections.abc import Mapping
from dataclasses import replace

from sqlmodel import Session

from db.tallies.delivered import counts_inside
from db.tallies.scope import Cell, Scope, ShareTally
from db.tallies.tables import ALL
from tracker.measures.delivered import stretches, usable_totals
from tracker.measures.delivered_tables import Told
from tracker.measures.naming import TABLE, counted_as, is_of_all_exits
from tracker.plans.model import Goal, Plan

Hidden = tuple[int | None, str]
"""An intervention, and a category that its delivery hides from a table."""


def with_goals(session: Session, scope: Scope, plan: Plan, name: str, told: Told) -> Told:
    """A delivered table with the successes that deliveries hide from it and tell with a goal.

    An owner reports the totals of its goals as they are; of whom they are, women or men, is not
    told. Readers see of it what the door lets through, as of rows.
    """
    known = _known(session, scope, plan, name, told)
    if not known:
        return told
    cells = [*told.cells]
    for (number, part), reached in known.items():
        cells.append((Cell(intervention_id=number), {part: reached}))
    return replace(
        told,
        cells=cells,
        hidden=told.hidden - known.keys(),
        undivided=told.undivided | known.keys(),
    )


def _known(
    session: Session, scope: Scope, plan: Plan, name: str, told: Told
) -> Mapping[Hidden, int]:
    """By what is hidden, how many more there are than the table tells of."""
    found: dict[Hidden, int] = {}
    for number, part in told.hidden:
        goal = next((one for one in plan.goals if _counts(one, name, part)), None)
        if goal is None or number is None:
            continue
        total = _delivered(session, replace(scope, interventions=(number,)), goal)
        if total is not None and total.eligible == _told(told, number, ALL):
            found[number, part] = total.hits - _told(told, number, part)
    return {key: more for key, more in found.items() if more >= 0}


def _counts(goal: Goal, name: str, part: str) -> bool:
    return is_of_all_exits(goal) and counted_as(goal, goal.id) == (f"{TABLE}{name}", part)


def _delivered(session: Session, scope: Scope, goal: Goal) -> ShareTally | None:
    """What an intervention has delivered for a goal; None unless all of it is told."""
    rows = counts_inside(session, scope, goal.id)
    totals = [total for _, total in usable_totals(rows)]
    if not totals or len(totals) != len(stretches(rows)):
        return None
    return sum(totals, ShareTally())


def _told(told: Told, number: int, part: str) -> int:
    return sum(counts.get(part, 0) for cell, counts in told.cells if cell.intervention_id == number)

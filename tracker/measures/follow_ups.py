"""The measure `follow_up`: the same some months after the exit."""

from datetime import timedelta

from sqlalchemy import and_

from db.tallies import follow_ups as tally
from db.tallies import success as sql
from db.tallies.scope import Scope
from tracker.measures.delivered import with_deliveries
from tracker.measures.exits import base_of
from tracker.measures.figure import Measured
from tracker.measures.frame import Frame
from tracker.measures.shares import share_figure
from tracker.periods import Period, first_reaching
from tracker.plans.model import Goal


def follow_up(goal: Goal, frame: Frame) -> Measured:
    """Share that is where the goal wants them, of the exits whose day at the horizon has come."""
    base, success = follow_ups_counted(goal)
    came, to_come = exit_days(goal, frame)
    cells = tally.share_at_horizon(
        frame.session, came, goal.months, base, success, frame.dimensions
    )
    later = tally.still_to_come(frame.session, to_come, goal.months, base, frame.dimensions)
    return with_deliveries(goal, frame, [*cells, *later], share_figure)


def follow_ups_counted(goal: Goal) -> tuple[sql.Truth, sql.Truth]:
    """Who is in the base, but the deceased, and who succeeded at the horizon."""
    success = sql.Success(goal.success, goal.require)
    return and_(base_of(goal), _eligible(goal, success)), sql.at_follow_up(success)


def _eligible(goal: Goal, success: sql.Success) -> sql.Truth:
    if goal.among == "minskade":
        return and_(sql.eligible(sql.Success((sql.REDUCED,))), sql.reduced_at_exit().is_(True))
    return sql.eligible(success)


def exit_days(goal: Goal, frame: Frame) -> tuple[Scope, Scope]:
    """Days of exits whose horizon lies in the period: those that have come, those still to come."""
    tomorrow = frame.today + timedelta(days=1)
    turn = min(max(tomorrow, frame.period.start), frame.period.end)
    edges = [
        first_reaching(day, goal.months) for day in (frame.period.start, turn, frame.period.end)
    ]
    interventions = frame.individual(goal)
    came = frame.scope(interventions, Period(edges[0], edges[1], ""))
    to_come = frame.scope(interventions, Period(edges[1], edges[2], ""))
    return came, to_come

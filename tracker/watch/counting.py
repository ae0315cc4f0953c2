"""What came in day by day for a goal: exits of the store, and deliveries on their last day."""

from collections import defaultdict
from datetime import date

from sqlalchemy import and_

from db.tallies import success as sql
from db.tallies.days import share_of_exits_by_day
from db.tallies.delivered import CountRow, counts_inside
from db.tallies.scope import ShareTally
from tracker.measures.delivered import usable_totals
from tracker.measures.exits import base_of
from tracker.measures.frame import Frame
from tracker.plans.model import Goal
from tracker.watch.looking import Day


def days_of(goal: Goal, frame: Frame) -> list[Day]:
    """The days on which something came in, in order; they add up to the goal's figure."""
    sums: dict[date, ShareTally] = defaultdict(ShareTally)
    for day, tally in [*_exits(goal, frame), *_deliveries(goal, frame)]:
        sums[day] += tally
    return sorted(sums.items(), key=lambda pair: pair[0])


def _exits(goal: Goal, frame: Frame) -> list[Day]:
    base, success = base_of(goal), sql.started_or_increased()
    if goal.measure == "exits":
        wanted = sql.Success(goal.success, goal.require)
        base, success = and_(base, sql.eligible(wanted)), sql.at_exit(wanted)
    scope = frame.scope(frame.individual(goal))
    return share_of_exits_by_day(frame.session, scope, base, success)


def _deliveries(goal: Goal, frame: Frame) -> list[Day]:
    scope = frame.scope(frame.any_kind(goal))
    by_day: dict[date, list[CountRow]] = defaultdict(list)
    for row in counts_inside(frame.session, scope, goal.id):
        by_day[row.last_day].append(row)
    return [(day, tally) for day, rows in by_day.items() for _, tally in usable_totals(rows)]

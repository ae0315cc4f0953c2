"""Measures on exits: `exits`, `started_or_increased` and `before_after`."""

from fractions import Fraction

from sqlalchemy import and_

from db.tallies import exits as tally
from db.tallies import success as sql
from db.tallies.scope import ShareTally
from tracker.measures.delivered import with_deliveries
from tracker.measures.figure import Figure, Measured, Reading
from tracker.measures.frame import Frame
from tracker.measures.shares import share_figure
from tracker.plans.model import Goal
from tracker.stats import paired_interval


def exits(goal: Goal, frame: Frame) -> Measured:
    """Share of the exits of the period that reached what the goal calls a success."""
    return _share(goal, frame, *exits_counted(goal))


def started_or_increased(goal: Goal, frame: Frame) -> Measured:
    """Share of the exits with more work or study than at the entry."""
    return _share(goal, frame, *increases_counted(goal))


def exits_counted(goal: Goal) -> tuple[sql.Truth, sql.Truth]:
    """Who is in the base of `exits`, and who succeeded."""
    success = sql.Success(goal.success, goal.require)
    return and_(base_of(goal), sql.eligible(success)), sql.at_exit(success)


def increases_counted(goal: Goal) -> tuple[sql.Truth, sql.Truth]:
    """Who is in the base of `started_or_increased`, and who succeeded."""
    return base_of(goal), sql.started_or_increased()


def base_of(goal: Goal) -> sql.Truth:
    """The exits that the goal's `denominator` and `exclude` keep."""
    return tally.in_base(completed_only=goal.denominator == "fullföljda", exclude=goal.exclude)


def _share(goal: Goal, frame: Frame, base: sql.Truth, success: sql.Truth) -> Measured:
    scope = frame.scope(frame.individual(goal))
    cells = tally.share_of_exits(frame.session, scope, base, success, frame.dimensions)
    return with_deliveries(goal, frame, cells, share_figure)


def before_after(goal: Goal, frame: Frame) -> Measured:
    """Change on the same persons from entry to exit."""
    scope = frame.scope(frame.individual(goal))
    cells = tally.pairs_of_exits(
        frame.session,
        scope,
        base_of(goal),
        goal.variable,
        frame.dimensions,
        higher_is_better=goal.better == "higher",
    )
    return with_deliveries(goal, frame, cells, pairs_figure)


def pairs_figure(pairs: ShareTally, reading: Reading) -> Figure:
    """(better - worse) / pairs with the Tango interval; positive is always an improvement."""
    n = pairs.eligible - pairs.missing
    low = high = None
    if n and reading.has_interval:
        same = n - pairs.hits - pairs.worse
        low, high = paired_interval(0, pairs.hits, pairs.worse, same, confidence=reading.confidence)
    return Figure(
        x=pairs.hits,
        worse=pairs.worse,
        n=n,
        value=Fraction(pairs.hits - pairs.worse, n) if n else None,
        persons=n,
        eligible=pairs.eligible,
        missing=pairs.missing,
        known=n,
        excluded=pairs.excluded,
        low=low,
        high=high,
        method="tango" if low is not None else None,
    )

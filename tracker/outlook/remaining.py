"""How many exits are still to come before a period ends.

What is known is taken, intervention by intervention: planned lengths first, the same days of the
year before else. Where an intervention has neither, the year before gives its pace, as a guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from sqlalchemy import true

from db.tallies import success as sql
from db.tallies.ongoing import OngoingTally, ongoing
from db.tallies.participants import interventions_with_rows
from tracker.measures import Figure, Frame, evaluate
from tracker.periods import Period, add_months, first_reaching, year_before
from tracker.plans.model import Goal

Basis = Literal["planned", "last_year", "planned_and_last_year", "pace"]
GUESSES = (Fraction(4, 5), Fraction(1), Fraction(6, 5))
"""The scenarios where only a pace is known: a fifth fewer, as many, a fifth more."""
ByIntervention = Mapping[str | None, int]


@dataclass(frozen=True)
class Remaining:
    """Exits still to come, and what the number rests on."""

    basis: Basis
    number: int
    guesses: tuple[int, ...] = ()
    """Fewer, as many and more, where the number is only a pace."""


def remaining_of(goal: Goal, figure: Figure, frame: Frame) -> Remaining:
    """The exits that a goal has still to come in an open period."""
    there = _ongoing(goal, frame)
    planned = _planned(frame, there)
    active = {row.key for row in frame.interventions if row.id in there} | _with_exits(goal, frame)
    lacking = active - planned.keys()
    if not lacking:
        return Remaining("planned", sum(planned.values()))
    before = _same_days_last_year(goal, frame)
    if not lacking <= before.keys():
        return _by_pace(goal, figure, frame)
    number = sum(planned.values()) + sum(before[key] for key in lacking)
    return Remaining("planned_and_last_year" if sum(planned.values()) else "last_year", number)


def _planned(frame: Frame, there: Mapping[int, OngoingTally]) -> dict[str, int]:
    """Planned exits of the interventions that plan a length and are followed row by row."""
    by_rows = interventions_with_rows(frame.session, frame.scope(None)) | there.keys()
    return {
        row.key: there[row.id].planned if row.id in there else 0
        for row in frame.interventions
        if row.planned_length is not None and row.id in by_rows
    }


def _ongoing(goal: Goal, frame: Frame) -> dict[int, OngoingTally]:
    """Who is there now and can count for the goal, with those that should end in time."""
    began_before = {
        row.id: first_reaching(frame.period.end, row.planned_length)
        for row in frame.interventions
        if row.planned_length is not None
    }
    can_count = sql.eligible(sql.Success(goal.success)) if goal.success else true()
    scope = frame.scope(frame.individual(goal))
    return ongoing(frame.session, scope, can_count, began_before)


def _with_exits(goal: Goal, frame: Frame) -> set[str]:
    """Interventions that had exits in the period, so that more may come."""
    return {key for key in _exits(goal, frame, frame.period) if key is not None}


def _exits(goal: Goal, frame: Frame, period: Period) -> ByIntervention:
    """The base of the goal by intervention, by its own measure."""
    within = replace(frame, period=period, by=("insats",))
    parts = evaluate(goal, within).splits["insats"]
    return {key: int(figure.n) for key, figure in parts.items() if figure.n}


def _same_days_last_year(goal: Goal, frame: Frame) -> dict[str, int]:
    """Exits of the year before from the day after today on, of interventions where they are known.

    Counts delivered for the whole year do not say when its exits were: then the days before and
    after do not add up to the year.
    """
    whole = year_before(frame.period)
    turn = add_months(frame.today + timedelta(days=1), -12)
    first = _exits(goal, frame, replace(whole, end=turn))
    second = _exits(goal, frame, replace(whole, start=turn))
    exits = _exits(goal, frame, whole)
    there = interventions_with_rows(frame.session, frame.scope(None, whole))
    known = {row.key for row in frame.interventions if row.id in there} | exits.keys()
    return {
        key: second.get(key, 0)
        for key in known
        if key is not None and first.get(key, 0) + second.get(key, 0) == exits.get(key, 0)
    }


def _by_pace(goal: Goal, figure: Figure, frame: Frame) -> Remaining:
    """As many a day as the year before; without any then, as many a day as so far."""
    tomorrow = frame.today + timedelta(days=1)
    left = _days(tomorrow, frame.period.end)
    before = evaluate(goal, replace(frame, period=year_before(frame.period), by=())).total
    exits = int(before.n or 0)
    days = _days(frame.period.start, frame.period.end)
    if not exits:
        exits, days = int(figure.n or 0), _days(frame.period.start, tomorrow)
    fewer, same, more = (round(exits * left * guess / days) for guess in GUESSES)
    return Remaining("pace", same, (fewer, same, more))


def _days(start: date, end: date) -> int:
    return (end - start).days

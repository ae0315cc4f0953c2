"""The figure of the same days a year earlier, as it was defined then, beside this one."""

from dataclasses import dataclass, field, replace

from tracker.goals.definition import has_changed
from tracker.measures import Figure, Frame, evaluate
from tracker.measures.differences import Difference, difference
from tracker.measures.figure import ON_PERSONS, reading_of
from tracker.periods import year_before
from tracker.plans.model import Goal, Plan


@dataclass(frozen=True)
class Earlier:
    """The goal as the plan of the year before has it."""

    goal: Goal
    plan: Plan


@dataclass(frozen=True)
class LastPeriod:
    """What the year before had, and how far from it this year is."""

    label: str
    figure: Figure
    difference: Difference = field(default_factory=Difference)
    """Nothing across a changed definition, in an open period, or of few persons."""
    is_comparable: bool = True
    """The goal was defined in the same way."""
    sentence: str = ""
    """In the reader's language; the scorecard fills it in."""
    hidden: str | None = None
    goal: Goal | None = None
    """As the plan of that year has it."""


def earlier_in(plan: Plan | None, goal: Goal) -> Earlier | None:
    """The goal in another plan, by its id."""
    if plan is None:
        return None
    return next((Earlier(found, plan) for found in plan.goals if found.id == goal.id), None)


def changed_since(earlier: Earlier | None, goal: Goal, plan: Plan) -> bool:
    """Whether the goal's definition is another than the year before."""
    return earlier is not None and has_changed(goal, plan, earlier.goal, earlier.plan)


def last_period_of(
    goal: Goal, figure: Figure, frame: Frame, earlier: Earlier | None
) -> LastPeriod | None:
    """The year before beside a figure of persons; None where that has nothing."""
    if earlier is None or goal.measure not in ON_PERSONS:
        return None
    period = year_before(frame.period)
    reading = reading_of(earlier.goal, earlier.plan)
    then = replace(
        frame, period=period, plan=earlier.plan, reading=reading, by=(), with_parts=False
    )
    before = evaluate(earlier.goal, then).total
    if before.value is None:
        return None
    comparable = not changed_since(earlier, goal, frame.plan)
    fewest = min(figure.persons or 0, before.persons or 0)
    told = comparable and not frame.period.is_open(frame.today)
    if not told or fewest < frame.reading.min_judge or frame.reading.inference == "outcome":
        return LastPeriod(period.label, before, is_comparable=comparable, goal=earlier.goal)
    apart = difference(figure, before, frame.reading.confidence)
    return LastPeriod(period.label, before, apart, goal=earlier.goal)

"""Measures without persons or money: checklists, figures entered by hand, the board's own words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from db.tallies.board import ActivityRow, activities, assessments, keeps_activities
from tracker.measures.comparing import reaches, within
from tracker.measures.figure import Detail, Figure, Measured
from tracker.measures.frame import Frame
from tracker.periods import add_months
from tracker.plans.model import Every, Goal


@dataclass(frozen=True)
class Item:
    """An item of a checklist: its last day, and when it was done."""

    label: str
    due: date
    done: date | None

    @property
    def done_in_time(self) -> bool:
        """Done by its day."""
        return self.done is not None and self.done <= self.due


def checklist(goal: Goal, frame: Frame) -> Measured:
    """Items done by their day, of those whose day has come or which are done.

    Where nobody has written down any activity yet, there is no data: not done is what is said.
    """
    if not keeps_activities(frame.session, frame.association_id):
        return _not_kept(goal, frame)
    rows = _happened(activities(frame.session, frame.association_id, goal.id), frame.today)
    if goal.every is not None:
        return _every(goal, goal.every, frame, rows)
    period = frame.period
    inside = [item for item in items_of(goal, rows) if period.start <= item.due < period.end]
    counted = [item for item in inside if item.due <= frame.today or item.done is not None]
    figure = _share(goal, sum(item.done_in_time for item in counted), len(counted))
    details = tuple(_detail(item) for item in inside)
    later = len(inside) - len(counted)
    return Measured(
        Figure(
            x=figure.x,
            n=figure.n,
            value=figure.value,
            not_due=later,
            exact=True,
            met=figure.met,
            details=details,
        )
    )


def _detail(item: Item) -> Detail:
    done = None if item.done is None else item.done.isoformat()
    return Detail(item.label, {"due": item.due.isoformat(), "done": done, "met": item.done_in_time})


def _not_kept(goal: Goal, frame: Frame) -> Measured:
    """What the plan lists, untold; measured later while all of it is still to come."""
    start, end = frame.period.start, frame.period.end
    inside = [item for item in items_of(goal, ()) if start <= item.due < end]
    later = [item for item in inside if item.due > frame.today]
    return Measured(
        Figure(
            exact=True,
            not_due=len(later) if later == inside else 0,
            details=(
                *(Detail(item.label, {"due": item.due.isoformat()}) for item in inside),
                *(Detail(name, {}) for name in (goal.every.who if goal.every else ())),
            ),
        )
    )


def _happened(rows: Iterable[ActivityRow], today: date) -> list[ActivityRow]:
    """The activities, what is done after today not being done yet."""
    return [
        replace(row, done=None) if row.done is not None and row.done > today else row
        for row in rows
    ]


def _share(goal: Goal, x: int, n: int) -> Figure:
    value = Fraction(x, n) if n else None
    return Figure(x=x, n=n, value=value, exact=True, met=reaches(value, goal))


def items_of(goal: Goal, rows: Iterable[ActivityRow]) -> list[Item]:
    """The plan's items and those of `aktiviteter`; a row without a day says when one was done."""
    rows = list(rows)
    done = {(row.label, row.due): row.done for row in rows}
    listed = [(item.label, item.due) for item in goal.items]
    dated = [(row.label, row.due) for row in rows if row.due is not None]
    undated = _first_done(row for row in rows if row.due is None)
    return [
        Item(label, due, done.get((label, due)) or undated.get(label))
        for label, due in dict.fromkeys([*listed, *dated])
    ]


def _first_done(rows: Iterable[ActivityRow]) -> dict[str, date]:
    first: dict[str, date] = {}
    for row in rows:
        if row.done is not None:
            first[row.label] = min(row.done, first.get(row.label, row.done))
    return first


def _every(goal: Goal, every: Every, frame: Frame, rows: list[ActivityRow]) -> Measured:
    """Each of `who` visited within the last months before the period's end."""
    since = add_months(frame.period.end, -every.months)
    visited = {
        row.label for row in rows if row.done is not None and since <= row.done < frame.period.end
    }
    figure = _share(goal, sum(name in visited for name in every.who), len(every.who))
    details = tuple(Detail(name, {"met": name in visited}) for name in every.who)
    return Measured(
        Figure(
            x=figure.x,
            n=figure.n,
            value=figure.value,
            exact=True,
            met=figure.met,
            details=details,
        )
    )


def number(goal: Goal, frame: Frame) -> Measured:
    """A figure entered by hand for the period."""
    found = assessments(frame.session, frame.association_id, frame.period.label).get(goal.id)
    if found is None or found.value is None:
        return Measured(Figure(exact=True))
    value = Fraction(Decimal(found.value))
    return Measured(Figure(x=value, value=value, exact=True, met=within(value, goal.min, goal.max)))


def assessment(_goal: Goal, _frame: Frame) -> Measured:
    """Nothing is counted; the status is the board's word, see `tracker.goals.status`."""
    return Measured(Figure(exact=True))

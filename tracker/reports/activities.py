"""Activities and registrations behind goals: what is done, what is not, what is still to come."""

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.measures.figure import Detail
from tracker.reports.drafts import DraftSection
from tracker.reports.model import AnyCell, Cell, Column, Table
from tracker.reports.numbered import Numbered
from tracker.wording import Language
from tracker.wording.details import late_text
from tracker.wording.figures import fact_text

LISTED = ("checklist", "reporting")


def activity_section(language: Language, goals: Sequence[Numbered], as_of: date) -> DraftSection:
    """One row a goal: what is done and what is not, by name."""
    heading = language.text("Activities")
    rows = tuple(
        _row(language, one, as_of)
        for one in goals
        if one.card.goal.measure in LISTED and one.card.figure.details
    )
    if not rows:
        none = language.text("No goal of the plan lists activities.")
        return DraftSection(heading, (none,), key="aktiviteter")
    columns = (
        Column(language.text("Goal"), width=40),
        Column(language.text("Outcome"), width=22),
        Column(language.text("Done"), width=46),
        Column(language.text("Not done, or too late"), width=40),
    )
    table = Table(heading, heading, columns, rows)
    return DraftSection(heading, (), (table,), key="aktiviteter")


def _row(language: Language, one: Numbered, as_of: date) -> tuple[AnyCell, ...]:
    details = one.card.figure.details
    fact = fact_text(language, one.card.goal, one.card.figure) or one.card.label
    done = [detail for detail in details if detail.values.get("met") is True]
    left = [detail for detail in details if detail.values.get("met") is False]
    told = "; ".join(detail.label for detail in done)
    if one.card.goal.measure == "reporting" and not left:
        told = language.text("all of them")
    return (
        Cell(one.name),
        Cell(fact),
        Cell(told),
        Cell("; ".join(_left(language, left, as_of))),
    )


def _left(language: Language, details: Iterable[Detail], as_of: date) -> Iterable[str]:
    """What is not done, with its day where that is still to come, or when it was done late."""
    for detail in details:
        due = detail.values.get("due")
        day = date.fromisoformat(due) if isinstance(due, str) else None
        late = late_text(language, detail)
        if late:
            yield f"{detail.label} ({late})"
        elif day is not None and day > as_of:
            yield language.text("{name} (due {day})", name=detail.label, day=language.day(day))
        else:
            yield detail.label

"""Small tables that goals rest on: money, activities, assessments, interventions."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from db.columns import col
from db.once import once
from db.tables import Activity, Assessment, Intervention, Money


@dataclass(frozen=True)
class InterventionRow:
    """An intervention (*insats*) as far as goals need it."""

    id: int
    key: str
    name: str
    orientation: str
    start: date | None
    end: date | None
    planned_min: int | None
    planned_max: int | None
    planned_length: int | None
    follow_up_months: str | None

    def runs_in(self, start: date, end: date) -> bool:
        """Whether it runs at some time from start until before end."""
        began = self.start is None or self.start < end
        return began and (self.end is None or self.end >= start)


@once
def interventions(session: Session, association_id: int) -> list[InterventionRow]:
    """All interventions of an association, by key."""
    names = InterventionRow.__dataclass_fields__
    rows = session.execute(
        select(*(col(getattr(Intervention, name)) for name in names))
        .where(col(Intervention.association_id) == association_id)
        .order_by(col(Intervention.key))
    )
    return [InterventionRow(*row) for row in rows]


@dataclass(frozen=True)
class MoneyRow:
    """One row of money, in öre; `through` None is the whole year."""

    year: int
    through: date | None
    kind: str
    intervention_id: int | None
    label: str
    budget: int | None
    granted: int | None
    requisitioned: int | None
    outcome: int | None
    forecast: int | None


@once
def money(session: Session, association_id: int, years: range) -> list[MoneyRow]:
    """The money rows of some years."""
    names = tuple(MoneyRow.__dataclass_fields__)
    query = select(*(col(getattr(Money, name)) for name in names)).where(
        col(Money.association_id) == association_id,
        col(Money.year) >= years.start,
        col(Money.year) < years.stop,
    )
    return [MoneyRow(*row) for row in session.execute(query)]


@dataclass(frozen=True)
class ActivityRow:
    """An activity of a checklist goal."""

    label: str
    due: date | None
    done: date | None


def activities(session: Session, association_id: int, goal: str) -> list[ActivityRow]:
    """The activities of a goal."""
    return _activities(session, association_id).get(goal, [])


def keeps_activities(session: Session, association_id: int) -> bool:
    """Whether an activity of any goal is written down, done or not."""
    return bool(_activities(session, association_id))


@once
def _activities(session: Session, association_id: int) -> dict[str, list[ActivityRow]]:
    """Those of all goals, which are few, by goal."""
    query = (
        select(col(Activity.goal), col(Activity.label), col(Activity.due), col(Activity.done))
        .where(col(Activity.association_id) == association_id)
        .order_by(col(Activity.due), col(Activity.label), col(Activity.done))
    )
    found: dict[str, list[ActivityRow]] = defaultdict(list)
    for goal, *row in session.execute(query):
        found[goal].append(ActivityRow(*row))
    return found


@dataclass(frozen=True)
class AssessmentRow:
    """The board's own assessment of a goal for a period."""

    goal: str
    verdict: str | None
    comment: str | None
    value: str | None


@once
def assessments(session: Session, association_id: int, period: str) -> dict[str, AssessmentRow]:
    """The assessments of a period by goal."""
    query = select(
        col(Assessment.goal),
        col(Assessment.verdict),
        col(Assessment.comment),
        col(Assessment.value),
    ).where(col(Assessment.association_id) == association_id, col(Assessment.period) == period)
    return {row[0]: AssessmentRow(*row) for row in session.execute(query)}

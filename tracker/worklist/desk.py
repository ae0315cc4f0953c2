"""What every part of the work list looks at: whose rows, as of which day, from which day on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlmodel import Session

from db.tallies.board import InterventionRow
from db.tallies.missing import ExitDays
from tracker.periods import year_of
from tracker.worklist.model import State
from tracker.workspace import Workspace

EARLIEST = date(1900, 1, 1)
SOON = 30
"""Days within which what is coming is shown."""


@dataclass(frozen=True)
class Desk:
    """An open session, the interventions that are asked about, and how far back to look."""

    session: Session
    workspace: Workspace
    places: tuple[InterventionRow, ...]
    whole: bool
    """All interventions, and what belongs to none."""
    since: date
    """What was due before belongs to years that have been accounted for."""

    @property
    def today(self) -> date:
        """The day that is reckoned from."""
        return self.workspace.today

    @property
    def association_id(self) -> int:
        """Whose rows."""
        return self.workspace.association.id

    @cached_property
    def grace_days(self) -> int:
        """Days after which what is overdue is late, by the plan of today."""
        plan = self.workspace.plan_for(self.today)
        return plan.settings.grace_days if plan else 0

    @cached_property
    def by_id(self) -> dict[int, InterventionRow]:
        """The interventions by their number."""
        return {row.id: row for row in self.places}

    def exits(self, start: date, end: date) -> ExitDays:
        """Exits of some days."""
        return ExitDays(self.association_id, start, end)

    def state(self, day: date) -> tuple[State, int]:
        """How something that is due on a day stands, and how many days late it is."""
        late = (self.today - day).days
        if late < 0:
            return "coming", late
        if late == 0:
            return "due", 0
        return ("late" if late > self.grace_days else "overdue"), late


def first_day_listed(today: date) -> date:
    """The first day of last year: the figures of earlier years have been accounted for."""
    return year_of(today.year - 1).start


def ids_of(places: Iterable[InterventionRow]) -> tuple[int, ...]:
    """The numbers of interventions."""
    return tuple(row.id for row in places)

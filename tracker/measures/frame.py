"""The frame of a measurement: whose rows, which days, which plan, split by what."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from db.codes import Orientation
from db.tallies.board import InterventionRow
from db.tallies.scope import Cell, Scope
from tracker.measures.figure import Reading
from tracker.periods import Period
from tracker.plans.model import Goal, Plan

SPLITS = {"kön": "sex", "insats": "intervention_id", "kommun": "municipality"}
"""Names of splits as people ask for them, and the attribute of a cell."""


@dataclass(frozen=True)
class Frame:
    """Everything a measure needs beside its goal."""

    session: Session
    association_id: int
    today: date
    period: Period
    plan: Plan
    interventions: tuple[InterventionRow, ...]
    reading: Reading
    by: tuple[str, ...] = ()
    """Names of splits."""
    with_parts: bool = True
    """Whether a survey's indicators are shown one by one too."""

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The attributes of a cell that the splits need."""
        return tuple(SPLITS[name] for name in self.by)

    def scope(self, interventions: tuple[int, ...] | None, period: Period | None = None) -> Scope:
        """What a tally should look at: the period of the frame, or another one."""
        days = period or self.period
        return Scope(self.association_id, days.start, days.end, self.today, interventions)

    def key_of(self, split: str, cell: Cell) -> str | None:
        """The part of a split that a cell belongs to."""
        value = getattr(cell, SPLITS[split])
        if split != "insats":
            return None if value is None else str(value)
        return next((row.key for row in self.interventions if row.id == value), None)

    def named(self, goal: Goal) -> tuple[InterventionRow, ...]:
        """The interventions that the goal names."""
        return tuple(row for row in self.interventions if row.key in goal.insatser)

    def individual(self, goal: Goal) -> tuple[int, ...]:
        """For measures on episodes: the named interventions, else all individual ones."""
        chosen = self.named(goal) if goal.insatser else self._individual_ones()
        return tuple(row.id for row in chosen)

    def any_kind(self, goal: Goal) -> tuple[int, ...] | None:
        """For surveys: the named interventions, else all and answers that name none."""
        return tuple(row.id for row in self.named(goal)) if goal.insatser else None

    def _individual_ones(self) -> tuple[InterventionRow, ...]:
        return tuple(row for row in self.interventions if row.orientation == Orientation.INDIVIDUAL)

"""What a finished scorecard (*målredovisning*) consists of: values, ready to be shown anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.goals.status import Status
from tracker.measures.figure import Figure, Reading
from tracker.outlook import CallBacks, Clarity, Forecast, LastPeriod
from tracker.periods import Period
from tracker.plans.model import Goal, Plan

if TYPE_CHECKING:
    from tracker.privacy.counts import Count, Publication, Reason

Hidden = str
"""Why a published cell is hidden: small, complementary or earlier. A hidden cell has no figure."""


@dataclass(frozen=True)
class PartCard:
    """The figure of one part of a split."""

    key: str | None
    """None: unknown."""
    name: str
    figure: Figure
    status: Status
    label: str
    hidden: Hidden | None = None
    is_partial: bool = False
    """Some deliveries do not tell of women and men, so that these are not all of them."""


@dataclass(frozen=True)
class LineCard:
    """The status against a further line of the goal."""

    label: str
    target: Fraction
    status: Status


@dataclass(frozen=True)
class Before:
    """The figure of the year before, for goals to do better, and the difference's interval."""

    figure: Figure
    low: float | None
    high: float | None
    hidden: Hidden | None = None


@dataclass(frozen=True)
class GoalCard:
    """A goal with its figure, its status and what to say about it."""

    goal: Goal
    figure: Figure
    reading: Reading
    status: Status
    label: str
    sentence: str
    flags: tuple[str, ...] = ()
    lines: tuple[LineCard, ...] = ()
    splits: dict[str, tuple[PartCard, ...]] = field(default_factory=dict)
    before: Before | None = None
    verdict: str | None = None
    """The board's own assessment (*bedömning*); it never alters a figure."""
    comment: str | None = None
    rests_on: int | None = None
    forecast: Forecast | None = None
    """Of an open period."""
    clarity: Clarity | None = None
    """Of an unclear status."""
    call_backs: CallBacks | None = None
    """Where outcomes are missing."""
    last_period: LastPeriod | None = None
    """The same days a year earlier."""
    gap: str = ""
    """How women and men differ, in words; of a card that is looked at by itself."""
    hidden: Hidden | None = None
    counts: "Mapping[Count, Reason | None]" = field(default_factory=dict, compare=False, repr=False)
    """Of one that is published: the counts behind it, and why those are hidden that it hides."""


@dataclass(frozen=True)
class Scorecard:
    """All goals of a plan for a period, as of a day."""

    association: str
    plan: Plan
    period: Period
    as_of: date
    published: bool
    goals: tuple[GoalCard, ...]
    publication: "Publication | None" = field(default=None, compare=False, repr=False)
    """Of one that is published: its counts, for the store to remember when it is handed out."""

    def goal(self, goal_id: str) -> GoalCard | None:
        """The card of a goal."""
        return next((card for card in self.goals if card.goal.id == goal_id), None)

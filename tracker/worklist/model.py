"""What the work list holds: values, ready to be shown anywhere."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

Kind = Literal["follow_up", "exit", "outcome", "survey", "delivery"]
State = Literal["coming", "due", "overdue", "late", "missing", "open", "declined", "lost"]
"""Late: overdue by more than the plan's `grace_days`. Lost: tried in vain when it was late already.

Declined and lost are only among what has stopped.
"""


@dataclass(frozen=True)
class SurveyRound:
    """What was handed out in a round to one group, and how much of it has come back."""

    round: str
    """`omgång`"""
    group: str
    """`grupp`"""
    insats: str | None
    day: date | None
    """When it was handed out, else the day of the first answer."""
    handed_out: int | None
    """None: answers came in without it being said how many forms were handed out."""
    answered: int
    last_answer: date | None = None

    @property
    def rate(self) -> Fraction | None:
        """The response rate; None where it is not known how many forms were handed out."""
        return Fraction(self.answered, self.handed_out) if self.handed_out else None


@dataclass(frozen=True)
class Stretch:
    """The days that a delivery is to cover; `last` belongs to them."""

    first: date
    last: date


@dataclass(frozen=True)
class WorkItem:
    """One thing to do, or one that has stopped."""

    kind: Kind
    state: State
    insats: str | None
    """Short id of the intervention."""
    deltagande: str | None = None
    """The running number."""
    months: int | None = None
    """Follow-ups: how long after the exit."""
    due: date | None = None
    days_late: int | None = None
    """Negative: so many days are left."""
    since: date | None = None
    """The day that it is reckoned from: the exit, or for an exit that is due the start."""
    seen: date | None = None
    """Follow-ups: the day of the try that reached nobody, or of the decline."""
    columns: tuple[str, ...] = ()
    """Outcomes: what is missing, by the Swedish names of the columns."""
    round: SurveyRound | None = None
    stretch: Stretch | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """What it is about, whatever its state: the same thing in a list that is made later."""
        about = self.round and (self.round.round, self.round.group)
        return self.kind, self.insats, self.deltagande, self.months, about, self.stretch

    @property
    def has_stopped(self) -> bool:
        """Whether nothing reminds of it any more."""
        return self.state in ("declined", "lost")

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed."""
        return self.state in ("overdue", "late")


@dataclass(frozen=True)
class WorkList:
    """What there is to do, the most overdue first."""

    day: date
    insats: str | None
    """The intervention that was asked for; None: all."""
    items: tuple[WorkItem, ...]
    stopped: tuple[WorkItem, ...]
    """Follow-ups that were declined or lost, with the day: nothing reminds of them any more."""
    rounds: tuple[SurveyRound, ...]
    """The survey rounds of this year and the last, also those that are finished."""

    @property
    def overdue(self) -> int:
        """How many are overdue."""
        return sum(item.is_overdue for item in self.items)

"""What a trend consists of: a goal's figure year by year, and what they say together."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tracker.goals.status import Status
from tracker.measures.figure import Figure, Reading
from tracker.plans.model import Goal
from tracker.stats import Trend

Word = Literal["rising", "falling", "no clear trend"]


@dataclass(frozen=True)
class TrendYear:
    """The goal in one year, by the plan of that year."""

    year: int
    goal: Goal
    figure: Figure
    status: Status
    label: str
    """The status in words."""
    flags: tuple[str, ...] = ()
    is_open: bool = False
    other_definition: bool = False
    """Defined in another way than in the latest year."""
    after_break: bool = False
    """Defined in another way than in the year before it here: no line is drawn between them."""
    in_trend: bool = False
    """One of the years that the trend is computed from."""
    hidden: str | None = None


@dataclass(frozen=True)
class Change:
    """The later of two years minus the earlier, where there are too few for a trend."""

    first: int
    last: int
    value: Fraction
    low: float
    high: float
    clear: bool


@dataclass(frozen=True)
class TrendSeries:
    """Years beside each other, oldest first."""

    goal: Goal
    """As the latest plan has it."""
    reading: Reading
    years: tuple[TrendYear, ...]
    trend: Trend | None = None
    """Of three or more whole years with one definition; None else."""
    word: Word | None = None
    change: Change | None = None
    """Of two such years."""
    sentence: str = ""
    published: bool = False

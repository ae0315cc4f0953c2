"""What a comparison of interventions consists of: a funnel, and the gap of women and men."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from db.codes import Sex
from tracker.measures.differences import Difference
from tracker.measures.figure import Figure, Reading
from tracker.periods import Period
from tracker.plans.model import Goal

Mark = Literal["inside", "may_deviate", "deviates", "too_few"]
Way = Literal["funnel", "rest", "none"]
"""By control limits around a line; against all the others together; or not by chance at all."""
Line = Literal["total", "goal"]
Limits = tuple[float, float]


@dataclass(frozen=True)
class Unit:
    """One intervention (*insats*) among those that are compared."""

    insats: str
    name: str
    figure: Figure
    limits_95: Limits | None = None
    """Where an intervention of its size lies when its level is the line, 19 times of 20."""
    limits_998: Limits | None = None
    p: float | None = None
    """Two-sided mid-P against the line; for the appendix."""
    p_adjusted: float | None = None
    """Adjusted for how many there are (Benjamini-Hochberg)."""
    against_rest: Difference | None = None
    """Minus all the others together, where there are too few for a funnel."""
    mark: Mark | None = None
    """None: there was nothing to compare it with."""
    label: str = ""
    """The mark in words."""
    hidden: str | None = None


@dataclass(frozen=True)
class Gap:
    """Women minus men."""

    parts: dict[str | None, Figure]
    """The figure by sex; None: unknown."""
    difference: Difference = field(default_factory=Difference)
    """Nothing where either group is too small."""
    sentence: str = ""
    hidden: str | None = None

    @property
    def woman(self) -> Figure:
        """The figure of the women."""
        return self.parts.get(Sex.WOMAN, Figure())

    @property
    def man(self) -> Figure:
        """The figure of the men."""
        return self.parts.get(Sex.MAN, Figure())


@dataclass(frozen=True)
class Comparison:
    """The interventions of a goal in a period, by key: never a ranking."""

    goal: Goal
    period: Period
    reading: Reading
    total: Figure
    against: Line
    line: Fraction | None
    """The share that the interventions are held against."""
    way: Way
    units: tuple[Unit, ...]
    elsewhere: Figure | None = None
    """What names no intervention; it belongs to the total."""
    overdispersion: float | None = None
    """How much more than by chance they spread, where that is clear; the limits are widened."""
    gap: Gap | None = None
    made: int = 0
    """How many comparisons were made."""
    notes: tuple[str, ...] = ()
    """What a reader should know, in sentences."""
    published: bool = False

"""A figure (*utfall*): what was counted, the value it gives, and how sure one can be of it."""

from dataclasses import dataclass, field
from fractions import Fraction

from tracker.plans.model import Goal, Inference, Method, Plan, Unknown

NOT_REACHED_BY_DEFAULT = frozenset({"exits", "started_or_increased"})
"""Measures where an unknown outcome counts as not reached, the way SUS counted."""
ON_PERSONS = frozenset({"exits", "started_or_increased", "follow_up", "before_after", "survey"})
"""Measures that say something of persons with an interval: they can be compared and foreseen."""


@dataclass(frozen=True)
class Reading:
    """How a figure is read: which question the interval answers, how it is made, how few is few."""

    inference: Inference
    method: Method
    confidence: float
    min_show: int
    min_judge: int
    unknown: Unknown
    all_or_none: bool
    """The target is everyone or no one: then nothing is left to chance."""
    hide_numerators: bool = True

    @property
    def has_interval(self) -> bool:
        """Whether an interval is made at all."""
        return self.inference != "outcome" and not self.all_or_none


def reading_of(goal: Goal, plan: Plan) -> Reading:
    """How a goal's figure is read: the goal goes before the plan, the plan before the association.

    The plan's settings hold the association's where the plan states nothing
    (`tracker.plans.settling`); the confidence and the sizes hold for all goals alike.
    """
    settings = plan.settings
    usual: Unknown = "not_reached" if goal.measure in NOT_REACHED_BY_DEFAULT else "left_out"
    return Reading(
        inference=goal.inference or settings.inference,
        method=goal.method or settings.method,
        confidence=settings.confidence,
        min_show=settings.min_show,
        min_judge=settings.min_judge,
        unknown=goal.unknown or settings.unknown or usual,
        hide_numerators=settings.hide_numerators,
        all_or_none=goal.target == (1 if goal.direction == "min" else 0),
    )


@dataclass(frozen=True)
class Part:
    """The share of one indicator within a survey goal."""

    indicator: int
    x: int | None
    n: int | None
    persons: int | None
    value: Fraction | None
    low: float | None
    high: float | None
    hidden: str | None = None
    """Why it is hidden in the published view; then there are no numbers."""


@dataclass(frozen=True)
class Detail:
    """One line behind a figure that is made of few things: an intervention's money, an activity."""

    label: str
    values: dict[str, Fraction | str | bool | None]


@dataclass(frozen=True)
class Figure:
    """What a goal's measure gives for a period, for all or for one part. None: undefined."""

    x: int | Fraction | None = None
    n: int | Fraction | None = None
    value: Fraction | None = None
    """Exact; what is compared with the target."""
    persons: int | None = None
    """What the minimum sizes look at; None for figures without persons."""
    eligible: int | None = None
    missing: int | None = None
    known: int | None = None
    excluded: int | None = None
    not_due: int = 0
    worse: int | None = None
    low: float | None = None
    high: float | None = None
    method: str | None = None
    """Name of the interval's method."""
    bounds: tuple[Fraction, Fraction] | None = None
    clustered: bool = False
    """The interval comes from answers of respondents who gave several."""
    n_eff: float | None = None
    """Clustered only: independent answers that would tell as much."""
    exact: bool = False
    """A figure without chance (money, activities, numbers): `met` is all there is to say."""
    met: bool | None = None
    """Exact figures only: whether the goal is met; None: it has no target."""
    parts: tuple[Part, ...] = ()
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True)
class Measured:
    """The figure of all, and of each part where a split was asked for."""

    total: Figure
    splits: dict[str, dict[str | None, Figure]] = field(default_factory=dict)
    """By the name of the split (`kön`, `insats`, `kommun`) and the part's key; None: unknown."""
    flags: frozenset[str] = frozenset()
    rests_on: int | None = None
    """On how many interventions a figure rests that was delivered, wholly or partly."""
    undivided: bool = False
    """Some of it was delivered without telling of women and men: their figures rest on fewer."""

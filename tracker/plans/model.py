"""The plan (*verksamhetsplan*) as frozen values: what the TOML file of a plan says, checked.

`formats.md` section 4 names the keys; each attribute here has the key's name, in English where the
key is read by programs only.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Inference = Literal["process", "outcome", "population"]
Method = Literal["wilson", "midp", "exact"]
Unknown = Literal["not_reached", "left_out", "bounds"]
Level = Literal["individ", "struktur", "organisation", "ekonomi"]
Direction = Literal["min", "max"]


@dataclass(frozen=True)
class Settings:
    """How figures are judged and shown; the defaults are those of `formats.md` section 4.

    A goal may say otherwise, the plan goes before the association (see `tracker.plans.settling`).
    """

    inference: Inference = "process"
    method: Method = "wilson"
    confidence: float = 0.95
    min_show: int = 5
    """Fewest persons behind a published figure."""
    hide_numerators: bool = True
    """Whether few with the result, or few without it, are hidden in published breakdowns."""
    min_judge: int = 10
    """Fewest persons for a percentage or a certainty word."""
    grace_days: int = 30
    """Days after which a follow-up counts as late."""
    unknown: Unknown | None = None
    """None: the default of each measure."""
    stated: frozenset[str] = field(default=frozenset(), compare=False)
    """The keys that the plan itself states, also where it states what is usual."""
    inherited: frozenset[str] = field(default=frozenset(), compare=False)
    """The keys whose values are the association's, since the plan does not state them."""


@dataclass(frozen=True)
class PlannedIntervention:
    """An intervention (*insats*) as the plan describes it; the keys of the file kind `insatser`."""

    key: str
    """The short id, column `insats`."""
    values: tuple[tuple[str, str], ...] = ()
    """The other columns of the kind `insatser` as text, in file form: column, value."""
    budget: tuple[tuple[int, Decimal], ...] = ()
    """Kronor by year, used where no ekonomi row gives the budget of that intervention and year."""


@dataclass(frozen=True)
class BudgetRow:
    """One row of the plan's own economy table, as printed."""

    kind: str
    """`slag`, a code of `db.codes.MoneyKind`."""
    label: str
    """`benämning`."""
    amounts: tuple[tuple[int, Decimal], ...]
    """Kronor by year."""
    group: str = ""
    """`grupp`: the printed heading above the row, where partial sums need it."""


@dataclass(frozen=True)
class BudgetSum:
    """A printed sum; `plan check` says where rows and sum differ."""

    label: str
    amounts: tuple[tuple[int, Decimal], ...]
    kinds: tuple[str, ...] = ()
    """`slag`: the kinds that are summed; empty: costs, or incomes where the label says so."""
    groups: tuple[str, ...] = ()
    """`grupp`: only rows below these headings; empty: all."""


@dataclass(frozen=True)
class Question:
    """One question of the questionnaire; its wording belongs to its owner and is not shipped."""

    id: str
    indicators: tuple[int, ...] = ()
    steps: int = 4
    positive: tuple[int, ...] = (3, 4)
    groups: tuple[str, ...] = ()
    theme: str = ""


@dataclass(frozen=True)
class Ceiling:
    """One step of the guideline on saved funds: contributions from-to, share of them, and a cap."""

    start: Decimal
    """`from`: kronor of yearly contributions, inclusive."""
    end: Decimal | None
    """`to`: exclusive; None: no upper end."""
    share: Fraction
    cap: Decimal | None = None


@dataclass(frozen=True)
class ChecklistItem:
    """An activity that a goal lists (`items`): what, and its last day."""

    label: str
    due: date


@dataclass(frozen=True)
class Every:
    """`every`: each of `who` is visited at least once in `months`."""

    who: tuple[str, ...]
    months: int


@dataclass(frozen=True)
class GoalLine:
    """A further line of a goal: its label and its own target."""

    label: str
    target: Fraction


@dataclass(frozen=True)
class Goal:
    """One goal (*mål*) of the plan: what is measured, of whom, and what would be enough."""

    id: str
    level: Level
    text: str
    measure: str
    row: str = ""
    source: str = ""
    note: str = ""
    target: Fraction | Literal["last_year"] | None = None
    target_text: str | None = None
    """The target as written in the file."""
    direction: Direction = "min"
    insatser: tuple[str, ...] = ()
    denominator: Literal["alla", "fullföljda"] = "alla"
    exclude: tuple[str, ...] = ()
    unknown: Unknown | None = None
    """None: as the settings say."""
    inference: Inference | None = None
    method: Method | None = None
    key: bool = False
    measured: date | None = None
    """First day of the month in which it is measured."""
    lines: tuple[GoalLine, ...] = ()
    success: tuple[str, ...] = ()
    require: Literal["any", "all"] = "any"
    months: int = 3
    among: Literal["alla", "minskade"] = "alla"
    variable: Literal["hälsa", "arbetsförmåga", "sjukfrånvaro", "försörjning"] = "hälsa"
    better: Literal["higher", "lower"] = "higher"
    indicators: tuple[int, ...] = ()
    questions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    combine: Literal[
        "answers", "respondent_mean", "respondent_all", "respondent_majority", "indicator_wise"
    ] = "answers"
    min: Decimal | None = None
    max: Decimal | None = None
    part: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    basis: Literal["utfall", "budget", "prognos", "rekvirerat"] = "utfall"
    per: Literal["insats", "total"] = "insats"
    tolerance: Fraction | None = None
    ceilings: tuple[Ceiling, ...] = ()
    of: Literal["resultat", "eget_kapital"] = "resultat"
    items: tuple[ChecklistItem, ...] = ()
    every: Every | None = None


@dataclass(frozen=True)
class Plan:
    """A plan of one association for one year."""

    id: str
    association: str
    year: int
    adopted: date | None = None
    source: str = ""
    settings: Settings = field(default_factory=Settings)
    interventions: tuple[PlannedIntervention, ...] = ()
    budget: tuple[BudgetRow, ...] = ()
    budget_sums: tuple[BudgetSum, ...] = ()
    questions: tuple[Question, ...] = ()
    goals: tuple[Goal, ...] = ()

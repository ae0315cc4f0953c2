"""What a demo is of: a plan, a seed and a size, and the days that follow from them."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from hashlib import sha256

from tracker.demo.chance import Chance
from tracker.keeping.responsible import MADE_UP
from tracker.plans import to_document
from tracker.plans.model import Plan

VERSION = 1
"""Raised when the same seed no longer gives the same data: older demos are then made anew."""
DEFAULT_PLAN = "kalmar-2021"
DEFAULT_SEED = 32
"""With it the demo of the default plan shows goals of every status."""
ACTOR = "demo"
MARK = MADE_UP
YEARS_BEFORE = 2


@dataclass(frozen=True)
class Setting:
    """A demo that is to be made, or was."""

    plan: Plan
    seed: int = DEFAULT_SEED
    size: int | None = None
    """Number of episodes; None: what the plan's interventions and budgets give."""

    @cached_property
    def today(self) -> date:
        """1 March of the year after the plan's: its figures are complete, follow-ups are due."""
        return date(self.plan.year + 1, 3, 1)

    @cached_property
    def now(self) -> datetime:
        """The time at which the demo's rows were recorded at the latest."""
        return datetime(self.today.year, self.today.month, self.today.day, 8, tzinfo=UTC)

    @cached_property
    def years(self) -> range:
        """The two years before the plan's, that year, and the one that has just begun."""
        return range(self.plan.year - YEARS_BEFORE, self.plan.year + 2)

    @cached_property
    def first_day(self) -> date:
        """The first day of the first year."""
        return date(self.years.start, 1, 1)

    @property
    def mark(self) -> str:
        """What says that a store is this very demo; it stands where the controller would."""
        text = json.dumps(to_document(self.plan), sort_keys=True, ensure_ascii=False)
        print_of_plan = sha256(f"{VERSION} {text}".encode()).hexdigest()[:6]
        size = "" if self.size is None else f" --size {self.size}"
        return f"{MARK}: {self.plan.id} --seed {self.seed}{size}, {print_of_plan})"

    def chance(self, *names: str) -> Chance:
        """A stream of draws for one part of the data."""
        return Chance(self.seed, self.plan.id, *names)

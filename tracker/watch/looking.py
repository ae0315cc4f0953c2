"""The rule: after each day with exits, is the target still a level that fits all of them?"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate

from db.tallies.scope import ShareTally
from tracker.stats import always_valid_interval, log_evidence
from tracker.watch.model import FALSE_ALARMS, State

Day = tuple[date, ShareTally]
ENOUGH = -math.log(FALSE_ALARMS)
"""Evidence against the target at which the rule is crossed."""


@dataclass(frozen=True)
class Look:
    """What had come in by the end of a day."""

    day: date
    x: int
    n: int


@dataclass(frozen=True)
class Finding:
    """What the rule says after all looks."""

    state: State
    since: date | None = None
    still: bool = False


def looks(days: Iterable[Day], *, known_only: bool) -> list[Look]:
    """The running counts at the end of each day."""
    days = list(days)
    sums = accumulate(tally for _, tally in days)
    return [
        Look(day, total.hits, total.eligible - (total.missing if known_only else 0))
        for (day, _), total in zip(days, sums, strict=True)
    ]


def follow(seen: Sequence[Look], target: Fraction, fewest: int) -> Finding:
    """The first look with enough exits at which the target no longer fits, and how it is now."""
    if not seen or seen[-1].n < fewest:
        return Finding("too_few")
    first = next((look for look in seen if look.n >= fewest and _crossed(look, target)), None)
    if first is None:
        return Finding("quiet")
    now = seen[-1]
    side = _side(first, target)
    return Finding(side, first.day, _crossed(now, target) and _side(now, target) == side)


def limits(seen: Sequence[Look]) -> tuple[float | None, float | None]:
    """The levels that fit at the last look, by the same rule."""
    if not seen:
        return None, None
    confidence = float(1 - FALSE_ALARMS)
    return always_valid_interval(seen[-1].x, seen[-1].n, confidence=confidence)


def _crossed(look: Look, target: Fraction) -> bool:
    return log_evidence(look.x, look.n, float(target)) >= ENOUGH


def _side(look: Look, target: Fraction) -> State:
    return "below" if Fraction(look.x, look.n) < target else "above"

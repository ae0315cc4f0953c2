"""Will the goal be met when the period ends? Only for exits, and only while the period is open.

A goal of at most g is a goal of at least 1 - g for those who did not reach it; the forecast is made
of them and turned back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tracker import stats
from tracker.measures import Figure, Frame
from tracker.outlook.remaining import Basis, remaining_of
from tracker.plans.model import Goal

FORESEEN = frozenset({"exits", "started_or_increased"})
Word = Literal["very_likely", "likely", "uncertain", "less_likely", "very_unlikely"]
VERY_LIKELY, LIKELY, LESS_LIKELY, VERY_UNLIKELY = 0.90, 0.66, 0.33, 0.10


@dataclass(frozen=True)
class Scenario:
    """The end of the period if so many exits are still to come."""

    state: Literal["open", "locked", "impossible"]
    remaining: int
    needed: int
    """Successes that the goal takes in the whole period, or for a goal of at most, allows."""
    probability: float | None
    expected: float
    low: int
    high: int


@dataclass(frozen=True)
class Forecast(Scenario):
    """The end of the period, with the exits that are known or likely to come."""

    more: int
    """Successes still needed; for a goal of at most: how many more it allows."""
    basis: Basis
    word: Word | None
    """How likely it is; None where it is decided, or too few to say."""
    scenarios: tuple[Scenario, ...] = ()
    """Where only a pace is known: with fewer, as many and more exits."""
    sentence: str = ""
    """In the reader's language; the scorecard fills it in."""
    short: str = ""
    """What is still needed, in a few words; empty where it is decided."""


def forecast_of(goal: Goal, figure: Figure, frame: Frame) -> Forecast | None:
    """The forecast of a goal with a target; None without exits so far or in a closed period."""
    if goal.measure not in FORESEEN or not frame.period.is_open(frame.today):
        return None
    if not figure.n or not isinstance(goal.target, Fraction):
        return None
    remaining = remaining_of(goal, figure, frame)
    end = scenario(goal, figure, goal.target, remaining.number)
    can_tell = (figure.persons or 0) >= frame.reading.min_judge
    return Forecast(
        **vars(end),
        more=max(0, end.needed - int(figure.x or 0)),
        basis=remaining.basis,
        word=word_of(end.probability) if can_tell else None,
        scenarios=tuple(_scenarios(goal, figure, goal.target, remaining.guesses)),
    )


def _scenarios(
    goal: Goal, figure: Figure, target: Fraction, guesses: tuple[int, ...]
) -> Iterable[Scenario]:
    return (scenario(goal, figure, target, number) for number in guesses)


def scenario(goal: Goal, figure: Figure, target: Fraction, remaining: int) -> Scenario:
    """The forecast with so many exits still to come."""
    x, n = int(figure.x or 0), int(figure.n or 0)
    if goal.direction == "min":
        found = stats.forecast(x, n, remaining, target)
        return Scenario(
            found.state, remaining, found.needed, found.probability, found.expected, found.low,
            found.high,
        )  # fmt: skip
    found = stats.forecast(n - x, n, remaining, 1 - target)
    total = n + remaining
    return Scenario(
        found.state, remaining, total - found.needed, found.probability, total - found.expected,
        total - found.high, total - found.low,
    )  # fmt: skip


def word_of(probability: float | None) -> Word | None:
    """The word for a probability (`statistics.md` 3.9); None where there is none."""
    if probability is None:
        return None
    if probability >= LIKELY:
        return "very_likely" if probability >= VERY_LIKELY else "likely"
    if probability <= LESS_LIKELY:
        return "very_unlikely" if probability <= VERY_UNLIKELY else "less_likely"
    return "uncertain"

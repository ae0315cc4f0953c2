"""Chance that can be repeated: the same seed and name give the same draws everywhere.

Only `Random.random` is drawn from, and only plain arithmetic is done on it: its numbers are the
same in every version of Python and on every machine, which its other methods do not promise.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Generic, TypeVar

Item = TypeVar("Item")

FOUR = 4
SCALE = 1.7320508
"""Four uniform numbers together have variance 1/3."""
FRIDAY = 4


class Odds(Generic[Item]):
    """Items and how often each comes, relative to the others."""

    def __init__(self, weights: Mapping[Item, float]) -> None:
        self.edges: list[tuple[Item, float]] = []
        """Each item with the sum of the weights up to it."""
        self.total = 0.0
        for item, weight in weights.items():
            self.total += weight
            self.edges.append((item, self.total))

    def __iter__(self) -> Iterator[Item]:
        return (item for item, _ in self.edges)


class Chance:
    """A stream of draws of its own: what is drawn elsewhere does not shift it."""

    def __init__(self, seed: int, *names: str) -> None:
        self.draw = Random("/".join([str(seed), *names])).random  # noqa: S311 - made-up data, no secret
        """A number from 0 up to 1."""

    def happens(self, share: float) -> bool:
        """Whether something that happens in this share of cases happens now."""
        return self.draw() < share

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.draw() * (high - low + 1))

    def between(self, low: float, high: float) -> float:
        """A number between two others."""
        return low + self.draw() * (high - low)

    def bell(self) -> float:
        """A number around 0, mostly between -2 and 2."""
        draw = self.draw
        return (draw() + draw() + draw() + draw() - FOUR / 2) * SCALE

    def one_of(self, items: Sequence[Item]) -> Item:
        """One of some items, each as likely."""
        return items[int(self.draw() * len(items))]

    def weighted(self, odds: "Odds[Item]") -> Item:
        """One of some items by their odds."""
        point = self.draw() * odds.total
        for item, edge in odds.edges:
            if point < edge:
                return item
        return odds.edges[-1][0]

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """The items in another order."""
        keyed = [(self.draw(), place) for place in range(len(items))]
        return [items[place] for _, place in sorted(keyed)]

    def day(self, first: date, last: date) -> date:
        """A working day from the first day to the last; the last if there is none."""
        found = first + timedelta(days=int(self.draw() * ((last - first).days + 1)))
        return working_day(found, last)


def working_day(day: date, last: date) -> date:
    """The day, or the Monday after a weekend; never past the last day."""
    weekend = day.weekday() - FRIDAY
    return min(day + timedelta(days=3 - weekend), last) if weekend > 0 else day


def limited(value: float, low: float, high: float) -> float:
    """The value, not below low and not above high."""
    return max(low, min(high, value))


def added(numbers: Iterable[float]) -> float:
    """The sum, added in order: `sum` rounds differently from Python 3.12 on."""
    total = 0.0
    for number in numbers:
        total += number
    return total

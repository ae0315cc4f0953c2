"""Each intervention against all the others together: where there are too few for a funnel.

The line of a funnel holds the unit itself; with four units or fewer that pulls it too far. Answers
of several a person, and changes of pairs, have no control limits, so they are compared in this way
whatever their number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.comparisons.comparison import Mark, Unit
from tracker.comparisons.measuring import Measuring
from tracker.measures.differences import Difference, difference

HIGHEST = 0.9999


def by_rest(
    units: Sequence[Unit], keys: Sequence[str], measuring: Measuring
) -> tuple[tuple[Unit, ...], int]:
    """The units with difference and mark, and how many comparisons were made.

    An intervention may deviate when 0 lies outside the interval of its difference; it deviates when
    that holds at the confidence that the number of comparisons demands (Bonferroni).

    Args:
        units: those with enough persons to be judged.
        keys: all interventions of the goal, those with too few persons too.
        measuring: the goal and its frame.
    """
    rests = [_Against(unit.insats, _others(unit, keys), measuring) for unit in units]
    found = [rest.at(measuring.confidence) for rest in rests]
    pairs = {
        frozenset((frozenset((rest.key,)), frozenset(rest.others)))
        for rest, apart in zip(rests, found, strict=True)
        if apart.is_clear is not None
    }
    strict = min(HIGHEST, 1 - (1 - measuring.confidence) / max(1, len(pairs)))
    judged = (
        replace(unit, against_rest=apart, mark=_mark(rest, apart, strict))
        if apart.is_clear is not None
        else unit
        for unit, rest, apart in zip(units, rests, found, strict=True)
    )
    return tuple(judged), len(pairs)


def _others(unit: Unit, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key != unit.insats)


@dataclass(frozen=True)
class _Against:
    """One intervention and the others."""

    key: str
    others: tuple[str, ...]
    measuring: Measuring

    def at(self, confidence: float) -> Difference:
        """The difference at a confidence; nothing where the others are too few."""
        if not self.others:
            return Difference()
        rest = self.measuring.of(self.others, confidence)
        if (rest.persons or 0) < self.measuring.frame.reading.min_judge:
            return Difference()
        return difference(self.measuring.of((self.key,), confidence), rest, confidence)


def _mark(rest: _Against, apart: Difference, strict: float) -> Mark:
    if not apart.is_clear:
        return "inside"
    return "deviates" if rest.at(strict).is_clear else "may_deviate"

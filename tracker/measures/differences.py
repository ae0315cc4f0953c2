"""The difference of two figures of one goal, with its interval (`statistics.md` 3.5)."""

from dataclasses import dataclass
from fractions import Fraction

from tracker.measures.figure import Figure
from tracker.stats import difference_interval, difference_of


@dataclass(frozen=True)
class Difference:
    """One figure minus another; None where there is nothing to compare."""

    value: Fraction | None = None
    low: float | None = None
    high: float | None = None

    @property
    def is_clear(self) -> bool | None:
        """Whether 0 lies outside the interval; None where there is none."""
        if self.low is None or self.high is None:
            return None
        return self.low > 0 or self.high < 0


def difference(now: Figure, then: Figure, confidence: float) -> Difference:
    """The first figure minus the second, by Newcombe's method.

    Answers of several a person, and changes of pairs, go in with their own intervals; those must
    have the confidence that is given.
    """
    if now.value is None or then.value is None:
        return Difference()
    return Difference(now.value - then.value, *_ends(now, then, confidence))


def _ends(now: Figure, then: Figure, confidence: float) -> tuple[float | None, float | None]:
    if _is_change(now) or _is_change(then):
        low, high = _from_intervals(now, then, shift=1, scale=2)
    elif now.clustered or then.clustered:
        low, high = _from_intervals(now, then, shift=0, scale=1)
    else:
        counts = [float(count or 0) for count in (now.x, now.n, then.x, then.n)]
        low, high = difference_interval(*counts, confidence=confidence)
    return low, high


def _is_change(figure: Figure) -> bool:
    """Whether it is the change of pairs, which lies between -1 and 1."""
    return figure.worse is not None


def _from_intervals(
    now: Figure, then: Figure, *, shift: int, scale: int
) -> tuple[float | None, float | None]:
    """By the interval of each, put on the scale 0-1 and taken back from it."""
    if now.low is None or now.high is None or then.low is None or then.high is None:
        return None, None

    def moved(value: float | Fraction | None) -> float:
        return (float(value or 0) + shift) / scale

    low, high = difference_of(
        moved(now.value),
        (moved(now.low), moved(now.high)),
        moved(then.value),
        (moved(then.low), moved(then.high)),
    )
    return (None, None) if low is None or high is None else (low * scale, high * scale)

"""Shares of persons: from a tally to a figure with interval and bounds, for all and by part."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from fractions import Fraction

from db.tallies.scope import Cell, ShareTally
from tracker.measures.figure import Figure, Measured, Reading
from tracker.measures.frame import Frame
from tracker.stats import finite_population_interval, share_interval

Cells = Iterable[tuple[Cell, ShareTally]]


def share_figure(tally: ShareTally, reading: Reading) -> Figure:
    """The share that succeeded; unknown outcomes count as the goal's `unknown` says."""
    known = tally.eligible - tally.missing
    n = tally.eligible if reading.unknown == "not_reached" else known
    low, high, method = interval(tally.hits, n, tally.eligible, reading)
    return Figure(
        x=tally.hits,
        n=n,
        value=Fraction(tally.hits, n) if n else None,
        persons=n,
        eligible=tally.eligible,
        missing=tally.missing,
        known=known,
        excluded=tally.excluded,
        not_due=tally.not_due,
        low=low,
        high=high,
        method=method,
        bounds=bounds(tally.hits, tally.eligible, tally.missing),
    )


def interval(
    x: int, n: int, size: int | None, reading: Reading
) -> tuple[float | None, float | None, str | None]:
    """Low, high and the name of the method, by the reading; all None where there is none."""
    if n == 0 or not reading.has_interval:
        return None, None, None
    if reading.inference == "population" and size is not None and size >= n:
        low, high = finite_population_interval(x, n, size, confidence=reading.confidence)
        return low, high, "wilson_finite"
    low, high = share_interval(x, n, method=reading.method, confidence=reading.confidence)
    return low, high, reading.method


def bounds(x: int | Fraction, eligible: int, missing: int) -> tuple[Fraction, Fraction] | None:
    """The share if none, and if all, of the unknown had succeeded."""
    if eligible == 0:
        return None
    return Fraction(x, eligible), Fraction(x + missing, eligible)


def measured(
    cells: Cells,
    frame: Frame,
    make: Callable[[ShareTally, Reading], Figure] = share_figure,
) -> Measured:
    """Add up the cells to the total and to each part of the splits that were asked for."""
    pairs = list(cells)
    total = sum((tally for _, tally in pairs), ShareTally())
    splits = {
        split: {
            key: make(tally, frame.reading) for key, tally in _by_part(pairs, frame, split).items()
        }
        for split in frame.by
    }
    return Measured(make(total, frame.reading), splits)


def _by_part(
    pairs: list[tuple[Cell, ShareTally]], frame: Frame, split: str
) -> dict[str | None, ShareTally]:
    parts: dict[str | None, ShareTally] = defaultdict(ShareTally)
    for cell, tally in pairs:
        parts[frame.key_of(split, cell)] += tally
    ordered = sorted(parts.items(), key=lambda part: (part[0] is None, part[0] or ""))
    return dict(ordered)

"""Three years or more: is the share rising or falling?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tracker.stats.checks import check_part, refuse


@dataclass(frozen=True)
class Trend:
    """A straight line through the shares, and how clear it is."""

    chi2: float
    """Cochran-Armitage statistic, one degree of freedom."""
    p: float
    """Two-sided p-value, 0-1."""
    slope: float
    """Change of the share for one step of the score: times 100, percentage points a year."""


def trend(x: Sequence[float], n: Sequence[float], scores: Sequence[float]) -> Trend | None:
    """Cochran-Armitage test for a trend in shares.

    With P = sum x/sum n and scores s_j taken from their mean over persons:
    T = sum s_j(x_j - n_j P), S = sum n_j s_j², chi2 = T²/(P(1 - P)S) on 1 degree of freedom
    without continuity correction, slope = T/S.

    Args:
        x: Number with the outcome in each period, 0 to n.
        n: Size of each period; a period of 0 adds nothing.
        scores: Place of each period on the scale, normally the year.

    Returns:
        The trend, or None when there is none to compute: fewer than two periods with data, all
        scores equal, or a share of 0 or 1 throughout.

    Raises:
        ValueError: The lengths differ, or x, n or scores is impossible; the message names it.

    Sources:
        Cochran 1954; Armitage 1955.
    """
    refuse("scores", not len(x) == len(n) == len(scores), "be as many as x and n")
    refuse("scores", not all(math.isfinite(score) for score in scores), "be finite")
    for hits, size in zip(x, n, strict=True):
        check_part("x", hits, "n", size)
    total = sum(n)
    places = {score for score, size in zip(scores, n, strict=True) if size}
    if len(places) <= 1 or sum(x) in (0, total):
        return None
    share = sum(x) / total
    mean = _total(n, scores) / total
    centred = [score - mean for score in scores]
    beyond = [hits - size * share for hits, size in zip(x, n, strict=True)]
    spread = _total(n, [score * score for score in centred])
    rise = _total(beyond, centred)
    chi2 = float(rise * rise / (share * (1 - share) * spread))
    return Trend(chi2, math.erfc(math.sqrt(chi2 / 2)), float(rise / spread))


def _total(weights: Sequence[Any], values: Sequence[Any]) -> Any:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))

"""Quantiles that the intervals use, for a two-sided confidence level."""

from functools import cache
from typing import Any

from tracker.stats.student import student_quantile


@cache
def normal_quantile(confidence: float) -> float:
    """The normal z = Phi^-1((1 + confidence) / 2), 1.959964 at 95 %; needs no numpy."""
    from statistics import NormalDist

    return NormalDist().inv_cdf((1 + confidence) / 2)


def t_quantile(degrees: Any, confidence: float) -> Any:
    """Student's t at (1 + confidence) / 2; NaN for NaN degrees of freedom.

    One number needs no scipy; arrays do.
    """
    probability = (1 + confidence) / 2
    if isinstance(degrees, int | float) and degrees >= 1:
        return student_quantile(float(degrees), probability)
    from scipy.special import stdtrit

    return stdtrit(degrees, probability)

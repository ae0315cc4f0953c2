"""Impossible input is refused by a sentence that names the argument."""

from fractions import Fraction

import numpy as np
import pytest

from tracker import stats

HALF = Fraction(1, 2)

REFUSED = [
    ("x must lie between 0 and n", lambda: stats.share_interval(5, 4)),
    ("x must lie between 0 and n", lambda: stats.share_interval(-1, 4)),
    ("n must be a finite count", lambda: stats.share_interval(0, -1)),
    ("n must be a finite count", lambda: stats.share_interval(1, float("inf"))),
    (
        "x must lie between 0 and n",
        lambda: stats.share_interval(np.array([1, 5]), np.array([4, 4])),
    ),
    (
        "method must be one of wilson, exact, midp",
        lambda: stats.share_interval(1, 4, method="wald"),
    ),
    ("confidence must lie between 0.5", lambda: stats.share_interval(1, 4, confidence=95)),
    ("confidence must lie between 0.5", lambda: stats.share_interval(1, 4, confidence=0.49)),
    ("confidence must lie between 0.5", lambda: stats.share_interval(1, 4, confidence=0.99999)),
    ("confidence must lie", lambda: stats.share_interval(1, 4, confidence=float("nan"))),
    ("n must lie between 0 and size", lambda: stats.finite_population_interval(1, 5, 4)),
    ("x must lie between 0 and n", lambda: stats.finite_population_interval(6, 5, 9)),
    ("confidence must", lambda: stats.finite_population_interval(1, 4, 5, confidence=1)),
    ("n must lie between 0 and eligible", lambda: stats.nonresponse_bounds(1, 5, 4)),
    ("x must lie between 0 and n", lambda: stats.nonresponse_bounds(6, 5, 9)),
    ("positives must", lambda: stats.clustered_share([5], [4])),
    ("answers must", lambda: stats.clustered_share([0], [-4])),
    ("shorter", lambda: stats.clustered_share([1, 1], [4])),
    ("method must", lambda: stats.clustered_share([1], [4], method="exact")),
    ("confidence must", lambda: stats.clustered_share([1], [4], confidence=0)),
    ("respondents must", lambda: stats.clustered_share_from_sums(-1, 0, 0, 0, 0, 0)),
    ("y must", lambda: stats.clustered_share_from_sums(2, 9, 8, 40, 36, 32)),
    ("m must", lambda: stats.clustered_share_from_sums(9, 4, 8, 8, 16, 32)),
    ("m must", lambda: stats.clustered_share_from_sums(0, 4, 8, 8, 16, 32)),
    ("mm must fit", lambda: stats.clustered_share_from_sums(2, 4, 8, 8, 16, 31)),
    ("yy must fit", lambda: stats.clustered_share_from_sums(2, 4, 8, 7, 16, 32)),
    ("yy must lie", lambda: stats.clustered_share_from_sums(2, 4, 8, 17, 16, 32)),
    ("ym must lie", lambda: stats.clustered_share_from_sums(2, 4, 8, 8, 33, 32)),
    ("r must", lambda: stats.clustered_mean_from_sums(2, 3, 3)),
    ("rr must", lambda: stats.clustered_mean_from_sums(3, 2, 2.5)),
    ("rr must", lambda: stats.clustered_mean_from_sums(3, 2, 1)),
    ("method must", lambda: stats.clustered_mean_from_sums(3, 2, 2, method="midp")),
    ("x1 must", lambda: stats.difference_interval(5, 4, 1, 4)),
    ("x2 must", lambda: stats.difference_interval(1, 4, 5, 4)),
    ("n2 must", lambda: stats.difference_interval(1, 4, 0, -4)),
    ("method must", lambda: stats.difference_interval(1, 4, 1, 4, method="wald")),
    ("confidence must", lambda: stats.difference_interval(1, 4, 1, 4, confidence=2)),
    ("value1 must lie", lambda: stats.difference_of(1.5, (0, 2), 0.5, (0, 1))),
    ("value2 must lie", lambda: stats.difference_of(0.5, (0, 1), -0.5, (-1, 1))),
    ("interval1 must hold", lambda: stats.difference_of(0.5, (0.6, 0.7), 0.5, (0, 1))),
    ("interval2 must hold", lambda: stats.difference_of(0.5, (0, 1), 0.5, (0.1, 0.2))),
    ("c must", lambda: stats.paired_interval(1, 1, -1, 1)),
    ("method must", lambda: stats.paired_interval(1, 1, 1, 1, method="mcnemar")),
    ("confidence must", lambda: stats.paired_interval(1, 1, 1, 1, confidence=0.1)),
    ("b must be a whole number", lambda: stats.mcnemar(1.5, 2)),
    ("c must", lambda: stats.mcnemar(1, -2)),
    ("method must be one of midp, exact", lambda: stats.mcnemar(1, 2, method="score")),
    ("scores must be as many", lambda: stats.trend([1, 2], [3, 4], [1])),
    ("scores must be finite", lambda: stats.trend([1, 2], [3, 4], [1, float("nan")])),
    ("x must", lambda: stats.trend([1, 5], [3, 4], [1, 2])),
    ("target must", lambda: stats.funnel_limits(1.2, 10)),
    ("n must", lambda: stats.funnel_limits(0.2, -10)),
    ("confidence must", lambda: stats.funnel_limits(0.2, 10, confidence=99.8)),
    ("target must", lambda: stats.unit_p(1, 4, -0.1)),
    ("x must", lambda: stats.unit_p(5, 4, 0.1)),
    ("p must", lambda: stats.adjust([0.1, 1.1])),
    ("winsorise must", lambda: stats.overdispersion([1, 2], [3, 4], 0.5, winsorise=0.5)),
    ("target must", lambda: stats.overdispersion([1, 2], [3, 4], 5)),
    ("x must", lambda: stats.overdispersion([4, 2], [3, 4], 0.5)),
    ("x must", lambda: stats.forecast(5, 4, 3, HALF)),
    ("x must be a whole number", lambda: stats.forecast(1.5, 4, 3, HALF)),
    ("remaining must", lambda: stats.forecast(1, 4, -3, HALF)),
    ("goal must be exact", lambda: stats.forecast(1, 4, 3, 0.5)),
    ("goal must lie", lambda: stats.forecast(1, 4, 3, Fraction(3, 2))),
    ("prior must", lambda: stats.forecast(1, 4, 3, HALF, prior=(0, 1))),
    ("x must", lambda: stats.prior_from(5, 4)),
    ("share must", lambda: stats.exits_for_clarity(1.5, HALF)),
    ("goal must", lambda: stats.exits_for_clarity(0.5, -HALF)),
    ("confidence must", lambda: stats.exits_for_clarity(0.5, HALF, confidence=95)),
]


@pytest.mark.parametrize(("message", "call"), REFUSED)
def test_refused_with_the_name_of_the_argument(message, call):
    with pytest.raises(ValueError, match=message) as refusal:
        call()
    assert str(refusal.value).startswith(message) or message == "shorter"

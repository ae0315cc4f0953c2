"""Several answers per person: a share whose interval knows that one person's answers go together.

With K respondents, of whom number i gave m_i valid answers and y_i positive ones, M = sum m_i and
p = sum y_i / M:

1. v = K/(K - 1) * sum (y_i - p m_i)² / M² (between respondents, linearised ratio)
2. n_eff = p(1 - p)/v, deff = M/n_eff
3. n* = min(n_eff (t(M - 1)/t(K - 1))², M), t being Student's quantile at the confidence level
4. the interval of p n* of n*: Wilson, or with `korn_graubard` Clopper-Pearson

v = 0 tells nothing about the spread: n* = K, one answer a person, never M. M = K, everyone with one
answer, is a plain share: n* = K. K = 1 has no interval.

Sources: Rao & Scott 1992 Biometrics 48:577; Korn & Graubard 1998 Surv Methodol 24:193; Franco,
Little, Louis & Slud 2019 J Surv Stat Methodol 7:334.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tracker.stats.checks import check_confidence, check_count, check_part, pick, refuse
from tracker.stats.one_share import exact, wilson
from tracker.stats.quantiles import t_quantile
from tracker.stats.shapes import choose, finished, known, numbers

_METHODS = {"wilson": wilson, "korn_graubard": exact}

_ROUNDING = 1e-12
"""A sum of squares below this part of its terms is rounding: everyone gave the same share."""


@dataclass(frozen=True)
class ClusteredShare:
    """A share over answers with its interval; proportions 0-1.

    From sums given as arrays every field is an array of their shape, with NaN for None.
    """

    value: float | None
    low: float | None
    """None for a single respondent: nothing is known about the spread between persons."""
    high: float | None
    n_eff: float | None
    """Independent answers that would tell as much; K when the variance says nothing."""
    deff: float | None
    """Answers divided by `n_eff`; None when the variance says nothing."""
    respondents: int


def clustered_share(
    positives: Iterable[float],
    answers: Iterable[float],
    *,
    method: str = "wilson",
    confidence: float = 0.95,
) -> ClusteredShare:
    """Share of all answers that are positive, from one entry a respondent (steps 1-4 above).

    Args:
        positives: y_i, positive answers of each respondent, 0 to m_i.
        answers: m_i, valid answers of each respondent; who has 0 is no respondent.
        method: `wilson` or `korn_graubard`.
        confidence: Two-sided level, 0.5-0.9999.

    Returns:
        The share, its interval, the effective size and the number of respondents.

    Raises:
        ValueError: An argument is impossible or the two lists differ in length.

    Sources:
        Named at the head of this file.
    """
    y_and_m = [(float(y), float(m)) for y, m in zip(positives, answers, strict=True)]
    refuse("answers", any(not m >= 0 for _, m in y_and_m), "be counts, 0 or more")
    refuse("positives", any(not 0 <= y <= m for y, m in y_and_m), "lie between 0 and answers")
    return clustered_share_from_sums(
        sum(m > 0 for _, m in y_and_m),
        sum(y for y, _ in y_and_m),
        sum(m for _, m in y_and_m),
        sum(y * y for y, _ in y_and_m),
        sum(y * m for y, m in y_and_m),
        sum(m * m for _, m in y_and_m),
        method=method,
        confidence=confidence,
    )


def clustered_share_from_sums(  # noqa: PLR0913 - the sums are what one SQL query delivers
    respondents: Any,
    y: Any,
    m: Any,
    yy: Any,
    ym: Any,
    mm: Any,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
) -> ClusteredShare:
    """Share of all answers that are positive, from sums over respondents (steps 1-4 above).

    Args:
        respondents: K, persons with at least one valid answer; 0 gives no share.
        y: Sum of y_i, positive answers.
        m: Sum of m_i, valid answers.
        yy: Sum of y_i².
        ym: Sum of y_i m_i.
        mm: Sum of m_i².
        method: `wilson` or `korn_graubard` (a little wider, more cautious).
        confidence: Two-sided level, 0.5-0.9999.

    Returns:
        The share, its interval, the effective size and the number of respondents; arrays of the
        common shape when arrays are given.

    Raises:
        ValueError: An argument is impossible, or the sums cannot belong together.

    Sources:
        Named at the head of this file.
    """
    limits = pick(_METHODS, method)
    check_confidence(confidence)
    respondents, y, m, yy, ym, mm = numbers(respondents, y, m, yy, ym, mm)
    _check_sums(respondents, y, m, yy, ym, mm)
    (m,) = known(respondents, m)
    squares = m * m * yy - 2 * m * y * ym + y * y * mm  # M² sum (y_i - p m_i)², exact for integers
    squares = choose(squares > _ROUNDING * m * m * yy, squares, 0.0)
    return _share(respondents, m, y / m, squares / m**4, m == respondents, limits, confidence)


def clustered_mean_from_sums(
    respondents: Any, r: Any, rr: Any, *, method: str = "wilson", confidence: float = 0.95
) -> ClusteredShare:
    """Mean of the respondents' own shares r_i = y_i/m_i: every person weighs the same.

    v = sum (r_i - mean)² / (K(K - 1)), then steps 2-4 above with M = K. When every r_i is 0 or 1
    (sum r_i² = sum r_i), as when everyone has one answer, it is a plain share: n* = K.

    Args:
        respondents: K, persons with at least one valid answer; 0 gives no share.
        r: Sum of r_i.
        rr: Sum of r_i².
        method: `wilson` or `korn_graubard`.
        confidence: Two-sided level, 0.5-0.9999.

    Returns:
        The mean, its interval, the effective number of persons and K; arrays for arrays.

    Raises:
        ValueError: An argument is impossible, or the sums cannot belong together.

    Sources:
        Named at the head of this file.
    """
    limits = pick(_METHODS, method)
    check_confidence(confidence)
    respondents, r, rr = numbers(respondents, r, rr)
    check_part("r", r, "respondents", respondents)
    slack = 1 + _ROUNDING
    refuse("rr", (rr > r * slack) | (r * r > respondents * rr * slack), "fit r and respondents")
    (clusters,) = known(respondents, respondents)
    squares = clusters * rr - r * r
    squares = choose(squares > _ROUNDING * clusters * rr, squares, 0.0)
    variance = squares / clusters**3  # step 2 begins with the factor K/(K - 1)
    plain = rr * slack >= r
    return _share(respondents, clusters, r / clusters, variance, plain, limits, confidence)


def _check_sums(respondents: Any, y: Any, m: Any, yy: Any, ym: Any, mm: Any) -> None:
    check_count("respondents", respondents)
    check_part("y", y, "m", m)
    refuse("m", (m < respondents) | ((respondents == 0) & (m > 0)), "be at least 1 a respondent")
    check_part("ym", ym, "mm", mm)
    check_part("yy", yy, "ym", ym)
    refuse("mm", mm * respondents < m * m * (1 - _ROUNDING), "fit m and respondents")
    refuse("yy", yy * respondents < y * y * (1 - _ROUNDING), "fit y and respondents")


def _share(
    respondents: Any,
    answers: Any,
    value: Any,
    variance: Any,
    plain: Any,
    limits: Callable[[Any, Any, float], tuple[Any, Any]],
    confidence: float,
) -> ClusteredShare:
    """Steps 2-4; `variance` still lacks the factor K/(K - 1)."""
    clusters = choose(respondents > 1, respondents, math.nan)  # NaN: no interval for one person
    variance = variance * clusters / (clusters - 1)
    alone = plain | (variance == 0)
    n_eff = value * (1 - value) / choose(variance > 0, variance, math.nan)
    deff = choose(plain, answers / clusters, answers / n_eff)
    small = t_quantile(answers - 1, confidence) / t_quantile(clusters - 1, confidence)
    star = n_eff * small**2
    star = choose(star > answers, answers, star)
    star = choose(alone, clusters, star)
    low, high = limits(value * star, star, confidence)
    n_eff = choose(alone, clusters, n_eff)
    value, low, high, n_eff, deff = finished(value, low, high, n_eff, deff)
    count = respondents if getattr(respondents, "ndim", 0) else int(respondents)
    return ClusteredShare(value, low, high, n_eff, deff, count)

"""A known number of eligible: interval for this year's persons, and bounds for the silent ones."""

from typing import Any, overload

from tracker.stats.checks import check_confidence, check_part
from tracker.stats.one_share import wilson_score
from tracker.stats.quantiles import normal_quantile
from tracker.stats.shapes import (
    Array,
    ArrayLimits,
    Limits,
    Numbers,
    choose,
    finished,
    known,
    numbers,
)


@overload
def finite_population_interval(
    x: float, n: float, size: float, *, confidence: float = ...
) -> Limits: ...
@overload
def finite_population_interval(
    x: Array, n: Numbers, size: Numbers, *, confidence: float = ...
) -> ArrayLimits: ...
def finite_population_interval(x: Any, n: Any, size: Any, *, confidence: float = 0.95) -> Any:
    """Interval for what all `size` eligible would have answered, x of n answers being seen.

    Wilson with z² replaced by z²(N - n)/(N - 1). It takes the answers for a random sample of the
    eligible and says nothing about next year: never without the response rate and the bounds of
    `nonresponse_bounds`, never for the level of the work itself.

    Args:
        x: Positive answers, 0 to n.
        n: Answers, 0 to size; 0 gives no interval.
        size: Eligible persons or exits (N).
        confidence: Two-sided level, 0.5-0.9999.

    Returns:
        Lower and upper limit, 0-1; both equal x/n when everyone answered. Shapes and missing values
        as in `share_interval`.

    Raises:
        ValueError: x, n, size or confidence is impossible; the message names it.

    Sources:
        Wilson 1927 JASA 22:209, with the variance of drawing without replacement.
    """
    check_confidence(confidence)
    x, n, size = numbers(x, n, size)
    check_part("n", n, "size", size)
    check_part("x", x, "n", n)
    x, n, size = known(n, x, n, size)
    all_answered = n == size  # also size = 1, where the factor would be 0/0
    factor = choose(all_answered, 1.0, (size - n) / choose(all_answered, 1.0, size - 1))
    low, high = wilson_score(x, n, normal_quantile(confidence) ** 2 * factor)
    return finished(choose(all_answered, x / n, low), choose(all_answered, x / n, high))


@overload
def nonresponse_bounds(x: float, n: float, eligible: float) -> Limits: ...
@overload
def nonresponse_bounds(x: Array, n: Numbers, eligible: Numbers) -> ArrayLimits: ...
def nonresponse_bounds(x: Any, n: Any, eligible: Any) -> Any:
    """The share if every missing answer were negative, and if every one were positive.

    [x/N, (x + N - n)/N]. No assumption about those who did not answer, and no chance: 27 of 30
    answers from 40 exits gives 67.5-92.5 %.

    Args:
        x: Positive answers, 0 to n.
        n: Answers, 0 to eligible.
        eligible: Eligible persons or exits (N); 0 gives no bounds.

    Returns:
        Lowest and highest possible share, 0-1. Shapes and missing values as in `share_interval`.

    Raises:
        ValueError: x, n or eligible is impossible; the message names it.

    Sources:
        Manski 2003.
    """
    x, n, eligible = numbers(x, n, eligible)
    check_part("n", n, "eligible", eligible)
    check_part("x", x, "n", n)
    (eligible,) = known(eligible, eligible)
    return finished(x / eligible, (x + eligible - n) / eligible)

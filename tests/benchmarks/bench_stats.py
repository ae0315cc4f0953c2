"""Speed and coverage of the statistics: `python -m tests.benchmarks.bench_stats [simulations]`.

Prints ratios and coverages measured in one run; nothing here passes or fails. The coverage of
clustered answers is simulated with 4 items, a true share of 90 % and a correlation of 0.6 within a
person; the figures beside it are those that the choice of method was based on.
"""

import sys
from fractions import Fraction
from math import sqrt
from time import perf_counter

import numpy as np
from scipy.stats import binomtest

from tracker.goals.status import judge
from tracker.measures.figure import Figure, Reading
from tracker.plans.model import Goal
from tracker.stats import clustered_share_from_sums, share_interval

ITEMS, TRUE_SHARE, CORRELATION = 4, 0.9, 0.6
GOAL = Goal("arbete", "individ", "30 % till arbete", "exits", target=Fraction(3, 10))
READING = Reading("process", "wilson", 0.95, 5, 10, "not_reached", all_or_none=False)
STATED = {  # respondents: Wilson on the effective size, Korn-Graubard, in per cent
    10: (98, 99.6),
    20: (91, 93),
    40: (94.5, 96),
    100: (95, 96),
}


def coverage(respondents, method, simulations, random):
    """How often the interval holds the true share, and the Monte Carlo error of that."""
    weight = (1 - CORRELATION) / CORRELATION  # a beta level per person gives this correlation
    size = (simulations, respondents)
    levels = random.beta(TRUE_SHARE * weight, (1 - TRUE_SHARE) * weight, size)
    y = random.binomial(ITEMS, levels)
    answered = respondents * ITEMS
    share = clustered_share_from_sums(
        respondents,
        y.sum(axis=1),
        answered,
        (y * y).sum(axis=1),
        y.sum(axis=1) * ITEMS,
        answered * ITEMS,
        method=method,
    )
    covered = np.mean((share.low <= TRUE_SHARE) & (share.high >= TRUE_SHARE))
    return float(covered), sqrt(covered * (1 - covered) / simulations)


def seconds(task, repeats):
    """The shortest of some runs."""
    times = []
    for _ in range(repeats):
        start = perf_counter()
        task()
        times.append(perf_counter() - start)
    return min(times)


def speed(random):
    """Lines with the ratio of scipy one by one to the vectorised interval, 1,000 shares."""
    n = random.integers(5, 500, 1000)
    x = random.binomial(n, 0.4)
    pairs = list(zip(x.tolist(), n.tolist(), strict=True))
    for method in ("wilson", "exact"):
        ours = seconds(lambda m=method: share_interval(x, n, method=m), 20)
        scalar = seconds(lambda m=method: [share_interval(a, b, method=m) for a, b in pairs], 3)
        scipys = seconds(
            lambda m=method: [binomtest(a, b).proportion_ci(method=m) for a, b in pairs], 1
        )
        yield (
            f"1,000 {method}: {ours * 1e3:.2f} ms vectorised, {scalar * 1e3:.1f} ms singly,"
            f" scipy {scipys * 1e3:.0f} ms; scipy/vectorised {scipys / ours:,.0f}"
        )
    judged = seconds(lambda: statuses(x, n), 20)
    scipys = seconds(lambda: [binomtest(a, b).proportion_ci(method="wilson") for a, b in pairs], 1)
    yield (
        f"1,000 intervals with status: {judged * 1e3:.1f} ms (bar 5 ms); scipy one by one,"
        f" without status, {scipys / judged:,.0f} x as long"
    )
    midp = seconds(lambda: share_interval(x, n, method="midp"), 3)
    yield f"1,000 midp: {midp * 1e3:.0f} ms vectorised"


def statuses(x, n):
    """The status of every share against 30 %, the limits made all at once."""
    limits = zip(*(ends.tolist() for ends in share_interval(x, n)), strict=True)
    return [
        judge(GOAL, Figure(a, b, Fraction(a, b), b, b, 0, b, low=low, high=high), READING)
        for a, b, (low, high) in zip(x.tolist(), n.tolist(), limits, strict=True)
    ]


def coverages(simulations, random):
    """Lines with simulated coverage beside the stated one."""
    for respondents, stated in STATED.items():
        for method, expected in zip(("wilson", "korn_graubard"), stated, strict=True):
            covered, error = coverage(respondents, method, simulations, random)
            yield (
                f"coverage K = {respondents:3}, {method:13}: {covered:.1%} (± {2 * error:.1%}),"
                f" stated {expected} %"
            )


def main(simulations=20_000):
    random = np.random.default_rng(1)
    for line in (*speed(random), *coverages(simulations, random)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))

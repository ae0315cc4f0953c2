"""What opening a form may cost: neither numpy nor scipy."""

import subprocess
import sys

LIGHT = [
    "",
    "stats.share_interval(37, 112)",
    "stats.difference_interval(3, 10, 4, 12)",
    "stats.difference_of(0.3, (0.1, 0.6), 0.4, (0.2, 0.7))",
    "stats.paired_interval(30, 12, 3, 20)",
    "stats.paired_interval(30, 12, 3, 20, method='newcombe')",
    "stats.nonresponse_bounds(27, 30, 40)",
    "stats.finite_population_interval(27, 30, 40)",
    "stats.funnel_limits(0.3, 40)",
    "stats.trend([1, 2, 3], [5, 5, 5], [1, 2, 3])",
    "stats.exits_for_clarity(0.33, 0.3)",
]


def loaded_by(calls):
    program = f"import sys\nfrom tracker import stats\n{calls}\nprint(*sorted(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_numbers_need_neither_numpy_nor_scipy():
    assert not loaded_by("\n".join(LIGHT)) & {"numpy", "scipy", "pandas"}


def test_clustered_answers_need_neither_either():
    loaded = loaded_by("stats.clustered_share_from_sums(3, 9, 12, 29, 36, 48)")
    assert not loaded & {"numpy", "scipy", "pandas"}


def test_clustered_answers_by_respondent_need_no_more_than_numpy():
    loaded = loaded_by("stats.clustered_share([3, 4, 2], [4, 4, 4])")
    assert not loaded & {"scipy.stats", "scipy.optimize", "pandas"}

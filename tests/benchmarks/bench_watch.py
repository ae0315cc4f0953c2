"""The watch's false-alarm rate over whole years, beside an ordinary interval looked at as often.

Simulates years of exits at the goal itself, with a look after every day that has exits, as the
watch does it: nothing is said before 10 exits. Prints how often an alarm came, the same for a level
below the goal, and how long that took.
"""

import math

import numpy as np

from tracker.stats import log_evidence, share_interval

YEARS, DAYS, FEWEST, SEED = 20_000, 250, 10, 20210101
ENOUGH = math.log(20)
CASES = ((0.3, 60), (0.3, 112), (0.5, 112), (0.75, 112), (0.9, 112), (0.3, 600))
"""Goal, and exits in a year on average."""


def simulated(level: float, exits: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Running successes and exits at the end of each working day of many years."""
    by_day = rng.poisson(exits / DAYS, (YEARS, DAYS))
    return rng.binomial(by_day, level).cumsum(axis=1), by_day.cumsum(axis=1)


def alarms(x: np.ndarray, n: np.ndarray, goal: float) -> np.ndarray:
    """Where the watch's rule is crossed."""
    return (log_evidence(x, n, goal) >= ENOUGH) & (n >= FEWEST)


def ordinary(x: np.ndarray, n: np.ndarray, goal: float) -> np.ndarray:
    """Where the goal lies outside of an ordinary 95 % interval."""
    low, high = share_interval(x, np.maximum(n, 1))
    return ((low > goal) | (high < goal)) & (n >= FEWEST)


def main() -> None:
    """Simulate, and print one line a case."""
    rng = np.random.default_rng(SEED)
    error = 1.96 * math.sqrt(0.05 * 0.95 / YEARS)
    print(f"{YEARS} years a case, a look a day; Monte Carlo error at 5 %: {error:.2%}")
    for goal, exits in CASES:
        at_goal = simulated(goal, exits, rng)
        false = alarms(*at_goal, goal).any(axis=1).mean()
        often = ordinary(*at_goal, goal).any(axis=1).mean()
        x, n = simulated(goal - 0.15, exits, rng)
        found = alarms(x, n, goal)
        first = np.median(n[found.any(axis=1), found.argmax(axis=1)[found.any(axis=1)]])
        print(
            f"goal {goal:.0%}, {exits} exits: false alarm {false:.2%} (ordinary interval "
            f"{often:.1%}); 15 points below the goal found in {found.any(axis=1).mean():.0%} of "
            f"years, then at exit {first:.0f}"
        )
        assert false <= 0.05 + error


if __name__ == "__main__":
    main()

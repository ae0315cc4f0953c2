"""Axes with round numbers."""

from math import ceil

from tracker.reports.drawings import Axis
from tracker.wording import Language

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000)
SHARES = (1, 2, 5, 10, 20, 25, 50)
MOST = 6
"""Ticks on an axis, above its beginning."""


def share_axis(language: Language, highest: float = 1.0, title: str = "") -> Axis:
    """Shares from 0 to the round number above the highest, never beyond 100 %."""
    percent = min(ceil(highest * 100 - 1e-9), 100)
    step = next((step for step in SHARES if percent / step <= MOST - 1), 25)
    end = min(ceil(percent / step), ceil(100 / step)) * step
    ticks = [number / 100 for number in range(0, end + 1, step)]
    return Axis(0, end / 100, tuple((tick, language.percent(tick)) for tick in ticks), title)


def count_axis(language: Language, highest: float, title: str = "") -> Axis:
    """Counts from 0 to the round number above the highest."""
    step = next((step for step in STEPS if highest / step <= MOST), STEPS[-1])
    end = max(ceil(highest / step), 1) * step
    ticks = range(0, end + 1, step)
    return Axis(0, end, tuple((tick, language.number(tick)) for tick in ticks), title)

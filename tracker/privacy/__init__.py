"""The one door for published figures: nobody can be found in what has passed it."""

from tracker.privacy.comparison_door import (
    publish_as_judged,
    publish_comparison,
    publish_trend,
)
from tracker.privacy.counts import Count, Earlier, Layout, Reason, Rule, Sum, publish_counts
from tracker.privacy.door import publish
from tracker.privacy.memory import (
    corrected,
    earlier_publications,
    known_to_readers,
    remember,
)

__all__ = [
    "Count",
    "Earlier",
    "Layout",
    "Reason",
    "Rule",
    "Sum",
    "corrected",
    "earlier_publications",
    "known_to_readers",
    "publish",
    "publish_as_judged",
    "publish_comparison",
    "publish_counts",
    "publish_trend",
    "remember",
]

"""The one door for published figures: nobody can be found in what has passed it."""

from tracker.privacy.comparison_door import publish_comparison, publish_trend
from tracker.privacy.door import publish
from tracker.privacy.flow_door import PublishedFlow, PublishedRow, publish_flow

__all__ = [
    "PublishedFlow",
    "PublishedRow",
    "publish",
    "publish_comparison",
    "publish_flow",
    "publish_trend",
]

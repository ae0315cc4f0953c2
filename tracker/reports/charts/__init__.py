"""Charts of a report, built from what is published; formats only draw what is in them."""

from tracker.reports.charts.bars import goal_chart
from tracker.reports.charts.funnel import funnel_chart
from tracker.reports.charts.streams import stream_chart
from tracker.reports.charts.trend import trend_chart

__all__ = ["funnel_chart", "goal_chart", "stream_chart", "trend_chart"]

"""Interventions against each other, women and men, years beside each other."""

from tracker.comparisons.comparing import compare
from tracker.comparisons.comparison import Comparison, Gap, Unit
from tracker.comparisons.series import Change, TrendSeries, TrendYear
from tracker.comparisons.trending import trend

__all__ = ["Change", "Comparison", "Gap", "TrendSeries", "TrendYear", "Unit", "compare", "trend"]

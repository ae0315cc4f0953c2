"""The arithmetic of every figure: shares, intervals, differences, trends and forecasts.

One file a family. Numbers in, numbers out; arrays in, arrays of the same shape out; proportions are
0-1. numpy and scipy are imported only by the functions that need them, so that a form or the
command line opens without them; the default interval of one share needs neither.
"""

from tracker.stats.clustered import (
    ClusteredShare,
    clustered_mean_from_sums,
    clustered_share,
    clustered_share_from_sums,
)
from tracker.stats.difference import difference_interval, difference_of
from tracker.stats.finite import finite_population_interval, nonresponse_bounds
from tracker.stats.forecasting import Forecast, exits_for_clarity, forecast, prior_from
from tracker.stats.funnel import (
    adjust,
    funnel_limits,
    homogeneity,
    overdispersed_p,
    overdispersion,
    unit_p,
)
from tracker.stats.one_share import share_interval
from tracker.stats.paired import mcnemar, paired_interval
from tracker.stats.sequence import always_valid_interval, log_evidence
from tracker.stats.trends import Trend, trend

__all__ = [
    "ClusteredShare",
    "Forecast",
    "Trend",
    "adjust",
    "always_valid_interval",
    "clustered_mean_from_sums",
    "clustered_share",
    "clustered_share_from_sums",
    "difference_interval",
    "difference_of",
    "exits_for_clarity",
    "finite_population_interval",
    "forecast",
    "funnel_limits",
    "homogeneity",
    "log_evidence",
    "mcnemar",
    "nonresponse_bounds",
    "overdispersed_p",
    "overdispersion",
    "paired_interval",
    "prior_from",
    "share_interval",
    "trend",
    "unit_p",
]

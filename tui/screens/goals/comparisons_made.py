"""What the workers behind Jämför, Trend and the watch do; each hands over one message."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from tracker.errors import TrackerError
from tracker.store_sentences import store_sentences

if TYPE_CHECKING:
    from tracker.comparisons import Comparison, TrendSeries
    from tracker.periods import Period
    from tracker.scorecard import Scorecard
    from tracker.watch import Watch
    from tracker.wording.pictures import Curves
    from tracker.workspace import Workspace


@dataclass
class ComparisonMade(Message):
    """The interventions of a goal against each other, with the curves of the funnel."""

    made: "Comparison | None" = None
    curves: "Curves | None" = None
    error: TrackerError | None = None


@dataclass
class TrendMade(Message):
    """The years of a goal."""

    series: "TrendSeries | None" = None
    error: TrackerError | None = None


@dataclass
class WatchMade(Message):
    """The early warning of a period; it may say nothing."""

    found: "Watch | None" = None


def comparison_made(
    workspace: "Workspace", goal_id: str, period: "Period", *, published: bool
) -> ComparisonMade:
    """Compare, hide what is not to be shown, and make the curves."""
    from tracker import privacy
    from tracker.comparisons import compare
    from tracker.wording.pictures import curves_of

    try:
        with store_sentences():
            made = compare(workspace, goal_id, period)
    except TrackerError as error:
        return ComparisonMade(error=error)
    if published:
        remembered = partial(privacy.earlier_publications, workspace)
        made = privacy.publish_comparison(made, workspace.language, remembered)
    return ComparisonMade(made, curves_of(made))


def trend_made(workspace: "Workspace", goal_id: str, *, published: bool) -> TrendMade:
    """Make the years, and hide what is not to be shown."""
    from tracker import privacy
    from tracker.comparisons import trend

    try:
        with store_sentences():
            series = trend(workspace, goal_id)
    except TrackerError as error:
        return TrendMade(error=error)
    if published:
        remembered = partial(privacy.earlier_publications, workspace)
        series = privacy.publish_trend(series, workspace.language, remembered)
    return TrendMade(series)


def watch_made(workspace: "Workspace", scorecard: "Scorecard") -> WatchMade:
    """Look at the key goals of an open period; what cannot be looked at disturbs nobody.

    Readers are not shown the watch, and after the period its figures say more.
    """
    from tracker.watch import watch

    period = scorecard.period
    if scorecard.published or not period.is_open(scorecard.as_of):
        return WatchMade()
    try:
        with store_sentences():
            return WatchMade(watch(workspace, period))
    except TrackerError:
        return WatchMade()

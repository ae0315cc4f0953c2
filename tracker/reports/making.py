"""Making a report from a workspace: scorecard and flow as published, then what to say."""

from tracker.flow import make_flow
from tracker.periods import Period
from tracker.privacy import PublishedFlow, publish_flow
from tracker.reports.content import report_on
from tracker.reports.model import Report
from tracker.scorecard import default_period, make_scorecard
from tracker.workspace import Workspace


def make_report(workspace: Workspace, period: Period | None = None) -> Report:
    """The report of a period, by default the latest plan year that has begun.

    Raises:
        DataError: the association has no plan.
    """
    period = period or default_period(workspace)
    scorecard = make_scorecard(workspace, period, by=("kön",), published=True)
    min_show = scorecard.plan.settings.min_show

    def flow_by(split: str) -> PublishedFlow:
        return publish_flow(make_flow(workspace, period, by=(split,)), min_show, workspace.language)

    return report_on(workspace.language, scorecard, flow_by("insats"), flow_by("kön"))

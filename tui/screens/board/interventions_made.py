"""The interventions that the pane shows; made off the screen's thread."""

from tracker.board.interventions import InterventionView, intervention_views
from tracker.periods import Period
from tracker.workspace import Workspace


def views_of(
    workspace: Workspace, period: Period, *, published: bool
) -> tuple[InterventionView, ...]:
    """The interventions as they are, or with the numbers that readers see.

    Raises:
        DataError: the association has no plan.
    """
    if not published:
        return intervention_views(workspace, period)
    from tracker.reports.as_published import published_interventions

    return published_interventions(workspace, period)

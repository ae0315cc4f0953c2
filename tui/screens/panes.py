"""The panes of the main screen; importing them loads the store's packages."""

from textual.widget import Widget

from tracker.workspace import Workspace
from tui.screens.goals import GoalsPane
from tui.screens.register import RegisterPane


def panes(workspace: Workspace) -> tuple[GoalsPane, Widget]:
    """A pane a tab, with the tab's id."""
    return GoalsPane(workspace.language, id="goals"), RegisterPane(workspace, id="register")

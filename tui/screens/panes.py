"""The panes of the main screen, each made when its tab is first looked at."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from tracker.workspace import Workspace


def goals(workspace: "Workspace") -> Widget:
    """Mål."""
    from tui.screens.goals import GoalsPane

    return GoalsPane(workspace, id="goals")


def register(workspace: "Workspace") -> Widget:
    """Deltagare."""
    from tui.screens.register import RegisterPane

    return RegisterPane(workspace, id="register")


PANES: "dict[str, Callable[[Workspace], Widget]]" = {"goals": goals, "register": register}
"""By the id of the tab; loading what a pane needs is put off until then."""

"""The pane Deltagare."""

from textual.widget import Widget

from tracker.workspace import Workspace


class RegisterPane(Widget):
    """The register of participations."""

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.workspace = workspace

"""Taking back from a pane that changes no rows itself: what was imported from there, for one."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.workspace import Workspace
    from tui.screens.register.doing import Registering


class Undoing(Widget):
    """A pane that is told by `Happened` what was taken back or brought back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", N_("undo"), show=False),
        Binding("ctrl+y", "redo", N_("redo"), show=False),
    ]
    workspace: "Workspace"
    _reverting: "Registering | None" = None

    @property
    def reverting(self) -> "Registering":
        """What takes back for it."""
        from tui.screens.register.doing import Registering

        if self._reverting is None:
            self._reverting = Registering(self.workspace, self)
        return self._reverting

    def action_undo(self) -> None:
        """Take back the last change."""
        self.reverting.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self.reverting.redo()

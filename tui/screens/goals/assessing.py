"""What can be written about a goal wherever one is selected: an assessment, an activity done.

What writes is loaded only when a key asks for it: the goals are the first thing that is shown.
"""

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widget import Widget

from tracker.problems import N_
from tui.messages import StoreChanged

if TYPE_CHECKING:
    from tracker.plans.model import Goal
    from tracker.workspace import Workspace
    from tui.screens.board.doing import BoardWork
    from tui.screens.forms.asking import Happened

GOAL_KEYS = (
    Binding("b", "assess", N_("assess")),
    Binding("k", "activity", N_("activity done"), show=False),
    Binding("ctrl+z", "undo", N_("undo"), show=False),
    Binding("ctrl+y", "redo", N_("redo"), show=False),
)


class Assessing(Widget):
    """Something that shows goals, one of them selected.

    Stands last among the bases: Textual takes styles from the first that is a widget.
    """

    workspace: "Workspace"
    _doing: "BoardWork | None" = None

    @property
    def selected_goal(self) -> "tuple[Goal, str] | None":
        """The goal that is looked at, and the label of the period."""
        raise NotImplementedError

    @property
    def doing(self) -> "BoardWork":
        """What writes for it."""
        from tui.screens.board.doing import BoardWork

        if self._doing is None:
            self._doing = BoardWork(self.workspace, self)
        return self._doing

    def action_assess(self) -> None:
        """Write the board's assessment of the goal."""
        if self.selected_goal is not None:
            self.doing.assess(*self.selected_goal)

    def action_activity(self) -> None:
        """Record that an activity of the goal is done."""
        if self.selected_goal is not None:
            self.doing.activity(self.selected_goal[0])

    def action_undo(self) -> None:
        """Take back the last change."""
        self.doing.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self.doing.redo()

    def on_happened(self, message: "Happened") -> None:
        """Say what was saved, or why nothing was."""
        message.stop()
        self.notify(message.sentence, markup=False)
        if message.changed:
            self.store_changed()

    def store_changed(self) -> None:
        """The figures are to be made again."""
        self.post_message(StoreChanged())

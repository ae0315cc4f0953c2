"""What panes with a list have in common: read in a worker, narrowed by typing, told in a line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from tracker.errors import TrackerError
from tracker.workspace import Workspace
from tui.keys_in_order import release_keys
from tui.messages import StoreChanged
from tui.screens.forms.asking import Happened
from tui.widgets.filter_line import FilterLine
from tui.widgets.lines import show_line

if TYPE_CHECKING:
    from tui.screens.register.doing import Registering
    from tui.widgets.line_table import LineTable


class ListPane(Widget):
    """Reads the store when it is looked at and something may be another; says what was done.

    A pane makes `table`, which has the keys first, and `doing`, which writes for it. `read` calls a
    worker that hands what it makes to `give`; whoever shows that sets `is_stale` to False.
    """

    store_version: reactive[int] = reactive(0)
    table: Widget
    doing: "Registering"

    @dataclass
    class ReadFailed(Message):
        """The store could not be read."""

        error: TrackerError

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.workspace = workspace
        self.language = workspace.language
        self.is_stale = True
        """Whether something may be another than what is shown."""

    def read(self) -> object:
        """Read what is shown."""
        raise NotImplementedError

    def happened(self, message: Happened) -> None:
        """What a pane does about what was done, beside saying it."""

    def give(self, make: Callable[[], Message]) -> None:
        """Post what a worker makes, or why it cannot; nothing where nobody waits any more."""
        try:
            found = make()
        except TrackerError as error:
            found = self.ReadFailed(error)
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    def on_show(self, _event: events.Show) -> None:
        """The keys are for the list."""
        self.table.focus()
        self.read_if_stale()

    def watch_store_version(self) -> None:
        """Something was saved: read again, at once where it can be seen."""
        self.read_later()

    def read_later(self) -> None:
        """Something may be another: read when it is looked at, which may be now."""
        self.is_stale = True
        self.read_if_stale()

    def read_if_stale(self) -> None:
        """Read where somebody looks and something may be another."""
        if self.is_stale and self.display and self.is_mounted:
            self.read()

    @on(ReadFailed)
    def show_failure(self, message: ReadFailed) -> None:
        """Say why there is nothing to see."""
        release_keys(self.app)
        self.say(self.language.text(message.error.message, **message.error.params))

    @on(Happened)
    def show_happened(self, message: Happened) -> None:
        """Say what was done."""
        self.say(message.sentence)
        self.happened(message)
        if message.changed:
            self.post_message(StoreChanged())

    def say(self, sentence: str) -> None:
        """Say in a line what has just happened."""
        show_line(self.query_one("#happened", Static), sentence)

    def action_undo(self) -> None:
        """Take back the last change."""
        self.doing.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self.doing.redo()

    def action_read_again(self) -> None:
        """Read it again: somebody else may have changed something."""
        self.read()


class FilteredPane(ListPane):
    """A list that is narrowed by what is typed in `filter`."""

    table: "LineTable"
    filter: FilterLine

    def fill(self) -> object:
        """Show what matches."""
        raise NotImplementedError

    @on(FilterLine.Typed)
    def narrow(self, message: FilterLine.Typed) -> None:
        """Show what matches."""
        message.stop()
        self.fill()

    @on(FilterLine.Finished)
    def walk(self, message: FilterLine.Finished) -> None:
        """Back to the list."""
        message.stop()
        self.table.focus()

    def action_filter(self) -> None:
        """Type what to see."""
        self.filter.focus()

    def action_clear(self) -> None:
        """Show everything again."""
        self.filter.empty()
        self.table.focus()

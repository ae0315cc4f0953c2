"""All of one row over the register: every cell in full, to read and to copy."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracker.problems import N_
from tracker.register.whole_row import WholeCell
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import show_line
from tui.widgets.marked_list import MarkedList
from tui.widgets.named_value import NamedValue


class WholeRowScreen(SpokenModal[bool]):
    """Lists the cells, the one that was looked at first; answers whether its history is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,space,enter", "leave(False)", N_("back"), key_display="Esc", priority=True),
        Binding("h", "leave(True)", N_("history")),
        Binding("c", "copy_cell", N_("copy cell")),
        Binding("C", "copy_row", N_("copy row"), key_display="C"),
    ]

    def __init__(self, title: str, cells: tuple[WholeCell, ...], column: str = "") -> None:
        super().__init__()
        self.row_title = title
        self.cells = cells
        self.column = column
        """The Swedish name of the column that is looked at."""

    def compose(self) -> ComposeResult:
        """Whose row it is, its cells, what was copied."""
        with Vertical(id="row-box"):
            yield Static(self.row_title, classes="heading", markup=False)
            yield MarkedList(
                *(Option(NamedValue(each.label, each.text or "–")) for each in self.cells)
            )
            yield Static(id="copied", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the cell that was looked at."""
        names = [each.column for each in self.cells]
        listed = self.query_one(OptionList)
        listed.highlighted = names.index(self.column) if self.column in names else 0
        listed.focus()
        self.call_after_refresh(release_keys, self.app)

    def action_copy_cell(self) -> None:
        """Copy the marked cell."""
        cell = self.cells[self.query_one(OptionList).highlighted or 0]
        self.app.copy_to_clipboard(cell.text)
        self._say(self.language.text("Copied: {text}", text=cell.text or "–"))

    def action_copy_row(self) -> None:
        """Copy all cells with their names, a line each."""
        self.app.copy_to_clipboard("".join(f"{each.label}\t{each.text}\n" for each in self.cells))
        self._say(self.language.text("Copied the row, with a line for each column."))

    def action_leave(self, to_history: bool) -> None:  # noqa: FBT001 - an answer
        """Close; who opened it says what comes next."""
        hold_keys(self.app)
        self.dismiss(to_history)

    def _say(self, sentence: str) -> None:
        show_line(self.query_one("#copied", Static), sentence)

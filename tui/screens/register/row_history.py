"""The history of one row over the register: who changed what, when and why."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.visual import Visual
from textual.widgets import Static

from tracker.problems import N_
from tracker.register.row_history import HistoryEntry
from tui.keys_in_order import release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.key_line import KeyLine
from tui.widgets.prose import Prose


class RowHistoryScreen(SpokenModal[None]):
    """Lists the changes, newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,h,enter", "dismiss", N_("back"), key_display="Esc"),
    ]

    def __init__(self, title: str, entries: tuple[HistoryEntry, ...]) -> None:
        super().__init__()
        self.row_title = title
        self.entries = entries

    def compose(self) -> ComposeResult:
        """Whose history it is, and its changes."""
        text = self.language.text
        with Vertical(id="row-box"):
            heading = text(N_("History of {row}, newest first"), row=self.row_title)
            yield Static(heading, classes="heading", markup=False)
            with VerticalScroll():
                for line in self._lines():
                    yield Static(line)
        yield KeyLine()

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one(VerticalScroll).focus()
        self.call_after_refresh(release_keys, self.app)

    def _lines(self) -> Iterator[Visual]:
        text = self.language.text
        for entry in self.entries:
            said = f"{entry.when} · {entry.by} · {entry.done}"
            if entry.undone:
                said = f"{said} ({text(N_('taken back'))})"
            yield Prose(said, "bold")
            for each in entry.alterations:
                yield Prose(each.text, lead=f"  {each.label}: ")
            if entry.reason:
                reason = text(N_("Reason"))
                yield Prose(entry.reason, lead=f"  {reason}: ")

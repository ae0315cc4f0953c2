"""The pane Ändringslogg: who changed what and when, what it was before, and taking it back."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from tracker.problems import N_
from tracker.register.changed_things import ChangedThing, changed_things
from tracker.registration import HistoryLine, TrailPage, read_trail
from tracker.wording.changes import moment
from tracker.workspace import Workspace
from tui.screens.change_log.doing import Reverting
from tui.screens.list_pane import FilteredPane
from tui.widgets.filter_line import FilterLine
from tui.widgets.line_table import Column, Line, LineTable
from tui.widgets.lines import show_line
from tui.widgets.prose import Prose

COLUMNS = (
    Column(N_("When"), 16, 16),
    Column(N_("Who"), 10, 14),
    Column(N_("What"), 0, 0),
)
INDENT = "  "
FEW = 10
"""Rows that are told beside the list."""
SHORT = 120
"""Letters of a value that are."""


class ChangeLogPane(FilteredPane):
    """Shows the audit trail, newest first."""

    doing: Reverting

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "history", N_("history of the row")),
        Binding("slash", "filter", N_("filter"), key_display="/", show=False),
        Binding("ctrl+z", "undo", N_("undo")),
        Binding("u,ctrl+y", "redo", N_("redo")),
        Binding("escape", "clear", N_("show all"), show=False),
        Binding("f5", "read_again", N_("read again"), show=False),
    ]

    @dataclass
    class Read(Message):
        """A page has been read."""

        typed: str
        page: TrailPage
        is_first: bool

    @dataclass
    class Detailed(Message):
        """What a change altered has been read."""

        line: HistoryLine
        found: tuple[ChangedThing, ...]

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(workspace, id=id)
        self.doing = Reverting(workspace, self)
        self.filter = FilterLine(workspace.language.text("/  who, number, what, 2022-03 …"))
        self.table = LineTable(workspace.language, COLUMNS)
        self.shown: list[HistoryLine] = []
        self._next: int | None = None
        """Where the next page begins."""

    def compose(self) -> ComposeResult:
        """The filter, the changes, and what the marked one altered."""
        yield self.filter
        with Container(id="halves"):
            yield self.table
            with VerticalScroll(id="detail"):
                yield Static(id="guidance", markup=False)
        yield Static(id="nobody", markup=False)
        yield Static(id="happened", markup=False)

    def show_subject(self, subject: str) -> None:
        """Show the changes of a row."""
        self.filter.value = subject

    def read(self) -> None:
        """Read what is looked for."""
        self.read_first(self.filter.value)

    def fill(self) -> None:
        """What matches is looked for in the store."""
        self.read()

    @work(thread=True, exclusive=True, group="reading")
    def read_first(self, typed: str) -> None:
        """Read the first page of what is looked for."""
        self._read(typed, None)

    @work(thread=True, exclusive=True, group="reading")
    def read_next(self, typed: str, before: int) -> None:
        """Read the page after."""
        self._read(typed, before)

    def _read(self, typed: str, before: int | None) -> None:
        self.give(
            lambda: self.Read(typed, read_trail(self.workspace, typed, before), before is None)
        )

    @on(Read)
    def show_page(self, message: Read) -> None:
        """Show the changes, unless something else is looked for by now."""
        if message.typed != self.filter.value:
            return
        self._next = message.page.last
        if not message.is_first:
            self.shown += message.page.lines
            self.table.append(map(self._line, message.page.lines))
            return
        self.is_stale = False
        self.shown = list(message.page.lines)
        self.table.show(map(self._line, self.shown))
        self._show_emptiness()

    @on(LineTable.NearEnd)
    def read_on(self, message: LineTable.NearEnd) -> None:
        """Read the next page, once."""
        message.stop()
        if self._next is not None:
            before, self._next = self._next, None
            self.read_next(self.filter.value, before)

    @on(LineTable.Moved)
    def look_at(self, message: LineTable.Moved) -> None:
        """Read what the marked change altered."""
        message.stop()
        if message.row < len(self.shown):
            self.read_details(self.shown[message.row])

    @work(thread=True, exclusive=True, group="detail")
    def read_details(self, line: HistoryLine) -> None:
        """Read what a change altered."""
        self.give(lambda: self.Detailed(line, changed_things(self.workspace, line.change_id)))

    @on(LineTable.Opened)
    def open_change(self, message: LineTable.Opened) -> None:
        """All of it, in full."""
        message.stop()
        if message.row < len(self.shown):
            self.doing.show(self.shown[message.row])

    @on(Detailed)
    def show_details(self, message: Detailed) -> None:
        """Show it, unless another change is looked at by now."""
        at = self.table.at
        if at is not None and at < len(self.shown) and self.shown[at] == message.line:
            said = "\n".join(self._details(message.line, message.found))
            self.query_one("#guidance", Static).update(Prose(said))

    def action_history(self) -> None:
        """The history of what the marked change was about."""
        at = self.table.at
        if at is not None and at < len(self.shown):
            self.doing.show_history(self.shown[at])

    def action_undo(self) -> None:
        """Take back one's own last change."""
        self.doing.ask_undo()

    def _line(self, line: HistoryLine) -> Line:
        return Line((moment(line.at), line.by, self.doing.what(line)))

    def _details(self, line: HistoryLine, found: tuple[ChangedThing, ...]) -> list[str]:
        """What fits beside the list: long texts and many rows are cut, Enter shows all of it."""
        text = self.language.text
        said = [f"{moment(line.at)} · {line.by} · {self.doing.what(line)}"]
        if line.reason:
            said.append(text("Why: {reason}", reason=line.reason))
        for thing in found[:FEW]:
            said.append(thing.title)
            said += [f"{INDENT}{each.label}: {_cut(each.text)}" for each in thing.alterations]
        if len(found) > FEW or any(len(each.text) > SHORT for one in found[:FEW]
                                   for each in one.alterations):  # fmt: skip
            said.append(text(N_("↵ shows all of it.")))
        return said

    def _show_emptiness(self) -> None:
        nothing = N_("Nothing matches.\n\nEsc shows everything again.")
        said = "" if self.shown else self.language.text(nothing)
        show_line(self.query_one("#nobody", Static), said)
        self.query_one("#halves").display = bool(self.shown)


def _cut(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"

"""The pane Att göra: what is due, the most overdue first, and one key to the form of each."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from db.codes import FollowUpOutcome
from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.worklist import WorkView, matching, view
from tracker.worklist.tries import Try
from tracker.workspace import Workspace
from tui.keys_in_order import release_keys
from tui.messages import ShowPane, StoreChanged
from tui.screens.register.doing import Happened
from tui.screens.work.doing import Working
from tui.widgets.filter_line import FilterLine
from tui.widgets.line_table import LineTable
from tui.widgets.lines import show_line
from tui.widgets.prose import Prose
from tui.widgets.work_table import Identity, WorkTable

NOTHING_FOUND = N_("Nothing matches.\n\nEsc shows everything again.")
ELSEWHERE = {"survey": "surveys", "delivery": "deliveries"}
"""The panes where things are done that have no form here."""


class WorkPane(Widget):
    """Shows what there is to do, and starts it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "not_reached", N_("not reached")),
        Binding("a", "declined", N_("has declined")),
        Binding("slash", "filter", N_("filter"), key_display="/", show=False),
        Binding("x", "mark", N_("mark")),
        Binding("s", "turn_stopped", N_("stopped too"), show=False),
        Binding("X,upper_x", "mark_all", N_("mark all shown"), show=False, key_display="X"),
        Binding("ctrl+z", "undo", N_("undo")),
        Binding("u,ctrl+y", "redo", N_("redo"), show=False),
        Binding("escape", "clear", N_("show all"), show=False),
        Binding("f5", "read_again", N_("read again"), show=False),
    ]
    store_version: reactive[int] = reactive(0)

    @dataclass
    class Read(Message):
        """The list has been made."""

        view: WorkView

    @dataclass
    class ReadFailed(Message):
        """The store could not be read."""

        error: TrackerError

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.workspace = workspace
        self.language = workspace.language
        self.working = Working(workspace, self)
        self.table = WorkTable(workspace.language)
        self.filter = FilterLine(
            workspace.language.text("/  intervention, number, follow-up, exit …")
        )
        self.view: WorkView | None = None
        self._begun: frozenset[Identity] = frozenset()
        """What something is being done to."""
        self.shows_stopped = False
        """Whether what nothing reminds of any more is shown as well."""
        self._is_stale = True

    def compose(self) -> ComposeResult:
        """How much there is, the filter, the list; below what is marked and what has happened."""
        with Horizontal(classes="top"):
            yield Static(self.language.text("Looking …"), id="amount", markup=False)
            yield self.filter
        yield self.table
        yield Static(id="nobody", markup=False)
        yield Static(id="left-out", markup=False)
        yield Static(id="about", markup=False)
        yield Static(id="happened", markup=False)

    def on_show(self, _event: events.Show) -> None:
        """Read when it is looked at and something may be another."""
        self.table.focus()
        if self._is_stale:
            self.read()

    def watch_store_version(self) -> None:
        """Something was saved: read again, at once where it can be seen."""
        self._is_stale = True
        if self.view is not None and self.display:
            self.read()

    def show_subject(self, subject: str) -> None:
        """Show what is to be done for an intervention, or for one episode."""
        self.filter.value = subject

    @work(thread=True, exclusive=True, group="reading")
    def read(self) -> None:
        """Make the list."""
        try:
            found: Message = self.Read(view(self.workspace))
        except TrackerError as error:
            found = self.ReadFailed(error)
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show the list as it is now, the cursor where it was, or on the row after."""
        self._is_stale = False
        self.view = message.view
        self.table.marked &= {line.item.identity for line in message.view.lines}
        self._fill()
        beside = list(message.view.beside)
        if message.view.stopped:
            beside.append(self.language.text("s shows them."))
        show_line(self.query_one("#left-out", Static), " ".join(beside))

    @on(ReadFailed)
    def show_failure(self, message: ReadFailed) -> None:
        """Say why there is nothing to see."""
        release_keys(self.app)
        self.say(self.language.text(message.error.message, **message.error.params))

    @on(FilterLine.Typed)
    def narrow(self, message: FilterLine.Typed) -> None:
        """Show what matches."""
        message.stop()
        self._fill()

    @on(FilterLine.Finished)
    def walk(self, message: FilterLine.Finished) -> None:
        """Back to the list."""
        message.stop()
        self.table.focus()

    @on(LineTable.Moved)
    def tell(self, message: LineTable.Moved) -> None:
        """Show the whole line below: the columns may be too narrow for it."""
        message.stop()
        self._tell_current()

    @on(LineTable.Opened)
    def open_row(self, message: LineTable.Opened) -> None:
        """Open the form that gets it done."""
        message.stop()
        line = self.table.current
        if line is None:
            return
        self._begun = frozenset({line.item.identity})
        if line.item.kind in ELSEWHERE:
            self.post_message(ShowPane(ELSEWHERE[line.item.kind], line.insats))
        else:
            self.working.open(line.item)

    @on(Happened)
    def show_happened(self, message: Happened) -> None:
        """Say what was saved; the list is read again when the screen has noted the change."""
        self.say(message.sentence)
        if message.changed:
            self.table.done, self._begun = self._begun, frozenset()
            self.table.marked.clear()
            self.post_message(StoreChanged())

    def say(self, sentence: str) -> None:
        """Say in a line what has just happened."""
        show_line(self.query_one("#happened", Static), sentence)

    def action_not_reached(self) -> None:
        """Nobody answered: the try is written down, the reminder stays."""
        self._try(FollowUpOutcome.NOT_REACHED)

    def action_declined(self) -> None:
        """Did not want to: the day is kept, the reminder stops."""
        self._try(FollowUpOutcome.DECLINED)

    def action_mark(self) -> None:
        """Mark the row, or take the mark away, and go on to the next."""
        if self.table.turn_mark():
            self._show_amount()
        elif self.table.shown:
            self.say(self.language.text("Only follow-ups can be marked."))

    @on(WorkTable.MarkClicked)
    def mark_clicked(self, message: WorkTable.MarkClicked) -> None:
        """The same by mouse; the cursor stays."""
        message.stop()
        self.action_mark()
        self.table.move_cursor(row=message.row)

    def action_turn_stopped(self) -> None:
        """Show what was declined or lost as well, with its day; or leave it out again."""
        self.shows_stopped = not self.shows_stopped
        self._fill()

    def action_mark_all(self) -> None:
        """Mark every follow-up that is shown, or take all the marks away."""
        self.table.turn_marks()
        self._show_amount()

    def action_filter(self) -> None:
        """Type what to see."""
        self.filter.focus()

    def action_clear(self) -> None:
        """Take the marks away, then the filter."""
        if self.table.marked:
            self.table.marked.clear()
            self._fill()
        else:
            self.filter.empty()
        self.table.focus()

    def action_undo(self) -> None:
        """Take back the last change."""
        self._begun = frozenset()
        self.working.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self._begun = frozenset()
        self.working.redo()

    def action_read_again(self) -> None:
        """Make the list again."""
        self.read()

    def _try(self, outcome: Try) -> None:
        items = self.table.chosen
        if not items:
            self.say(self.language.text("Only a follow-up can be not reached or declined."))
            return
        self._begun = frozenset(item.identity for item in items)
        self.working.write_tries(items, outcome)

    def _fill(self) -> None:
        if self.view is None:
            return
        lines = (*self.view.lines, *(self.view.stopped if self.shows_stopped else ()))
        self.table.fill(matching(lines, self.filter.value))
        found = bool(self.table.shown)
        nothing = "" if found else self.view.empty or self.language.text(NOTHING_FOUND)
        show_line(self.query_one("#nobody", Static), nothing)
        self._show_amount()
        self._tell_current()

    def _show_amount(self) -> None:
        if self.view is None:
            return
        text, marked = self.language, len(self.table.marked)
        parts = [self.view.summary]
        if self.filter.value and len(self.table.shown) != len(self.view.lines):
            parts.append(text.text("{number} shown", number=text.number(len(self.table.shown))))
        if marked:
            parts.append(text.plural("{number} marked", "{number} marked", marked))
        self.query_one("#amount", Static).update(" · ".join(parts))

    def _tell_current(self) -> None:
        line, current = self.query_one("#about", Static), self.table.current
        line.display = current is not None
        if current is not None:
            line.update(Prose(current.sentence))

"""The pane Att göra: what is due, the most overdue first, and one key to the form of each."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from db.codes import FollowUpOutcome
from tracker.problems import N_
from tracker.worklist import WorkView, matching, view
from tracker.worklist.tries import Try
from tracker.workspace import Workspace
from tui.messages import ShowPane
from tui.screens.list_pane import FilteredPane
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


class WorkPane(FilteredPane):
    """Shows what there is to do, and starts it."""

    table: WorkTable
    doing: Working

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

    @dataclass
    class Read(Message):
        """The list has been made."""

        view: WorkView

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(workspace, id=id)
        self.doing = Working(workspace, self)
        self.table = WorkTable(workspace.language)
        self.filter = FilterLine(
            workspace.language.text("/  intervention, number, follow-up, exit …")
        )
        self.view: WorkView | None = None
        self._begun: frozenset[Identity] = frozenset()
        """What something is being done to."""
        self.shows_stopped = False
        """Whether what nothing reminds of any more is shown as well."""

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

    def show_subject(self, subject: str) -> None:
        """Show what is to be done for an intervention, or for one episode."""
        self.filter.value = subject

    @work(thread=True, exclusive=True, group="reading")
    def read(self) -> None:
        """Make the list."""
        self.give(lambda: self.Read(view(self.workspace)))

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show the list as it is now, the cursor where it was, or on the row after."""
        self.is_stale = False
        self.view = message.view
        self.table.marked &= {line.item.identity for line in message.view.lines}
        self.fill()
        beside = list(message.view.beside)
        if message.view.stopped:
            beside.append(self.language.text("s shows them."))
        show_line(self.query_one("#left-out", Static), " ".join(beside))

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
            self.doing.open(line.item)

    def happened(self, message: Happened) -> None:
        """What was done goes out of the list; it is read when the screen has noted the change."""
        if message.changed:
            self.table.done, self._begun = self._begun, frozenset()
            self.table.marked.clear()

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
        self.fill()

    def action_mark_all(self) -> None:
        """Mark every follow-up that is shown, or take all the marks away."""
        self.table.turn_marks()
        self._show_amount()

    def action_clear(self) -> None:
        """Take the marks away, then the filter."""
        if self.table.marked:
            self.table.marked.clear()
            self.fill()
        else:
            self.filter.empty()
        self.table.focus()

    def action_undo(self) -> None:
        """Take back the last change."""
        self._begun = frozenset()
        super().action_undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self._begun = frozenset()
        super().action_redo()

    def _try(self, outcome: Try) -> None:
        items = self.table.chosen
        if not items:
            self.say(self.language.text("Only a follow-up can be not reached or declined."))
            return
        self._begun = frozenset(item.identity for item in items)
        self.doing.write_tries(items, outcome)

    def fill(self) -> None:
        """Show what matches, and what stopped where it is wanted."""
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

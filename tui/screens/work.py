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
from tracker.worklist import WorkItem, WorkLine, WorkView, matching, view
from tracker.worklist.tries import Try
from tracker.workspace import Workspace
from tui.keys_in_order import release_keys
from tui.messages import ShowPane, StoreChanged
from tui.screens.registering import Happened
from tui.screens.work_doing import Working
from tui.widgets.filter_line import FilterLine
from tui.widgets.line_table import Column, Line, LineTable
from tui.widgets.lines import show_line
from tui.widgets.prose import Prose

COLUMNS = (
    Column("", 3, 3),
    Column(N_("When"), 18, 18),
    Column(N_("What"), 0, 23),
    Column(N_("Intervention"), 11, 0),
    Column(N_("Number"), 7, 9),
    Column(N_("Since"), 13, 15),
    Column(N_("Latest"), -1, 0),
)
MARK = "■"
NOTHING_FOUND = N_("Nothing matches.\n\nEsc shows everything again.")
ELSEWHERE = {"survey": "surveys", "delivery": "deliveries"}
"""The panes where things are done that have no form here."""


class WorkPane(Widget):
    """Shows what there is to do, and starts it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "not_reached", N_("not reached")),
        Binding("a", "declined", N_("has declined")),
        Binding("slash", "filter", N_("filter"), key_display="/"),
        Binding("x", "mark", N_("mark")),
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
        self.table = LineTable(workspace.language, COLUMNS)
        self.filter = FilterLine(
            workspace.language.text("/  intervention, number, follow-up, exit …")
        )
        self.view: WorkView | None = None
        self.shown: list[WorkLine] = []
        self.marked: set[tuple[object, ...]] = set()
        self._is_stale = True
        self._acted: set[tuple[object, ...]] = set()
        """What the last thing was done to: the cursor goes on to the row after."""

    def compose(self) -> ComposeResult:
        """How much there is, the filter, the list; below what is marked and what has happened."""
        with Horizontal(classes="top"):
            yield Static(id="amount", markup=False)
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
        wanted = self._order_of_return()
        self._acted, self._is_stale = set(), False
        self.view = message.view
        self.marked &= {line.item.identity for line in message.view.lines}
        self._fill(wanted)
        show_line(self.query_one("#left-out", Static), " ".join(message.view.beside))

    @on(ReadFailed)
    def show_failure(self, message: ReadFailed) -> None:
        """Say why there is nothing to see."""
        release_keys(self.app)
        self.say(self.language.text(message.error.message, **message.error.params))

    @on(FilterLine.Typed)
    def narrow(self, message: FilterLine.Typed) -> None:
        """Show what matches."""
        message.stop()
        self._fill(self._order_of_return())

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
        line = self.shown[message.row]
        self._acted = {line.item.identity}
        if line.item.kind in ELSEWHERE:
            self.post_message(ShowPane(ELSEWHERE[line.item.kind], line.insats))
        else:
            self.working.open(line.item)

    @on(Happened)
    def show_happened(self, message: Happened) -> None:
        """Say what was saved, and show the list as it is now."""
        self.say(message.sentence)
        if message.changed:
            self.marked.clear()
            self.post_message(StoreChanged())

    def say(self, sentence: str) -> None:
        """Say in a line what has just happened."""
        show_line(self.query_one("#happened", Static), sentence)

    @property
    def current(self) -> WorkLine | None:
        """The line that the cursor is on."""
        at = self.table.at
        return self.shown[at] if at is not None and at < len(self.shown) else None

    def action_not_reached(self) -> None:
        """Nobody answered: the try is written down, the reminder stays."""
        self._try(FollowUpOutcome.NOT_REACHED)

    def action_declined(self) -> None:
        """Did not want to: the day is kept, the reminder stops."""
        self._try(FollowUpOutcome.DECLINED)

    def action_mark(self) -> None:
        """Mark the row, or take the mark away, and go on to the next."""
        line, at = self.current, self.table.at
        if line is None or at is None:
            return
        if line.item.kind != "follow_up":
            self.say(self.language.text("Only follow-ups can be marked."))
            return
        self.marked ^= {line.item.identity}
        self.table.replace(at, self._line(line))
        self.table.move_cursor(row=at + 1)
        self._show_amount()

    def action_mark_all(self) -> None:
        """Mark every follow-up that is shown, or take all the marks away."""
        follow_ups = {line.item.identity for line in self.shown if line.item.kind == "follow_up"}
        self.marked = set() if follow_ups <= self.marked else self.marked | follow_ups
        self._fill(self._order_of_return())

    def action_filter(self) -> None:
        """Type what to see."""
        self.filter.focus()

    def action_clear(self) -> None:
        """Take the marks away, then the filter."""
        if self.marked:
            self.marked.clear()
            self._fill(self._order_of_return())
        else:
            self.filter.empty()
        self.table.focus()

    def action_undo(self) -> None:
        """Take back the last change."""
        self._acted = set()
        self.working.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self._acted = set()
        self.working.redo()

    def action_read_again(self) -> None:
        """Make the list again."""
        self.read()

    def _try(self, outcome: Try) -> None:
        items = self._chosen()
        if not items:
            self.say(self.language.text("Only a follow-up can be not reached or declined."))
            return
        self._acted = {item.identity for item in items}
        self.working.write_tries(items, outcome)

    def _chosen(self) -> list[WorkItem]:
        """The marked follow-ups that are shown, else the one that the cursor is on."""
        marked = [line.item for line in self.shown if line.item.identity in self.marked]
        if marked or self.current is None or self.current.item.kind != "follow_up":
            return marked
        return [self.current.item]

    def _order_of_return(self) -> list[tuple[object, ...]]:
        """Where the cursor is to stand: here, else on the rows after, else on those before."""
        at = self.table.at or 0
        rows = [line.item.identity for line in self.shown]
        return [row for row in (*rows[at:], *reversed(rows[:at])) if row not in self._acted]

    def _fill(self, wanted: list[tuple[object, ...]]) -> None:
        if self.view is None:
            return
        self.shown = matching(self.view.lines, self.filter.value)
        places = {line.item.identity: at for at, line in enumerate(self.shown)}
        at = next((places[each] for each in wanted if each in places), 0)
        self.table.show((self._line(line) for line in self.shown), at)
        nothing = "" if self.shown else self.view.empty or self.language.text(NOTHING_FOUND)
        show_line(self.query_one("#nobody", Static), nothing)
        self.table.set_class(not self.shown, "-empty")
        self._show_amount()
        self._tell_current()

    def _show_amount(self) -> None:
        if self.view is None:
            return
        parts = [self.view.summary]
        if len(self.shown) < len(self.view.lines):
            number = self.language.number(len(self.shown))
            parts.append(self.language.text("{number} shown", number=number))
        if self.marked:
            parts.append(
                self.language.plural("{number} marked", "{number} marked", len(self.marked))
            )
        self.query_one("#amount", Static).update(" · ".join(parts))

    def _tell_current(self) -> None:
        line = self.query_one("#about", Static)
        line.display = self.current is not None
        if self.current is not None:
            line.update(Prose(self.current.sentence))

    def _line(self, line: WorkLine) -> Line:
        mark = MARK if line.item.identity in self.marked else " "
        place = line.place if self.table.is_wide else line.insats
        cells = (f"{mark}{line.sign}", line.when, line.what, place, line.who, line.since)
        return Line((*cells, line.latest), bold=line.item.is_overdue)

"""The pane Ekonomi: the plan's table as printed with outcome, and the goals on money."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from tracker.board.economy import EconomyLine, EconomyView, economy_view
from tracker.problems import N_
from tracker.scorecard import GoalCard, Scorecard
from tracker.workspace import Workspace
from tui.screens.board.doing import BoardWork
from tui.screens.list_pane import ListPane
from tui.widgets.economy_lines import BEHIND, COLUMNS, FORESEEN, behind_of, line_of
from tui.widgets.empty_state import EmptyState
from tui.widgets.line_table import LineTable
from tui.widgets.prose import Prose


class EconomyPane(ListPane):
    """Shows the economy of the period, and opens what is behind it."""

    table: LineTable
    doing: BoardWork
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", N_("new row")),
        Binding("b", "assess", N_("assess")),
        Binding("k", "activity", N_("activity done"), show=False),
        Binding("o", "open_goal", N_("open goal")),
        Binding("ctrl+z", "undo", N_("undo"), show=False),
        Binding("u,ctrl+y", "redo", N_("redo"), show=False),
        Binding("escape", "to_table", N_("to the table"), show=False),
    ]
    scorecard: reactive[Scorecard | None] = reactive(None)

    @dataclass
    class Read(Message):
        """The economy has been reckoned."""

        view: EconomyView

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(workspace, id=id)
        self.doing = BoardWork(workspace, self)
        self.table = LineTable(workspace.language, COLUMNS, id="table")
        self.behind = LineTable(workspace.language, BEHIND["rows"], id="behind")
        self.lines: tuple[EconomyLine, ...] = ()
        self._told = ""
        """The line whose rows are shown."""
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """What holds for all of it, the table, and what lies behind the marked line."""
        yield Static(self.language.text("Looking …"), id="amount", markup=False)
        yield EmptyState(id="nobody")
        with Container(id="halves"):
            yield self.table
            with Vertical():
                yield Static(id="guidance", markup=False)
                yield self.behind
        yield Static(id="happened", markup=False)

    def watch_scorecard(self) -> None:
        """Other days, or other figures."""
        self.read_later()

    def show_subject(self, subject: str) -> None:
        """Put the cursor on the line that an intervention's money lies behind."""
        self._wanted = subject
        self._stand_on_wanted()

    def read(self) -> None:
        """Reckon with the scorecard that is shown, if there is one."""
        if self.scorecard is not None:
            self.reckon(self.scorecard)

    @work(thread=True, exclusive=True, group="reading")
    def reckon(self, scorecard: Scorecard) -> None:
        """Reckon the economy of the period."""
        self.give(lambda: self.Read(economy_view(self.workspace, scorecard)))

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show it, the cursor where it was."""
        self.is_stale = False
        self.lines = message.view.lines
        names = [line.name for line in self.lines]
        at = names.index(self._told) if self._told in names else 0
        told = " ".join(message.view.told)
        self.query_one("#amount", Static).update(Prose(told))
        self.query_one("#amount", Static).display = bool(told)
        self.query_one("#halves").set_class(not self.lines, "-empty")
        self._show_nothing()
        columns = FORESEEN if message.view.is_foreseen else COLUMNS
        self.table.show_as(columns, (line_of(line) for line in self.lines), at)
        if self.lines:
            self._tell(at, keep=self.behind.at or 0)
            self._stand_on_wanted()

    def _show_nothing(self) -> None:
        text, nobody = self.language.text, self.query_one(EmptyState)
        if self.lines:
            nobody.show()
        else:
            missing = text("No money is registered for the period, and the plan has no table.")
            nobody.show(missing, ("n", text("register the first row")))

    def _stand_on_wanted(self) -> None:
        for at, line in enumerate(self.lines):
            if self._wanted and any(self._wanted == row.insats for row in line.behind):
                self.table.move_cursor(row=at)
                self._wanted = ""

    @property
    def current(self) -> EconomyLine | None:
        """The line that the cursor is on."""
        at = self.table.at
        return self.lines[at] if at is not None and at < len(self.lines) else None

    @property
    def card(self) -> GoalCard | None:
        """The goal that the cursor is on."""
        if self.current is None or self.scorecard is None:
            return None
        return self.scorecard.goal(self.current.goal)

    @on(LineTable.Moved, "#table")
    def tell_line(self, message: LineTable.Moved) -> None:
        """Show what lies behind the marked line."""
        message.stop()
        if message.row < len(self.lines) and self.lines[message.row].name != self._told:
            self._tell(message.row)

    @on(LineTable.Opened, "#table")
    def open_line(self, message: LineTable.Opened) -> None:
        """Open the one row behind it, go to several, or register the first."""
        message.stop()
        line = self.current
        if line is None:
            return
        if len(line.behind) > 1 or line.shape != "rows":
            (self.behind if line.behind else self.table).focus()
            if line.goal and not line.behind:
                self.action_open_goal()
        elif line.behind:
            self.doing.money(line.behind[0].stored)
        elif line.proposed is not None:
            self.doing.money(proposed=line.proposed)

    @on(LineTable.Opened, "#behind")
    def open_behind(self, message: LineTable.Opened) -> None:
        """Open the form of the row."""
        message.stop()
        if self.current is None or message.row >= len(self.current.behind):
            return
        row = self.current.behind[message.row]
        if row.stored is not None or row.proposed is not None:
            self.doing.money(row.stored, row.proposed)

    def action_new(self) -> None:
        """Register a row of money, of the kind that the cursor is on."""
        proposed = self.current.proposed if self.current is not None else None
        year = self.scorecard.period.last_day.year if self.scorecard is not None else ""
        self.doing.money(proposed=proposed or {"år": str(year)})

    def action_assess(self) -> None:
        """Write the board's assessment of the goal that the cursor is on."""
        if self.card is None or self.scorecard is None:
            self.say(self.language.text("Put the cursor on a goal first: they stand last."))
        else:
            self.doing.assess(self.card.goal, self.scorecard.period.label)

    def action_activity(self) -> None:
        """Record that an activity of the goal is done."""
        if self.card is None:
            self.say(self.language.text("Put the cursor on a goal first: they stand last."))
        else:
            self.doing.activity(self.card.goal)

    def action_open_goal(self) -> None:
        """Open the goal that the cursor is on."""
        from tui.screens.goals.pane import GoalsPane

        if self.card is None:
            self.say(self.language.text("Put the cursor on a goal first: they stand last."))
        else:
            self.post_message(GoalsPane.Chosen(self.card.goal.id))

    def action_to_table(self) -> None:
        """Back to the plan's table."""
        self.table.focus()

    def _tell(self, at: int, keep: int = 0) -> None:
        line = self.lines[at]
        is_same = line.name == self._told
        self._told = line.name
        self.query_one("#guidance", Static).update(Prose(f"{line.cells[0].strip()}\n{line.said}"))
        self.behind.display = bool(line.behind)
        self.behind.show_as(BEHIND[line.shape], behind_of(line.behind), keep if is_same else 0)

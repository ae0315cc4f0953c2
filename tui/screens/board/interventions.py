"""The pane Insatser: the interventions of the period, and everything about the marked one."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from tracker.board.interventions import InterventionView
from tracker.periods import Period
from tracker.problems import N_
from tracker.scorecard import GoalCard, Scorecard
from tracker.workspace import Workspace
from tui.screens.board.doing import BoardWork
from tui.screens.board.interventions_made import views_of
from tui.screens.list_pane import FilteredPane
from tui.widgets.empty_state import EmptyState
from tui.widgets.filter_line import FilterLine
from tui.widgets.intervention_lines import (
    COLUMNS,
    GOAL_COLUMNS,
    fact_lines,
    goal_line,
    intervention_line,
    matches,
    waiting,
)
from tui.widgets.line_table import LineTable


class InterventionsPane(FilteredPane):
    """Lists interventions; Enter opens the form of one, and a goal that concerns it."""

    doing: BoardWork
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", N_("new intervention")),
        Binding("e", "edit", N_("edit")),
        Binding("m", "to_goals", N_("its goals"), show=False),
        Binding("slash", "filter", N_("filter"), key_display="/", show=False),
        Binding("ctrl+z", "undo", N_("undo"), show=False),
        Binding("u,ctrl+y", "redo", N_("redo"), show=False),
        Binding("escape", "clear", N_("show all"), show=False),
    ]
    period: reactive[Period | None] = reactive(None)
    published: reactive[bool] = reactive(default=False)
    scorecard: reactive[Scorecard | None] = reactive(None)

    @dataclass
    class Read(Message):
        """The interventions have been counted."""

        views: tuple[InterventionView, ...]

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(workspace, id=id)
        self.doing = BoardWork(workspace, self)
        self.table = LineTable(workspace.language, COLUMNS, id="list")
        self.goals = LineTable(workspace.language, GOAL_COLUMNS, id="goals")
        self.filter = FilterLine(workspace.language.text("/  name or short id …"))
        self.views: tuple[InterventionView, ...] | None = None
        self.shown: list[InterventionView] = []
        self.cards: list[GoalCard] = []
        """The goals that concern the marked one."""
        self._wanted = ""
        """The intervention that the cursor is to stand on."""

    def compose(self) -> ComposeResult:
        """How many, the filter, the list; beside or below it the marked one."""
        with Horizontal(classes="top"):
            yield Static(self.language.text("Looking …"), id="amount", markup=False)
            yield self.filter
        yield EmptyState(id="nobody")
        with Container(id="halves"):
            yield self.table
            with Vertical(id="about"):
                yield VerticalScroll(id="facts", can_focus=False)
                yield self.goals
        yield Static(id="happened", markup=False)

    def watch_period(self) -> None:
        """Other days."""
        self.read_later()

    def watch_published(self) -> None:
        """What readers see, or everything; until it is judged, no number stands there."""
        if self.views is not None:
            self.views = tuple(waiting(view) for view in self.views)
            self.fill()
        self.read_later()

    def watch_scorecard(self) -> None:
        """How the goals stand now."""
        if self.views is not None:
            self._tell()

    def show_subject(self, subject: str) -> None:
        """Put the cursor on an intervention, by its short id."""
        self._wanted = subject
        self.filter.empty()
        self.fill()

    def read(self) -> None:
        """Count those of the period, once it is known."""
        if self.period is not None:
            if self.published:
                words = N_("Judging everything that the report would print …")
                self.query_one("#amount", Static).update(self.language.text(words))
            self.count(self.period, self.published)

    @work(thread=True, exclusive=True, group="reading")
    def count(self, period: Period, published: bool) -> None:  # noqa: FBT001 - a state
        """Count the interventions of a period."""
        self.give(lambda: self.Read(views_of(self.workspace, period, published=published)))

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show them, the cursor where it was."""
        self.is_stale = False
        if self.current is not None and not self._wanted:
            self._wanted = self.current.insats
        self.views = message.views
        self.fill()

    @property
    def current(self) -> InterventionView | None:
        """The intervention that the cursor is on."""
        at = self.table.at
        return self.shown[at] if at is not None and at < len(self.shown) else None

    @on(LineTable.Moved, "#list")
    def tell_marked(self, message: LineTable.Moved) -> None:
        """Show everything about the marked one."""
        message.stop()
        self._tell()

    @on(LineTable.Opened, "#list")
    def open_intervention(self, message: LineTable.Opened) -> None:
        """Open its form."""
        message.stop()
        self.action_edit()

    @on(LineTable.Opened, "#goals")
    def open_goal(self, message: LineTable.Opened) -> None:
        """Open a goal that concerns it."""
        message.stop()
        from tui.screens.goals.pane import GoalsPane

        if message.row < len(self.cards):  # they may have been made anew meanwhile
            self.post_message(GoalsPane.Chosen(self.cards[message.row].goal.id))

    def action_new(self) -> None:
        """Register an intervention."""
        self.doing.intervention()

    def action_edit(self) -> None:
        """Correct the marked one."""
        if self.current is not None:
            self.doing.intervention(self.current.insats)

    def action_to_goals(self) -> None:
        """From the list to the goals, and back."""
        (self.table if self.goals.has_focus or not self.goals.lines else self.goals).focus()

    def action_clear(self) -> None:
        """Back to the list, and all of it."""
        if not self.goals.has_focus:
            self.filter.empty()
        self.table.focus()

    def fill(self) -> None:
        """Show those that match, the cursor on the one that is wanted."""
        if self.views is None or not self.is_mounted:
            return
        before = self.current.insats if self.current is not None else ""
        self.shown = [view for view in self.views if matches(view, self.filter.value)]
        names = [view.insats for view in self.shown]
        wanted = self._wanted or before
        at = names.index(wanted) if wanted in names else 0
        self._wanted = ""
        self.table.show((intervention_line(view) for view in self.shown), at)
        self._say_amount(self.views)
        self._tell()

    def _say_amount(self, views: tuple[InterventionView, ...]) -> None:
        text, running = self.language, sum(not view.aside for view in views)
        said = text.plural(
            "{number} intervention runs in {period}",
            "{number} interventions run in {period}",
            running,
            period=self.period.label if self.period else "",
        )
        if len(self.shown) < len(views):
            number = text.number(len(self.shown))
            said += " · " + text.text("{number} shown", number=number)
        self.query_one("#amount", Static).update(said)
        nobody = self.query_one(EmptyState)
        self.query_one("#halves").set_class(not self.shown, "-empty")
        if not views:
            nobody.show(
                text.text("No intervention is registered yet."),
                ("n", text.text("register the first one")),
            )
        elif not self.shown:
            nobody.show(text.text("Nothing matches."), ("Esc", text.text("show all")))
        else:
            nobody.show()

    def _tell(self) -> None:
        view, facts = self.current, self.query_one("#facts", VerticalScroll)
        facts.query(Static).remove()
        facts.mount_all(Static(each) for each in fact_lines(view))
        facts.scroll_home(animate=False)
        wanted = view.goals if view is not None else ()
        cards = [self.scorecard.goal(name) for name in wanted] if self.scorecard else []
        self.cards = [card for card in cards if card is not None]
        self.goals.show(goal_line(card) for card in self.cards)
        self.goals.display = bool(self.cards)

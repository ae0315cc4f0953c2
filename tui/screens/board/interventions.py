"""The pane Insatser: the interventions of the period, and everything about the marked one."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from tracker.board.interventions import InterventionView
from tracker.errors import TrackerError
from tracker.periods import Period
from tracker.problems import N_
from tracker.scorecard import GoalCard, Scorecard
from tracker.workspace import Workspace
from tui.keys_in_order import release_keys
from tui.messages import StoreChanged
from tui.screens.board.doing import BoardWork
from tui.screens.board.interventions_made import views_of
from tui.screens.forms.asking import Happened
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
from tui.widgets.lines import show_line


class InterventionsPane(Widget):
    """Lists interventions; Enter opens the form of one, and a goal that concerns it."""

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
    store_version: reactive[int] = reactive(0)

    @dataclass
    class Read(Message):
        """The interventions have been counted."""

        views: tuple[InterventionView, ...]

    @dataclass
    class ReadFailed(Message):
        """The store could not be read."""

        error: TrackerError

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.workspace = workspace
        self.language = workspace.language
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
        self._is_stale = True

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

    def on_show(self, _event: events.Show) -> None:
        """Read when it is looked at and something may be another."""
        self.table.focus()
        self._refresh()

    def watch_period(self) -> None:
        """Other days."""
        self._is_stale = True
        self._refresh()

    def watch_published(self) -> None:
        """What readers see, or everything; until it is judged, no number stands there."""
        self._is_stale = True
        if self.views is not None:
            self.views = tuple(waiting(view) for view in self.views)
            self._fill()
        self._refresh()

    def watch_store_version(self) -> None:
        """Something was saved."""
        self._is_stale = True
        self._refresh()

    def watch_scorecard(self) -> None:
        """How the goals stand now."""
        if self.views is not None:
            self._tell()

    def show_subject(self, subject: str) -> None:
        """Put the cursor on an intervention, by its short id."""
        self._wanted = subject
        self.filter.empty()
        self._fill()

    def _refresh(self) -> None:
        if self._is_stale and self.display and self.is_mounted and self.period is not None:
            if self.published:
                words = N_("Judging everything that the report would print …")
                self.query_one("#amount", Static).update(self.language.text(words))
            self.read(self.period, self.published)

    @work(thread=True, exclusive=True, group="reading")
    def read(self, period: Period, published: bool) -> None:  # noqa: FBT001 - a state
        """Count the interventions of a period."""
        try:
            found: Message = self.Read(views_of(self.workspace, period, published=published))
        except TrackerError as error:
            found = self.ReadFailed(error)
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show them, the cursor where it was."""
        self._is_stale = False
        if self.current is not None and not self._wanted:
            self._wanted = self.current.insats
        self.views = message.views
        self._fill()

    @on(ReadFailed)
    def show_failure(self, message: ReadFailed) -> None:
        """Say why there is nothing to see."""
        release_keys(self.app)
        self.say(self.language.text(message.error.message, **message.error.params))

    @property
    def current(self) -> InterventionView | None:
        """The intervention that the cursor is on."""
        at = self.table.at
        return self.shown[at] if at is not None and at < len(self.shown) else None

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

    @on(Happened)
    def show_happened(self, message: Happened) -> None:
        """Say what was saved."""
        self.say(message.sentence)
        if message.changed:
            self.post_message(StoreChanged())

    def say(self, sentence: str) -> None:
        """Say in a line what has just happened."""
        show_line(self.query_one("#happened", Static), sentence)

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

    def action_filter(self) -> None:
        """Type what to see."""
        self.filter.focus()

    def action_clear(self) -> None:
        """Back to the list, and all of it."""
        if not self.goals.has_focus:
            self.filter.empty()
        self.table.focus()

    def action_undo(self) -> None:
        """Take back the last change."""
        self.doing.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self.doing.redo()

    def _fill(self) -> None:
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

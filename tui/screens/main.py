"""The main screen: title line, tabs, and the panes once the store is open."""

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import ContentSwitcher, Static
from textual.worker import get_current_worker

from tracker.errors import TrackerError, UsageError
from tracker.problems import N_
from tui.messages import StoreChanged
from tui.remembering import Left
from tui.screens.making import DetailMade, Made, detail_made, made, remembered
from tui.screens.tabbed import FIRST, TabbedScreen
from tui.source import Source
from tui.widgets.key_line import KeyLine
from tui.widgets.period_picker import PeriodPicker
from tui.widgets.tab_bar import TabBar
from tui.widgets.title_line import ROOM_FOR_DAY, TitleLine

if TYPE_CHECKING:
    from tracker.periods import Period
    from tracker.scorecard import GoalCard, Scorecard
    from tracker.workspace import Workspace
    from tui.screens.goals.pane import GoalsPane

CONCERNS = {"published": "published", "ask_period": "period", "step_period": "period"}
"""Actions that only panes are concerned with that declare this, or the scorecard."""
WIDE = 120
"""Columns from which the detail stands beside the list."""
WIDEST = 160
"""Columns from which it does so beside lists of many columns too."""


class MainScreen(TabbedScreen):
    """Owns what is shown: the scorecard, the period, the selected goal."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "published", N_("published")),
        Binding("g", "ask_period", N_("period"), show=False),
        Binding("left,comma", "step_period(-1)", N_("earlier period"), show=False),
        Binding("right,full_stop", "step_period(1)", N_("later period"), show=False),
        Binding("f5", "read_again", N_("read again"), show=False),
    ]
    scorecard: reactive["Scorecard | None"] = reactive(None)
    detail: reactive["GoalCard | None"] = reactive(None)
    problem: reactive[str] = reactive("")
    period: reactive["Period | None"] = reactive(None)
    published: reactive[bool] = reactive(default=False)
    selected: reactive[str] = reactive("")

    def __init__(self, source: Source, left: Left | None = None) -> None:
        self._left = left or Left()
        super().__init__(self._left.tab)
        self.source = source
        self._chose_period = bool(self._left.period)
        """Whether a period was chosen; else the usual one is shown, another one next year."""

    @property
    def left(self) -> Left:
        """How it is left, to be opened so again."""
        period = self.period.label if self.period and self._chose_period else ""
        return Left(self.wanted, period, self.selected or self._left.goal)

    def compose(self) -> ComposeResult:
        """The frame; the panes come when the store is open."""
        text = self.source.language.text
        title = TitleLine(self.source.language, self.source.today)
        yield title.data_bind(published=MainScreen.published)
        tabs = TabBar()
        tabs.tabs, tabs.active = self.tabs_shown(), self.wanted
        yield tabs
        yield ContentSwitcher(Static(text("Opening the store …"), id="waiting"), initial="waiting")
        yield KeyLine()

    def on_mount(self) -> None:
        """Open the store once the frame has been painted, unless it is still to be made."""
        if not self.is_first_start:
            self.call_after_refresh(self.load)

    async def open_source(self, source: Source) -> None:
        """Open a store that has just been made."""
        self.source = source
        await self.recompose()
        self.load()

    @work(thread=True, exclusive=True, group="scorecard")
    def load(self) -> None:
        """Open the store unless it is open, and make the scorecard."""
        period = self.period or remembered(self._left.period)
        found = made(self.source, self.workspace, period, published=self.published)
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(Made)
    async def show_made(self, message: Made) -> None:
        """Fill the frame, or say what is wrong."""
        said = "" if message.error is None else self._sentence(message.error)
        if message.workspace is None:
            again = self.language.text("F5 tries again.")
            self.query_one("#waiting", Static).update(f"{said}\n\n{again}")
            return
        is_first = self.workspace is None
        if is_first:
            await self._open(message.workspace)
        self.problem = said
        if message.scorecard is not None:
            self._show(message.scorecard)
        if is_first:
            self.call_after_refresh(self.count_badges)

    async def _open(self, workspace: "Workspace") -> None:
        """Show the pane of the tab that is active."""
        self.workspace = workspace
        self.query_one(TitleLine).association = workspace.association.name
        await self.show_pane(self.wanted)
        if self.wanted == FIRST and self._left.goal:
            self.tell_subject(self._left.goal)

    def _show(self, scorecard: "Scorecard") -> None:
        self.period = scorecard.period
        self.query_one(TitleLine).period_label = scorecard.period.label
        self.scorecard = scorecard
        self.show_beside()

    def _sentence(self, error: TrackerError) -> str:
        return self.language.text(error.message, **error.params)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of the period and of publishing are offered where they make a difference."""
        if action in CONCERNS and self.is_mounted:
            return self.is_concerned(CONCERNS[action])
        return super().check_action(action, parameters)

    @on(StoreChanged)
    def action_read_again(self) -> None:
        """Make the figures again: something may have been saved, here or elsewhere."""
        self.load()

    def action_published(self) -> None:
        """Show what readers will see, or everything."""
        self.published = not self.published
        self.load()

    @on(PeriodPicker.Stepped)
    def step_clicked(self, message: PeriodPicker.Stepped) -> None:
        """An arrow was clicked."""
        self.action_step_period(message.steps)

    def action_step_period(self, steps: int) -> None:
        """Go to the period beside."""
        from tracker.periods import beside

        if self.period is not None:
            with suppress(UsageError):
                self._go_to(beside(self.period, steps))

    @on(PeriodPicker.Asked)
    def action_ask_period(self) -> None:
        """Let a period be typed."""
        from tui.screens.period import PeriodScreen

        if self.period is not None:
            self.app.push_screen(PeriodScreen(self.period.label), self._go_to)

    def _go_to(self, period: "Period | None") -> None:
        if period is not None:
            self.period, self._chose_period = period, True
            self.query_one(TitleLine).period_label = period.label
            self.load()

    def on_goals_pane_highlighted(self, message: "GoalsPane.Highlighted") -> None:
        """Remember the goal, and show it beside the list."""
        self.selected = message.goal_id
        self.show_beside()

    def on_goals_pane_chosen(self, message: "GoalsPane.Chosen") -> None:
        """Open a goal on a screen of its own."""
        self.open_goal(message.goal_id)

    def open_goal(self, goal_id: str) -> None:
        """Open a goal on a screen of its own."""
        from tui.screens.goals.detail import GoalDetailScreen

        card = self.scorecard.goal(goal_id) if self.scorecard else None
        if card and self.scorecard and self.workspace:
            self.app.push_screen(GoalDetailScreen(self.workspace, self.scorecard, card))

    def on_resize(self) -> None:
        """Show what there is room for now."""
        self.set_class(self.size.width >= WIDEST, "-widest")
        self.query_one(TabBar).aside = () if self.size.width >= ROOM_FOR_DAY else self._day
        self.show_beside()

    @property
    def _day(self) -> tuple[str, ...]:
        """Today, in words and in short."""
        language, today = self.source.language, self.source.today
        return language.weekday(today), language.short_day(today)

    def show_beside(self) -> None:
        """Make the selected goal's detail where there is room for it."""
        if self.size.width >= WIDE and self.scorecard is not None and self.selected:
            self.make_detail(self.scorecard, self.selected)

    @work(thread=True, exclusive=True, group="detail")
    def make_detail(self, scorecard: "Scorecard", goal_id: str) -> None:
        """Make the card of one goal with its splits."""
        if self.workspace is None:
            return
        found = detail_made(self.workspace, scorecard, goal_id)
        if isinstance(found, DetailMade) and not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(DetailMade)
    def show_detail(self, message: DetailMade) -> None:
        """Hand the card down."""
        if message.card.goal.id == self.selected:
            self.detail = message.card

"""A goal on a screen of its own."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tracker.plans.model import Goal
from tracker.problems import N_
from tracker.register.behind import has_rows
from tracker.scorecard import GoalCard, Scorecard
from tracker.workspace import Workspace
from tui.messages import StoreChanged
from tui.screens.goals.assessing import GOAL_KEYS, Assessing
from tui.screens.goals.comparing import CompareScreen, TrendScreen
from tui.screens.goals.comparisons_made import WatchMade, watch_made
from tui.screens.making import DetailMade, detail_made
from tui.screens.spoken import SpokenScreen
from tui.widgets.ahead_rows import signal_of
from tui.widgets.goal_detail import GoalDetail
from tui.widgets.key_line import KeyLine
from tui.widgets.part_line import PartLine
from tui.widgets.title_line import TitleLine


class GoalDetailScreen(SpokenScreen[None], Assessing):
    """Shows what is known at once, then the splits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "dismiss", N_("back"), key_display="Esc"),
        Binding("j", "compare", N_("compare")),
        Binding("t", "trend", N_("trend")),
        Binding("enter", "behind", N_("episodes behind it"), key_display="↵"),
        *GOAL_KEYS,
    ]

    def __init__(self, workspace: Workspace, scorecard: Scorecard, card: GoalCard) -> None:
        super().__init__()
        self.workspace = workspace
        self.scorecard = scorecard
        self.card = card

    def compose(self) -> ComposeResult:
        """Title, detail, keys."""
        yield TitleLine(self.workspace.language, self.workspace.today)
        opens = has_rows(self.card.goal) and not self.scorecard.published
        yield GoalDetail(self.workspace.language, id="detail", opens=opens)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what the list knew, and ask for the rest."""
        title = self.query_one(TitleLine)
        title.association = self.scorecard.association
        title.period_label = self.scorecard.period.label
        title.published = self.scorecard.published
        detail = self.query_one(GoalDetail)
        detail.show(self.card, self.scorecard.plan)
        detail.focus()
        self.make_detail()
        self.look()

    @work(thread=True, exclusive=True, group="watch")
    def look(self) -> None:
        """Look at the goal as the early warning does."""
        self.post_message(watch_made(self.workspace, self.scorecard))

    @on(WatchMade)
    def show_signal(self, message: WatchMade) -> None:
        """What the early warning says of this goal."""
        goals = message.found.goals if message.found else ()
        found = (signal_of(each) for each in goals if each.goal.id == self.card.goal.id)
        self.query_one(GoalDetail).signal = next(found, None)

    @property
    def selected_goal(self) -> tuple[Goal, str]:
        """The goal of the screen, and the label of the period."""
        return self.card.goal, self.scorecard.period.label

    def store_changed(self) -> None:
        """The goal is made again, and so is everything below this screen."""
        self.app.screen_stack[0].post_message(StoreChanged())
        self.make_detail()

    def action_compare(self) -> None:
        """The goal's interventions beside each other."""
        self.app.push_screen(CompareScreen(self.workspace, self.scorecard, self.card.goal.id))

    def action_trend(self) -> None:
        """The goal's years."""
        self.app.push_screen(TrendScreen(self.workspace, self.scorecard, self.card.goal.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Readers see no episodes, and not every goal counts them, or lists activities."""
        opens = has_rows(self.card.goal) and not self.scorecard.published
        offered = {"behind": opens, "activity": self.card.goal.measure == "checklist"}
        return offered.get(action, True)

    def action_behind(self) -> None:
        """The episodes behind the whole figure."""
        self._open_behind(None)

    @on(PartLine.Opened)
    def open_part(self, message: PartLine.Opened) -> None:
        """The episodes behind a part."""
        self._open_behind(message.part)

    def _open_behind(self, part: tuple[str, str | None] | None) -> None:
        from tui.screens.goals.behind import BehindScreen

        self.app.push_screen(BehindScreen(self.workspace, self.scorecard, self.card, part))

    @work(thread=True, exclusive=True, group="detail")
    def make_detail(self) -> None:
        """Make the splits."""
        found = detail_made(self.workspace, self.scorecard, self.card.goal.id)
        if isinstance(found, DetailMade):
            self.post_message(found)
        else:
            said = self.language.text(found.message, **found.params)
            self.app.call_from_thread(self.notify, said, severity="error")

    @on(DetailMade)
    def show_detail(self, message: DetailMade) -> None:
        """Show the goal with its splits."""
        self.card = message.card
        self.query_one(GoalDetail).show(message.card, self.scorecard.plan)

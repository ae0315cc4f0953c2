"""A goal on a screen of its own."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer

from tracker.problems import N_
from tracker.scorecard import GoalCard, Scorecard
from tracker.workspace import Workspace
from tui.screens.making import DetailMade, detail_made
from tui.screens.spoken import SpokenScreen
from tui.widgets.goal_detail import GoalDetail
from tui.widgets.title_line import TitleLine


class GoalDetailScreen(SpokenScreen[None]):
    """Shows what is known at once, then the splits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "dismiss", N_("back"), key_display="Esc"),
    ]

    def __init__(self, workspace: Workspace, scorecard: Scorecard, card: GoalCard) -> None:
        super().__init__()
        self.workspace = workspace
        self.scorecard = scorecard
        self.card = card

    def compose(self) -> ComposeResult:
        """Title, detail, keys."""
        yield TitleLine(self.workspace.language, self.workspace.today)
        yield GoalDetail(self.workspace.language, id="detail")
        yield Footer(compact=True)

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

    @work(thread=True, exclusive=True)
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
        self.query_one(GoalDetail).show(message.card, self.scorecard.plan)

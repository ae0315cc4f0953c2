"""The main screen: title line, tabs, and the panes once the store is open."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import ContentSwitcher, Footer, Static, Tab, Tabs

from tracker.errors import TrackerError
from tracker.problems import N_
from tui.screens.spoken import SpokenScreen
from tui.source import Source

if TYPE_CHECKING:
    from tracker.scorecard import Scorecard
    from tracker.workspace import Workspace

TABS = {"goals": N_("1 Goals"), "register": N_("3 Participants")}


class MainScreen(SpokenScreen[None]):
    """Owns what is shown: the scorecard, the period, the selected goal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "show_tab('goals')", N_("Goals"), show=False),
        Binding("3", "show_tab('register')", N_("Participants"), show=False),
    ]
    scorecard: reactive["Scorecard | None"] = reactive(None)

    @dataclass
    class Loaded(Message):
        """The store is open and the first scorecard is made."""

        workspace: "Workspace"
        scorecard: "Scorecard"

    @dataclass
    class Failed(Message):
        """The store could not be opened or read."""

        error: TrackerError

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source

    def compose(self) -> ComposeResult:
        """The frame; the panes come when the store is open."""
        text = self.source.language.text
        yield Static(id="title")
        yield Tabs(*(Tab(text(name), id=key) for key, name in TABS.items()))
        yield ContentSwitcher(Static(text("Opening the store …"), id="waiting"), initial="waiting")
        yield Footer()

    def on_mount(self) -> None:
        """Open the store once the frame has been painted."""
        self.call_after_refresh(self.load)

    @work(thread=True, exclusive=True)
    def load(self) -> None:
        """Open the store and make the first scorecard."""
        from tracker.scorecard import make_scorecard

        try:
            workspace = self.source.open()
            self.post_message(self.Loaded(workspace, make_scorecard(workspace)))
        except TrackerError as error:
            self.post_message(self.Failed(error))

    @on(Loaded)
    async def show_panes(self, message: Loaded) -> None:
        """Fill the frame."""
        from tui.screens.goals import GoalsPane
        from tui.screens.register import RegisterPane

        self.scorecard = message.scorecard
        switcher = self.query_one(ContentSwitcher)
        await switcher.mount(GoalsPane(id="goals"), RegisterPane(message.workspace, id="register"))
        switcher.current = self.query_one(Tabs).active or "goals"

    @on(Failed)
    def show_failure(self, message: Failed) -> None:
        """Say what is wrong."""
        said = self.language.text(message.error.message, **message.error.params)
        self.query_one("#waiting", Static).update(said)

    @on(Tabs.TabActivated)
    def switch_pane(self, message: Tabs.TabActivated) -> None:
        """Show the pane of the tab."""
        switcher = self.query_one(ContentSwitcher)
        if switcher.query(f"#{message.tab.id}"):
            switcher.current = message.tab.id

    def action_show_tab(self, tab: str) -> None:
        """Go to a tab by its number."""
        self.query_one(Tabs).active = tab

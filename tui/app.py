"""The application: loads styles and themes, and opens the main screen."""

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tracker.problems import N_
from tracker.wording import Language
from tui.screens.main import MainScreen
from tui.source import Opened, Source

if TYPE_CHECKING:
    from tracker.workspace import Workspace


class TrackerApp(App[None]):
    """The terminal screens of one store, for one person."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["tracker.tcss", "forms.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", N_("quit")),
        Binding("ctrl+q", "quit", N_("quit"), show=False, priority=True),
    ]

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source

    @classmethod
    def on(cls, workspace: "Workspace") -> "TrackerApp":
        """The application on a workspace that is open already."""
        return cls(Opened(workspace))

    @property
    def language(self) -> Language:
        """The user's language."""
        return self.source.language

    def get_default_screen(self) -> Screen[None]:
        """The one screen on which everything else opens."""
        return MainScreen(self.source)

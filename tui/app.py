"""The application: loads styles and themes, and opens the main screen."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from tracker.problems import N_
from tracker.wording import Language, language
from tracker.wording.language import LanguageCode
from tui.key_names import key_name
from tui.keys_in_order import KeysInOrder
from tui.remembering import Left, Memory
from tui.screens.main import MainScreen
from tui.sentences import place_of_error
from tui.source import Beginning, Opened, Source
from tui.themes import DARK, FALLBACK, THEMES, following
from tui.widgets.glyphs import AsciiFilter, needs_ascii

if TYPE_CHECKING:
    from tracker.workspace import Workspace

STOPPED = N_(
    "The program stopped because of an error in it ({place}). What was saved is kept. Start it "
    "again, and tell those who maintain it what stands in the brackets."
)


class TrackerApp(KeysInOrder):
    """The terminal screens of one store, for one person."""

    TITLE = "Finsam Tracker"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "styles/goals.tcss",
        "styles/forms.tcss",
        "styles/pictures.tcss",
        "styles/shell.tcss",
        "styles/lists.tcss",
        "styles/board.tcss",
        "styles/register.tcss",
        "styles/reports.tcss",
        "styles/settings.tcss",
        "styles/surveys.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "next_theme", N_("colours"), show=False),
        Binding("question_mark", "help", N_("help"), key_display="?"),
        Binding("q", "quit", N_("quit")),
        Binding("ctrl+q", "quit", N_("quit"), show=False, priority=True),
    ]

    def __init__(
        self,
        source: Source,
        *,
        ascii_only: bool | None = None,
        beginning: Beginning | None = None,
        memory: Memory | None = None,
    ) -> None:
        super().__init__()
        self.source = source
        self.beginning = beginning
        """What can be done where there is no store yet; None: there is one."""
        self.memory = memory
        """How the screens were left; None: it is not kept."""
        if ascii_only is None:
            ascii_only = needs_ascii(getattr(sys.__stdout__, "encoding", None), os.environ)
        self._ascii = AsciiFilter() if ascii_only else None
        for theme, _ in THEMES.values():
            self.register_theme(theme)
        self._left = memory.read(source.where) if memory is not None else Left()
        self.theme = self._left.theme if self._left.theme in THEMES else DARK.name

    @classmethod
    def on(cls, workspace: "Workspace", memory: Memory | None = None) -> "TrackerApp":
        """The application on a workspace that is open already."""
        return cls(Opened(workspace), ascii_only=False, memory=memory)

    @property
    def language(self) -> Language:
        """The user's language."""
        return (self.beginning or self.source).language

    def get_default_screen(self) -> Screen[None]:
        """The one screen on which everything else opens."""
        return MainScreen(self.source, self._left)

    def on_mount(self) -> None:
        """Where there is no store yet, ask how to begin."""
        if self.beginning is not None:
            self._begin(self.beginning)

    def _begin(self, beginning: Beginning) -> None:
        from tui.screens.start.screen import StartScreen

        self.push_screen(StartScreen(beginning), self.open_source)

    def open_source(self, source: Source | None) -> None:
        """Leave the first start for the store that was made."""
        main = self.screen_stack[0]
        if source is not None and isinstance(main, MainScreen):
            self.source, self.beginning = source, None
            main.call_later(main.open_source, source)

    def keep_left(self) -> None:
        """Remember how the screens are left."""
        main = self.screen_stack[0]
        if self.memory is not None and isinstance(main, MainScreen) and main.workspace is not None:
            left = replace(main.left, theme=self.theme)
            self.memory.write(self.source.where, left)

    async def action_quit(self) -> None:
        """Remember how the screens are left, and leave them."""
        self.keep_left()
        await super().action_quit()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that do not name them."""
        return FALLBACK

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is painted passes these; a terminal without our signs gets ASCII."""
        filters = super().get_line_filters()
        return filters if self._ascii is None else [*filters, self._ascii]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers; nothing that writes a screen to disk."""
        from tui.commands import commands_of

        return commands_of(self, screen)

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on the keyboard."""
        return key_name(binding) or super().get_key_display(binding)

    def action_command_palette(self) -> None:
        """Open the command palette in the user's language."""
        from tui.commands import open_palette

        open_palette(self, self.language)

    def action_next_theme(self) -> None:
        """Step through dark, light and high contrast."""
        self.theme = following(self.theme)

    def speak(self, code: LanguageCode) -> None:
        """Go on in another language, where one was, and begin in it the next time."""
        main = self.screen_stack[0]
        if self.memory is not None:
            self.memory.speak(code)
        if self.beginning is not None:
            self.beginning = self.beginning.spoken(language(code))
            self.pop_screen()
            self._begin(self.beginning)
        elif isinstance(main, MainScreen) and main.workspace is not None:
            self.source = Opened(replace(main.workspace, language=language(code)))
            main.workspace = None
            main.call_later(main.open_source, self.source)

    def action_help(self) -> None:
        """Show keys and signs."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def _fatal_error(self) -> None:
        """A sentence in place of Textual's traceback, whose values may be personal data."""
        if os.environ.get("TRACKER_TRACEBACK"):
            super()._fatal_error()
            return
        self.bell()
        said = self.language.text(STOPPED, place=place_of_error(self._exception))
        self._exit_renderables.append(Text(said))
        self._close_messages_no_wait()

    def action_help_quit(self) -> None:
        """Say how to quit, when ctrl+c is tried."""
        self.notify(self.language.text("Ctrl+Q quits."))

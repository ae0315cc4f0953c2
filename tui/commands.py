"""The command palette: what it offers, in the user's language."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from rich.align import Align
from rich.text import Text
from textual.app import App, SystemCommand
from textual.command import CommandList, CommandPalette
from textual.screen import Screen
from textual.widgets.option_list import Option

from tracker.problems import N_
from tracker.wording import Language
from tracker.wording.language import LANGUAGES
from tui.messages import ShowPane
from tui.screens.main import MainScreen
from tui.screens.spoken import SpokenScreen
from tui.themes import THEMES

if TYPE_CHECKING:
    from tui.app import TrackerApp

NO_MATCHES = N_("No command matches.")
SAID_BY_TEXTUAL = (N_("palette"), N_("Open the command palette"))
"""Texts of Textual's own that the footer shows; `SpokenScreen` looks them up."""

SAID_ALREADY = frozenset(
    [
        "show_tab",
        "import_file",
        "published",
        "ask_period",
        "next_theme",
        "help",
        "quit",
        "command_palette",
    ]
)
"""Actions that have a command with more words to it."""


def commands_of(app: "TrackerApp", screen: Screen[object]) -> Iterable[SystemCommand]:
    """Every command of the moment."""
    text = app.language.text
    if isinstance(screen, MainScreen):
        yield from _main_commands(screen, app.language)
        yield from _languages(app)
    if isinstance(screen, SpokenScreen):
        yield from _key_commands(app, screen)
    for name, (_, words) in THEMES.items():
        title = text("Colours: {theme}", theme=text(words))
        yield SystemCommand(
            title, text("How the screens look"), partial(setattr, app, "theme", name)
        )
    yield SystemCommand(text("Help"), text("Keys and signs"), app.action_help)
    yield SystemCommand(text("Quit"), text("Everything is saved already"), app.action_quit)


def _main_commands(screen: MainScreen, language: Language) -> Iterator[SystemCommand]:
    text = language.text
    for pane in screen.panes_offered:
        title = text("Go to: {tab}", tab=text(pane.title))
        yield SystemCommand(title, text("A tab"), partial(screen.post_message, ShowPane(pane.id)))
    yield SystemCommand(text("Period"), text("Choose another period"), screen.action_ask_period)
    yield SystemCommand(
        text("As published"),
        text("Show what readers will see, or everything again"),
        screen.action_published,
    )
    yield SystemCommand(
        text("Import a file"),
        text("See what it would change, then save"),
        screen.action_import_file,
    )
    yield SystemCommand(
        text("Back up"), text("A verified copy of the store"), screen.action_back_up
    )
    for card in screen.scorecard.goals if screen.scorecard else ():
        yield SystemCommand(
            text("Goal: {text}", text=card.goal.text),
            card.label,
            partial(screen.open_goal, card.goal.id),
        )


def _languages(app: "TrackerApp") -> Iterator[SystemCommand]:
    text = app.language.text
    for code, name in LANGUAGES.items():
        if code != app.language.code:
            title = text("Language: {language}", language=name)
            yield SystemCommand(
                title, text("The language of the screens"), partial(app.speak, code)
            )


def _key_commands(app: "TrackerApp", screen: SpokenScreen[object]) -> Iterator[SystemCommand]:
    """What the keys of the moment do, with the key beside it."""
    said = set()
    for found in screen.own_bindings():
        action, words = found.binding.action, found.binding.description
        if found.enabled and action not in said and action.partition("(")[0] not in SAID_ALREADY:
            said.add(action)
            key = app.language.text("Key: {key}", key=app.get_key_display(found.binding))
            run = partial(app.run_action, action, found.node)
            yield SystemCommand(words[:1].upper() + words[1:], key, run)


class SpokenPalette(CommandPalette):
    """The palette with its sentences in the user's language."""

    def __init__(self, language: Language) -> None:
        placeholder = language.text("Type a command …")
        super().__init__(placeholder=placeholder, id="--command-palette")
        self._nothing = language.text(NO_MATCHES)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(
            self._NO_MATCHES_COUNTDOWN, partial(self._say_nothing, search_value)
        )

    def _say_nothing(self, search_value: str) -> None:
        if search_value:
            said = Align.center(Text(self._nothing, style="not bold"))
            option = Option(said, disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(option)
        self._list_visible = bool(search_value)


def open_palette(app: App[None], language: Language) -> None:
    """Open it, unless it is open."""
    if not isinstance(app.screen, CommandPalette):
        app.push_screen(SpokenPalette(language))

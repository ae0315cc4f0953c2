"""Help: the keys of the screen below, searched by typing at once, and what the signs mean."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from tracker.problems import N_
from tui.screens.spoken import SpokenModal, SpokenScreen

KEY_WIDTH = 14
BARS = (
    ("●", N_("the outcome")),
    ("├─┤", N_("the interval: what chance alone could explain")),
    ("┃", N_("the goal")),
    ("░", N_("what unknown outcomes could move")),
)


class HelpScreen(SpokenModal[None]):
    """Lists what matches."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1", "dismiss", N_("back"))]

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        self.below = below

    def compose(self) -> ComposeResult:
        """A field, and the list."""
        text = self.language.text
        with Vertical(id="help-box"):
            yield Input(placeholder=text("Type to search help"), id="help-input", compact=True)
            with VerticalScroll(id="help-list", can_focus=False):
                yield Static(id="help-lines")
            yield Static(text("Esc back"), classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show everything."""
        self._lines = [*self._keys(), *self._signs()]
        self._show("")

    @on(Input.Changed)
    def search(self, message: Input.Changed) -> None:
        """Show what matches."""
        self._show(message.value)

    def _show(self, wanted: str) -> None:
        words = wanted.casefold().split()
        found = [
            Content.assemble((key.ljust(KEY_WIDTH), "bold $text-primary"), said)
            for key, said in self._lines
            if all(word in f"{key} {said}".casefold() for word in words)
        ]
        self.query_one("#help-lines", Static).update(Content("\n").join(found))

    def _keys(self) -> Iterator[tuple[str, str]]:
        by_action: dict[str, list[str]] = {}
        said: dict[str, str] = {}
        for found in self.below.own_bindings() if isinstance(self.below, SpokenScreen) else ():
            said[found.binding.action] = found.binding.description
            keys = by_action.setdefault(found.binding.action, [])
            keys.append(self.app.get_key_display(found.binding))
        for action, keys in by_action.items():
            words = said[action]
            yield " ".join(dict.fromkeys(keys)), words[:1].upper() + words[1:]

    def _signs(self) -> Iterator[tuple[str, str]]:
        from tracker.wording.status import LABELS, SIGNS

        for status, sign in SIGNS.items():
            yield sign, self.language.text(LABELS[status], min_show=5)
        for sign, words in BARS:
            yield sign, self.language.text(words)

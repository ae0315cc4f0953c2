"""Questions of the report pane: one of several, or several of several."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from tracker.problems import N_
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.marked_list import MarkedList

Named = tuple[str, str]
"""A key, and the words for it."""


class ChoiceScreen(SpokenModal[str | None]):
    """Answers with the key of one choice; typing narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("back")),
        Binding("down", "walk(1)", show=False, priority=True),
        Binding("up", "walk(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Named], chosen: str) -> None:
        super().__init__()
        self.said = title
        """Marked with `N_`."""
        self.choices = choices
        self.chosen = chosen

    def compose(self) -> ComposeResult:
        """A line to type in, and what matches."""
        text = self.language.text
        with Vertical(classes="box", id="choice-box"):
            yield Label(text(self.said), classes="heading", markup=False)
            yield Input(placeholder=text("type part of a word"), compact=True)
            yield MarkedList(id="choices")
            yield Static(text("↑ ↓ choose   ↵ takes it   Esc back"), classes="keys", markup=False)

    def on_mount(self) -> None:
        """Stand on what is chosen now."""
        self._fill("")
        self.call_after_refresh(release_keys, self.app)

    @on(Input.Changed)
    def narrow(self, message: Input.Changed) -> None:
        """Show what matches."""
        self._fill(message.value)

    @on(Input.Submitted)
    def take(self) -> None:
        """Take what is marked."""
        option = self.query_one(OptionList).highlighted_option
        if option is not None:
            self._answer(option.id)

    @on(OptionList.OptionSelected)
    def take_clicked(self, message: OptionList.OptionSelected) -> None:
        """Take what was clicked."""
        self._answer(message.option_id)

    def action_walk(self, steps: int) -> None:
        """Mark the next one, or the one before."""
        found = self.query_one(OptionList)
        (found.action_cursor_down if steps > 0 else found.action_cursor_up)()

    def action_leave(self) -> None:
        """Choose nothing."""
        self._answer(None)

    def _answer(self, key: str | None) -> None:
        hold_keys(self.app)
        self.dismiss(key)

    def _fill(self, typed: str) -> None:
        found = self.query_one(OptionList)
        matching = [one for one in self.choices if typed.casefold() in one[1].casefold()]
        found.set_options(Option(words, id=key) for key, words in matching)
        keys = [key for key, _ in matching]
        if keys:
            found.highlighted = keys.index(self.chosen) if self.chosen in keys else 0


class SeveralScreen(SpokenModal[tuple[str, ...] | None]):
    """Answers with the keys of several choices, in their order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("take them"), priority=True),
        Binding("space", "mark", N_("mark")),
        Binding("a", "all", N_("all or none")),
        Binding("escape", "leave", N_("back")),
    ]

    def __init__(self, title: str, choices: Sequence[Named], chosen: Sequence[str]) -> None:
        super().__init__()
        self.said = title
        """Marked with `N_`."""
        self.choices = choices
        self.marked = set(chosen)

    def compose(self) -> ComposeResult:
        """The choices, each marked or not."""
        text = self.language.text
        with Vertical(classes="box", id="choice-box"):
            yield Label(text(self.said), classes="heading", markup=False)
            yield MarkedList(id="choices")
            yield Static(classes="-problem", markup=False)
            keys = text("space marks   a all or none   ↵ takes them   Esc back")
            yield Static(keys, classes="keys", markup=False)

    def on_mount(self) -> None:
        """The keys are for the list."""
        self._fill()
        self.query_one(OptionList).focus()
        self.call_after_refresh(release_keys, self.app)

    def action_mark(self) -> None:
        """Mark the one where the cursor is, or take its mark away."""
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id is not None:
            self.marked ^= {option.id}
            self._fill()

    @on(OptionList.OptionSelected)
    def mark_clicked(self) -> None:
        """Mark the one that was clicked."""
        self.action_mark()

    def action_all(self) -> None:
        """Mark all, or none where all are marked."""
        every = {key for key, _ in self.choices}
        self.marked = set() if self.marked == every else every
        self._fill()

    def action_take(self) -> None:
        """Take what is marked, if anything is."""
        if not self.marked:
            said = self.language.text("Mark at least one.")
            self.query_one(".-problem", Static).update(said)
            return
        hold_keys(self.app)
        self.dismiss(tuple(key for key, _ in self.choices if key in self.marked))

    def action_leave(self) -> None:
        """Leave it as it was."""
        hold_keys(self.app)
        self.dismiss(None)

    def _fill(self) -> None:
        """The choices with their marks: a letter, so that no colour is needed."""
        found = self.query_one(OptionList)
        at = found.highlighted or 0
        found.set_options(
            Option(Content(f"{'[x]' if key in self.marked else '[ ]'} {words}"), id=key)
            for key, words in self.choices
        )
        found.highlighted = at

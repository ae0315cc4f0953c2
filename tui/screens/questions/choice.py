"""Choosing one of many by typing part of it: a kind, a column, a code."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracker.problems import N_
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_line import KeyLine
from tui.widgets.marked_list import MarkedList

Choice = tuple[str, str]
"""What is answered, and its words."""


class ChoiceScreen(SpokenModal[str | None]):
    """Answers with what was chosen, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("choose"), priority=True),
        Binding("escape", "leave", N_("back"), priority=True),
        Binding("down", "next", show=False, priority=True),
        Binding("up", "previous", show=False, priority=True),
    ]

    def __init__(self, question: str, choices: Sequence[Choice], more: str = "") -> None:
        super().__init__()
        self.question = question
        """In the user's language, like the words of the choices."""
        self.choices = tuple(choices)
        self.more = more
        self.shown: list[Choice] = []

    def compose(self) -> ComposeResult:
        """The question, a line to type in, what matches."""
        with Vertical(id="question"):
            yield Static(self.question, classes="heading", markup=False)
            if self.more:
                yield Static(self.more, classes="keys", markup=False)
            yield FilterLine(self.language.text(N_("type part of a word, ↓ all")))
            yield MarkedList(markup=False, compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Everything at first; the keys are for the line."""
        self._show("")
        self.query_one(FilterLine).focus()
        self.call_after_refresh(release_keys, self.app)

    @on(FilterLine.Typed)
    def narrow(self, message: FilterLine.Typed) -> None:
        """Show what holds what is typed."""
        self._show(message.text.strip().casefold())

    def action_take(self) -> None:
        """Take the marked one."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self._answer(self.shown[at][0])

    @on(OptionList.OptionSelected)
    def click(self, event: OptionList.OptionSelected) -> None:
        """Take the one that was clicked on."""
        self._answer(self.shown[event.option_index][0])

    def action_next(self) -> None:
        """Mark the next one."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous(self) -> None:
        """Mark the one before."""
        self.query_one(OptionList).action_cursor_up()

    def action_leave(self) -> None:
        """Choose nothing."""
        self._answer(None)

    def _answer(self, answer: str | None) -> None:
        hold_keys(self.app)
        self.dismiss(answer)

    def _show(self, typed: str) -> None:
        self.shown = [each for each in self.choices if typed in f"{each[1]} {each[0]}".casefold()]
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(Option(_said(*each)) for each in self.shown)
        listed.highlighted = 0 if self.shown else None


def _said(code: str, words: str) -> Content:
    if not code or code == words:
        return Content(words or code)
    return Content.assemble(words or code, "  ", (code if words else "", "$text-muted"))

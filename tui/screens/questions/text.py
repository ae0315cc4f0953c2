"""Asking for one line of text; what was wrong with it the last time stands below."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tracker.problems import N_
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.answers import AnswerLine
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import show_line


class TextQuestion(SpokenModal[str | None]):
    """Answers with what is typed, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", N_("back"))]

    def __init__(self, title: str, said: str, text: str, wrong: str = "") -> None:
        super().__init__()
        self.title_said = title
        """In the user's language, like what it means and what was wrong."""
        self.said = said
        self.text = text
        self.wrong = wrong

    def compose(self) -> ComposeResult:
        """What is asked, what it means, a line, what is wrong."""
        with Vertical(id="question"):
            yield Static(self.title_said, classes="heading", markup=False)
            yield Static(self.said, markup=False)
            yield AnswerLine(self.text, compact=True, select_on_focus=False)
            yield Static(id="wrong", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The keys are for the line."""
        show_line(self.query_one("#wrong", Static), self.wrong)
        self.query_one(Input).focus()
        self.call_after_refresh(release_keys, self.app)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Answer with the text."""
        self._answer(event.value)

    def action_leave(self) -> None:
        """Answer with nothing."""
        self._answer(None)

    def _answer(self, answer: str | None) -> None:
        hold_keys(self.app)
        self.dismiss(answer)

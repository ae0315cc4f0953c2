"""Asking why a finding is as it should be."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tracker.problems import N_, Problem
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import show_line


class ReasonScreen(SpokenModal[str | None]):
    """Answers with a reason that can be given, or with nothing."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "accept", N_("accept"), priority=True),
        Binding("escape", "cancel", N_("cancel")),
    ]

    def __init__(self, question: str, check: Callable[[str], Problem | None]) -> None:
        super().__init__()
        self.question = question
        self.check = check
        """What is wrong with a reason."""

    def compose(self) -> ComposeResult:
        """What is accepted, a line to type in, what is wrong with it."""
        text = self.language.text
        with Vertical(id="question"):
            yield Static(self.question, markup=False)
            yield Input(placeholder=text("Why it is as it should be"), compact=True)
            yield Static(id="wrong", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Take the keys that were meant for the answer."""
        self.call_after_refresh(release_keys, self.app)

    @on(Input.Changed)
    def forget_problem(self) -> None:
        """What was wrong is being mended."""
        self._say("")

    def action_accept(self) -> None:
        """Answer, unless something is wrong."""
        typed = self.query_one(Input).value
        problem = self.check(typed)
        if problem is None:
            hold_keys(self.app)
            self.dismiss(typed)
        else:
            self._say(self.language.text(problem.message, **problem.params))

    def action_cancel(self) -> None:
        """Accept nothing."""
        hold_keys(self.app)
        self.dismiss(None)

    def _say(self, sentence: str) -> None:
        show_line(self.query_one("#wrong", Static), sentence)

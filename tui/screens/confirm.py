"""A question before something is lost."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from tracker.problems import N_
from tui.screens.spoken import SpokenModal


class Confirm(SpokenModal[bool]):
    """Asks whether to go on; what keeps everything is chosen at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer(False)", N_("cancel")),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    def __init__(self, question: str, go_on: str) -> None:
        super().__init__()
        self.question = question
        self.go_on = go_on
        """What the button says that loses something, marked with `N_`."""

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        text = self.language.text
        with Vertical(id="question"):
            yield Static(self.question, markup=False)
            with Horizontal():
                yield Button(text(N_("Cancel")), id="keep", compact=True)
                yield Button(text(self.go_on), id="lose", compact=True)

    @on(Button.Pressed)
    def answered(self, event: Button.Pressed) -> None:
        """Go on only when told so."""
        self.dismiss(event.button.id == "lose")

    def action_answer(self, answer: bool) -> None:  # noqa: FBT001 - an answer
        """Answer without a button."""
        self.dismiss(answer)

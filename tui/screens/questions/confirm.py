"""A question before something is lost."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from tracker.problems import N_
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.answers import AnswerButton
from tui.widgets.key_line import KeyLine

STAY = N_("Go on filling in")
"""What keeps a form that “cancel” has been pressed in."""


class Confirm(SpokenModal[bool]):
    """Asks whether to go on; what keeps everything is chosen at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer(False)", N_("cancel")),
        Binding("right", "app.focus_next", N_("choose"), key_display="← →"),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(
        self, question: str, go_on: str, stay: str = N_("Cancel"), *, keeps_keys: bool = False
    ) -> None:
        super().__init__()
        self.question = question
        self.go_on = go_on
        """What the button says that loses something, marked with `N_`."""
        self.stay = stay
        """What the one says that keeps everything; “cancel” may be what is asked about."""
        self.keeps_keys = keeps_keys
        """Whether whoever asked will say when keys are taken again."""

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        text = self.language.text
        with Vertical(id="question"):
            yield Static(self.question, markup=False)
            with Horizontal():
                yield AnswerButton(text(self.stay), id="keep", compact=True)
                yield AnswerButton(text(self.go_on), id="lose", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Take the keys that were meant for the answer."""
        self.call_after_refresh(release_keys, self.app)

    @on(Button.Pressed)
    def answered(self, event: Button.Pressed) -> None:
        """Go on only when told so."""
        self.action_answer(event.button.id == "lose")

    def action_answer(self, answer: bool) -> None:  # noqa: FBT001 - an answer
        """Close; who asked says what comes next."""
        if self.keeps_keys:
            hold_keys(self.app)
        self.dismiss(answer)

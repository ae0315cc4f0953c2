"""The question whether to go on with what was filled in and never saved."""

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


class DraftOffer(SpokenModal[bool | None]):
    """True: go on with the draft; False: begin anew; None: neither, it is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer_none", N_("cancel")),
        Binding("right", "app.focus_next", N_("choose"), key_display="← →"),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, when: str) -> None:
        super().__init__()
        self.when = when
        """When the draft was kept, in words."""

    def compose(self) -> ComposeResult:
        """The question and its two answers; enter goes on."""
        text = self.language.text
        with Vertical(id="question"):
            yield Static(text("Go on with the draft from {when}?", when=self.when), markup=False)
            with Horizontal():
                yield AnswerButton(text("Go on"), id="go-on", compact=True)
                yield AnswerButton(text("Begin anew"), id="anew", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Take the keys that were meant for the answer."""
        self.call_after_refresh(release_keys, self.app)

    @on(Button.Pressed)
    def answered(self, event: Button.Pressed) -> None:
        """Go on, or begin anew."""
        self._answer(event.button.id == "go-on")

    def action_answer_none(self) -> None:
        """Leave the draft for another time."""
        self._answer(None)

    def _answer(self, answer: bool | None) -> None:  # noqa: FBT001 - an answer
        hold_keys(self.app)
        self.dismiss(answer)

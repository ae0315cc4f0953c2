"""Why something is corrected or voided: typed, or one of the usual reasons."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static

from tracker.problems import N_
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.answers import AnswerLine, AnswerList
from tui.widgets.key_line import KeyLine


class AskReason(SpokenModal[str | None]):
    """Answers with a reason, or with nothing: then nothing is done."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer('')", N_("cancel")),
        Binding("down", "to_usual", show=False),
    ]

    def __init__(self, question: str, usual: tuple[str, ...], given: str = "") -> None:
        super().__init__()
        self.question = question
        self.usual = usual
        """Usual reasons, marked with `N_`; the first one is taken where nothing is typed."""
        self.given = given
        """What was answered the last time it was asked for this draft."""

    def compose(self) -> ComposeResult:
        """The question, a line to type in, what usually is the reason."""
        text = self.language.text
        with Vertical(id="question"):
            yield Static(self.question, markup=False)
            placeholder = text(N_("Why? Type, or ↓ to choose"))
            yield AnswerLine(self.given, placeholder=placeholder, compact=True)
            yield AnswerList(*(text(each) for each in self.usual), markup=False, compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Take the keys that were meant for the answer."""
        self.call_after_refresh(release_keys, self.app)

    @on(Input.Submitted)
    def typed(self, event: Input.Submitted) -> None:
        """Answer with what is typed; with nothing typed the usual reasons are chosen from."""
        if event.value.strip():
            self.action_answer(event.value)
        else:
            self.action_to_usual()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Answer with a usual reason."""
        self.action_answer(str(event.option.prompt))

    def action_to_usual(self) -> None:
        """From the line to the reasons below it."""
        usual = self.query_one(OptionList)
        usual.highlighted = 0
        usual.focus()

    def action_answer(self, reason: str) -> None:
        """Close; who asked says what comes next."""
        hold_keys(self.app)
        self.dismiss(reason.strip() or None)

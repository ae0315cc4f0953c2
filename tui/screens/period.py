"""Asking for a period: every form that the command line knows."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from tracker.errors import UsageError
from tracker.periods import Period, parse_period
from tracker.problems import N_
from tui.screens.spoken import SpokenModal


class PeriodScreen(SpokenModal[Period | None]):
    """Returns the period, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", N_("back"))]

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label

    def compose(self) -> ComposeResult:
        """A field, and below it what it takes or what is wrong."""
        text = self.language.text
        with Vertical(id="period-box"):
            yield Label(text("Which period?"), classes="heading")
            yield Input(self.label, id="period-input", compact=True)
            yield Static(
                text("2021 · 2021-H1 · 2021-Q3 · 2021-T2 · 2021-ack-T2 · 2021-01..2021-06"),
                id="period-help",
                markup=False,
            )
            yield Static(text("↵ show   Esc back"), classes="keys", markup=False)

    @on(Input.Submitted)
    def answer(self, message: Input.Submitted) -> None:
        """Return the period, or say what is wrong with it."""
        try:
            self.dismiss(parse_period(message.value))
        except UsageError as error:
            said = self.language.text(error.message, **error.params)
            problem = self.query_one("#period-help", Static)
            problem.update(said)
            problem.add_class("-problem")

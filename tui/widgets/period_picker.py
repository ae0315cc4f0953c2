"""The period with an arrow on either side; a click on an arrow steps, on the period asks."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static


class PeriodPicker(Horizontal):
    """Shows the label of the period; whoever holds the period changes it."""

    label: reactive[str] = reactive("")

    @dataclass
    class Stepped(Message):
        """An earlier (-1) or a later (1) period is asked for."""

        steps: int

    class Asked(Message):
        """A period is to be typed."""

    def compose(self) -> ComposeResult:
        """Arrow, period, arrow."""
        yield Static("◂", id="earlier")
        yield Static(id="period")
        yield Static("▸", id="later")

    def watch_label(self, label: str) -> None:
        """Show the period."""
        self.query_one("#period", Static).update(label)

    @on(Click)
    def clicked(self, event: Click) -> None:
        """Tell what was clicked."""
        name = event.widget.id if event.widget else None
        if name == "period":
            self.post_message(self.Asked())
        elif name in ("earlier", "later"):
            self.post_message(self.Stepped(-1 if name == "earlier" else 1))

"""One change in full over the change log: every row with what was before and what is after."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.visual import Visual
from textual.widgets import Static

from tracker.problems import N_
from tracker.register.changed_things import ChangedThing
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.key_line import KeyLine
from tui.widgets.prose import Prose

MOST = 50
"""Rows that are shown: an import has thousands."""


class ChangeScreen(SpokenModal[bool]):
    """Shows all of it; True: its history is asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "answer(False)", N_("back"), key_display="Esc"),
        Binding("h", "answer(True)", N_("history of the row")),
    ]

    def __init__(
        self, said: str, reason: str, things: tuple[ChangedThing, ...], rows: int = 0
    ) -> None:
        super().__init__()
        self.rows = rows
        """How many rows the change was about."""
        self.said = said
        """When, who and what."""
        self.reason = reason
        self.things = things

    def compose(self) -> ComposeResult:
        """What the change was, why, and what it did."""
        with Vertical(id="row-box"):
            yield Static(self.said, classes="heading", markup=False)
            with VerticalScroll():
                for line in self._lines():
                    yield Static(line)
        yield KeyLine()

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one(VerticalScroll).focus()
        self.call_after_refresh(release_keys, self.app)

    def action_answer(self, history: bool) -> None:  # noqa: FBT001 - an answer
        """Close; who asked says what comes next."""
        hold_keys(self.app)
        self.dismiss(history)

    def _lines(self) -> Iterator[Visual]:
        text = self.language.text
        if self.reason:
            yield Prose(text("Why: {reason}", reason=self.reason))
        for thing in self.things[:MOST]:
            yield Prose(thing.title, "bold")
            yield Prose("\n".join(f"  {each.label}: {each.text}" for each in thing.alterations))
        if len(self.things) > MOST or self.rows > MOST:
            yield Prose(text(N_("The first {number} rows are shown."), number=MOST))
        if not self.things:
            yield Prose(text(N_("It did nothing that is told here.")))

"""A text over the screen, to be read and copied: what a comparison found, a text to send."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label, Static

from tracker.problems import N_
from tui.keys_in_order import release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.key_line import KeyLine
from tui.widgets.prose import Prose


class ToldScreen(SpokenModal[None]):
    """Shows a text; `c` copies it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", N_("copy")),
        Binding("escape,enter", "leave", N_("back")),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.said = title
        """In the user's language, like the text."""
        self.text = text

    def compose(self) -> ComposeResult:
        """The text, as much of it as there is room for."""
        with Vertical(classes="box", id="told-box"):
            yield Label(self.said, classes="heading", markup=False)
            with VerticalScroll(id="told"):
                yield Static(Prose(self.text))
            yield Static(id="copied", classes="keys", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready to be read."""
        self.query_one("#told").focus()
        self.call_after_refresh(release_keys, self.app)

    def action_copy(self) -> None:
        """Copy it, also over ssh."""
        self.app.copy_to_clipboard(self.text)
        self.query_one("#copied", Static).update(self.language.text("Copied."))

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

"""A line of a goal's detail behind which there are episodes."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.visual import VisualType
from textual.widgets import Static

from tracker.problems import N_


class PartLine(Static, can_focus=True):
    """Can be walked to and opened: the figure of all, or of one part of a split."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("episodes behind it"), key_display="↵"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    @dataclass
    class Opened(Message):
        """The episodes behind a figure are wanted."""

        part: tuple[str, str | None] | None
        """A split and the key of its part; None: all."""

    def __init__(self, content: VisualType, part: tuple[str, str | None] | None) -> None:
        super().__init__(content)
        self.part = part

    def on_click(self, _event: events.Click) -> None:
        """The same by mouse."""
        self.action_open()

    def action_open(self) -> None:
        """Ask for the episodes."""
        self.post_message(self.Opened(self.part))

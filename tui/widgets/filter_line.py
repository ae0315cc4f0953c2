"""A line to type in that narrows a list at once."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tracker.problems import N_


class FilterLine(Input):
    """Tells what is typed, and when typing is over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,down", "leave", N_("to the list")),
    ]

    @dataclass
    class Typed(Message):
        """Something else is looked for."""

        text: str

    class Finished(Message):
        """Typing is over: on to the list; what is typed goes on to hold."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True)

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Narrow at once."""
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """On to the list."""
        event.stop()
        self.post_message(self.Finished())

    def action_leave(self) -> None:
        """On to the list."""
        self.post_message(self.Finished())

    def empty(self) -> None:
        """Look for everything again."""
        self.value = ""

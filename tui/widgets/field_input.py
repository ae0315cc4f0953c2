"""The line of a field to type in, and what one sign fills in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.events import Blur, Focus, Key
from textual.widgets import Input
from textual.widgets.input import Selection

if TYPE_CHECKING:
    from tui.widgets.field import Field

AGAIN = "="
"""Fills in what stood in the column before."""


@dataclass(frozen=True)
class Fact:
    """What stood in the column before."""

    text: str
    """In file form."""
    said: str
    """In words."""
    repeats: bool = True
    """Whether one sign fills it in again: never what somebody is to rate anew."""


class FieldInput(Input):
    """The line to type in; a field listens to it."""

    def __init__(self, text: str, placeholder: str) -> None:
        super().__init__(text, compact=True, placeholder=placeholder, select_on_focus=False)

    async def on_key(self, event: Key) -> None:
        """One sign takes what stood in the column before."""
        field = cast("Field", self.query_ancestor(".field"))
        if event.character == AGAIN and field.fact is not None and field.fact.repeats:
            event.stop()
            event.prevent_default()
            field.repeat(field.fact)

    def on_focus(self, event: Focus) -> None:
        """Mark all of it, to be typed over; of a long text the beginning is seen."""
        if not event.from_app_focus:
            self.selection = Selection(len(self.value), 0)

    def on_blur(self, _event: Blur) -> None:
        """Show the beginning of a long text once it is left."""
        self.cursor_position = 0

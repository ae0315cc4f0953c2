"""Keys that are pressed while a form is on its way: they are kept, and go where they belong."""

from typing import Any

from textual import events
from textual.app import App
from textual.screen import ModalScreen

Keys = list[events.Key]


class Waiting(ModalScreen[None]):
    """Lies over the register while something is read or saved, so that no key is lost."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: Keys = []

    def on_key(self, event: events.Key) -> None:
        """Keep it for later."""
        event.stop()
        event.prevent_default()
        self.kept.append(event)

    def take(self) -> Keys:
        """The keys that were kept, once."""
        taken, self.kept = self.kept, []
        return taken


def press_again(app: App[Any], keys: Keys) -> None:
    """Send kept keys to whatever has the focus when their turn comes."""
    for key in keys:
        app.post_message(events.Key(key.key, key.character))

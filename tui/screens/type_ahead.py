"""Keys that are pressed while a form is on its way: they are kept, and go where they belong."""

import asyncio

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
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


def press_again(app: App[object], keys: Keys) -> None:
    """Send kept keys to whatever has the focus, one after the other."""
    if keys:
        app.run_worker(_press(app, keys), group="typing")


async def _press(app: App[object], keys: Keys) -> None:
    """Each key is dealt with before the next: it may have opened what the next one is for."""
    for key in keys:
        target = app.focused or app.screen
        app.post_message(events.Key(key.key, key.character))
        for node in (app, *target.ancestors_with_self):
            await _dealt_with(node)


async def _dealt_with(node: MessagePump) -> None:
    """Wait until everything that was sent to a node so far has been taken care of."""
    reached = asyncio.Event()
    if node.call_later(reached.set):
        await reached.wait()

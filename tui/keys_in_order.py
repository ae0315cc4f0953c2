"""One key after the other: what a key does is done before the next one is given to anybody.

Textual hands a key to what has the focus when it arrives. Where many arrive at once (a slow
machine, a line that stutters) an enter that goes on to the next field would be overtaken by the
keys that are meant for that field.
"""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.timer import Timer

CLIMBS = 3
"""A key climbs to the application, what it sets off climbs too, and what that sets off."""
PATIENCE = 1.0
"""Seconds after which something that is being closed is not waited for."""
LONGEST_HOLD = 15.0
"""Seconds after which keys are given again, whatever is still on its way."""


class KeysInOrder(App[None]):
    """An application that keeps keys while the one before is being dealt with."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: deque[events.Key] = deque()
        self._turn: events.Key | None = None
        """The kept key whose turn has come."""
        self._dealing: asyncio.Task[None] | None = None
        self._hold: Timer | None = None

    def hold_keys(self) -> None:
        """Keep keys from now on: what they are meant for is on its way."""
        self._end_hold()
        self._hold = self.set_timer(LONGEST_HOLD, self.release_keys)

    def release_keys(self) -> None:
        """Give the keys that were kept, to what has the focus now."""
        self._end_hold()
        if not self.is_dealing:
            self._give_next()

    @property
    def is_dealing(self) -> bool:
        """Whether a key is still being dealt with, or its turn has come."""
        return self._dealing is not None or self._turn is not None

    async def on_event(self, event: events.Event) -> None:
        """Give a key to what has the focus when its turn has come."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif (self.is_dealing or self._hold is not None) and event is not self._turn:
            self._kept.append(event)
        else:
            self._turn = None
            path = (self.focused or self.screen).ancestors_with_self
            await super().on_event(event)
            self._dealing = asyncio.create_task(self._deal(path))

    async def _deal(self, path: list[Any]) -> None:
        """Wait until a key has had its effect, then let the next one come."""
        for node in (*path * CLIMBS, self):
            await _dealt_with(node)
        self._dealing = None
        self._give_next()

    def _give_next(self) -> None:
        """Let the next kept key come, unless keys are held."""
        if self._kept and self._hold is None and self._turn is None:
            self._turn = self._kept.popleft()
            self.post_message(self._turn)

    def _end_hold(self) -> None:
        if self._hold is not None:
            self._hold.stop()
            self._hold = None


async def _dealt_with(node: MessagePump) -> None:
    """Wait until a node has taken care of everything that was sent to it so far."""
    reached = asyncio.Event()
    if node.call_later(reached.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(reached.wait(), PATIENCE)


def hold_keys(app: App[Any]) -> None:
    """Keep keys until what they are meant for is there."""
    if isinstance(app, KeysInOrder):
        app.hold_keys()


def release_keys(app: App[Any]) -> None:
    """Give the keys that were kept."""
    if isinstance(app, KeysInOrder):
        app.release_keys()

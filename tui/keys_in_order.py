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

CLIMBS = 3
"""A key climbs to the application, what it sets off climbs too, and what that sets off."""
PATIENCE = 1.0
"""Seconds after which something that is being closed is not waited for."""


class KeysInOrder(App[None]):
    """An application that keeps keys while the one before is being dealt with."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: deque[events.Key] = deque()
        self._turn: events.Key | None = None
        """The kept key whose turn has come."""
        self._dealing: asyncio.Task[None] | None = None

    @property
    def is_dealing(self) -> bool:
        """Whether a key is still being dealt with."""
        return self._dealing is not None

    async def on_event(self, event: events.Event) -> None:
        """Give a key to what has the focus when its turn has come."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self.is_dealing and event is not self._turn:
            self._kept.append(event)
        else:
            path = (self.focused or self.screen).ancestors_with_self
            await super().on_event(event)
            self._dealing = asyncio.create_task(self._deal(path))

    async def _deal(self, path: list[Any]) -> None:
        """Wait until a key has had its effect, then let the next one come."""
        for node in (*path * CLIMBS, self):
            await _dealt_with(node)
        if self._kept:
            self._turn = self._kept.popleft()
            self.post_message(self._turn)
        else:
            self._dealing = None


async def _dealt_with(node: MessagePump) -> None:
    """Wait until a node has taken care of everything that was sent to it so far."""
    reached = asyncio.Event()
    if node.call_later(reached.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(reached.wait(), PATIENCE)

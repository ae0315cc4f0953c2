"""When a form hands over what is filled in so far: after a moment without a key."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

KEEP_AFTER = 0.4
"""Seconds without a key after which a draft is kept."""


class Keeping:
    """Waits for a moment without a key, each time that something has changed."""

    def __init__(self, form: Screen[Any], task: Callable[[], None]) -> None:
        self.form = form
        self.task = task
        self._pause: Timer | None = None

    def soon(self) -> None:
        """Keep it in a moment, unless something else changes by then."""
        self.stop()
        self._pause = self.form.set_timer(KEEP_AFTER, self.task)

    def stop(self) -> None:
        """Keep nothing any more."""
        if self._pause is not None:
            self._pause.stop()

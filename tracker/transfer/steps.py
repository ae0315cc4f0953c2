"""How far an import has come, for whoever watches, and may stop it by raising."""

from collections.abc import Callable

Watch = Callable[[int, int], None]
"""Told how many steps are done, and of how many."""


def unwatched(_done: int, _total: int) -> None:
    """Nobody watches."""


class Steps:
    """Counts the steps of one file."""

    def __init__(self, total: int, watch: Watch) -> None:
        self._done, self._total, self._watch = 0, total, watch

    def on(self) -> None:
        """One more step is done."""
        self._done = min(self._done + 1, self._total)
        self._watch(self._done, self._total)

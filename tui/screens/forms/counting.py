"""Counting those who have no row of their own, from any pane."""

from functools import partial

from tracker.register.counting import count_start, saved_count
from tracker.registration.counting import set_count
from tui.screens.forms.asking import Asking, Happened, filled
from tui.screens.forms.counts import CountsForm


class Counting(Asking):
    """Asks for a count and saves it."""

    def count(self, insats: str | None) -> None:
        """Count somebody who may only be counted, or a whole number of persons."""
        self.start(self._count(insats))

    async def _count(self, insats: str | None) -> None:
        start = await self.read(partial(count_start, self.workspace, insats))
        if start is None:
            return
        saved = await self.until_saved(
            CountsForm, start, lambda draft: set_count(self.workspace, filled(draft))
        )
        if saved is not None:
            sentence = saved_count(start, *saved)
            self.pane.post_message(Happened(sentence, changed=True))

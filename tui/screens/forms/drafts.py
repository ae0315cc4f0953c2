"""Drafts of forms: kept while somebody types, offered again, dropped when no longer of use."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.register.preparing import FormStart
from tracker.registration.drafts import drop_draft, keep_draft, kept_draft
from tracker.wording.clock import clock
from tui.screens.forms.draft_offer import DraftOffer

if TYPE_CHECKING:
    from tui.screens.forms.asking import Asking


class Drafts:
    """The drafts of whoever asks. A store that cannot be reached now keeps the next one."""

    def __init__(self, asking: "Asking") -> None:
        self.asking = asking
        self._turn = asyncio.Lock()
        """Drafts are written in the order in which they were typed."""

    async def offered(self, start: FormStart) -> FormStart | None:
        """How a form starts: with a draft that was left, or without; None: not at all."""
        workspace = self.asking.workspace
        kept = await self.asking.in_store(partial(kept_draft, workspace, start.form))
        if kept is None or isinstance(kept, TrackerError):
            return start
        when = clock(workspace.language, kept.kept_at, workspace.today)
        answer = await self.asking.ask(DraftOffer(when))
        if answer is False:
            await self.drop(start)
        elif answer:
            return start.again({**start.draft, **kept.texts})
        return None if answer is None else start

    def keep(self, start: FormStart, texts: Mapping[str, str]) -> None:
        """Keep what is filled in; what nobody has touched is dropped instead."""
        untouched = all(start.draft.get(name, "") == text for name, text in texts.items())
        self.asking.pane.run_worker(
            self.drop(start) if untouched else self._keep(start, texts), group="drafts"
        )

    async def drop(self, start: FormStart) -> None:
        """Drop the draft of a form."""
        async with self._turn:
            await self.asking.in_store(partial(drop_draft, self.asking.workspace, start.form))

    async def _keep(self, start: FormStart, texts: Mapping[str, str]) -> None:
        task = partial(
            keep_draft, self.asking.workspace, start.form, start.kind, texts, start.context
        )
        async with self._turn:
            await self.asking.in_store(task)

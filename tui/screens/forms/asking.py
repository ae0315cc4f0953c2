"""How a form is opened, its draft saved, and what came of it told; one flow a method elsewhere."""

from asyncio import CancelledError
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerCancelled

from tracker.errors import TrackerError
from tracker.register.preparing import FormStart
from tracker.registration import Saved
from tracker.workspace import Workspace
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.forms.drafts import Drafts
from tui.screens.forms.row_form import Draft, RowForm

Answer = TypeVar("Answer")
Doubt = Callable[[Draft], Awaitable[str]]
Agreement = Callable[[Draft], Awaitable[bool]]


@dataclass
class Happened(Message):
    """Something was done, or refused."""

    sentence: str
    changed: bool = False
    """Whether the store holds something else now."""
    key: tuple[str, str] | None = None
    """Intervention and running number of the row that it was done to."""


class Asking:
    """Asks for drafts on behalf of a pane, which is told what came of them by `Happened`."""

    def __init__(self, workspace: Workspace, pane: Widget) -> None:
        self.workspace = workspace
        self.language = workspace.language
        self.pane = pane
        self.drafts = Drafts(self)

    def start(self, way: Coroutine[Any, Any, None]) -> None:
        """Go a way; keys are kept where nobody is there to take them."""
        hold_keys(self.pane.app)
        self.pane.run_worker(self._whole(way), group="asking")

    async def ask(self, screen: Screen[Answer]) -> Answer:
        """What a form or a question is answered with."""
        return await self.pane.app.push_screen_wait(screen)

    async def in_store(self, task: Callable[[], Answer]) -> Answer | TrackerError:
        """What a task gives that reads or writes the store, done aside; refusals are answers."""
        working = self.pane.run_worker(partial(_attempt, task), thread=True, group="store")
        try:
            return await working.wait()
        except WorkerCancelled:  # somebody leaves in the meantime: no error, and nobody to tell
            raise CancelledError from None

    async def read(self, task: Callable[[], Answer]) -> Answer | None:
        """What a task gives that reads the store; a refusal is told, and then there is nothing."""
        found = await self.in_store(task)
        if isinstance(found, TrackerError):
            self.refuse(found)
            return None
        return found

    async def until_saved(
        self,
        kind: type[RowForm],
        start: FormStart,
        save: Callable[[Draft], Saved],
        doubt: Doubt | None = None,
        agree: Agreement | None = None,
    ) -> tuple[Saved, Draft] | None:
        """Ask until the draft is saved, or until nobody wants to any more.

        `doubt` says what speaks against saving a draft; the same is said only once. `agree` asks
        what else has to be known before it is saved; without that the form comes back.
        """
        begun = await self.drafts.offered(start)
        form, doubted = (kind(begun) if begun else None), ""
        while form is not None:
            form.keep = partial(self.drafts.keep, start)
            draft = await self.ask(form)
            if draft is None:
                await self.drafts.drop(start)
                return None
            doubts = await doubt(draft) if doubt else ""
            if doubts not in ("", doubted):
                form, doubted = kind(start.again(draft), warning=doubts), doubts
                continue
            if agree is not None and not await agree(draft):
                form = kind(start.again(draft))
                continue
            saved = await self.in_store(partial(save, draft))
            if isinstance(saved, Saved):
                await self.drafts.drop(start)
                return saved, draft
            form = kind(start.again(draft), saved.problems, self.sentence(saved))
        return None

    def tell(self, sentence: str, saved: Saved) -> None:
        """Tell what was saved."""
        key = (saved.key["insats"], saved.key["deltagande"])
        self.pane.post_message(Happened(sentence, changed=True, key=key))

    def refuse(self, error: TrackerError) -> None:
        """Tell why nothing was done."""
        self.pane.post_message(Happened(self.sentence(error)))

    def sentence(self, error: TrackerError) -> str:
        """An error in words, with the problems that belong to no field."""
        loose = (self.language.problem(each) for each in error.problems if not each.column)
        return " ".join([self.language.text(error.message, **error.params), *loose])

    async def _whole(self, way: Coroutine[Any, Any, None]) -> None:
        try:
            await way
        finally:
            release_keys(self.pane.app)


def filled(draft: Draft) -> Draft:
    """What is filled in: a new row has nothing to empty."""
    return {name: text for name, text in draft.items() if text}


def changed(start: FormStart, draft: Draft) -> Draft:
    """What differs from the stored row."""
    return {name: text for name, text in draft.items() if text != start.stored[name]}


def _attempt(task: Callable[[], Answer]) -> Answer | TrackerError:
    try:
        return task()
    except TrackerError as error:
        return error

"""What is done in the register: a form is opened, its draft saved, what came of it told.

Each way is one method, read from top to bottom: prepare, ask, save; a refused draft comes back.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from tracker import registration
from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.register import preparing, telling
from tracker.register.pages import RegisterRow
from tracker.register.preparing import FormStart
from tracker.registration import Saved, TakenBack
from tracker.workspace import Workspace
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.confirm import Confirm
from tui.screens.entry_form import EntryForm
from tui.screens.episode_form import Draft, EpisodeForm
from tui.screens.exit_form import ExitForm

Answer = TypeVar("Answer")
KIND = telling.KIND


@dataclass
class Happened(Message):
    """Something was done, or refused."""

    sentence: str
    changed: bool = False
    """Whether the store holds something else now."""
    key: tuple[str, str] | None = None
    """Intervention and running number of the row that it was done to."""


class Registering:
    """The ways to change the register, started by a pane that is told what came of them."""

    def __init__(self, workspace: Workspace, pane: Widget) -> None:
        self.workspace = workspace
        self.language = workspace.language
        self.pane = pane

    def enter(self, insats: str | None) -> None:
        """Register an entry."""
        self._start(self._enter(insats))

    def leave(self, row: RegisterRow) -> None:
        """Record the exit of an episode, or correct it."""
        self._start(self._leave(row) if row.is_ongoing else self._correct_exit(row))

    def mend(self, row: RegisterRow) -> None:
        """Correct what was registered at entry."""
        self._start(self._correct_entry(row))

    def void(self, row: RegisterRow) -> None:
        """Void a misregistration."""
        self._start(self._void(row))

    def undo(self) -> None:
        """Take back the last change."""
        self._start(self._revert(registration.undo, telling.taken_back))

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._start(self._revert(registration.redo, telling.brought_back))

    async def _enter(self, insats: str | None) -> None:
        start = await self._in_store(partial(preparing.entry_start, self.workspace, insats))
        if isinstance(start, TrackerError):
            return self._refuse(start)
        form, known_twins = EntryForm(start), list[str]()
        while (draft := await self._ask(form)) is not None:
            twins = await self._in_store(
                partial(registration.possible_duplicates, self.workspace, draft)
            )
            if isinstance(twins, list) and twins and twins != known_twins:
                known_twins = twins
                form = EntryForm(start.again(draft), warning=self._warn(twins))
                continue
            saved = await self._in_store(
                partial(registration.save, self.workspace, KIND, _filled(draft))
            )
            if isinstance(saved, Saved):
                return self._tell(telling.saved_entry(self.language, saved), saved)
            form = EntryForm(start.again(draft), saved.problems, self._sentence(saved))
        return None

    async def _leave(self, row: RegisterRow) -> None:
        start = await self._exit_start(row)
        if start is None:
            return
        saved = await self._until_saved(
            ExitForm,
            start,
            lambda draft: registration.record_exit(self.workspace, *row.key, _filled(draft)),
        )
        if saved is not None:
            done, draft = saved
            self._tell(telling.saved_exit(self.language, done, start.stored, draft), done)

    async def _correct_exit(self, row: RegisterRow) -> None:
        if self._is_voided(row):
            return
        start = await self._exit_start(row)
        if start is not None:
            await self._correct(ExitForm, start, row)

    async def _correct_entry(self, row: RegisterRow) -> None:
        if self._is_voided(row):
            return
        start = await self._in_store(partial(preparing.entry_correction, self.workspace, *row.key))
        if isinstance(start, TrackerError):
            self._refuse(start)
        else:
            await self._correct(EntryForm, start, row)

    async def _correct(self, kind: type[EpisodeForm], start: FormStart, row: RegisterRow) -> None:
        key = {"insats": row.insats, "deltagande": row.number}
        saved = await self._until_saved(
            kind,
            start,
            lambda draft: registration.correct(self.workspace, KIND, key, _changed(start, draft)),
        )
        if saved is not None:
            self._tell(telling.corrected(self.language, saved[0]), saved[0])

    async def _void(self, row: RegisterRow) -> None:
        if self._is_voided(row):
            return
        question = self.language.text(
            N_("Void {number}? It stays in the register, marked as voided, and counts nowhere."),
            number=row.number,
        )
        if await self._ask(Confirm(question, N_("Void it"), keeps_keys=True)):
            saved = await self._in_store(
                partial(registration.void, self.workspace, row.insats, row.number)
            )
            if isinstance(saved, TrackerError):
                self._refuse(saved)
            else:
                self._tell(telling.voided(self.language, saved), saved)

    async def _revert(
        self, way: Callable[[Workspace], TakenBack], told: Callable[..., str]
    ) -> None:
        taken = await self._in_store(partial(way, self.workspace))
        if isinstance(taken, TrackerError):
            self._refuse(taken)
        else:
            self.pane.post_message(Happened(told(self.language, taken), changed=True))

    async def _until_saved(
        self, kind: type[EpisodeForm], start: FormStart, save: Callable[[Draft], Saved]
    ) -> tuple[Saved, Draft] | None:
        """Ask until the draft is saved, or until nobody wants to any more."""
        form = kind(start)
        while (draft := await self._ask(form)) is not None:
            saved = await self._in_store(partial(save, draft))
            if isinstance(saved, Saved):
                return saved, draft
            form = kind(start.again(draft), saved.problems, self._sentence(saved))
        return None

    async def _exit_start(self, row: RegisterRow) -> FormStart | None:
        start = await self._in_store(partial(preparing.exit_start, self.workspace, *row.key))
        if isinstance(start, TrackerError):
            self._refuse(start)
            return None
        return start

    def _is_voided(self, row: RegisterRow) -> bool:
        if row.voided:
            sentence = N_("{number} is voided and cannot be changed.")
            self.pane.post_message(Happened(self.language.text(sentence, number=row.number)))
        return row.voided

    def _start(self, way: Coroutine[Any, Any, None]) -> None:
        """Go a way; keys are kept where nobody is there to take them."""
        hold_keys(self.pane.app)
        self.pane.run_worker(self._whole(way), group="asking")

    async def _whole(self, way: Coroutine[Any, Any, None]) -> None:
        try:
            await way
        finally:
            release_keys(self.pane.app)

    async def _ask(self, screen: Screen[Answer]) -> Answer:
        return await self.pane.app.push_screen_wait(screen)

    async def _in_store(self, task: Callable[[], Answer]) -> Answer | TrackerError:
        """What a task gives that reads or writes the store, done aside; refusals are answers."""
        return await self.pane.run_worker(
            partial(_attempt, task), thread=True, group="store"
        ).wait()

    def _tell(self, sentence: str, saved: Saved) -> None:
        key = (saved.key["insats"], saved.key["deltagande"])
        self.pane.post_message(Happened(sentence, changed=True, key=key))

    def _refuse(self, error: TrackerError) -> None:
        self.pane.post_message(Happened(self._sentence(error)))

    def _sentence(self, error: TrackerError) -> str:
        loose = (self.language.problem(each) for each in error.problems if not each.column)
        return " ".join([self.language.text(error.message, **error.params), *loose])

    def _warn(self, twins: list[str]) -> str:
        sentence = N_(
            "Same intervention, sex, age, start as {numbers}. Save again if that is somebody else."
        )
        return self.language.text(sentence, numbers=", ".join(twins))


def _attempt(task: Callable[[], Answer]) -> Answer | TrackerError:
    try:
        return task()
    except TrackerError as error:
        return error


def _filled(draft: Draft) -> Draft:
    """What is filled in: a new row has nothing to empty."""
    return {name: text for name, text in draft.items() if text}


def _changed(start: FormStart, draft: Draft) -> Draft:
    """What differs from the stored row; where the end is taken away, that alone."""
    changed = {name: text for name, text in draft.items() if text != start.stored[name]}
    return {"slutdatum": ""} if changed.get("slutdatum") == "" else changed

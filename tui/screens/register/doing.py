"""What is done in the register: a form is opened, its draft saved, what came of it told.

Each way is one method, read from top to bottom: prepare, ask, save; a refused draft comes back.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual.screen import Screen

from tracker import registration
from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.register import preparing, telling
from tracker.register.pages import RegisterRow
from tracker.register.preparing import FormStart
from tracker.registration import TakenBack
from tracker.workspace import Workspace, reread
from tui.messages import WorkspaceChanged
from tui.screens.forms.asking import Happened, changed, filled
from tui.screens.forms.counting import Counting
from tui.screens.forms.entry import EntryForm
from tui.screens.forms.exit import ExitForm
from tui.screens.forms.following_up import FollowingUp
from tui.screens.forms.row_form import Draft
from tui.screens.questions.reason import AskReason

__all__ = ["Happened", "Registering"]

KIND = telling.KIND
VOIDED = (
    N_("Registered twice"),
    N_("Registered by mistake"),
    N_("Wrong intervention"),
    N_("Never started"),
)
"""Usual reasons; others can be typed."""


class Registering(FollowingUp, Counting):
    """The ways to change the register, started by a pane that is told what came of them."""

    def enter(self, insats: str | None) -> None:
        """Register an entry."""
        self.start(self._enter(insats))

    def leave(self, row: RegisterRow) -> None:
        """Record the exit of an episode, or correct it."""
        self.start(self._leave(row) if row.is_ongoing else self._correct_exit(row))

    def mend(self, row: RegisterRow) -> None:
        """Correct what was registered at entry."""
        self.start(self._correct_entry(row))

    def void(self, row: RegisterRow) -> None:
        """Void a misregistration."""
        self.start(self._void(row))

    def undo(self) -> None:
        """Take back the last change."""
        self.start(self._revert(registration.undo, telling.taken_back))

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self.start(self._revert(registration.redo, telling.brought_back))

    async def _enter(self, insats: str | None) -> None:
        start = await self.read(partial(preparing.entry_start, self.workspace, insats))
        if start is None:
            return
        saved = await self.until_saved(
            EntryForm,
            start,
            lambda draft: registration.save(self.workspace, KIND, filled(draft)),
            self._doubt,
        )
        if saved is not None:
            self.tell(telling.saved_entry(self.language, saved[0]), saved[0])

    async def _leave(self, row: RegisterRow, at: str = "") -> None:
        start = await self._exit_start(row, at)
        if start is None:
            return
        saved = await self.until_saved(
            ExitForm,
            start,
            lambda draft: registration.record_exit(self.workspace, *row.key, filled(draft)),
        )
        if saved is not None:
            done, draft = saved
            self.tell(telling.saved_exit(self.language, done, start.stored, draft), done)

    async def _correct_exit(self, row: RegisterRow, at: str = "") -> None:
        if self._is_voided(row):
            return
        start = await self._exit_start(row, at)
        if start is not None:
            await self.correct(ExitForm, start, _key(row), _changed)

    async def _correct_entry(self, row: RegisterRow, at: str = "") -> None:
        if self._is_voided(row):
            return
        start = await self.read(partial(preparing.entry_correction, self.workspace, *row.key))
        if start is not None:
            await self.correct(EntryForm, replace(start, at=at), _key(row), _changed)

    async def _void(self, row: RegisterRow) -> None:
        if self._is_voided(row):
            return
        question = self.language.text(
            N_("Void {number}? It stays in the register, marked as voided, and counts nowhere."),
            number=row.number,
        )
        reason = await self.ask(AskReason(question, VOIDED))
        if reason is not None:
            saved = await self.in_store(
                partial(registration.void, self.workspace, *row.key, reason)
            )
            if isinstance(saved, TrackerError):
                self.refuse(saved)
            else:
                self.tell(telling.voided(self.language, saved), saved)

    async def _revert(
        self, way: Callable[[Workspace], TakenBack], told: Callable[..., str]
    ) -> None:
        taken = await self.in_store(partial(way, self.workspace))
        if isinstance(taken, TrackerError):
            self.refuse(taken)
            return
        self.pane.post_message(Happened(told(self.language, taken), changed=True))
        if taken.kind in ("plan", "settings"):
            await self._use_again()

    async def _use_again(self) -> None:
        """Go on with the plans and settings that hold now."""
        found = await self.in_store(partial(reread, self.workspace))
        if isinstance(found, TrackerError):
            self.refuse(found)
        else:
            app = self.pane.app
            if isinstance(self.pane, Screen):  # it shows what no longer holds
                app.pop_screen()
            app.screen_stack[0].post_message(WorkspaceChanged(found))

    async def _exit_start(self, row: RegisterRow, at: str) -> FormStart | None:
        start = await self.read(partial(preparing.exit_start, self.workspace, *row.key))
        return start and replace(start, at=at)

    def _is_voided(self, row: RegisterRow) -> bool:
        if row.voided:
            sentence = N_("{number} is voided and cannot be changed.")
            self.pane.post_message(Happened(self.language.text(sentence, number=row.number)))
        return row.voided

    async def _doubt(self, draft: Draft) -> str:
        """Whether the same person may be registered already."""
        task = partial(registration.possible_duplicates, self.workspace, draft)
        twins = await self.in_store(task)
        if isinstance(twins, TrackerError) or not twins:
            return ""
        return telling.twins(self.language, twins)


def _key(row: RegisterRow) -> dict[str, str]:
    return {"insats": row.insats, "deltagande": row.number}


def _changed(start: FormStart, draft: Draft) -> Draft:
    """What differs from the stored row; where the end is taken away, that alone."""
    different = changed(start, draft)
    return {"slutdatum": ""} if different.get("slutdatum") == "" else different

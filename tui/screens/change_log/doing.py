"""What is done from the audit trail: a change taken back, shown in full, the history of a row."""

from functools import partial

from tracker import registration
from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.register import telling
from tracker.register.changed_things import ChangedThing, changed_things, thing_history
from tracker.registration import HistoryLine
from tracker.wording.changes import change_text, moment
from tui.screens.change_log.screen import ChangeScreen
from tui.screens.questions.choice import ChoiceScreen
from tui.screens.questions.confirm import Confirm
from tui.screens.register.doing import Happened, Registering
from tui.screens.register.row_history import RowHistoryScreen

NOTHING_TOLD = N_("The change was about nothing that has a history.")


class Reverting(Registering):
    """The ways to take back and to bring back, and to look closer."""

    def show(self, line: HistoryLine) -> None:
        """Show all of a change, and the history of what it was about when that is asked for."""
        self.start(self._show(line))

    def show_history(self, line: HistoryLine) -> None:
        """Show the history of the row that a change was about; of several one is chosen."""
        self.start(self._show_history(line))

    async def _show(self, line: HistoryLine) -> None:
        things = await self.read(partial(changed_things, self.workspace, line.change_id))
        if things is None:
            return
        said = f"{moment(line.at)} · {line.by} · {self.what(line)}"
        while await self.ask(ChangeScreen(said, line.reason, things, line.rows)):
            await self._choose_history(things)

    async def _show_history(self, line: HistoryLine) -> None:
        things = await self.read(partial(changed_things, self.workspace, line.change_id))
        if things is not None:
            await self._choose_history(things)

    async def _choose_history(self, things: tuple[ChangedThing, ...]) -> None:
        if not things:
            self.pane.post_message(Happened(self.language.text(NOTHING_TOLD)))
            return
        by_title = {each.title: each for each in things}
        chosen: str | None = things[0].title
        if len(things) > 1:
            choices = [(title, title) for title in by_title]
            question = self.language.text(N_("The history of which?"))
            chosen = await self.ask(ChoiceScreen(question, choices))
        if chosen is None:
            return
        thing = by_title[chosen]
        entries = await self.read(partial(thing_history, self.workspace, thing))
        if entries is not None:
            await self.ask(RowHistoryScreen(thing.title, entries))

    def what(self, line: HistoryLine) -> str:
        """A change in one line."""
        return change_text(self.language, line.kind, line.subject, line.rows, undone=line.undone)

    def ask_undo(self) -> None:
        """Take back the last change of whoever is at the keys, when told so."""
        self.start(self._ask_undo())

    async def _ask_undo(self) -> None:
        last = await self.in_store(lambda: registration.undoable(self.workspace))
        if isinstance(last, TrackerError):
            self.refuse(last)
            return
        if last is None:  # it is said why
            await self._revert(registration.undo, telling.taken_back)
            return
        question = self.language.text(
            "Take back your last change? {what}, {at}.",
            what=self.what(last),
            at=moment(last.at),
        )
        if await self.ask(Confirm(question, N_("Take it back"), keeps_keys=True)):
            await self._revert(registration.undo, telling.taken_back)

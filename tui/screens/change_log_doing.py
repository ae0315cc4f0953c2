"""Taking back one's own last change from the audit trail: asked first, naming what it was."""

from tracker import registration
from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.register import telling
from tracker.wording.changes import change_text, moment
from tui.screens.confirm import Confirm
from tui.screens.registering import Happened, Registering


class Reverting(Registering):
    """The ways to take back and to bring back."""

    def ask_undo(self) -> None:
        """Take back the last change of whoever is at the keys, when told so."""
        self.start(self._ask_undo())

    async def _ask_undo(self) -> None:
        last = await self.in_store(lambda: registration.undoable(self.workspace))
        if isinstance(last, TrackerError):
            self.refuse(last)
            return
        if last is None:
            said = self.language.text(N_("There is no change of yours to take back."))
            self.pane.post_message(Happened(said))
            return
        question = self.language.text(
            "Take back your last change? {what}, {at}.",
            what=change_text(self.language, last.kind, last.subject, last.rows, undone=last.undone),
            at=moment(last.at),
        )
        if await self.ask(Confirm(question, N_("Take it back"), keeps_keys=True)):
            await self._revert(registration.undo, telling.taken_back)

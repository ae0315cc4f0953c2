"""Correcting a stored row in its form; why is asked where something that stood is replaced."""

from collections.abc import Callable, Mapping
from functools import partial

from tracker import registration
from tracker.problems import N_
from tracker.register import telling
from tracker.register.preparing import FormStart
from tui.screens.asking import Asking
from tui.screens.reason import AskReason
from tui.screens.row_form import Draft, RowForm

CORRECTED = (
    N_("Mistyped"),
    N_("New information"),
    N_("Wrong person or intervention"),
    N_("Not ended after all"),
)
"""Why something that stood is usually replaced."""
Changes = Callable[[FormStart, Draft], Draft]
"""What of a draft differs from the stored row."""


class Correcting(Asking):
    """Asks for the right values of a stored row, and why they are changed."""

    async def correct(
        self, form: type[RowForm], start: FormStart, key: Mapping[str, str], changes: Changes
    ) -> None:
        """Correct a row, which its key names."""
        reasons = [""]
        saved = await self.until_saved(
            form,
            start,
            lambda draft: registration.correct(
                self.workspace, start.kind, key, changes(start, draft), reasons[-1]
            ),
            agree=partial(self._ask_why, reasons, start, changes, key["deltagande"]),
        )
        if saved is not None:
            self.tell(telling.corrected(self.language, saved[0]), saved[0])

    async def _ask_why(
        self, reasons: list[str], start: FormStart, changes: Changes, number: str, draft: Draft
    ) -> bool:
        """What was filled in is corrected for a reason; filling in what was missing is none."""
        if not any(start.stored[name] for name in changes(start, draft)):
            return True
        question = self.language.text(N_("Why is {number} corrected?"), number=number)
        answer = await self.ask(AskReason(question, CORRECTED, reasons[-1]))
        reasons.append(answer or "")
        return bool(answer)

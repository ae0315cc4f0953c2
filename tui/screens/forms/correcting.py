"""Correcting a stored row in its form; why is asked where something that stood is replaced."""

from collections.abc import Callable, Mapping

from tracker import registration
from tracker.problems import N_
from tracker.register import telling
from tracker.register.preparing import FormStart
from tui.screens.forms.asking import Asking
from tui.screens.forms.row_form import Draft, RowForm
from tui.screens.questions.reason import AskReason

MISTYPED = N_("Mistyped")
NEW_INFORMATION = N_("New information")
CORRECTED = (
    MISTYPED,
    NEW_INFORMATION,
    N_("Wrong person or intervention"),
    N_("Not ended after all"),
)
"""Why something that stood about a person is usually replaced."""
REPLACED = (MISTYPED, NEW_INFORMATION, N_("Registered on the wrong row"))
"""Why something that stood elsewhere is."""
Changes = Callable[[FormStart, Draft], Draft]
"""What of a draft differs from the stored row."""


class Correcting(Asking):
    """Asks for the right values of a stored row, and why they are changed."""

    async def correct(
        self, form: type[RowForm], start: FormStart, key: Mapping[str, str], changes: Changes
    ) -> None:
        """Correct a row, which its key names."""
        reasons = [""]

        async def agree(draft: Draft) -> bool:
            if not any(start.stored[name] for name in changes(start, draft)):
                return True
            return await self.is_explained(key["deltagande"], reasons, CORRECTED)

        saved = await self.until_saved(
            form,
            start,
            lambda draft: registration.correct(
                self.workspace, start.kind, key, changes(start, draft), reasons[-1]
            ),
            agree=agree,
        )
        if saved is not None:
            self.tell(telling.corrected(self.language, saved[0]), saved[0])

    async def is_explained(
        self, what: str, reasons: list[str], usual: tuple[str, ...] = REPLACED
    ) -> bool:
        """What was filled in is corrected for a reason; filling in what was missing is none."""
        question = self.language.text(N_("Why is {number} corrected?"), number=what)
        answer = await self.ask(AskReason(question, usual, reasons[-1]))
        reasons.append(answer or "")
        return bool(answer)

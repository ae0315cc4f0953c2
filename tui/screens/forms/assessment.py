"""The form of the board's own assessment (*bedömning*) of a goal in a period."""

from typing_extensions import override

from tracker.board.starting import GoalStart
from tracker.problems import N_, Problem
from tui.screens.forms.row_form import Draft, RowForm


class AssessmentForm(RowForm):
    """Writes what the board says of a goal: it never alters a figure."""

    start: GoalStart

    @override
    def heading(self) -> str:
        period = self.start.stored["period"]
        return self.language.text(N_("The board's assessment, {period}"), period=period)

    @override
    def opened(self) -> None:
        if self.start.goal is not None and not self.warning:
            self.say(self.start.goal.text)

    @override
    def is_needless(self, name: str) -> bool:
        return False

    @override
    def problems(self, draft: Draft) -> list[Problem]:
        found = super().problems(draft)
        if not found and not any(draft.values()) and not self.start.is_correction:
            sentence = N_("Choose an assessment or write a comment.")
            found.append(Problem(sentence, column="bedömning"))
        return found

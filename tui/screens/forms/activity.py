"""The form of an activity (*aktivitet*) that is done."""

from typing_extensions import override

from tracker.board.starting import GoalStart
from tracker.problems import N_, Problem
from tui.screens.forms.row_form import Draft, RowForm
from tui.widgets.field import Field


class ActivityForm(RowForm):
    """Records that an activity of a goal is done."""

    start: GoalStart

    @override
    def heading(self) -> str:
        return self.language.text(N_("Activity done"))

    @override
    def opened(self) -> None:
        if self.start.goal is not None and not self.warning:
            self.say(self.start.goal.text)

    @override
    def is_needless(self, name: str) -> bool:
        """Visits have no last day each."""
        is_visit = self.start.goal is not None and self.start.goal.every is not None
        return name == "senast" and is_visit

    @override
    def changed(self, field: Field) -> None:
        if field.column.name == "benämning" and field.draft in self.start.dues:
            self.fields["senast"].fill(self.start.dues[field.draft])

    @override
    def problems(self, draft: Draft) -> list[Problem]:
        found = super().problems(draft)
        if not found and not draft["genomförd"]:
            sentence = N_("Fill in {column}.")
            found.append(Problem(sentence, {"column": "genomförd"}, column="genomförd"))
        return found

"""The form of a follow-up (*uppföljning*): what has become of somebody some months after."""

from collections.abc import Mapping

from typing_extensions import override

from db.codes import FollowUpOutcome
from tracker.problems import N_
from tracker.register.follow_ups import OF_AN_ANSWER, due_on, facts_of_exit
from tui.screens.forms.episode import EpisodeForm
from tui.widgets.field import Field

TITLE = ("deltagande", "kön", "åldersgrupp", "slutdatum", "insats")


class FollowUpForm(EpisodeForm):
    """Records a follow-up, or corrects one; what became of somebody is asked of who answered."""

    fact_words = N_("at the exit: {fact}")

    @override
    def heading(self) -> str:
        said = N_("Correct follow-up") if self.start.is_correction else N_("Follow-up")
        return self.titled(said, *TITLE)

    @override
    def facts(self) -> Mapping[str, str]:
        return facts_of_exit(self.start.about)

    @override
    def is_needless(self, name: str) -> bool:
        outcome = self.fields["utfall"].draft
        return name in OF_AN_ANSWER and outcome != FollowUpOutcome.ANSWERED

    @override
    def changed(self, field: Field) -> None:
        if field.column.name == "månader":
            self._tell_due(field)

    @override
    def opened(self) -> None:
        self._tell_due(self.fields["månader"])

    def _tell_due(self, months: Field) -> None:
        """The day that the months lead to, beside them."""
        day = due_on(self.start.about, months.draft)
        due = N_("due on {day}")
        months.extra = "" if day is None else self.language.text(due, day=self.language.day(day))

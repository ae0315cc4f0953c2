"""The form for how many forms were handed out (*utskick*)."""

from typing_extensions import override

from tracker.problems import N_
from tracker.surveys.handing_out import KEY, MailingStart
from tui.screens.forms.row_form import RowForm
from tui.widgets.field import Field

NEEDED = ("omgång", "grupp")


class MailingForm(RowForm):
    """Asks how many forms were handed out to a group in a round."""

    start: MailingStart

    @override
    def heading(self) -> str:
        return self.language.text(N_("Forms handed out"))

    @override
    def is_needless(self, name: str) -> bool:
        return False

    @override
    def opened(self) -> None:
        self._tell_standing()

    @override
    def changed(self, field: Field) -> None:
        if field.column.name in KEY:
            self._tell_standing()

    @override
    def _focus_first(self) -> None:
        """The number, where it is clear what it is the number of."""
        super()._focus_first()
        if not any(field.problem for field in self.fields.values()):
            empty = [name for name in NEEDED if not self.fields[name].draft]
            empty += ["insats"] if self.start.note and not self.fields["insats"].draft else []
            self.fields[(empty or ["antal"])[0]].input.focus()

    def _tell_standing(self) -> None:
        """What stands already, beside the number."""
        place = tuple(self.fields[name].draft for name in KEY)
        now = self.start.standing.get(place)
        said = "" if now is None else self.language.text(N_("now {number}"), number=now)
        self.fields["antal"].extra = said

"""The form for what is the same for a pile of paper forms: round, group, intervention, day."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from typing_extensions import override

from tracker.problems import N_
from tui.screens.forms.row_form import RowForm
from tui.widgets.field import Field

LAST, NEEDED = "datum", ("omgång", "grupp")


class PileForm(RowForm):
    """Asks once what holds for all the forms that are typed in after it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", N_("go on"))]

    @override
    def heading(self) -> str:
        return self.language.text(N_("Paper forms: the same for the whole pile"))

    @override
    def is_needless(self, name: str) -> bool:
        return False

    @on(Field.Advance)
    def go_on(self, message: Field.Advance) -> None:
        """After the day, on to the forms."""
        if message.field.column.name == LAST:
            message.stop()
            message.prevent_default()
            self.action_save()

    @override
    def _focus_first(self) -> None:
        """The day, where the rest is filled in: it alone differs from pile to pile."""
        super()._focus_first()
        if not any(field.problem for field in self.fields.values()):
            empty = [name for name in NEEDED if not self.fields[name].draft]
            empty += ["insats"] if self.start.note and not self.fields["insats"].draft else []
            self.fields[(empty or [LAST])[0]].input.focus()

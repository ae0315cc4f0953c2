"""The form of an intervention (*insats*): what the catalogue says of it."""

from typing_extensions import override

from tracker.problems import N_
from tui.screens.forms.row_form import RowForm


class InterventionForm(RowForm):
    """Registers an intervention, or corrects one; its short id stays as it is."""

    @override
    def heading(self) -> str:
        if self.start.is_correction:
            said = N_("Correct intervention {name}")
            return self.language.text(said, name=self.start.stored["namn"])
        return self.language.text(N_("New intervention"))

    @override
    def is_needless(self, name: str) -> bool:
        return False

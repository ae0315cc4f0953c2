"""The form of a row of money (*ekonomi*): what it is for, and its amounts."""

from typing_extensions import override

from db.codes import MoneyKind
from tracker.board.saving import said
from tracker.board.starting import AMOUNTS
from tracker.problems import N_, Problem
from tui.screens.forms.row_form import Draft, RowForm

OF_INTERVENTIONS = (MoneyKind.INDIVIDUAL, MoneyKind.STRUCTURAL)
ASKED_BY_OWNERS = ("beviljat", "rekvirerat")
"""What is granted and requisitioned, which only interventions have."""


class MoneyForm(RowForm):
    """Registers a row of money, or corrects one."""

    @override
    def heading(self) -> str:
        if not self.start.is_correction:
            return self.language.text(N_("New row of money"))
        shown = (said(self.start, name, self.start.stored) for name in ("insats", "benämning"))
        what = " · ".join(filter(None, shown)) or said(self.start, "slag", self.start.stored)
        year = self.start.stored["år"]
        return self.language.text(N_("Correct {what}, {year}"), what=what, year=year)

    @override
    def is_needless(self, name: str) -> bool:
        if name not in ("insats", *ASKED_BY_OWNERS) or self.start.stored.get(name):
            return False
        return self.fields["slag"].draft not in OF_INTERVENTIONS

    @override
    def problems(self, draft: Draft) -> list[Problem]:
        found = super().problems(draft)
        if not found and not any(draft[name] for name in AMOUNTS):
            found.append(Problem(N_("Fill in at least one amount."), column="budget"))
        if not found and draft["slag"] in OF_INTERVENTIONS and not draft["insats"]:
            found.append(Problem(N_("Fill in {column}."), {"column": "insats"}, column="insats"))
        return found

"""The form for those who may only be counted, and for who was referred, accepted, or waits."""

from collections.abc import Iterable

from typing_extensions import override

from db.counted import Counted
from tracker.problems import N_, Problem
from tracker.register.counting import CountStart
from tui.screens.forms.row_form import Draft, RowForm
from tui.widgets.field import Field

NEEDED = ("mått", "från", "till")


class CountsForm(RowForm):
    """Counts persons of whom nothing else may be registered, or nothing else is."""

    start: CountStart

    def __init__(
        self, start: CountStart, problems: Iterable[Problem] = (), warning: str = ""
    ) -> None:
        super().__init__(start, problems, warning)
        self.fields["täljare"].said = start.context.language.text("How many")

    @override
    def heading(self) -> str:
        return self.language.text(N_("Count without a row of their own"))

    @override
    def is_needless(self, name: str) -> bool:
        return False

    @override
    def opened(self) -> None:
        self._propose()

    @override
    def changed(self, field: Field) -> None:
        if field.column.name != "täljare":
            self._propose()

    @override
    def problems(self, draft: Draft) -> list[Problem]:
        empty = [name for name in (*NEEDED, "täljare") if not draft[name]]
        if empty:
            sentence = N_("Fill in {column}.")
            return [Problem(sentence, {"column": name}, column=name) for name in empty]
        return super().problems(draft)

    def _propose(self) -> None:
        """One more than what stands, unless somebody has typed another number."""
        number, counted = self.fields["täljare"], self._counted()
        now, proposal = self.start.proposal(counted) if counted else (None, "")
        if number.draft in ("", self._proposed):
            number.fill(proposal)
            self._proposed = proposal
        stands = N_("now {number}") if now is not None else ""
        number.extra = self.language.text(stands, number=now) if stands else ""

    def _counted(self) -> Counted | None:
        """What the form is about so far; None while something of it is missing."""
        known = {name: self.fields[name].understood.values for name in ("insats", *NEEDED, "kön")}
        if not all(known[name] for name in known) or not all(self.fields[n].draft for n in NEEDED):
            return None
        return Counted(
            known["insats"]["intervention_id"],
            known["mått"]["measure"],
            known["från"]["start_date"],
            known["till"]["end_date"],
            known["kön"]["sex"],
        )

    _proposed: str = ""
    """The number that was proposed last."""

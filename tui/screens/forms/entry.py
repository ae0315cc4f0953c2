"""The form of an entry (*inskrivning*): who comes, from where, and what stands at the start."""

from collections.abc import Mapping

from typing_extensions import override

from tracker.problems import N_
from tracker.register.preparing import REPEATED
from tracker.register.running_numbers import number_warning
from tui.screens.forms.episode import Draft, EpisodeForm
from tui.widgets.field import Field


class EntryForm(EpisodeForm):
    """Registers an entry, or corrects one."""

    @override
    def heading(self) -> str:
        number = self.start.stored.get("deltagande")
        if number:
            return self.language.text("Correct entry {number}", number=number)
        return self.language.text(N_("New participant"))

    @override
    def is_needless(self, name: str) -> bool:
        if name != "arbetssökande_före":
            return False
        return any(self.figure(each) != 0 for each in ("arbete_före", "studier_före"))

    _proposed: str = ""
    """The number that was proposed last."""

    @override
    def opened(self) -> None:
        self._proposed = self._proposal
        self._tell_usual()

    @override
    def changed(self, field: Field) -> None:
        if field.column.name == "insats":
            self._propose_number()
            self._propose_usual()
        elif field.column.name == "deltagande":
            self._warn_of_number(field)
        elif field.column.name == "kommun":
            self._warn_of_place(field)
        self._tell_usual()

    @override
    def next_field(self, field: Field) -> Field | None:
        later = super().next_field(field)
        if field.column.name == "insats" and later and later.draft == self._proposal:
            return super().next_field(later)
        return later

    @override
    def worth_keeping(self) -> Draft:
        kept = super().worth_keeping()
        if kept.get("deltagande") == self._proposal:
            del kept["deltagande"]  # another number may be the next one by then
        return kept

    def _propose_number(self) -> None:
        """The next number of the intervention, unless one was typed."""
        number, proposal = self.fields["deltagande"], self._proposal
        if proposal and number.draft in {"", self._proposed}:
            self._proposed = proposal
            number.fill(proposal)

    @property
    def _usual(self) -> Mapping[str, str]:
        return self.start.usual.get(self.fields["insats"].draft, {})

    def _tell_usual(self) -> None:
        """Say what is filled in only because it was so the last time."""
        for name in REPEATED:
            field = self.fields[name]
            is_usual = field.draft and field.draft == self._usual.get(name)
            field.extra = self.language.text("as last time") if is_usual else ""

    def _propose_usual(self) -> None:
        """What stood in the last entry of the intervention, where nothing else was typed."""
        usual = self._usual
        for name in REPEATED:
            field = self.fields[name]
            known = {each.get(name, "") for each in self.start.usual.values()}
            if field.draft in {"", *known} and field.draft != usual.get(name, ""):
                field.fill(usual.get(name, ""))

    def _warn_of_number(self, number: Field) -> None:
        warning = number_warning(number.draft, self._proposal, self.start.context)
        number.warning = number.sentence(warning) if warning and self._proposal else ""

    def _warn_of_place(self, place: Field) -> None:
        known = place.draft in {"", *place.labels, *self.start.municipalities}
        sentence = N_("No intervention names this municipality. Is it spelled right?")
        place.warning = "" if known else self.language.text(sentence)

    @property
    def _proposal(self) -> str:
        return self.start.numbers.get(self.fields["insats"].draft, "")

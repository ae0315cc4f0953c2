"""The form of an exit (*avslut*): facts from entry beside what is asked now."""

from collections.abc import Iterable, Mapping
from datetime import date

from typing_extensions import override

from db.codes import ExitReason
from tracker.problems import N_, Problem
from tracker.register.preparing import FormStart, facts_of_entry
from tui.screens.forms.episode import Draft, EpisodeForm
from tui.widgets.date_field import DateField

TITLE = ("deltagande", "kön", "åldersgrupp", "startdatum", "insats")


class ExitForm(EpisodeForm):
    """Records an exit, or corrects one."""

    def __init__(
        self, start: FormStart, problems: Iterable[Problem] = (), warning: str = ""
    ) -> None:
        super().__init__(start, problems, warning)
        end = self.fields["slutdatum"]
        if isinstance(end, DateField):
            end.since = date.fromisoformat(start.stored["startdatum"])

    @override
    def heading(self) -> str:
        said = N_("Correct exit") if self.start.is_correction else N_("Exit")
        return self.titled(said, *TITLE)

    @override
    def facts(self) -> Mapping[str, str]:
        return facts_of_entry(self.start.stored, with_ratings=self.start.is_correction)

    @override
    def is_needless(self, name: str) -> bool:
        if name == "arbetstyp_efter":
            return not self.figure("arbete_efter")
        if name == "arbetssökande_efter":
            return any(self.figure(each) != 0 for each in ("arbete_efter", "studier_efter"))
        return False

    @override
    def problems(self, draft: Draft) -> list[Problem]:
        if self.start.is_correction and not draft["slutdatum"]:
            return []  # the exit is taken away, and the rest of it goes too
        if draft["avslutsanledning"] == ExitReason.MISREGISTERED:
            return super().problems(draft)
        needed = (N_("Fill in {column}."), ("slutdatum", "avslutsanledning"))
        empty = [
            Problem(needed[0], {"column": name}, column=name)
            for name in needed[1]
            if not draft[name]
        ]
        return empty or super().problems(draft)

"""The form of an exit (*avslut*): facts from entry beside what is asked now."""

from collections.abc import Iterable, Mapping
from datetime import date

from typing_extensions import override

from db.codes import ExitReason
from tracker.problems import N_, Problem
from tracker.register.preparing import FormStart, facts_of_entry
from tracker.validation.checking import check_column
from tracker.validation.participants import EPISODES
from tui.screens.episode_form import Draft, EpisodeForm
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
        return f"{self.language.text(said)}  {' · '.join(filter(None, map(self._stored, TITLE)))}"

    @override
    def facts(self) -> Mapping[str, str]:
        return facts_of_entry(self.start.stored, with_ratings=self.start.is_correction)

    @override
    def is_needless(self, name: str) -> bool:
        work, study = self.fields["arbete_efter"].draft, self.fields["studier_efter"].draft
        if name == "arbetstyp_efter":
            return not work.isdecimal() or int(work) == 0
        if name == "arbetssökande_efter":
            return not (work == study == "0")
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

    def _stored(self, name: str) -> str:
        """A stored column in words; the number and the start stand as they are."""
        result = check_column(
            EPISODES, EPISODES.by_name[name], self.start.stored[name], self.start.context
        )
        if name == "startdatum":
            day = self.language.day(date.fromisoformat(result.text))
            return self.language.text("start {day}", day=day)
        return result.shown.casefold() if name == "kön" else result.shown

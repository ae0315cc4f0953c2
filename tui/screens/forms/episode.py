"""What the forms of entry, exit and follow-up share: they say which episode they are about."""

from datetime import date

from tracker.problems import N_
from tracker.validation.checking import check_column
from tracker.validation.participants import EPISODES
from tui.screens.forms.row_form import Draft, RowForm

__all__ = ["Draft", "EpisodeForm"]

TOLD_DAYS = {"startdatum": N_("start {day}"), "slutdatum": N_("exit {day}")}


class EpisodeForm(RowForm):
    """Asks about an episode (*deltagande*)."""

    def titled(self, said: str, *columns: str) -> str:
        """What the form does, and to whom: the stored columns in words."""
        known = filter(None, map(self.told, columns))
        return f"{self.language.text(said)}  {' · '.join(known)}"

    def told(self, name: str) -> str:
        """A stored column of the episode in words; the number and the days stand as they are."""
        column, stored = EPISODES.by_name[name], self.start.about or self.start.stored
        result = check_column(EPISODES, column, stored.get(name, ""), self.start.context)
        if name in TOLD_DAYS and result.text:
            day = self.language.day(date.fromisoformat(result.text))
            return self.language.text(TOLD_DAYS[name], day=day)
        return result.shown.casefold() if name == "kön" else result.shown

    def figure(self, name: str) -> float | None:
        """The number that is filled in; None: none, or not one that is understood."""
        field = self.fields[name]
        value = field.understood.values.get(field.column.attribute)
        return None if value is None else float(value)

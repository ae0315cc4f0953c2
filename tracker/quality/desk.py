"""What every check looks at: an open session, whose rows, as of which day."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sqlmodel import Session

from db.tallies.board import InterventionRow, interventions
from db.tallies.quality import EpisodeKey, odd_follow_ups
from db.tallies.scope import Scope
from db.tallies.success import Truth
from tracker.quality.model import Row
from tracker.wording import Language
from tracker.workspace import Workspace


@dataclass(frozen=True)
class Desk:
    """An open session of a workspace."""

    session: Session
    workspace: Workspace

    @property
    def association_id(self) -> int:
        """Whose rows."""
        return self.workspace.association.id

    @property
    def today(self) -> date:
        """The day that is reckoned from."""
        return self.workspace.today

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.workspace.language

    @cached_property
    def places(self) -> tuple[InterventionRow, ...]:
        """All interventions."""
        return tuple(interventions(self.session, self.association_id))

    @cached_property
    def by_id(self) -> dict[int, InterventionRow]:
        """The interventions by their number."""
        return {row.id: row for row in self.places}

    def key(self, intervention_id: int | None) -> str:
        """The short id of an intervention; empty where it is none."""
        place = self.by_id.get(intervention_id or 0)
        return place.key if place else ""

    def scope(self, start: date, end: date) -> Scope:
        """The rows of some days, of all interventions."""
        return Scope(self.association_id, start, end, self.today)

    def until_today(self, start: date) -> Scope:
        """The rows from a day until today."""
        return self.scope(start, self.today + timedelta(days=1))

    def episode(self, key: EpisodeKey, column: str) -> Row:
        """An episode as a row of *deltaganden*, and the column that is to be mended."""
        place, number = key
        named = (("insats", self.key(place)), ("deltagande", number))
        return Row("deltaganden", named, column=column)

    def follow_ups(self, odd: Truth, column: str) -> list[Row]:
        """The follow-ups for which a condition holds, as rows of *uppföljningar*.

        The column that is to be mended is one of theirs, or one of the episode.
        """
        return [
            Row(
                "uppföljningar",
                (("insats", self.key(place)), ("deltagande", number), ("månader", str(months))),
                column=column,
            )
            for place, number, months in odd_follow_ups(self.session, self.association_id, odd)
        ]

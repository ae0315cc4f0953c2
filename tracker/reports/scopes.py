"""What a report can be about: the whole association, an intervention, a municipality."""

from dataclasses import dataclass

from db.tallies.board import interventions
from db.tallies.places import municipalities
from tracker.problems import N_
from tracker.reports.ledger import individual
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

WHOLE = N_("the whole association")


@dataclass(frozen=True)
class Subject:
    """What a report is about."""

    insats: str | None = None
    kommun: str | None = None
    name: str = ""
    """In words; empty: the whole association."""

    @property
    def key(self) -> str:
        """What the command line would be told; empty: the whole association."""
        return self.insats or self.kommun or ""


def subjects(workspace: Workspace) -> tuple[Subject, ...]:
    """Everything that a report can be about, the whole first."""
    number = workspace.association.id
    with store_sentences(), workspace.store.read() as session:
        rows = individual(interventions(session, number))
        places = municipalities(session, number)
    return (
        Subject(),
        *(Subject(insats=row.key, name=row.name) for row in rows),
        *(Subject(kommun=name, name=name) for name in places),
    )

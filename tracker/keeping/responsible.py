"""Who is responsible for the rows (*personuppgiftsansvarig*), stated with a line in the log."""

from dataclasses import replace

from db.associations import alter_controller, associations
from db.records import begin_change
from tracker.errors import UsageError
from tracker.problems import N_
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

MADE_UP = "Påhittade uppgifter (demo"
"""How the text on who is responsible begins in every demo store; nobody is responsible there."""
CONTROLLER = N_(
    "Rows about participants are personal data, health among them, also without names. The party "
    "that holds them (a municipality, the region, AF or FK) is personuppgiftsansvarig. An "
    "association itself may not hold them: it works on counts that the interventions deliver."
)


def name_controller(workspace: Workspace, name: str) -> Workspace:
    """State who is responsible for the rows of the association.

    Returns:
        The workspace as it is now.

    Raises:
        UsageError: nobody is named.
    """
    name = " ".join(name.split())
    if not name:
        raise UsageError(N_("Name the authority that is personuppgiftsansvarig."))
    number = workspace.association.id
    with store_sentences(), workspace.store.write() as session:
        row = next(row for row in associations(session) if row.id == number)
        if row.controller != name:
            change = begin_change(
                session,
                association_id=number,
                at=workspace.now(),
                by=workspace.actor,
                kind="settings",
                subject="controller",
            )
            alter_controller(session, change, name)
    return replace(workspace, association=replace(row, controller=name))

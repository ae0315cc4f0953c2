"""The flow of participants, of rows and of deliveries: all who tell of it ask here."""

from collections import defaultdict
from dataclasses import replace

from sqlmodel import Session

from db.tallies.participants import FlowTally, flow
from db.tallies.scope import DIMENSIONS, Cell, Scope
from tracker.measures.delivered_tables import flows as delivered_flows

FLOW = ("pågående_start", "påbörjade", "avslutade", "pågående")
"""What publications call its four numbers: ongoing at start, new, ended, ongoing at end."""
PARTICIPANTS = "deltagare"
UNKNOWN_SEX = "okänt"


def participant_flow(
    session: Session, scope: Scope, by: tuple[str, ...]
) -> list[tuple[Cell, FlowTally]]:
    """The flow by some of intervention, sex and municipality.

    A delivery is of an intervention and a sex; of which municipality it does not say.
    """
    merged = dict.fromkeys(set(DIMENSIONS) - set(by))
    sums: dict[Cell, FlowTally] = defaultdict(FlowTally)
    for cell, tally in [*flow(session, scope, by), *delivered_flows(session, scope)]:
        sums[replace(cell, **merged)] += tally
    return list(sums.items())

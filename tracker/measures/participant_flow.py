"""The flow of participants, of rows and of deliveries: all who tell of it ask here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sqlmodel import Session

from db.tallies.delivered import interventions_with_counts
from db.tallies.participants import FlowTally, flow, interventions_with_rows
from db.tallies.scope import DIMENSIONS, Cell, Scope
from tracker.measures.delivered_tables import flows as delivered_flows
from tracker.measures.delivered_tables import told_flows

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


def without_flow(session: Session, scope: Scope, expected: Iterable[int]) -> frozenset[int]:
    """The expected interventions of which nobody tells how many took part in the period.

    None where no counts are delivered: who is not registered row by row was not there.
    """
    own = interventions_with_rows(session, scope)
    if not interventions_with_counts(session, scope) - own:
        return frozenset()
    return frozenset(expected) - own - told_flows(session, scope)

"""What some kinds of files need beside what all need, before and after they are compared."""

from sqlmodel import Session

from tracker.transfer.comparing import Compared
from tracker.transfer.deliveries import Deliveries, find_deliveries, refuse_edited
from tracker.transfer.episodes import link_follow_ups, void_misregistered, with_episodes
from tracker.transfer.file_rows import FileRows
from tracker.transfer.overlaps import (
    refuse_counts_over_rows,
    refuse_overlapping_counts,
    refuse_rows_over_counts,
)
from tracker.transfer.row_rules import Stored
from tracker.validation.context import Context
from tracker.workspace import Workspace


def prepare(
    session: Session,
    workspace: Workspace,
    kind: str,
    rows: FileRows,
    context: Context,
    *,
    overwrite: bool,
) -> tuple[Context, Deliveries]:
    """Turn what the rows say into what their table holds; the context with what they refer to."""
    if kind == "deltaganden":
        void_misregistered(rows)
    elif kind == "uppföljningar":
        context = with_episodes(session, workspace, context, rows, rows.with_key())
        link_follow_ups(rows, context)
    elif kind == "antal":
        number = workspace.association.id
        return context, find_deliveries(session, number, rows, overwrite=overwrite)
    return context, Deliveries()


def for_changed(
    session: Session,
    workspace: Workspace,
    kind: str,
    rows: FileRows,
    compared: Compared,
    context: Context,
) -> Context:
    """The context for checking stored rows: an exit cannot be moved past its follow-ups."""
    if kind != "deltaganden" or not compared.changed:
        return context
    places = [each.place for each in compared.changed]
    return with_episodes(session, workspace, context, rows, places)


def refuse_double_counting(
    session: Session,
    workspace: Workspace,
    kind: str,
    rows: FileRows,
    compared: Compared,
    stored: Stored,
    found: Deliveries,
) -> None:
    """Counts over counts, counts over rows, rows over counts."""
    if kind == "deltaganden":
        refuse_rows_over_counts(session, rows, compared.added, compared.changed, stored)
    elif kind == "antal":
        added = list(compared.added)
        refuse_edited(rows, found, added, [each.place for each in compared.changed])
        place_of = workspace.association.id
        refuse_overlapping_counts(session, place_of, rows, added, found)
        refuse_counts_over_rows(session, rows, added)

"""Making the work list: every part of it in one session, the most overdue first."""

from datetime import date

from sqlmodel import Session

from db.tallies.board import interventions
from tracker.errors import DataError
from tracker.problems import N_
from tracker.store_sentences import store_sentences
from tracker.validation.fields import echo
from tracker.worklist.deliveries import deliveries
from tracker.worklist.desk import EARLIEST, Desk, first_day_listed
from tracker.worklist.exits import exits, outcomes
from tracker.worklist.follow_ups import count_older as follow_ups_older
from tracker.worklist.follow_ups import follow_ups
from tracker.worklist.model import WorkItem, WorkList
from tracker.worklist.surveys import open_rounds, rounds
from tracker.workspace import Workspace


def due(workspace: Workspace, insats: str | None = None, *, whole: bool = False) -> WorkList:
    """What there is to do today.

    Follow-ups and missing outcomes are listed from the first day of last year on: the figures of
    earlier years have been accounted for. `count_older` says how many follow-ups that leaves out.

    Args:
        workspace: where the rows are, and as of which day.
        insats: only this intervention.
        whole: list everything, however old.

    Raises:
        DataError: there is no such intervention.
    """
    with store_sentences(), workspace.store.read() as session:
        desk = _desk(session, workspace, insats, whole=whole)
        known = rounds(desk)
        waiting, stopped = follow_ups(desk)
        found = [
            *waiting,
            *exits(desk),
            *outcomes(desk),
            *open_rounds(desk, known),
            *deliveries(desk),
        ]
    stopped.sort(key=lambda item: item.seen or date.min, reverse=True)
    items = tuple(sorted(found, key=_order))
    return WorkList(workspace.today, insats, items, tuple(stopped), known)


def count_older(workspace: Workspace, insats: str | None = None) -> int:
    """How many follow-ups were due before last year began, and are not listed."""
    with store_sentences(), workspace.store.read() as session:
        return follow_ups_older(_desk(session, workspace, insats, whole=False))


def _desk(session: Session, workspace: Workspace, insats: str | None, *, whole: bool) -> Desk:
    places = tuple(interventions(session, workspace.association.id))
    if insats is not None:
        places = tuple(row for row in places if row.key == insats)
        if not places:
            raise DataError(N_("There is no intervention {insats}."), insats=echo(insats))
    since = EARLIEST if whole else first_day_listed(workspace.today)
    return Desk(session, workspace, places, insats is None, since)


def _order(item: WorkItem) -> tuple[bool, date]:
    """By the day that it is due; what has no day comes last, in the order that it was found in."""
    return item.due is None, item.due or date.max

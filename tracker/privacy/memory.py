"""What readers may have kept: publications are remembered when they are handed out."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Literal, cast

from db.published import CellRow, PublicationRow, is_kept, publications, store_publication
from tracker.privacy.counts import Count, Earlier, Publication, Reason, Sum
from tracker.privacy.deriving import IN_FLOW, latest
from tracker.privacy.lattice import relations
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

NEXT = timedelta(days=1)
PublicationKind = Literal["report", "export", "delivery"]


def earlier_publications(
    workspace: Workspace, counts: Sequence[Count], *, kind: PublicationKind = "report"
) -> tuple[Earlier, ...]:
    """What has been published about the days that some counts are of, the oldest first.

    Args:
        workspace: whose store remembers.
        counts: what is published now.
        kind: as what; a delivery hides again what deliveries hid, all else what all else hid.
    """
    if not counts:
        return ()
    start, end = min(one.start for one in counts), max(one.end for one in counts)
    with store_sentences(), workspace.store.read() as session:
        number = workspace.association.id
        found = publications(session, number, start=start - NEXT, end=end + NEXT)
    of_deliveries = kind == "delivery"
    concerning = ((row, _concerning(row, start, end)) for row in found)
    return tuple(
        _earlier(row, cells, again=(row.kind == "delivery") == of_deliveries)
        for row, cells in concerning
        if cells
    )


def known_to_readers(
    workspace: Workspace,
    counts: Sequence[Count],
    *,
    kind: PublicationKind = "report",
    beside: Publication | None = None,
) -> tuple[Earlier, ...]:
    """What has been published, as `earlier_publications` has it, and how numbers hang together.

    `beside` is what the same report tells, and has been judged already.
    """
    earlier = earlier_publications(workspace, counts, kind=kind)
    if beside is not None:
        hidden = {count: reason for count, reason in beside.reasons.items() if reason}
        shown = dict.fromkeys(count for count in beside.reasons if count not in hidden)
        earlier = (*earlier, Earlier(shown.keys(), hidden, beside.sums))
    told = chain(counts, *(chain(one.shown, one.hidden) for one in earlier))
    return (*earlier, Earlier(sums=relations(workspace, told)))


def _concerning(row: PublicationRow, start: date, end: date) -> dict[int, CellRow]:
    """The cells about some days, and of the periods beside them who was there between them."""
    return {
        place: cell
        for place, cell in row.cells.items()
        if cell.measure in IN_FLOW or (cell.start < end and cell.end > start)
    }


def remember(
    workspace: Workspace,
    reasons: Mapping[Count, Reason | None],
    sums: Sequence[Sum],
    *,
    kind: PublicationKind,
    subject: str = "",
) -> bool:
    """Keep what was handed out, when it has been; False where it was published before as it is.

    Args:
        workspace: whose store remembers.
        reasons: every count and why it was hidden, as `publish_counts` gave them.
        sums: the relations among them.
        kind: report, export or delivery.
        subject: of what, such as the period's label; no place of a file.
    """
    if not reasons:
        return False
    cells = [_cell(count, reason) for count, reason in reasons.items()]
    said = sorted(repr((count.sorting, reason is None)) for count, reason in reasons.items())
    digest = hashlib.sha256(repr(said).encode()).hexdigest()
    places = {count: place for place, count in enumerate(reasons)}
    related = [
        (places[one.whole], tuple(places[part] for part in one.parts))
        for one in sums
        if all(count in places for count in (one.whole, *one.parts))
    ]
    values = {"association_id": workspace.association.id, "at": workspace.now()}
    values |= {"by": workspace.actor, "kind": kind, "subject": subject, "digest": digest}
    with store_sentences(), workspace.store.write() as session:
        if is_kept(session, workspace.association.id, digest):
            return False
        store_publication(session, values, cells, related)
    return True


def corrected(counts: Sequence[Count], earlier: Sequence[Earlier]) -> dict[Count, int]:
    """Counts that were shown with another number when last published, with that number.

    That a figure has been corrected is said beside it; it is no reason to hide it.
    """
    before = {one.place: one for one in latest((), (each.shown for each in earlier))}
    found = {count: before.get(count.place) for count in counts}
    return {
        count: then.value
        for count, then in found.items()
        if then is not None and then.value != count.value
    }


def _cell(count: Count, reason: Reason | None) -> CellRow:
    return CellRow(*count.place, value=count.value, hidden=reason)


def _count(cell: CellRow) -> Count:
    where = (cell.part, cell.insats, cell.sex, cell.municipality)
    return Count(cell.measure, cell.start, cell.end, cell.value, cell.of, *where)


def _earlier(row: PublicationRow, cells: Mapping[int, CellRow], *, again: bool) -> Earlier:
    """The publication as the rule wants it; relations with cells of other days are left out."""
    counts = {place: _count(cell) for place, cell in cells.items()}
    hidden = {
        counts[place]: cast("Reason", cell.hidden) for place, cell in cells.items() if cell.hidden
    }
    sums = tuple(
        Sum(counts[whole], tuple(counts[part] for part in parts))
        for whole, parts in row.sums
        if {whole, *parts} <= counts.keys()
    )
    shown = dict.fromkeys(count for count in counts.values() if count not in hidden)
    return Earlier(shown.keys(), hidden, sums, again)

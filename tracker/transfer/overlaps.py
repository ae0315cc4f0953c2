"""What would be counted twice: counts over counts, and counts over rows, in the same time."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

from db.delivered import count_spans, counts_in_place_of_rows
from db.existing import BESIDE_ROWS, episode_over
from tracker.problems import N_, Problem
from tracker.transfer.comparing import Difference
from tracker.transfer.file_rows import FileRows, Place
from tracker.transfer.row_rules import Stored

OVER_STORED = N_(
    "It overlaps a stored count of the same thing, {start} to {end}. Counts of the same thing may "
    "not overlap in time."
)
OVER_ROW = N_("It overlaps row {row}, which counts the same thing, {start} to {end}.")
OVER_EPISODES = N_(
    "The intervention has participations row by row in this time, the first from {start}. Rows and "
    "counts for the same time would count twice."
)
OVER_COUNTS = N_(
    "The intervention has delivered counts from {start} to {end}. Rows and counts for the same "
    "time would count twice."
)
ABOUT = ("intervention_id", "municipality", "sex", "measure", "part")
Span = tuple[date, date, int | None]
"""First day, last day, and the row in the file; None for one that is stored."""


def refuse_overlapping_counts(
    session: Session,
    association_id: int,
    rows: FileRows,
    added: Sequence[Place],
    replaced: Collection[int],
) -> None:
    """Two counts of the same thing do not overlap, unless a newer delivery replaces the older."""
    if not added:
        return
    starts, ends = rows.given("start_date"), rows.given("end_date")
    about = list(zip(*(_named(rows, name) for name in ABOUT), strict=True))
    spans: dict[tuple[Any, ...], list[Span]] = defaultdict(list)
    first, last = min(starts[place] for place in added), max(ends[place] for place in added)
    for each in count_spans(session, association_id, first, last):
        if each.delivery_id not in replaced:
            thing = tuple(getattr(each, name) for name in ABOUT)
            spans[thing].append((each.start, each.end, None))
    for place in added:
        _refuse_one(rows, place, (starts[place], ends[place]), spans[about[place]])
        spans[about[place]].append((starts[place], ends[place], rows.rows[place]))


def _refuse_one(
    rows: FileRows, place: Place, days: tuple[date, date], others: Sequence[Span]
) -> None:
    for start, end, row in others:
        if start <= days[1] and end >= days[0]:
            params = {"start": start.isoformat(), "end": end.isoformat(), "row": row}
            rows.refuse(place, "från", OVER_STORED if row is None else OVER_ROW, params)
            return


def refuse_counts_over_rows(session: Session, rows: FileRows, added: Sequence[Place]) -> None:
    """Counts that stand in place of rows are for times without rows."""
    names = ("intervention_id", "start_date", "end_date", "measure")
    columns = [rows.given(name) for name in names]
    seen: dict[tuple[int, date, date], tuple[date, date | None] | None] = {}
    for place in added:
        intervention_id, start, end, measure = (column[place] for column in columns)
        if intervention_id is None or measure in BESIDE_ROWS:
            continue
        scope = (intervention_id, start, end)
        if scope not in seen:
            seen[scope] = episode_over(session, *scope)
        if (found := seen[scope]) is not None:
            rows.refuse(place, "insats", OVER_EPISODES, {"start": found[0].isoformat()})


def refuse_rows_over_counts(
    session: Session,
    rows: FileRows,
    added: Sequence[Place],
    changed: Sequence[Difference],
    stored: Stored,
) -> None:
    """Participations row by row are for times without counts that stand in their place."""
    interventions = set(rows.given("intervention_id")) - {None}
    spans: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for intervention_id, start, end in counts_in_place_of_rows(session, interventions):
        spans[intervention_id].append((start, end))
    if not spans:
        return
    for place, row in rows.as_rows(added):
        _refuse_episode(rows, place, row, spans)
    for each in changed:
        _refuse_episode(rows, each.place, {**stored[each.row_id], **each.after}, spans)


def _refuse_episode(
    rows: FileRows, place: Place, row: Mapping[str, Any], spans: dict[int, list[tuple[date, date]]]
) -> None:
    began, ended = row.get("start_date"), row.get("end_date")
    if began is None or row.get("voided"):
        return
    for start, end in spans.get(row["intervention_id"], ()):
        if began <= end and (ended is None or ended >= start):
            params = {"start": start.isoformat(), "end": end.isoformat()}
            rows.add(place, [Problem(OVER_COUNTS, params, column="insats")])
            return


def _named(rows: FileRows, name: str) -> Sequence[Any]:
    return rows.given(name, "" if name in ("municipality", "part") else None)

"""What would be counted twice: counts over counts, and counts over rows, in the same time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from db.delivered import count_spans, counts_in_place_of_rows
from db.existing import BESIDE_ROWS, episode_over
from tracker.problems import N_, Problem
from tracker.transfer.comparing import Difference
from tracker.transfer.deliveries import Deliveries
from tracker.transfer.file_rows import FileRows, Place
from tracker.transfer.row_rules import Stored

OVER_STORED = N_(
    "It overlaps a stored count of the same thing, {start} to {end}. Counts of the same thing may "
    "not overlap in time."
)
OVER_DELIVERY = N_(
    "The delivery overlaps counts of the same things that are stored, {start} to {end}. They may "
    "not overlap in time."
)
OVER_PARTS = N_(
    "The delivery overlaps delivery {other} for a part of its days, {start} to {end}. Import with "
    "--overwrite to let it take the place of the deliveries for parts of its days."
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
Days = tuple[date, date]
"""First day, last day."""


@dataclass(frozen=True)
class _Span:
    """What a count is for, where it stands in the file or by which delivery it came."""

    days: Days
    row: int | None = None
    """None for one that is stored."""
    delivery_id: int | None = None


def refuse_overlapping_counts(
    session: Session,
    association_id: int,
    rows: FileRows,
    added: Sequence[Place],
    found: Deliveries,
) -> None:
    """Two counts of the same thing do not overlap, unless a newer delivery replaces the older.

    What a delivery as a whole does wrong is said once.
    """
    if not added:
        return
    starts, ends = rows.given("start_date"), rows.given("end_date")
    about = list(zip(*(_named(rows, name) for name in ABOUT), strict=True))
    spans: dict[tuple[Any, ...], list[_Span]] = defaultdict(list)
    first, last = min(starts[place] for place in added), max(ends[place] for place in added)
    for each in count_spans(session, association_id, first, last):
        if each.delivery_id not in found.replaced:
            thing = tuple(getattr(each, name) for name in ABOUT)
            spans[thing].append(_Span((each.start, each.end), None, each.delivery_id))
    numbers = rows.given("delivery_id")
    together: dict[tuple[int, int | None], list[tuple[Place, Days]]] = defaultdict(list)
    for place in added:
        days = starts[place], ends[place]
        other = next((one for one in spans[about[place]] if _overlap(one.days, days)), None)
        spans[about[place]].append(_Span(days, rows.rows[place]))
        if other is None:
            continue
        if numbers[place] is None or other.row is not None:
            _refuse_one(rows, place, other)
        else:
            together[numbers[place], other.delivery_id].append((place, other.days))
    for (number, stored), places in together.items():
        _refuse_delivery(rows, places, number, found, stored)


def _overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and one[1] >= other[0]


def _refuse_one(rows: FileRows, place: Place, other: _Span) -> None:
    start, end = (day.isoformat() for day in other.days)
    message = OVER_STORED if other.row is None else OVER_ROW
    rows.refuse(place, "från", message, {"start": start, "end": end, "row": other.row})


def _refuse_delivery(
    rows: FileRows,
    places: Sequence[tuple[Place, Days]],
    number: int,
    found: Deliveries,
    stored: int | None,
) -> None:
    """One sentence for the counts of a delivery that overlap those of another, or some by hand."""
    start, end = (day.isoformat() for day in places[0][1])
    params = {"start": start, "end": end, "other": ""}
    message = OVER_DELIVERY
    if stored is not None:
        older = found.stored[stored]
        params["other"] = older.key
        new = next((one for one in found.new if one.provisional == number), None)
        message = OVER_PARTS if new is not None and new.covers(older) else OVER_DELIVERY
    rows.refuse_together([place for place, _ in places], "från", message, params)


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

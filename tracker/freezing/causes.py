"""Why a figure is another now, as the audit trail tells: late exits, corrections, removed rows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlmodel import Session

from db.since import (
    EPISODE,
    Line,
    deliveries_replaced,
    episode_days,
    episodes_added,
    lines_since,
    rows_added,
)
from tracker.measures.figure import ON_PERSONS
from tracker.periods import Period

Why = Literal[
    "late_exits",
    "late_entries",
    "added",
    "corrected",
    "voided",
    "removed",
    "replaced",
    "definition",
    "budget",
    "goal_added",
    "goal_gone",
    "setting",
    "program",
    "shown",
    "untold",
    "unknown",
]
TABLES: Mapping[str, tuple[str, ...]] = {
    "survey": ("answer", "mailing"),
    "response_rate": ("answer", "mailing"),
    "checklist": ("activity",),
    "assessment": ("assessment",),
    "number": ("assessment",),
    "reporting": (EPISODE, "count", "delivery"),
    "participants": (EPISODE, "count", "delivery"),
}
"""The tables that a measure is read from; money for those that begin with it."""
ON_EPISODES = (EPISODE, "follow_up", "count", "delivery")


@dataclass(frozen=True)
class Cause:
    """One reason for a difference."""

    why: Why
    number: int | None = None
    """How many rows."""
    table: str = ""
    key: str = ""
    """The key of a plan or of a setting."""
    before: str = ""
    after: str = ""


def concerning(found: Mapping[str, Iterable[Cause]], measure: str) -> list[Cause]:
    """The causes among the rows that a measure is read from; interventions decide for all."""
    if measure.startswith("money"):
        tables: tuple[str, ...] = ("money",)
    elif measure in TABLES:
        tables = TABLES[measure]
    else:
        tables = ON_EPISODES if measure in ON_PERSONS | {"started_or_increased"} else ()
    return [cause for table in (*tables, "intervention") for cause in found.get(table, ())]


def causes_by_table(
    session: Session, association_id: int, since: int, period: Period
) -> dict[str, tuple[Cause, ...]]:
    """By table, what later changes did to rows that touch the period."""
    lines = list(lines_since(session, association_id, since))
    episodes = [line for line in lines if line.entity == EPISODE]
    others = [line for line in lines if line.entity != EPISODE]
    added = rows_added(session, association_id, since)
    found: dict[str, list[Cause]] = {}
    new = episodes_added(session, association_id, since, period.start, period.end)
    found[EPISODE] = _episode_causes(session, episodes, period, new.ended, new.others)
    for table, number in added.items():
        if table != EPISODE:
            found.setdefault(table, []).append(Cause("added", number, table))
    for (table, why), number in _counted(others).items():
        found.setdefault(table, []).append(Cause(why, number, table))
    if replaced := deliveries_replaced(session, association_id, since):
        found["delivery"] = [Cause("replaced", replaced, "delivery")]
        found["count"] = [each for each in found.get("count", ()) if each.why != "corrected"]
    return {table: tuple(causes) for table, causes in found.items()}


def _counted(lines: Iterable[Line]) -> Counter[tuple[str, Why]]:
    """Rows once each, by the last thing that happened to them."""
    last: dict[tuple[str, int], Why] = {}
    for line in lines:
        last[line.entity, line.row_id] = "removed" if line.action == "delete" else "corrected"
    return Counter((table, why) for (table, _), why in last.items())


def _episode_causes(
    session: Session, lines: list[Line], period: Period, ended: int, entered: int
) -> list[Cause]:
    """Exits that came late, entries that came late, what was corrected, voided or removed."""
    days = episode_days(session, {line.row_id for line in lines})
    kinds: dict[int, Why] = {}
    for line in lines:
        if _touches(line, days.get(line.row_id), period):
            why = _why(line)
            if kinds.get(line.row_id) != "late_exits" or why in ("voided", "removed"):
                kinds[line.row_id] = why
    counted = Counter(kinds.values())
    counted["late_exits"] += ended
    counted["late_entries"] += entered
    order: tuple[Why, ...] = ("late_exits", "late_entries", "corrected", "voided", "removed")
    return [Cause(why, counted[why], EPISODE) for why in order if counted[why]]


def _why(line: Line) -> Why:
    if line.action == "delete":
        return "removed"
    if line.after.get("voided") and not line.before.get("voided"):
        return "voided"
    if line.after.get("end_date") and "end_date" in line.before and not line.before["end_date"]:
        return "late_exits"
    return "corrected"


def _touches(line: Line, now: tuple[date, date | None] | None, period: Period) -> bool:
    """Whether the episode belonged to the period before the change or after it."""
    spans: list[tuple[date | None, date | None]] = []
    if now is not None:
        start, end = now
        spans.append((start, end))
        spans.append((_day(line.before, "start_date", start), _day(line.before, "end_date", end)))
    elif "start_date" in line.before:
        spans.append((_day(line.before, "start_date", None), _day(line.before, "end_date", None)))
    return any(
        start is not None and start < period.end and (end is None or end >= period.start)
        for start, end in spans
    )


def _day(values: Mapping[str, object], name: str, otherwise: date | None) -> date | None:
    if name not in values:
        return otherwise
    return date.fromisoformat(str(values[name])) if values[name] else None

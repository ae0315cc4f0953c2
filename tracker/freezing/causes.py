"""Why a figure is another now, as the audit trail tells: late exits, corrections, removed rows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sqlmodel import Session

from db.since import (
    EPISODE,
    EpisodeNow,
    EpisodesAdded,
    Line,
    deliveries_replaced,
    episodes_added,
    episodes_now,
    lines_since,
    rows_added,
)
from db.tallies.board import interventions
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


@dataclass(frozen=True)
class RowCauses:
    """What later changes did to the rows that touch a period."""

    by_table: Mapping[str, tuple[Cause, ...]] = field(default_factory=dict)
    of_episodes: Mapping[str, tuple[Cause, ...]] = field(default_factory=dict)
    """The same of episodes alone, by the key of their intervention."""

    @property
    def all(self) -> tuple[Cause, ...]:
        """Every cause, table by table."""
        return tuple(cause for causes in self.by_table.values() for cause in causes)


def concerning(found: RowCauses, measure: str, insats: str | None = None) -> list[Cause]:
    """The causes among the rows that a measure is read from; interventions decide for all.

    Args:
        found: what happened to the rows.
        measure: what is measured.
        insats: the intervention, for a figure of one; the episodes of others do not concern it.
    """
    if measure.startswith("money"):
        tables: tuple[str, ...] = ("money",)
    elif measure in TABLES:
        tables = TABLES[measure]
    else:
        tables = ON_EPISODES if measure in ON_PERSONS | {"started_or_increased"} else ()
    by_table = dict(found.by_table)
    if insats is not None:
        by_table[EPISODE] = found.of_episodes.get(insats, ())
    return [cause for table in (*tables, "intervention") for cause in by_table.get(table, ())]


def row_causes(session: Session, association_id: int, since: int, period: Period) -> RowCauses:
    """What later changes did to rows that touch the period."""
    lines = list(lines_since(session, association_id, since))
    episodes = [line for line in lines if line.entity == EPISODE]
    others = [line for line in lines if line.entity != EPISODE]
    added = rows_added(session, association_id, since)
    found: dict[str, list[Cause]] = {}
    changed = _Changed(
        period,
        episodes,
        episodes_now(session, {line.row_id for line in episodes}),
        episodes_added(session, association_id, since, period.start, period.end),
    )
    found[EPISODE] = changed.causes()
    for table, number in added.items():
        if table != EPISODE:
            found.setdefault(table, []).append(Cause("added", number, table))
    for (table, why), number in _counted(others).items():
        found.setdefault(table, []).append(Cause(why, number, table))
    if replaced := deliveries_replaced(session, association_id, since):
        found["delivery"] = [Cause("replaced", replaced, "delivery")]
        found["count"] = [each for each in found.get("count", ()) if each.why != "corrected"]
    return RowCauses(
        {table: tuple(causes) for table, causes in found.items()},
        {
            row.key: tuple(causes)
            for row in interventions(session, association_id)
            if (causes := changed.causes(row.id))
        },
    )


def _counted(lines: Iterable[Line]) -> Counter[tuple[str, Why]]:
    """Rows once each, by the last thing that happened to them."""
    last: dict[tuple[str, int], Why] = {}
    for line in lines:
        last[line.entity, line.row_id] = "removed" if line.action == "delete" else "corrected"
    return Counter((table, why) for (table, _), why in last.items())


@dataclass(frozen=True)
class _Changed:
    """The episodes that later changes altered, removed or added."""

    period: Period
    lines: list[Line]
    now: Mapping[int, EpisodeNow]
    added: list[EpisodesAdded]

    def causes(self, place: int | None = None) -> list[Cause]:
        """Exits and entries that came late, what was corrected, voided or removed.

        Args:
            place: the number of an intervention; None: of all.
        """
        kinds: dict[int, Why] = {}
        for line in self.lines:
            now = self.now.get(line.row_id)
            if _touches(line, now, self.period) and (place is None or place in _places(line, now)):
                why = _why(line)
                if kinds.get(line.row_id) != "late_exits" or why in ("voided", "removed"):
                    kinds[line.row_id] = why
        counted = Counter(kinds.values())
        for new in self.added:
            if place in (None, new.intervention_id):
                counted["late_exits"] += new.ended
                counted["late_entries"] += new.others
        order: tuple[Why, ...] = ("late_exits", "late_entries", "corrected", "voided", "removed")
        return [Cause(why, counted[why], EPISODE) for why in order if counted[why]]


def _places(line: Line, now: EpisodeNow | None) -> set[object]:
    """The interventions that an episode belonged to, before the change and after it."""
    return {line.before.get("intervention_id"), now.intervention_id if now else None}


def _why(line: Line) -> Why:
    if line.action == "delete":
        return "removed"
    if line.after.get("voided") and not line.before.get("voided"):
        return "voided"
    if line.after.get("end_date") and "end_date" in line.before and not line.before["end_date"]:
        return "late_exits"
    return "corrected"


def _touches(line: Line, now: EpisodeNow | None, period: Period) -> bool:
    """Whether the episode belonged to the period before the change or after it."""
    spans: list[tuple[date | None, date | None]] = []
    if now is not None:
        start, end = now.start, now.end
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

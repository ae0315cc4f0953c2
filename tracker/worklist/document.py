"""The work list as JSON (`formats.md` section 7)."""

from datetime import date
from typing import Any

from tracker.worklist.model import SurveyRound, WorkItem, WorkList


def to_document(found: WorkList, *, stopped: bool = False) -> list[dict[str, Any]]:
    """Every thing to do, in the order of the list; or what nothing reminds of any more."""
    return [_item(item) for item in (found.stopped if stopped else found.items)]


def _item(item: WorkItem) -> dict[str, Any]:
    document: dict[str, Any] = {
        "kind": item.kind,
        "insats": item.insats,
        "deltagande": item.deltagande,
        "months": item.months,
        "due": _day(item.due),
        "days_late": item.days_late,
        "state": item.state,
        "since": _day(item.since),
    }
    if item.kind == "follow_up":
        name = "declined" if item.state == "declined" else "not_reached"
        document[name] = _day(item.seen)
    if item.kind == "outcome":
        document["missing"] = list(item.columns)
    if item.round is not None:
        document |= _round(item.round)
    if item.stretch is not None:
        document |= {"från": _day(item.stretch.first), "till": _day(item.stretch.last)}
    return document


def _round(found: SurveyRound) -> dict[str, Any]:
    return {
        "omgång": found.round,
        "grupp": found.group,
        "handed_out": found.handed_out,
        "answered": found.answered,
        "response_rate": None if found.rate is None else float(found.rate),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

"""The watch as JSON; keys are fixed, others may be added."""

from typing import Any

from tracker.watch.model import FALSE_ALARMS, Watch, WatchedGoal

SCHEMA = "tracker-watch/1"


def to_document(found: Watch) -> dict[str, Any]:
    """The whole watch as plain values."""
    return {
        "schema": SCHEMA,
        "association": found.association,
        "plan": found.plan.id,
        "period": {
            "label": found.period.label,
            "start": found.period.start.isoformat(),
            "end": found.period.end.isoformat(),
        },
        "as_of": found.as_of.isoformat(),
        "watched": len(found.goals),
        "false_alarm_rate": float(FALSE_ALARMS),
        "method": "uniform_mixture",
        "summary": found.summary,
        "goals": [_goal(each) for each in found.goals],
        "unwatched": [goal.id for goal in found.unwatched],
    }


def _goal(each: WatchedGoal) -> dict[str, Any]:
    return {
        "id": each.goal.id,
        "text": each.goal.text,
        "direction": each.goal.direction,
        "target": each.goal.target_text,
        "state": each.state,
        "since": each.since.isoformat() if each.since else None,
        "still": each.still,
        "x": each.x,
        "n": each.n,
        "missing": each.missing,
        "unknown_decides": each.unknown_decides,
        "low": each.low,
        "high": each.high,
        "sentence": each.sentence,
    }

"""The scorecard as JSON (`formats.md` section 7); keys are fixed, others may be added."""

from fractions import Fraction
from typing import Any

from tracker.measures.figure import Detail, Figure, Part
from tracker.scorecard.ahead_document import outlook_document
from tracker.scorecard.card import GoalCard, PartCard, Scorecard
from tracker.scorecard.plain import plain

SCHEMA = "tracker-status/1"
Json = dict[str, Any]


def to_document(scorecard: Scorecard, data_digest: str) -> Json:
    """The whole scorecard as plain values."""
    settings = scorecard.plan.settings
    return {
        "schema": SCHEMA,
        "association": scorecard.association,
        "plan": scorecard.plan.id,
        "published": scorecard.published,
        "period": {
            "label": scorecard.period.label,
            "start": scorecard.period.start.isoformat(),
            "end": scorecard.period.end.isoformat(),
        },
        "as_of": scorecard.as_of.isoformat(),
        "inference": settings.inference,
        "confidence": settings.confidence,
        "data_digest": data_digest,
        "goals": [_goal(card) for card in scorecard.goals],
    }


def _goal(card: GoalCard) -> Json:
    goal = card.goal
    document = {
        "id": goal.id,
        "row": goal.row or None,
        "level": goal.level,
        "measure": goal.measure,
        "text": goal.text,
        "direction": goal.direction,
        "target": goal.target_text,
        **_figure(card.figure),
        "status": card.status.value,
        "label": card.label,
        "flags": list(card.flags),
        "sentence": card.sentence,
        **outlook_document(card),
        "parts": [_indicator(part) for part in card.figure.parts] or None,
        "lines": [
            {"label": line.label, "target": _decimal(line.target), "status": line.status.value}
            for line in card.lines
        ],
        "not_due": None if card.hidden else card.figure.not_due,
        "by": {split: [_part(part) for part in parts] for split, parts in card.splits.items()},
        "details": [_detail(detail) for detail in card.figure.details],
        "assessment": {"verdict": card.verdict, "comment": card.comment},
        "rests_on": card.rests_on,
    }
    if card.before is not None:
        document["last_year"] = {
            "x": plain(card.before.figure.x),
            "n": plain(card.before.figure.n),
            "value": plain(card.before.figure.value),
            "difference_low": card.before.low,
            "difference_high": card.before.high,
            **_hidden(card.before.hidden),
        }
    return document | _hidden(card.hidden)


def _hidden(reason: str | None) -> Json:
    """Why a cell is hidden, where it is."""
    return {} if reason is None else {"hidden": reason}


def _figure(figure: Figure) -> Json:
    document = {
        "x": plain(figure.x),
        "n": plain(figure.n),
        "persons": figure.persons,
        "eligible": figure.eligible,
        "missing": figure.missing,
        "known": figure.known,
        "excluded": figure.excluded,
        "value": plain(figure.value),
        "low": figure.low,
        "high": figure.high,
        "method": figure.method,
        "bounds": [float(end) for end in figure.bounds] if figure.bounds else None,
    }
    if figure.worse is not None:
        document["worse"] = figure.worse
    return document


def _part(part: PartCard) -> Json:
    document = {"key": part.key, "name": part.name, **_figure(part.figure)}
    document |= {"status": part.status.value, "label": part.label}
    return document | _hidden(part.hidden)


def _indicator(part: Part) -> Json:
    return {
        "indicator": part.indicator,
        "x": part.x,
        "n": part.n,
        "persons": part.persons,
        "value": plain(part.value),
        "low": part.low,
        "high": part.high,
        **_hidden(part.hidden),
    }


def _detail(detail: Detail) -> Json:
    return {"label": detail.label, **{key: plain(value) for key, value in detail.values.items()}}


def _decimal(target: Fraction) -> str:
    return format(float(target), "g")

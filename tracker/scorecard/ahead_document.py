"""The outlook of a goal as JSON: `forecast` of `formats.md` section 7, and what else it says."""

from typing import Any

from tracker.measures.figure import Figure
from tracker.outlook import CallBacks, Clarity, Forecast, LastPeriod, Scenario
from tracker.scorecard.card import GoalCard
from tracker.scorecard.plain import plain

Json = dict[str, Any]


def outlook_document(card: GoalCard) -> Json:
    """The four parts; each is null where it has nothing to say."""
    return {
        "forecast": card.forecast and _forecast(card.forecast),
        "clarity": card.clarity and _clarity(card.clarity),
        "call_backs": card.call_backs and _call_backs(card.call_backs),
        "last_period": card.last_period and _last_period(card.last_period),
    }


def _forecast(forecast: Forecast) -> Json:
    return {
        **_scenario(forecast),
        "more": forecast.more,
        "word": forecast.word,
        "basis": forecast.basis,
        "scenarios": [_scenario(scenario) for scenario in forecast.scenarios],
        "short": forecast.short,
        "sentence": forecast.sentence,
    }


def _scenario(scenario: Scenario) -> Json:
    names = ("state", "remaining", "needed", "probability", "expected", "low", "high")
    return {name: getattr(scenario, name) for name in names}


def _clarity(clarity: Clarity) -> Json:
    return {"needed": clarity.needed, "more": clarity.more, "sentence": clarity.sentence}


def _call_backs(calls: CallBacks) -> Json:
    return {
        "missing": calls.missing,
        "successes": calls.successes,
        "failures": calls.failures,
        "settled": calls.is_settled,
        "sentence": calls.sentence,
    }


def _last_period(last: LastPeriod) -> Json:
    document: Json = {
        "period": last.label,
        **_counts(last.figure),
        "difference": plain(last.difference.value),
        "difference_low": last.difference.low,
        "difference_high": last.difference.high,
        "definition_changed": not last.is_comparable,
        "sentence": last.sentence,
    }
    return document if last.hidden is None else {**document, "hidden": last.hidden}


def _counts(figure: Figure) -> Json:
    return {
        "x": plain(figure.x),
        "n": plain(figure.n),
        "value": plain(figure.value),
        "low": figure.low,
        "high": figure.high,
    }

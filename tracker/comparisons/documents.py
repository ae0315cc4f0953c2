"""Comparisons and trends as JSON (`formats.md` section 7); keys are fixed, others may be added."""

from typing import Any

from tracker.comparisons.comparison import Comparison, Gap, Limits, Unit
from tracker.comparisons.series import TrendSeries, TrendYear
from tracker.measures.differences import Difference
from tracker.measures.figure import Figure
from tracker.scorecard.plain import plain

Json = dict[str, Any]


def comparison_document(made: Comparison) -> Json:
    """A comparison as plain values."""
    return {
        "goal": made.goal.id,
        "period": made.period.label,
        "published": made.published,
        "against": made.against,
        "target_line": None if made.line is None else float(made.line),
        "way": made.way,
        "units": [_unit(unit) for unit in made.units],
        "overdispersion": made.overdispersion,
        "gap": made.gap and _gap(made.gap),
        "comparisons": made.made,
        "notes": list(made.notes),
    }


def _unit(unit: Unit) -> Json:
    return {
        "insats": unit.insats,
        "name": unit.name,
        **_figure(unit.figure),
        "limits_95": _ends(unit.limits_95),
        "limits_998": _ends(unit.limits_998),
        "p_adjusted": unit.p_adjusted,
        "against_rest": unit.against_rest and _difference(unit.against_rest),
        "mark": unit.mark,
        "label": unit.label,
        **_hidden(unit.hidden),
    }


def _figure(figure: Figure) -> Json:
    document = {
        "x": plain(figure.x),
        "n": plain(figure.n),
        "persons": figure.persons,
        "value": plain(figure.value),
        "low": figure.low,
        "high": figure.high,
    }
    return document if figure.worse is None else {**document, "worse": figure.worse}


def _ends(limits: Limits | None) -> list[float] | None:
    return None if limits is None else list(limits)


def _difference(found: Difference) -> Json:
    return {"difference": plain(found.value), "low": found.low, "high": found.high}


def _gap(gap: Gap) -> Json:
    return {
        "kvinna": plain(gap.woman.value),
        "man": plain(gap.man.value),
        **_difference(gap.difference),
        "clear": gap.difference.is_clear,
        "counts": {"kvinna": _figure(gap.woman), "man": _figure(gap.man)},
        "sentence": gap.sentence,
        **_hidden(gap.hidden),
    }


def _hidden(reason: str | None) -> Json:
    return {} if reason is None else {"hidden": reason}


def trend_document(series: TrendSeries) -> Json:
    """A trend as plain values."""
    return {
        "goal": series.goal.id,
        "published": series.published,
        "years": [_year(year) for year in series.years],
        "trend": _trend(series),
        "change": _change(series),
        "sentence": series.sentence,
    }


def _year(year: TrendYear) -> Json:
    return {
        "year": year.year,
        **_figure(year.figure),
        "status": year.status.value,
        "label": year.label,
        "flags": list(year.flags),
        "other_definition": year.other_definition,
        "after_break": year.after_break,
        "in_trend": year.in_trend,
        "open": year.is_open,
        **_hidden(year.hidden),
    }


def _trend(series: TrendSeries) -> Json | None:
    if series.trend is None:
        return None
    return {
        "chi2": series.trend.chi2,
        "p": series.trend.p,
        "points_per_year": series.trend.slope * 100,
        "word": series.word,
    }


def _change(series: TrendSeries) -> Json | None:
    change = series.change
    if change is None:
        return None
    return {
        "first": change.first,
        "last": change.last,
        "difference": float(change.value),
        "low": change.low,
        "high": change.high,
        "clear": change.clear,
    }

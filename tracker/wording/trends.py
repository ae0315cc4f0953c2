"""Words of a goal over the years."""

from typing import TYPE_CHECKING

from tracker.measures.figure import ON_PERSONS
from tracker.problems import N_
from tracker.wording.comparisons import points_text
from tracker.wording.language import Language

if TYPE_CHECKING:
    from tracker.comparisons.series import Change, TrendSeries, Word

PAIR = 2
WORDS: dict[str, str] = {
    "rising": N_("rising"),
    "falling": N_("falling"),
    "no clear trend": N_("no clear trend"),
}


def trend_word(language: Language, word: "Word") -> str:
    """The word for a trend."""
    return language.text(WORDS[word])


def trend_sentence(language: Language, series: "TrendSeries") -> str:
    """What the years say together, and where they cannot be compared."""
    told = [_result(language, series)]
    if any(year.after_break for year in series.years):
        told.append(
            language.text("The goal's definition has changed: no comparison is made across that.")
        )
    return " ".join(told)


def _result(language: Language, series: "TrendSeries") -> str:
    if series.trend is not None and series.word is not None:
        years = [year.year for year in series.years if year.in_trend]
        ends = {"first": years[0], "last": years[-1]}
        if series.word == "no clear trend":
            return language.text("No clear trend {first}–{last}.", **ends)
        rising = N_("Clear trend: rising by {points} a year {first}–{last}.")
        falling = N_("Clear trend: falling by {points} a year {first}–{last}.")
        points = points_text(language, series.trend.slope)
        return language.text(rising if series.word == "rising" else falling, points=points, **ends)
    if series.change is not None:
        return _change(language, series.change)
    return language.text(_why_none(series))


def _why_none(series: "TrendSeries") -> str:
    """Why there is neither a trend nor a difference."""
    goal = series.goal
    if goal.measure not in ON_PERSONS or goal.combine == "indicator_wise":
        return N_("No trend is computed for a goal of this kind.")
    if series.reading.inference == "outcome":
        return N_("The outcomes are judged as they are: nothing is said about chance.")
    if goal.measure == "before_after" and len(series.years) > PAIR:
        return N_("No trend is computed for a goal of this kind.")
    return N_("There are too few years to compare.")


def _change(language: Language, change: "Change") -> str:
    ends = {"first": change.first, "last": change.last}
    if not change.clear:
        return language.text("No clear difference between {first} and {last}.", **ends)
    higher = N_("Clear difference: {last} is {points} higher than {first}.")
    lower = N_("Clear difference: {last} is {points} lower than {first}.")
    return language.text(
        higher if change.value > 0 else lower, points=points_text(language, change.value), **ends
    )

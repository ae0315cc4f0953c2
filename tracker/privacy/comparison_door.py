"""Comparisons and trends as they may be published.

Interventions and the sexes are parts of the goal's figure and hide together as in the scorecard. A
number that was computed from all of them together could give a hidden one away, so it goes too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.goals.status import Status
from tracker.measures.differences import Difference
from tracker.measures.figure import Figure
from tracker.periods import year_of
from tracker.privacy.counts import Count, Rule
from tracker.privacy.figures import Judged, Remembered, nothing_remembered, reason_of
from tracker.privacy.hiding import Reason
from tracker.privacy.persons import tells_of_few
from tracker.wording import Language
from tracker.wording.comparisons import comparison_notes
from tracker.wording.status import status_label
from tracker.wording.trends import trend_sentence

if TYPE_CHECKING:
    from tracker.comparisons import Comparison, Gap, TrendSeries, TrendYear, Unit

NOTHING = Figure()
SILENT = (Status.NO_DATA, Status.NOT_DUE)


def publish_comparison(
    made: "Comparison", language: Language, remembered: Remembered = nothing_remembered
) -> "Comparison":
    """The comparison as readers may see it; interventions and sexes are judged together."""
    return publish_as_judged(made, language, *_reasons(made, remembered))


def publish_as_judged(
    made: "Comparison",
    language: Language,
    why: Reason | None,
    units_why: Mapping[str | None, Reason | None],
    gap_why: Reason | None,
) -> "Comparison":
    """The comparison without what has been judged already, in a larger publication.

    Args:
        made: the comparison as it is.
        language: the reader's.
        why: why all of it is hidden; None: it is not.
        units_why: the same for every intervention by its key; None: those that belong to none.
        gap_why: the same for women and men.
    """
    few = made.reading.min_show
    if why is not None:
        none = replace(made, total=NOTHING, line=None, units=(), elsewhere=None, gap=None)
        note = f"{_label(why, few, language)}."
        return replace(none, overdispersion=None, made=0, notes=(note,), published=True)
    kept = made if not _given_away(made, units_why) else _without_sums(made)
    units = tuple(
        unit
        if units_why[unit.insats] is None
        else _hide(unit, units_why[unit.insats], few, language)
        for unit in kept.units
    )
    parts = _parts(made).values()
    if any(units_why.values()) and all((figure.persons or 0) == 1 for figure in parts):
        units = ()
    gap = made.gap and _publish_gap(made.gap, gap_why, few, language)
    shown = replace(kept, units=units, elsewhere=None, gap=gap, published=True)
    return replace(shown, notes=comparison_notes(language, shown))


def _parts(made: "Comparison") -> dict[str | None, Figure]:
    parts: dict[str | None, Figure] = {unit.insats: unit.figure for unit in made.units}
    if made.elsewhere is not None:
        parts[None] = made.elsewhere
    return parts


def _reasons(
    made: "Comparison", remembered: Remembered
) -> tuple[Reason | None, dict[str | None, Reason | None], Reason | None]:
    """Why the whole is hidden, each of its interventions, and the gap of the sexes."""
    judged = Judged()
    whole = judged.add_figure(made.goal, made.period, made.total)
    cells: dict[str, dict[str | None, Sequence[Count]]] = {}
    splits = {"insats": _parts(made), "kön": made.gap.parts if made.gap else {}}
    for split, parts in splits.items():
        cells[split] = {
            key: judged.add_figure(made.goal, made.period, figure, split, key)
            for key, figure in parts.items()
        }
        if made.goal.combine != "indicator_wise":
            judged.add_split(whole, list(cells[split].values()))
    rule = Rule(made.reading.min_show, made.reading.hide_numerators)
    reasons = judged.reasons(rule, remembered)
    units = {key: reason_of(reasons, cell) for key, cell in cells["insats"].items()}
    sexes = [count for cell in cells["kön"].values() for count in cell]
    return reason_of(reasons, whole), units, reason_of(reasons, sexes)


def _label(reason: Reason | None, few: int, language: Language) -> str:
    return status_label(language, Status.SUPPRESSED, hidden=reason, min_show=few)


def _hide(unit: "Unit", reason: Reason | None, few: int, language: Language) -> "Unit":
    return replace(
        unit,
        figure=NOTHING,
        limits_95=None,
        limits_998=None,
        p=None,
        p_adjusted=None,
        against_rest=None,
        mark=None,
        label=_label(reason, few, language),
        hidden=reason,
    )


def _given_away(made: "Comparison", reasons: Mapping[str | None, Reason | None]) -> bool:
    """Whether a hidden unit went into what was computed from all units together.

    The others together are no secret, being all but one; unless there is something beside them.
    """
    tested = any(unit.p_adjusted is not None and reasons[unit.insats] for unit in made.units)
    return tested or reasons.get(None) is not None


def _without_sums(made: "Comparison") -> "Comparison":
    """Without p-values adjusted together, limits widened by a common spread, or sums of others."""
    units = tuple(replace(unit, p=None, p_adjusted=None, against_rest=None) for unit in made.units)
    if made.overdispersion is not None:
        units = tuple(replace(unit, limits_95=None, limits_998=None) for unit in units)
    return replace(made, units=units, overdispersion=None)


def _publish_gap(gap: "Gap", reason: Reason | None, few: int, language: Language) -> "Gap":
    """Women and men both or neither: one and the difference give the other."""
    if reason is None:
        return gap
    sentence = f"{_label(reason, few, language)}."
    return replace(gap, parts={}, difference=Difference(), sentence=sentence, hidden=reason)


def publish_trend(
    series: "TrendSeries", language: Language, remembered: Remembered = nothing_remembered
) -> "TrendSeries":
    """The years as readers may see them; a trend through a hidden year is hidden too.

    A year that was hidden in what the store has published stays hidden here.
    """
    few = series.reading.min_show
    judged = Judged()
    cells = [judged.add_figure(one.goal, year_of(one.year), one.figure) for one in series.years]
    reasons = judged.reasons(Rule(few, series.reading.hide_numerators), remembered)
    years = tuple(
        _publish_year(year, reason_of(reasons, cell), few, language)
        for year, cell in zip(series.years, cells, strict=True)
    )
    shown = replace(series, years=years, published=True)
    if any(year.hidden and year.in_trend for year in years):
        shown = replace(shown, trend=None, word=None, change=None)
    return replace(shown, sentence=trend_sentence(language, shown))


def _publish_year(
    year: "TrendYear", why: Reason | None, few: int, language: Language
) -> "TrendYear":
    if tells_of_few(year.figure, few):
        why = why or "small"
    if why is None:
        return year
    if year.status in SILENT:
        return replace(year, figure=NOTHING, hidden=why)
    label = _label(why, few, language)
    return replace(
        year, figure=NOTHING, status=Status.SUPPRESSED, label=label, flags=(), hidden=why
    )

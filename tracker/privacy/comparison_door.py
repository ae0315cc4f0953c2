"""Comparisons and trends as they may be published.

Interventions and the sexes are parts of the goal's figure and hide together as in the scorecard. A
number that was computed from all of them together could give a hidden one away, so it goes too.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.goals.status import Status
from tracker.measures.differences import Difference
from tracker.measures.figure import Figure
from tracker.privacy.hiding import Reason, hidden_parts
from tracker.privacy.persons import groups_of, tells_of_few
from tracker.wording import Language
from tracker.wording.comparisons import comparison_notes
from tracker.wording.status import status_label
from tracker.wording.trends import trend_sentence

if TYPE_CHECKING:
    from tracker.comparisons import Comparison, Gap, TrendSeries, TrendYear, Unit

NOTHING = Figure()
SILENT = (Status.NO_DATA, Status.NOT_DUE)


def publish_comparison(made: "Comparison", language: Language) -> "Comparison":
    """The comparison as readers may see it."""
    few = made.reading.min_show
    if tells_of_few(made.total, few):
        none = replace(made, total=NOTHING, line=None, units=(), elsewhere=None, gap=None)
        note = f"{_label('small', few, language)}."
        return replace(none, overdispersion=None, made=0, notes=(note,), published=True)
    parts: dict[str | None, Figure] = {unit.insats: unit.figure for unit in made.units}
    if made.elsewhere is not None:
        parts[None] = made.elsewhere
    reasons = _reasons(parts, made.total, few)
    kept = made if not _given_away(made, reasons) else _without_sums(made)
    units = tuple(
        unit if reasons[unit.insats] is None else _hide(unit, reasons[unit.insats], few, language)
        for unit in kept.units
    )
    if any(reasons.values()) and all((figure.persons or 0) == 1 for figure in parts.values()):
        units = ()
    gap = made.gap and _publish_gap(made.gap, made.total, few, language)
    shown = replace(kept, units=units, elsewhere=None, gap=gap, published=True)
    return replace(shown, notes=comparison_notes(language, shown))


def _reasons(
    parts: Mapping[str | None, Figure], total: Figure, few: int
) -> dict[str | None, Reason | None]:
    """Why each part is hidden, as in the scorecard's splits."""
    asked = all(figure.eligible is not None for figure in parts.values())
    whole = groups_of(total if asked else replace(total, eligible=None))
    found = hidden_parts([groups_of(figure) for figure in parts.values()], whole, few)
    return dict(zip(parts, found, strict=True))


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


def _publish_gap(gap: "Gap", total: Figure, few: int, language: Language) -> "Gap":
    """Women and men both or neither: one and the difference give the other."""
    reasons = _reasons(gap.parts, total, few)
    reason = next((reason for reason in reasons.values() if reason), None)
    if reason is None:
        return gap
    sentence = f"{_label(reason, few, language)}."
    return replace(gap, parts={}, difference=Difference(), sentence=sentence, hidden=reason)


def publish_trend(series: "TrendSeries", language: Language) -> "TrendSeries":
    """The years as readers may see them; a trend through a hidden year is hidden too."""
    few = series.reading.min_show
    years = tuple(_publish_year(year, few, language) for year in series.years)
    shown = replace(series, years=years, published=True)
    if any(year.hidden and year.in_trend for year in years):
        shown = replace(shown, trend=None, word=None, change=None)
    return replace(shown, sentence=trend_sentence(language, shown))


def _publish_year(year: "TrendYear", few: int, language: Language) -> "TrendYear":
    if not tells_of_few(year.figure, few):
        return year
    if year.status in SILENT:
        return replace(year, figure=NOTHING, hidden="small")
    label = _label("small", few, language)
    return replace(
        year, figure=NOTHING, status=Status.SUPPRESSED, label=label, flags=(), hidden="small"
    )

"""The table behind a comparison or a trend: the same cells on the command line and the screens."""

from typing import TYPE_CHECKING

from tracker.measures.figure import Figure
from tracker.plans.model import Goal
from tracker.wording.comparisons import MARK_SIGNS, apart_text
from tracker.wording.figures import fact_text, goal_interval_text, value_text
from tracker.wording.language import Language
from tracker.wording.parts import part_label
from tracker.wording.pictures.names import short_names
from tracker.wording.status import SIGNS

if TYPE_CHECKING:
    from tracker.comparisons import Comparison, TrendSeries, TrendYear, Unit

Cells = tuple[str, ...]
HIDDEN = "▒"


def figure_text(language: Language, goal: Goal, figure: Figure, *, few: bool) -> str:
    """The fact, and of enough persons the share with its interval."""
    fact = fact_text(language, goal, figure)
    if few or figure.value is None:
        return fact
    shown = goal_interval_text(language, goal, figure)
    value = value_text(language, goal, figure)
    return " ".join(part for part in (fact, value, f"({shown})" if shown else "") if part)


def unit_rows(language: Language, made: "Comparison") -> list[Cells]:
    """One row an intervention: sign, name, figure, what it is held against, the mark in words."""
    names = short_names(unit.name for unit in made.units)
    return [_unit(language, made, unit, names[unit.name]) for unit in made.units]


def _unit(language: Language, made: "Comparison", unit: "Unit", name: str) -> Cells:
    if unit.hidden is not None:
        return HIDDEN, name, "", "", unit.label
    few = unit.mark == "too_few"
    fact = figure_text(language, made.goal, unit.figure, few=few)
    return MARK_SIGNS[unit.mark], name, fact, beside_text(language, unit), unit.label


def beside_text(language: Language, unit: "Unit") -> str:
    """What a unit is held against: its lines, or the others."""
    if unit.limits_95 is not None:
        low, high = unit.limits_95
        limits = f"{language.number(low * 100)}–{language.percent(high)}"
        return language.text("lines {limits}", limits=limits)
    return "" if unit.against_rest is None else apart_text(language, unit.against_rest)


def sex_rows(language: Language, made: "Comparison") -> list[Cells]:
    """One row a sex, with how many there are."""
    if made.gap is None:
        return []
    fewest = made.reading.min_judge
    return [
        (
            part_label(language, "kön", sex),
            figure_text(
                language, made.goal, figure, few=(figure.persons or 0) < fewest
            ),
        )
        for sex, figure in made.gap.parts.items()
    ]  # fmt: skip


def year_rows(language: Language, series: "TrendSeries") -> list[Cells]:
    """One row a year: year, sign, figure, status in words; an empty one where it broke."""
    return [_year(language, year) for year in series.years]


def _year(language: Language, year: "TrendYear") -> Cells:
    few = year.status == "too_few"
    fact = figure_text(language, year.goal, year.figure, few=few)
    return str(year.year), SIGNS[year.status], fact, year.label


def aligned(rows: list[Cells]) -> list[str]:
    """The rows as lines, their columns below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]

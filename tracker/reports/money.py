"""What lies behind goals on money and activities, line by line."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from tracker.measures.figure import Detail
from tracker.periods import Period
from tracker.plans import sum_differences
from tracker.plans.model import Plan
from tracker.problems import N_
from tracker.reports.goals import Numbered
from tracker.reports.model import AnyCell, Cell, Column, Number, Section, Table
from tracker.wording import Language
from tracker.wording.details import detail_label, signed_percent

BASES = {
    "utfall": N_("Outcome in kronor"),
    "rekvirerat": N_("Requisitioned"),
    "prognos": N_("Forecast"),
    "budget": N_("Budget"),
}


def money_section(
    language: Language, goals: Sequence[Numbered], plan: Plan, period: Period
) -> Section | None:
    """Money by intervention, ceilings, and printed sums that their rows do not give."""
    tolerances = [
        one
        for one in goals
        if one.card.goal.measure == "money_tolerance" and one.card.figure.details
    ]
    tables = tuple(_deviations(language, one) for one in tolerances)
    paragraphs = (*_ceilings(language, goals), *_differences(language, plan, period))
    if not tables and not paragraphs:
        return None
    return Section(language.text("Money"), paragraphs, tables)


def _deviations(language: Language, one: Numbered) -> Table:
    columns = (
        Column(language.text("Intervention"), width=40),
        Column(language.text("Budget"), width=18, has_numbers=True),
        Column(language.text(BASES[one.card.goal.basis]), width=18, has_numbers=True),
        Column(language.text("Deviation"), width=14, has_numbers=True),
        Column(language.text("Within the tolerance"), width=22),
    )
    rows = tuple(_deviation(language, detail) for detail in one.card.figure.details)
    name = language.text("Money, goal {number}", number=one.number)
    return Table(one.name, name, columns, rows)


def _deviation(language: Language, detail: Detail) -> tuple[AnyCell, ...]:
    deviation = detail.values["deviation"]
    deviates = isinstance(deviation, Fraction)
    return (
        Cell(detail.label),
        _kronor(language, detail.values["budget"]),
        _kronor(language, detail.values["actual"]),
        Cell(signed_percent(language, deviation), Number(deviation, "share", 1))
        if isinstance(deviation, Fraction)
        else Cell(language.text("cannot be reckoned")),
        Cell(_yes_no(language, detail.values["met"]) if deviates else ""),
    )


def _kronor(language: Language, amount: object) -> Cell:
    if not isinstance(amount, Fraction):
        return Cell(language.text("missing"))
    return Cell(language.kronor(amount), Number(amount, "kronor"))


def _yes_no(language: Language, met: object) -> str:
    if not isinstance(met, bool):
        return ""
    return language.text("yes") if met else language.text("no")


def _ceilings(language: Language, goals: Sequence[Numbered]) -> Iterable[str]:
    for one in goals:
        if one.card.goal.measure == "money_ceiling":
            for detail in one.card.figure.details:
                amount = detail.values["amount"]
                if isinstance(amount, Fraction):
                    yield f"{detail_label(language, detail)}: {language.kronor(amount)}."


def _differences(language: Language, plan: Plan, period: Period) -> Iterable[str]:
    years = range(period.start.year, period.last_day.year + 1)
    for found in sum_differences(plan):
        if found.year not in years:
            continue
        yield language.text(
            "The plan prints {printed} as “{label}” for {year}, but its rows give {parts}.",
            printed=language.kronor(found.printed),
            label=found.label,
            year=found.year,
            parts=language.kronor(found.parts),
        )


def activity_section(language: Language, goals: Sequence[Numbered], as_of: date) -> Section | None:
    """Items of checklists, and who has registered; None where no goal has any."""
    columns = (
        Column(language.text("Goal"), width=46),
        Column(language.text("What"), width=50),
        Column(language.text("Last day for it"), width=20),
        Column(language.text("Done"), width=18),
    )
    rows = tuple(
        (Cell(one.name), Cell(detail.label), *_done(language, detail, as_of))
        for one in goals
        if one.card.goal.measure in ("checklist", "reporting")
        for detail in one.card.figure.details
    )
    if not rows:
        return None
    heading = language.text("Activities")
    return Section(heading, tables=(Table(heading, heading, columns, rows),))


def _done(language: Language, detail: Detail, as_of: date) -> tuple[AnyCell, AnyCell]:
    due, met = detail.values.get("due"), detail.values.get("met")
    day = date.fromisoformat(due) if isinstance(due, str) else None
    if day is not None and day > as_of and not met:
        return Cell(language.day(day)), Cell(language.text("not due yet"))
    return Cell(language.day(day) if day else ""), Cell(_yes_no(language, met))

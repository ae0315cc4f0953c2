"""What lies behind goals on money, line by line."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from tracker.measures.figure import Detail
from tracker.problems import N_
from tracker.reports.cells import without_empty
from tracker.reports.model import AnyCell, Cell, Column, Number, Table
from tracker.reports.numbered import Numbered
from tracker.wording import Language
from tracker.wording.details import detail_label, signed_percent

BASES = {
    "utfall": N_("Outcome in kronor"),
    "rekvirerat": N_("Requisitioned"),
    "prognos": N_("Forecast"),
    "budget": N_("Budget"),
}


def deviations(language: Language, one: Numbered) -> Table:
    """Budget, outcome and deviation of each intervention behind a goal."""
    columns = (
        Column(language.text("Intervention"), width=40),
        Column(language.text("Budget"), width=18, has_numbers=True),
        Column(language.text(BASES[one.card.goal.basis]), width=18, has_numbers=True),
        Column(language.text("Deviation"), width=14, has_numbers=True),
        Column(language.text("Within the tolerance"), width=22),
    )
    rows = tuple(_deviation(language, detail) for detail in one.card.figure.details)
    name = language.text("Money, goal {number}", number=one.number)
    return without_empty(Table(one.name, name, columns, rows), (len(columns) - 1,))


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


def ceilings(language: Language, goals: Sequence[Numbered]) -> Iterable[str]:
    """The ceiling of the guideline on saved funds, where a goal has one."""
    for one in goals:
        if one.card.goal.measure == "money_ceiling":
            for detail in one.card.figure.details:
                amount = detail.values["amount"]
                if isinstance(amount, Fraction):
                    yield f"{detail_label(language, detail)}: {language.kronor(amount)}."

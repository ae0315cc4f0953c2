"""The association's accounts as goals need them: which row counts, sums by kind, budgets."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from db.codes import COSTS, INCOME, MoneyKind, Orientation
from db.tallies.board import MoneyRow, money
from tracker.measures.frame import Frame

ORE = 100
FIGURES = {
    "utfall": "outcome",
    "budget": "budget",
    "prognos": "forecast",
    "rekvirerat": "requisitioned",
    "beviljat": "granted",
}
INTERVENTION_KINDS = (MoneyKind.INDIVIDUAL, MoneyKind.STRUCTURAL)
Amounts = dict[tuple[str, int | None], Fraction]
"""Kronor by kind and intervention."""


def amounts(frame: Frame, basis: str, *, foreseen: bool = False) -> Amounts | None:
    """The figures of the period on a basis; None when the period does not allow it.

    Money belongs to whole years; only a forecast speaks of a year that has just begun, and so does
    the budget that a forecast is held against (`foreseen`).
    """
    years = frame.period.whole_years
    if years is None:
        if basis != "prognos" and not foreseen:
            return None
        years = range(frame.period.start.year, frame.period.last_day.year + 1)
    rows = money(frame.session, frame.association_id, years)
    sums: Amounts = defaultdict(Fraction)
    for same_key in _by_key(rows):
        ore = chosen(same_key, FIGURES[basis], frame.period.end)
        if ore is not None:
            sums[same_key[0].kind, same_key[0].intervention_id] += Fraction(ore, ORE)
    if basis == "budget":
        _fill_from_plan(sums, frame, years)
    return dict(sums)


def _by_key(rows: Iterable[MoneyRow]) -> list[list[MoneyRow]]:
    groups: dict[object, list[MoneyRow]] = defaultdict(list)
    for row in rows:
        groups[row.year, row.kind, row.intervention_id, row.label].append(row)
    return list(groups.values())


def chosen(rows: Sequence[MoneyRow], figure: str, end: date) -> int | None:
    """The figure of the whole-year row, else of the latest row not after the period's end.

    Rows to different days tell of the same money and are never added.
    """
    whole = [row for row in rows if row.through is None]
    partial = [row for row in rows if row.through is not None and row.through < end]
    latest_first = sorted(partial, key=lambda row: row.through or end, reverse=True)
    figures = (getattr(row, figure) for row in [*whole, *latest_first])
    return next((ore for ore in figures if ore is not None), None)


def _fill_from_plan(sums: Amounts, frame: Frame, years: range) -> None:
    """Where no row gives an intervention's budget or a kind's, the plan's own table does."""
    given = {number for _, number in sums if number is not None}
    kinds = {kind for kind, _ in sums}
    for row in frame.interventions:
        if row.id not in given:
            planned = _planned(frame, row.key, years)
            if planned is not None:
                sums[_kind_of(row.orientation), row.id] += planned
    filled = kinds | {kind for kind, _ in sums}
    for budget in frame.plan.budget:
        if budget.kind not in filled:
            for year, amount in budget.amounts:
                if year in years:
                    sums[budget.kind, None] += Fraction(amount)


def _planned(frame: Frame, key: str, years: range) -> Fraction | None:
    found = [
        Fraction(amount)
        for planned in frame.plan.interventions
        if planned.key == key
        for year, amount in planned.budget
        if year in years
    ]
    return sum(found, Fraction(0)) if found else None


def _kind_of(orientation: str) -> str:
    individual = orientation == Orientation.INDIVIDUAL
    return MoneyKind.INDIVIDUAL if individual else MoneyKind.STRUCTURAL


def sum_of(found: Amounts, kinds: Iterable[str]) -> Fraction | None:
    """The sum of some kinds; None when there is no figure of any."""
    wanted = set(kinds)
    hits = [amount for (kind, _), amount in found.items() if kind in wanted]
    return sum(hits, Fraction(0)) if hits else None


def of_interventions(found: Amounts) -> dict[int, Fraction]:
    """Kronor by intervention, all its rows together."""
    sums: dict[int, Fraction] = defaultdict(Fraction)
    for (kind, number), amount in found.items():
        if number is not None and kind in INTERVENTION_KINDS:
            sums[number] += amount
    return dict(sums)


def result(found: Amounts) -> Fraction | None:
    """Incomes minus costs (*resultat*); None without any income."""
    incomes = sum_of(found, INCOME)
    return None if incomes is None else incomes - (sum_of(found, COSTS) or 0)


def equity(found: Amounts) -> Fraction | None:
    """Opening equity plus the result (*eget kapital*)."""
    outcome = result(found)
    opening = sum_of(found, (MoneyKind.OPENING_EQUITY,))
    return None if outcome is None or opening is None else opening + outcome

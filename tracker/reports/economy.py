"""The economy in the plan's own table: its rows and printed sums, with outcome and forecast."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from db.codes import COSTS, INCOME, MoneyKind
from db.tallies.board import MoneyRow, money
from tracker.measures.accounts import FIGURES, ORE, amounts, chosen, equity, result
from tracker.plans.model import BudgetRow, BudgetSum, Plan
from tracker.plans.sums import sum_differences
from tracker.problems import N_
from tracker.reports.drafts import DraftSection
from tracker.reports.goals import Numbered
from tracker.reports.layout import kronor_cell, numbers
from tracker.reports.ledger import Ledger
from tracker.reports.model import AnyCell, Cell, Column, Number, Table
from tracker.reports.money import ceilings, deviations
from tracker.wording.details import signed_percent

_INCOMES = frozenset(kind.value for kind in (*INCOME, MoneyKind.OPENING_EQUITY))
_COSTS = frozenset(kind.value for kind in COSTS)


@dataclass(frozen=True)
class Line:
    """A row or a printed sum of the table, in kronor."""

    label: str
    budget: Fraction | None
    outcome: Fraction | None
    forecast: Fraction | None
    is_sum: bool = False


def economy_section(ledger: Ledger, goals: Sequence[Numbered]) -> DraftSection:
    """The plan's table, what it says where its sums differ, and the goals on money line by line."""
    language = ledger.language
    heading = language.text("Money")
    lines = list(_lines(ledger))
    tables = ((_table(ledger, lines),) if lines else ()) + tuple(
        deviations(language, one)
        for one in goals
        if one.card.goal.measure == "money_tolerance" and one.card.figure.details
    )
    said = (*_said(ledger, lines), *ceilings(language, goals), *_differences(ledger))
    if not tables and not said:
        said = (language.text("No money is registered for the period."),)
    return DraftSection(heading, said, tables, key="ekonomi")


def _lines(ledger: Ledger) -> Iterable[Line]:
    """The plan's rows in its order, each sum after the last row that it sums."""
    plan, year = ledger.plan, ledger.period.last_day.year
    stored = [
        row
        for row in money(ledger.session, ledger.frame.association_id, range(year, year + 1))
        if row.year == year
    ]
    if not plan.budget and not stored:
        return
    shares = _shared_out(plan, stored)
    rows = [
        _line(ledger, row, shares.get(place, []), year) for place, row in enumerate(plan.budget)
    ]
    sums = [(_after(plan, one), _sum_line(plan, one, rows, year)) for one in plan.budget_sums]
    for place, line in enumerate(rows):
        yield line
        yield from (one for after, one in sums if after == place and one is not None)
    yield from _unplanned(ledger, stored, shares)


def _shared_out(plan: Plan, stored: Sequence[MoneyRow]) -> dict[int, list[MoneyRow]]:
    """The stored rows of each row of the plan: by kind and name, else by kind where it is alone."""
    by_name = {(row.kind, row.label): place for place, row in enumerate(plan.budget)}
    kinds = [row.kind for row in plan.budget]
    alone = {kind: kinds.index(kind) for kind in kinds if kinds.count(kind) == 1}
    shares: dict[int, list[MoneyRow]] = {}
    for row in stored:
        place = by_name.get((row.kind, row.label), alone.get(row.kind))
        if place is not None:
            shares.setdefault(place, []).append(row)
    return shares


def _line(ledger: Ledger, row: BudgetRow, stored: list[MoneyRow], year: int) -> Line:
    planned = dict(row.amounts).get(year)
    budget = Fraction(planned) if planned is not None else _figure(ledger, stored, "budget")
    outcome, forecast = (_figure(ledger, stored, name) for name in ("utfall", "prognos"))
    return Line(row.label, budget, outcome, forecast)


def _figure(ledger: Ledger, stored: Iterable[MoneyRow], name: str) -> Fraction | None:
    """The sum of a figure in kronor, one row a key: that of the whole year, else the latest."""
    keys: dict[object, list[MoneyRow]] = {}
    whole_year = ledger.is_year or name == "budget"
    for row in stored:
        if whole_year or row.through is not None:
            keys.setdefault((row.kind, row.intervention_id, row.label), []).append(row)
    found = [chosen(rows, FIGURES[name], ledger.period.end) for rows in keys.values()]
    known = [ore for ore in found if ore is not None]
    return Fraction(sum(known), ORE) if known else None


def _after(plan: Plan, one: BudgetSum) -> int:
    """The place of the last row that a sum is of."""
    places = [place for place, row in enumerate(plan.budget) if _is_part(row, one)]
    return max(places, default=len(plan.budget) - 1)


def _is_part(row: BudgetRow, one: BudgetSum) -> bool:
    return row.kind in _kinds(one) and (not one.groups or row.group in one.groups)


def _kinds(one: BudgetSum) -> frozenset[str]:
    if one.kinds:
        return frozenset(one.kinds)
    incomes = frozenset(kind.value for kind in INCOME)
    return incomes if "intäkt" in one.label.casefold() else _COSTS


def _sum_line(plan: Plan, one: BudgetSum, rows: Sequence[Line], year: int) -> Line | None:
    """A printed sum, with outcome and forecast of the same rows; incomes less costs in a result."""
    printed = dict(one.amounts).get(year)
    if printed is None:
        return None
    kinds = _kinds(one)
    is_result = not kinds.isdisjoint(_INCOMES) and not kinds.isdisjoint(_COSTS)
    parts = [
        (line, -1 if is_result and row.kind in _COSTS else 1)
        for row, line in zip(plan.budget, rows, strict=True)
        if _is_part(row, one)
    ]
    outcome = _added([(line.outcome, sign) for line, sign in parts])
    forecast = _added([(line.forecast, sign) for line, sign in parts])
    return Line(one.label, Fraction(printed), outcome, forecast, is_sum=True)


def _added(parts: Iterable[tuple[Fraction | None, int]]) -> Fraction | None:
    known = [amount * sign for amount, sign in parts if amount is not None]
    return sum(known, Fraction(0)) if known else None


def _unplanned(
    ledger: Ledger, stored: Sequence[MoneyRow], shares: dict[int, list[MoneyRow]]
) -> Iterable[Line]:
    """What is stored and stands in no row of the plan's table, intervention by intervention."""
    taken = {id(row) for rows in shares.values() for row in rows}
    names = {row.id: row.name for row in ledger.frame.interventions}
    left: dict[str, list[MoneyRow]] = {}
    for row in stored:
        if id(row) not in taken:
            name = names.get(row.intervention_id or 0) or row.label or row.kind
            left.setdefault(name, []).append(row)
    for name, rows in left.items():
        budget, outcome, forecast = (
            _figure(ledger, rows, figure) for figure in ("budget", "utfall", "prognos")
        )
        yield Line(name, budget, outcome, forecast)


def _table(ledger: Ledger, lines: Sequence[Line]) -> Table:
    language = ledger.language
    foresees = not ledger.is_year and any(line.forecast is not None for line in lines)
    columns = [
        Column(language.text("Item"), width=48),
        *numbers(language, N_("Budget"), N_("Outcome in kronor"), width=18),
    ]
    if foresees:
        columns += numbers(language, N_("Forecast for the year"), width=18)
    columns += numbers(language, N_("Deviation"), N_("Deviation in per cent"), width=16)
    rows = tuple(_row(ledger, line, foresees=foresees) for line in lines)
    caption = (
        language.text("The plan's table with forecast")
        if foresees
        else language.text("The plan's table with outcome")
    )
    note = (
        language.text("The deviation is the forecast less the budget.")
        if foresees
        else language.text("The deviation is the outcome less the budget.")
    )
    return Table(caption, caption, tuple(columns), rows, (note,))


def _row(ledger: Ledger, line: Line, *, foresees: bool) -> tuple[AnyCell, ...]:
    language = ledger.language
    actual = line.forecast if foresees else line.outcome
    apart = None if actual is None or line.budget is None else actual - line.budget
    share = apart / abs(line.budget) if apart is not None and line.budget else None
    forecast = (kronor_cell(language, line.forecast),) if foresees else ()
    return (
        Cell(line.label),
        kronor_cell(language, line.budget),
        kronor_cell(language, line.outcome),
        *forecast,
        kronor_cell(language, apart),
        Cell()
        if share is None
        else Cell(signed_percent(language, share), Number(share, "share", 1)),
    )


def _said(ledger: Ledger, lines: Sequence[Line]) -> Iterable[str]:
    """The result and the equity, where the accounts give them."""
    language = ledger.language
    if not ledger.is_year:
        if not any(line.forecast is not None for line in lines):
            return
        yield language.text(
            "The outcome is up to {day}, so far as it is registered; the forecast is for the "
            "whole year.",
            day=language.day(ledger.period.last_day),
        )
        return
    found = amounts(ledger.frame, "utfall") or {}
    of_year, capital = result(found), equity(found)
    if of_year is not None:
        yield language.text("The year's result is {amount}.", amount=language.kronor(of_year))
    if capital is not None:
        amount = language.kronor(capital)
        yield language.text("Equity at the end of the year is {amount}.", amount=amount)


def _differences(ledger: Ledger) -> Iterable[str]:
    """Printed sums of the plan that its rows do not give."""
    language, period = ledger.language, ledger.period
    years = range(period.start.year, period.last_day.year + 1)
    for found in sum_differences(ledger.plan):
        if found.year in years:
            yield language.text(
                "The plan prints {printed} as “{label}” for {year}, but its rows give {parts}.",
                printed=language.kronor(found.printed),
                label=found.label,
                year=found.year,
                parts=language.kronor(found.parts),
            )

"""The economy in the plan's own table: its rows and printed sums, with outcome and forecast."""

from collections.abc import Iterable, Sequence

from tracker.measures.accounts import amounts, equity, result
from tracker.measures.plan_table import Line, foresees, plan_lines
from tracker.plans.sums import sum_differences
from tracker.problems import N_
from tracker.reports.drafts import DraftSection
from tracker.reports.layout import kronor_cell, numbers
from tracker.reports.ledger import Ledger
from tracker.reports.model import AnyCell, Cell, Column, Number, Table
from tracker.reports.money import ceilings, deviations
from tracker.reports.numbered import Numbered
from tracker.wording.details import signed_percent
from tracker.wording.money import item, sum_difference


def economy_section(ledger: Ledger, goals: Sequence[Numbered]) -> DraftSection:
    """The plan's table, what it says where its sums differ, and the goals on money line by line."""
    language = ledger.language
    heading = language.text("Money")
    lines = list(plan_lines(ledger.frame))
    tables = ((_table(ledger, lines),) if lines else ()) + tuple(
        deviations(language, one)
        for one in goals
        if one.card.goal.measure == "money_tolerance" and one.card.figure.details
    )
    said = (*_said(ledger, lines), *ceilings(language, goals), *_differences(ledger))
    if not tables and not said:
        said = (language.text("No money is registered for the period."),)
    return DraftSection(heading, said, tables, key="ekonomi")


def _table(ledger: Ledger, lines: Sequence[Line]) -> Table:
    language = ledger.language
    by_forecast = foresees(ledger.frame, lines)
    columns = [
        Column(language.text("Item"), width=48),
        *numbers(language, N_("Budget"), N_("Outcome in kronor"), width=18),
    ]
    if by_forecast:
        columns += numbers(language, N_("Forecast for the year"), width=18)
    columns += numbers(language, N_("Deviation"), N_("Deviation in per cent"), width=16)
    rows = tuple(_row(ledger, line, by_forecast=by_forecast) for line in lines)
    caption = _caption(ledger, by_forecast=by_forecast)
    note = (
        language.text("The deviation is the forecast less the budget.")
        if by_forecast
        else language.text("The deviation is the outcome less the budget.")
    )
    return Table(caption, caption, tuple(columns), rows, (note,))


def _caption(ledger: Ledger, *, by_forecast: bool) -> str:
    language = ledger.language
    if not ledger.plan.budget:
        return language.text("The money item by item")
    if by_forecast:
        return language.text("The plan's table with forecast")
    return language.text("The plan's table with outcome")


def _row(ledger: Ledger, line: Line, *, by_forecast: bool) -> tuple[AnyCell, ...]:
    language = ledger.language
    apart, share = line.apart(foreseen=by_forecast)
    forecast = (kronor_cell(language, line.forecast),) if by_forecast else ()
    return (
        Cell(item(language, line.label, line.kind, is_beside=line.is_beside)),
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
            yield sum_difference(language, found)

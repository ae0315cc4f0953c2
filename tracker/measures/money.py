"""Measures on money: exact, without persons and without intervals."""

from dataclasses import replace
from fractions import Fraction

from db.codes import MoneyKind
from tracker.measures.accounts import amounts, equity, of_interventions, result, sum_of
from tracker.measures.comparing import reaches, within
from tracker.measures.figure import Detail, Figure, Measured
from tracker.measures.frame import Frame
from tracker.plans.model import Ceiling, Goal

NOTHING = Measured(Figure(exact=True))


def money_share(goal: Goal, frame: Frame) -> Measured:
    """One sum of money as a share of another."""
    found = amounts(frame, goal.basis)
    part = sum_of(found or {}, goal.part)
    whole = sum_of(found or {}, goal.whole)
    if part is None or not whole:
        return NOTHING
    value = part / whole
    return Measured(Figure(x=part, n=whole, value=value, exact=True, met=reaches(value, goal)))


def money_tolerance(goal: Goal, frame: Frame) -> Measured:
    """How far the interventions' money lies from their budgets."""
    foreseen = goal.basis == "prognos"
    budgets = of_interventions(amounts(frame, "budget", foreseen=foreseen) or {})
    actual = of_interventions(amounts(frame, goal.basis) or {})
    chosen = frame.named(goal) if goal.insatser else frame.interventions
    known = [row for row in chosen if row.id in budgets or goal.insatser]
    compared = {
        row.id: _deviation(budgets[row.id], actual[row.id])
        for row in known
        if budgets.get(row.id) and row.id in actual
    }
    details = tuple(
        _detail(row.name, budgets.get(row.id), actual.get(row.id), compared.get(row.id), goal)
        for row in known
    )
    if not compared:
        return Measured(Figure(exact=True, details=details))
    figure = _tolerance_figure(goal, budgets, actual, compared)
    return Measured(replace(figure, details=details))


def _deviation(budget: Fraction, actual: Fraction) -> Fraction:
    return abs(actual - budget) / abs(budget)


def _detail(
    name: str,
    budget: Fraction | None,
    actual: Fraction | None,
    deviation: Fraction | None,
    goal: Goal,
) -> Detail:
    signed = None
    if deviation is not None and budget and actual is not None:
        signed = (actual - budget) / abs(budget)
    inside = None
    if deviation is not None and goal.tolerance is not None:
        inside = deviation <= goal.tolerance
    return Detail(name, {"budget": budget, "actual": actual, "deviation": signed, "met": inside})


def _tolerance_figure(
    goal: Goal,
    budgets: dict[int, Fraction],
    actual: dict[int, Fraction],
    compared: dict[int, Fraction],
) -> Figure:
    tolerance = goal.tolerance
    if goal.per == "total":
        budget = sum((budgets[number] for number in compared), Fraction(0))
        total = sum((actual[number] for number in compared), Fraction(0))
        return _one_deviation(budget, total, tolerance)
    if tolerance is None:
        largest = max(compared, key=lambda number: compared[number])
        return _one_deviation(budgets[largest], actual[largest], None)
    x, n = sum(value <= tolerance for value in compared.values()), len(compared)
    return Figure(x=x, n=n, value=Fraction(x, n), exact=True, met=x == n)


def _one_deviation(budget: Fraction, actual: Fraction, tolerance: Fraction | None) -> Figure:
    if not budget:
        return Figure(exact=True)
    value = _deviation(budget, actual)
    met = None if tolerance is None else value <= tolerance
    return Figure(x=abs(actual - budget), n=abs(budget), value=value, exact=True, met=met)


def money_ceiling(goal: Goal, frame: Frame) -> Measured:
    """Equity against the guideline that the association has entered."""
    found = amounts(frame, "utfall") or {}
    capital = equity(found)
    contributions = sum_of(found, (MoneyKind.CONTRIBUTION,))
    step = _step(goal.ceilings, contributions)
    if capital is None or contributions is None or step is None:
        return NOTHING
    ceiling = contributions * step.share
    if step.cap is not None:
        ceiling = min(ceiling, Fraction(step.cap))
    details = (Detail("ceiling", {"amount": ceiling}),)
    return Measured(
        Figure(x=capital, value=capital, exact=True, met=capital <= ceiling, details=details)
    )


def _step(ceilings: tuple[Ceiling, ...], contributions: Fraction | None) -> Ceiling | None:
    if contributions is None:
        return None
    for step in ceilings:
        above = contributions >= Fraction(step.start)
        if above and (step.end is None or contributions < Fraction(step.end)):
            return step
    return None


def money_balance(goal: Goal, frame: Frame) -> Measured:
    """The year's result, or the equity at its end, in kronor."""
    found = amounts(frame, "utfall") or {}
    value = result(found) if goal.of == "resultat" else equity(found)
    if value is None:
        return NOTHING
    return Measured(Figure(x=value, value=value, exact=True, met=within(value, goal.min, goal.max)))

"""Printed sums against their rows: the one place that says whether an economy table adds up."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from db.codes import COSTS, INCOME, MoneyKind
from tracker.plans.model import BudgetRow, BudgetSum, Plan

_INCOMES = frozenset(kind.value for kind in (*INCOME, MoneyKind.OPENING_EQUITY))
_COSTS = frozenset(kind.value for kind in COSTS)


@dataclass(frozen=True)
class SumDifference:
    """A printed sum that its rows do not give; kronor."""

    label: str
    year: int
    printed: Decimal
    parts: Decimal
    """What the rows give."""
    difference: Decimal
    """Printed less parts."""


def sum_differences(plan: Plan) -> list[SumDifference]:
    """Every printed sum of the plan's economy tables that differs from its rows."""
    return [
        SumDifference(printed_sum.label, year, printed, parts, printed - parts)
        for printed_sum in plan.budget_sums
        for year, printed in printed_sum.amounts
        if (parts := _parts(plan.budget, printed_sum, year)) != printed
    ]


def _parts(rows: Iterable[BudgetRow], printed_sum: BudgetSum, year: int) -> Decimal:
    """What the rows give; incomes less costs where the sum has both (a result, an equity)."""
    kinds = _kinds(printed_sum)
    result = not kinds.isdisjoint(_INCOMES) and not kinds.isdisjoint(_COSTS)
    total = Decimal(0)
    for row in rows:
        if row.kind in kinds and (not printed_sum.groups or row.group in printed_sum.groups):
            amount = dict(row.amounts).get(year, Decimal(0))
            total += -amount if result and row.kind in _COSTS else amount
    return total


def _kinds(printed_sum: BudgetSum) -> frozenset[str]:
    if printed_sum.kinds:
        return frozenset(printed_sum.kinds)
    income = "intäkt" in printed_sum.label.casefold()
    return frozenset(kind.value for kind in INCOME) if income else _COSTS

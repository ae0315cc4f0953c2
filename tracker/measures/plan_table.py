"""The plan's own economy table: its rows and printed sums, with outcome and forecast."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from db.codes import COSTS, INCOME, MoneyKind
from db.tallies.board import MoneyRow, money
from tracker.measures.accounts import FIGURES, ORE, chosen
from tracker.measures.frame import Frame
from tracker.plans.model import BudgetRow, BudgetSum, Plan

_INCOMES = frozenset(kind.value for kind in (*INCOME, MoneyKind.OPENING_EQUITY))
_COSTS = frozenset(kind.value for kind in COSTS)
_ORDER = (MoneyKind.OPENING_EQUITY, *INCOME, *COSTS)
"""Of what is stored and has no row in the plan: what there was, what came in, what it cost."""


@dataclass(frozen=True)
class Line:
    """A row or a printed sum of the table, in kronor."""

    label: str
    """As printed; of money that has no row in the plan, its own or its intervention's name."""
    budget: Fraction | None
    outcome: Fraction | None
    forecast: Fraction | None
    is_sum: bool = False
    kind: str | None = None
    """What kind of money a row is; None: a sum."""
    stored: tuple[MoneyRow, ...] = ()
    """The stored rows behind it."""
    is_planned: bool = True
    """Whether it is a row of the plan's own table."""
    is_beside: bool = False
    """Whether the plan has a table, and it no row there."""
    is_partial: bool = False
    """Whether a sum has rows without an outcome."""
    has_unplanned: bool = False
    """Whether the outcome of a sum counts money that has no row in the plan."""

    def apart(self, *, foreseen: bool) -> tuple[Fraction | None, Fraction | None]:
        """Outcome, or forecast, less budget: in kronor, and as a share of the budget."""
        actual = self.forecast if foreseen else self.outcome
        if actual is None or self.budget is None:
            return None, None
        apart = actual - self.budget
        return apart, apart / abs(self.budget) if self.budget else None


def foresees(frame: Frame, lines: Iterable[Line]) -> bool:
    """Whether the year is judged by forecasts: it is not over, and there are some."""
    return frame.period.whole_years is None and any(line.forecast is not None for line in lines)


def plan_lines(frame: Frame) -> Iterable[Line]:
    """The plan's rows in its order, each sum after the last row that it sums.

    What is stored and has no row in the plan stands before the first sum that it is part of.
    """
    plan, year = frame.plan, frame.period.last_day.year
    stored = money(frame.session, frame.association_id, range(year, year + 1))
    if not plan.budget and not stored:
        return
    names = {row.id: row.name for row in frame.interventions}
    shares = _shared_out(plan, stored, names)
    rows = [_line(frame, row, shares.get(place, []), year) for place, row in enumerate(plan.budget)]
    unplanned = _unplanned(frame, stored, shares, names)
    left = list(unplanned)
    for place, line in enumerate(rows):
        yield line
        for one in plan.budget_sums:
            if _after(plan, one) == place and year in dict(one.amounts):
                yield from (each for each in left if _belongs(plan, each.kind, one))
                left = [each for each in left if not _belongs(plan, each.kind, one)]
                yield _sum_line(plan, one, rows, unplanned, year)
    yield from left


def _shared_out(
    plan: Plan, stored: Sequence[MoneyRow], names: Mapping[int, str]
) -> dict[int, list[MoneyRow]]:
    """The stored rows of each row of the plan.

    By kind and name, its own or that of its intervention; else by kind where that is alone.
    """
    by_name = {(row.kind, row.label): place for place, row in enumerate(plan.budget)}
    kinds = [row.kind for row in plan.budget]
    alone = {kind: kinds.index(kind) for kind in kinds if kinds.count(kind) == 1}
    shares: dict[int, list[MoneyRow]] = {}
    for row in stored:
        called = names.get(row.intervention_id or 0, "")
        place = by_name.get((row.kind, row.label), by_name.get((row.kind, called)))
        place = alone.get(row.kind) if place is None else place
        if place is not None:
            shares.setdefault(place, []).append(row)
    return shares


def _line(frame: Frame, row: BudgetRow, stored: list[MoneyRow], year: int) -> Line:
    planned = dict(row.amounts).get(year)
    budget = Fraction(planned) if planned is not None else _figure(frame, stored, "budget")
    outcome, forecast = (_figure(frame, stored, name) for name in ("utfall", "prognos"))
    return Line(row.label, budget, outcome, forecast, kind=row.kind, stored=tuple(stored))


def _figure(frame: Frame, stored: Iterable[MoneyRow], name: str) -> Fraction | None:
    """The sum of a figure in kronor, one row a key: that of the whole year, else the latest."""
    keys: dict[object, list[MoneyRow]] = {}
    whole_year = frame.period.whole_years is not None or name == "budget"
    for row in stored:
        if whole_year or row.through is not None:
            keys.setdefault((row.kind, row.intervention_id, row.label), []).append(row)
    found = [chosen(rows, FIGURES[name], frame.period.end) for rows in keys.values()]
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


def _belongs(plan: Plan, kind: str | None, one: BudgetSum) -> bool:
    """Whether a sum is of money that has no row in the plan: it is of all such rows that have."""
    if kind not in _kinds(one):
        return False
    side = _COSTS if kind in _COSTS else _INCOMES
    headings = {row.group for row in plan.budget if row.kind == kind} or {
        row.group for row in plan.budget if row.kind in side
    }
    return not one.groups or (bool(headings) and headings <= set(one.groups))


def _sum_line(
    plan: Plan, one: BudgetSum, rows: Sequence[Line], unplanned: Sequence[Line], year: int
) -> Line:
    """A printed sum, with outcome and forecast of its rows; incomes less costs in a result."""
    kinds = _kinds(one)
    is_result = not kinds.isdisjoint(_INCOMES) and not kinds.isdisjoint(_COSTS)
    planned = [line for row, line in zip(plan.budget, rows, strict=True) if _is_part(row, one)]
    others = [line for line in unplanned if _belongs(plan, line.kind, one)]
    parts = [(line, -1 if is_result and line.kind in _COSTS else 1) for line in (*planned, *others)]
    return Line(
        one.label,
        Fraction(dict(one.amounts)[year]),
        _added((line.outcome, sign) for line, sign in parts),
        _added((line.forecast, sign) for line, sign in parts),
        is_sum=True,
        is_partial=any(line.outcome is None for line in planned),
        has_unplanned=bool(others),
    )


def _added(parts: Iterable[tuple[Fraction | None, int]]) -> Fraction | None:
    known = [amount * sign for amount, sign in parts if amount is not None]
    return sum(known, Fraction(0)) if known else None


def _unplanned(
    frame: Frame,
    stored: Sequence[MoneyRow],
    shares: dict[int, list[MoneyRow]],
    names: Mapping[int, str],
) -> list[Line]:
    """What is stored and stands in no row of the plan's table, by intervention or name, and kind.

    Where one name has money of several kinds, each is told apart by its kind.
    """
    taken = {id(row) for rows in shares.values() for row in rows}
    left: dict[tuple[str, str], list[MoneyRow]] = {}
    for row in stored:
        if id(row) not in taken:
            name = names.get(row.intervention_id or 0) or row.label
            left.setdefault((name, row.kind), []).append(row)
    return [
        Line(
            name,
            _figure(frame, rows, "budget"),
            _figure(frame, rows, "utfall"),
            _figure(frame, rows, "prognos"),
            kind=kind,
            stored=tuple(rows),
            is_planned=False,
            is_beside=bool(frame.plan.budget),
        )
        for (name, kind), rows in sorted(
            left.items(), key=lambda one: _ORDER.index(MoneyKind(one[0][1]))
        )
    ]

"""The interventions as a funnel: what the table of results shows, between the limits of chance."""

from collections.abc import Sequence
from dataclasses import replace

from db.tallies.board import InterventionRow
from tracker.comparisons import Comparison, compare
from tracker.privacy import publish_as_judged
from tracker.privacy.hiding import Reason
from tracker.reports.charts import funnel_chart
from tracker.reports.goal_counts import counts_work_or_studies
from tracker.reports.ledger import Ledger
from tracker.reports.model import AnyCell, Cell, Chart, Hidden, Table

ENDED, REACHED = 1, 2
"""Columns of the table: how many ended, and how many of them to work or studies."""
REASONS: tuple[Reason, ...] = ("small", "complementary", "earlier")


def results_funnel(ledger: Ledger, rows: Sequence[InterventionRow], table: Table) -> Chart | None:
    """The funnel of the goal that counts what the published table counts; None where none does."""
    goal = next(filter(counts_work_or_studies, ledger.plan.goals), None)
    if goal is None or ledger.insats is not None or ledger.municipality is not None:
        return None
    made = replace(compare(ledger.workspace, goal.id, ledger.period), gap=None)
    cells = {row.key: cells for row, cells in zip(rows, table.rows, strict=False)}
    if not _is_the_same(made, cells):
        return None
    reasons: dict[str | None, Reason | None] = {
        unit.insats: _why(cells[unit.insats]) for unit in made.units
    }
    shown = publish_as_judged(made, ledger.language, None, reasons, None)
    chart = funnel_chart(ledger.language, shown)
    if chart is None:
        return None
    drawn = tuple(row for row in chart.table.rows if not any(isinstance(c, Hidden) for c in row))
    return replace(chart, table=replace(chart.table, rows=drawn))  # the rest stands in the results


def _is_the_same(made: Comparison, cells: dict[str, tuple[AnyCell, ...]]) -> bool:
    """Whether the goal's figures are those of the table, as far as the table shows them."""
    for unit in made.units:
        if unit.insats not in cells:
            return False
        pairs = ((ENDED, unit.figure.n), (REACHED, unit.figure.x))
        for place, expected in pairs:
            cell = cells[unit.insats][place]
            if isinstance(cell, Cell) and cell.number is not None and cell.number.value != expected:
                return False
    return made.elsewhere is None


def _why(cells: tuple[AnyCell, ...]) -> Reason | None:
    """Why one of the two numbers is hidden; so is one that a delivery hides from the table."""
    both = [cells[place] for place in (ENDED, REACHED)]
    reasons = [cell.reason for cell in both if isinstance(cell, Hidden)]
    untold = any(isinstance(cell, Cell) and cell.number is None for cell in both)
    return next((why for why in REASONS if why in reasons), "small" if untold else None)

"""The rows of every kind as a file that an import reads again (`formats.md` section 3)."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from db import tables
from db.codes import ExitReason
from db.exported import rows_of
from tracker.exports.table import Cell, Table
from tracker.store_sentences import store_sentences
from tracker.validation.checking import written
from tracker.validation.context import Context
from tracker.validation.dated import Day
from tracker.validation.kinds import Column, Kind
from tracker.validation.loading import load_context
from tracker.validation.numeric import ORE_IN_KRONA, Kronor, PerCent, Whole
from tracker.validation.participants import EXIT_COLUMNS
from tracker.workspace import Workspace

PERSONAL = frozenset({"deltaganden", "uppföljningar", "enkätsvar"})
"""Kinds whose rows are about one person each."""
REASON = "avslutsanledning"
Row = Mapping[str, Any]


def export_rows(workspace: Workspace, kind: Kind) -> Table:
    """All rows of a kind in the order of their keys; the same rows give the same table.

    An episode that was voided says so and nothing of its exit; counts that a newer delivery
    replaced are not there.

    Raises:
        StoreBusyError: the store cannot be reached now.
    """
    names = [name for each in kind.columns for name in (each.attribute, each.why)]
    extra = ["voided"] if kind.name == "deltaganden" else []
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
        table = getattr(tables, kind.table)
        found = list(rows_of(session, workspace.association.id, table, [*names, *extra]))
    makers = [(column, _maker(column, context)) for column in kind.columns]
    rows = [tuple(make(row) for _, make in makers) for row in found]
    places = [place for place, column in enumerate(kind.columns) if column.name in kind.key]
    # activities without a last day are told apart by the day that they were done
    rows.sort(key=lambda row: ([row[place].text for place in places], [cell.text for cell in row]))
    return Table(kind.name, tuple(column.name for column in kind.columns), tuple(rows))


def _maker(column: Column, context: Context) -> Callable[[Row], Cell]:
    """What makes the cell of a column; cells of the same value are made once."""
    known: dict[tuple[Any, Any], Cell] = {}
    of_exit = column.name in EXIT_COLUMNS

    def make(row: Row) -> Cell:
        if of_exit and row.get("voided"):
            return Cell(ExitReason.MISREGISTERED.value) if column.name == REASON else Cell()
        key = row[column.attribute], row.get(column.why) if column.personal else None
        if key not in known:
            known[key] = Cell(written(column, row, context), _value(column, key[0]))
        return known[key]

    return make


def _value(column: Column, value: Any) -> Any:
    if isinstance(column.type, Kronor) and value is not None:
        return Decimal(value) / ORE_IN_KRONA
    return value if isinstance(column.type, Day | PerCent | Whole) else None

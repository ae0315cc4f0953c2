"""Participant flow (*deltagarflöde*): ongoing at start + new - ended = ongoing at end."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from db.codes import Orientation
from db.tallies.board import InterventionRow, interventions
from db.tallies.participants import FlowTally, episode_lengths
from db.tallies.scope import Cell, Scope
from tracker.measures.delivered_tables import undivided_flows
from tracker.measures.participant_flow import participant_flow, without_flow
from tracker.periods import Period
from tracker.scorecard.making import default_period
from tracker.wording.parts import part_label
from tracker.workspace import Workspace


@dataclass(frozen=True)
class FlowRow:
    """The flow of one intervention, one sex, or all."""

    insats: str | None
    sex: str | None
    municipality: str | None
    names: tuple[str, ...]
    ongoing_start: int
    new: int
    ended: int
    ongoing_end: int


@dataclass(frozen=True)
class Flow:
    """The flow of a period; the rows add up to the total, and each row adds up in itself."""

    period: Period
    rows: tuple[FlowRow, ...]
    total: FlowRow
    total_name: str
    lengths: dict[str, Any]
    """Length of ended episodes in days: count, median, shortest, longest; deliveries tell none."""
    without: tuple[str, ...] = ()
    """Interventions of which nobody tells: they have not delivered, or for other days."""

    def document(self) -> dict[str, Any]:
        """The flow as JSON (`formats.md` section 7)."""
        shown = self.rows or (self.total,)
        found = {"rows": [_row(row) for row in shown], "lengths": self.lengths}
        return {**found, "without": list(self.without)} if self.without else found


def _row(row: FlowRow) -> dict[str, Any]:
    return {
        "insats": row.insats,
        "kön": row.sex,
        **({"kommun": row.municipality} if row.municipality else {}),
        "ongoing_start": row.ongoing_start,
        "new": row.new,
        "ended": row.ended,
        "ongoing_end": row.ongoing_end,
    }


def make_flow(
    workspace: Workspace, period: Period | None = None, *, by: tuple[str, ...] = ()
) -> Flow:
    """The flow of individual interventions in a period, by `insats`, `kön`, `kommun` if asked for.

    Raises:
        DataError: no period is given and the association has no plan.
    """
    period = period or default_period(workspace)
    with workspace.store.read() as session:
        number = workspace.association.id
        known = interventions(session, number)
        chosen = tuple(row.id for row in known if row.orientation == Orientation.INDIVIDUAL)
        scope = Scope(number, period.start, period.end, workspace.today, chosen)
        cells = participant_flow(session, scope, _dimensions(by))
        untold = undivided_flows(session, scope) if "kön" in by else frozenset()
        lengths = episode_lengths(session, scope)
        running = [row.id for row in known if row.runs_in(period.start, period.end)]
        missing = without_flow(session, scope, set(running) & set(chosen))
    grouped = sorted(cells, key=lambda pair: _order(pair[0])) if by else []
    rows = tuple(
        _flow_row(cell, tally, known, by, workspace, is_untold=_is_untold(cell, untold))
        for cell, tally in grouped
    )
    total = _flow_row(Cell(), sum((tally for _, tally in cells), FlowTally()), known, (), workspace)
    without = tuple(row.key for row in known if row.id in missing)
    return Flow(period, rows, total, workspace.language.text("total"), lengths, without)


def _dimensions(by: tuple[str, ...]) -> tuple[str, ...]:
    names = {"insats": "intervention_id", "kön": "sex", "kommun": "municipality"}
    return tuple(names[split] for split in by)


def _order(cell: Cell) -> tuple[int, str, str]:
    """By intervention, women before men before unknown."""
    last = "\N{TILDE}"
    return cell.intervention_id or 0, cell.sex or last, cell.municipality or last


def _is_untold(cell: Cell, untold: Collection[int | None]) -> bool:
    """Whether the sex of some in it is hidden in a delivery, or was not delivered."""
    return bool(untold) and cell.intervention_id in (None, *untold)


def _flow_row(
    cell: Cell,
    tally: FlowTally,
    known: list[InterventionRow],
    by: tuple[str, ...],
    workspace: Workspace,
    *,
    is_untold: bool = False,
) -> FlowRow:
    found = next((row for row in known if row.id == cell.intervention_id), None)
    values = {"insats": found.name if found else None, "kön": cell.sex, "kommun": cell.municipality}
    names = tuple(
        values[split] or ""
        if split == "insats"
        else part_label(workspace.language, split, values[split], is_untold=is_untold)
        for split in by
    )
    return FlowRow(
        insats=found.key if found else None,
        sex=cell.sex,
        municipality=cell.municipality,
        names=names,
        ongoing_start=tally.ongoing_start,
        new=tally.new,
        ended=tally.ended,
        ongoing_end=tally.ongoing_end,
    )

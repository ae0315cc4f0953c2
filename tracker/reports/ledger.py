"""The numbers of a report: rows counted in the database, and counts that were delivered instead.

A report is of the whole association, of one intervention or of one municipality; the ledger knows
which, so that every count says what it is of.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlmodel import Session

from db.codes import CountKind, Orientation
from db.tallies.board import InterventionRow
from db.tallies.delivered import interventions_with_counts
from db.tallies.participants import FlowTally, interventions_with_rows
from db.tallies.scope import Cell, Scope
from db.tallies.tables import ALL, TABLES, Counts, table_counts
from tracker.measures import delivered_tables as deliveries
from tracker.measures.delivered_results import with_goals
from tracker.measures.frame import Frame
from tracker.measures.participant_flow import UNKNOWN_SEX, participant_flow, without_flow
from tracker.periods import Period
from tracker.plans.model import Plan
from tracker.privacy.counts import Count
from tracker.wording import Language
from tracker.workspace import Workspace

BY = ("intervention_id", "sex")
BASES = {"participants": "deltagare", "new": "påbörjade", "exits": "avslutade"}
"""The kind of count that a table's base is."""
IN_FLOW = {"participants": "participants", "new": "new", "exits": "ended"}
"""Where the flow has it."""
OF_SOME = "*"
"""Behind the name of a part that is not told of everybody."""
Place = tuple[str | None, str | None]
"""Intervention and sex; None: all of them together."""


@dataclass(frozen=True)
class Ledger:
    """Whose numbers, of which days, of which interventions, in which municipality."""

    workspace: Workspace
    session: Session
    plan: Plan
    period: Period
    frame: Frame
    chosen: tuple[InterventionRow, ...]
    """Interventions for individuals that the report is about."""
    insats: str | None = None
    """The one that the report is about; None: all."""
    municipality: str | None = None
    kept: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What has been counted already: several sections tell of the same."""

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.workspace.language

    @property
    def is_year(self) -> bool:
        """Whether the period consists of whole years."""
        return self.period.whole_years is not None

    def scope(
        self, period: Period | None = None, only: Iterable[InterventionRow] | None = None
    ) -> Scope:
        """What a tally looks at."""
        rows = tuple(row.id for row in (self.chosen if only is None else only))
        return replace(self.frame.scope(rows, period), municipality=self.municipality)

    def count(self, measure: str, value: int, *, of: str = "", part: str = "",
              insats: str | None = None, sex: str | None = None,
              period: Period | None = None) -> Count:  # fmt: skip
        """A number of persons with what it is of."""
        days = period or self.period
        return Count(
            measure=measure,
            start=days.start,
            end=days.end,
            value=value,
            of=of,
            part=part,
            insats=insats or self.insats,
            sex=sex,
            municipality=self.municipality,
        )

    def flows(self, period: Period | None = None) -> dict[Place, FlowTally]:
        """The flow by intervention and sex, with every sum over them."""
        if ("flow", period) not in self.kept:
            self.kept["flow", period] = self._flows(period)
        found: dict[Place, FlowTally] = self.kept["flow", period]
        return found

    def _flows(self, period: Period | None) -> dict[Place, FlowTally]:
        sums: dict[Place, FlowTally] = defaultdict(FlowTally)
        for cell, tally in participant_flow(self.session, self.scope(period), BY):
            for place in self._places(cell):
                sums[place] += tally
        return dict(sums)

    def _places(self, cell: Cell) -> Iterable[Place]:
        """The cell itself and every total that it belongs to."""
        key = next((row.key for row in self.chosen if row.id == cell.intervention_id), "")
        sex = cell.sex or UNKNOWN_SEX
        return ((key, sex), (key, None), (None, sex), (None, None))

    def table(self, name: str, period: Period | None = None) -> "Tabulated":
        """A standard table by intervention and sex, with every sum over them."""
        if (name, period) not in self.kept:
            self.kept[name, period] = self._table(name, period)
        found: Tabulated = self.kept[name, period]
        return found

    def _table(self, name: str, period: Period | None) -> "Tabulated":
        scope = self.scope(period)
        told = deliveries.tables(self.session, scope, name, base=TABLES[name].base)
        told = with_goals(self.session, scope, self.plan, name, told)
        found = [*table_counts(self.session, scope, name, BY), *told.cells]
        sums: dict[Place, Counts] = defaultdict(lambda: defaultdict(int))
        for cell, parts in found:
            for place in self._places(cell):
                for part, number in parts.items():
                    sums[place][part] += number
        cells = {place: dict(parts) for place, parts in sums.items()}
        return Tabulated(
            name, cells, self._keys(told.hidden), self._keys(told.undivided),
            self._lacking(name, cells, period),
        )  # fmt: skip

    def _keys(self, found: Iterable[tuple[int | None, str]]) -> frozenset[tuple[str, str]]:
        names = {row.id: row.key for row in self.chosen}
        return frozenset((names.get(number or 0, ""), part) for number, part in found)

    def _lacking(
        self, name: str, cells: Mapping[Place, Counts], period: Period | None
    ) -> frozenset[str]:
        """The interventions of which the flow tells of more than the table does."""
        number = IN_FLOW[TABLES[name].base]
        return frozenset(
            key
            for (key, sex), tally in self.flows(period).items()
            if key and sex is None
            and getattr(tally, number) > cells.get((key, None), {}).get(ALL, 0)
        )  # fmt: skip

    def without_flow(self) -> frozenset[str]:
        """The running interventions of which nobody tells how many took part in the period.

        None where no counts are delivered: who is not registered row by row was not there.
        """
        if "without_flow" not in self.kept:
            self.kept["without_flow"] = self._without_flow()
        keys: frozenset[str] = self.kept["without_flow"]
        return keys

    def _without_flow(self) -> frozenset[str]:
        running = {row.id: row.key for row in self._running()}
        found = without_flow(self.session, self.scope(), running)
        return frozenset(running[number] for number in found)

    def _running(self) -> list[InterventionRow]:
        days = self.period
        return [row for row in self.chosen if row.runs_in(days.start, days.end)]

    def undivided(self) -> frozenset[str]:
        """The interventions whose participants are not told as women and men by their delivery."""
        if "undivided" not in self.kept:
            found = deliveries.undivided_flows(self.session, self.scope())
            self.kept["undivided"] = frozenset(row.key for row in self.chosen if row.id in found)
        keys: frozenset[str] = self.kept["undivided"]
        return keys

    def delivered(self, kind: CountKind, period: Period | None = None) -> dict[Place, int] | None:
        """A kind of count that is only delivered, such as the queue; None where nobody did."""
        found = deliveries.kinds(self.session, self._everywhere(period), kind)
        if not found:
            return None
        sums: dict[Place, int] = defaultdict(int)
        for cell, number in found:
            for place in self._places(cell):
                sums[place] += number
        return dict(sums)

    def is_undivided(self, kind: CountKind) -> bool:
        """Whether some of a kind that is only delivered is not told as women and men."""
        return deliveries.undivided_kinds(self.session, self._everywhere(), kind)

    def _everywhere(self, period: Period | None = None) -> Scope:
        """What names no intervention belongs to the association."""
        scope = self.scope(period)
        return scope if self.insats is not None else replace(scope, interventions=None)

    def base(self, table: "Tabulated", sex: str | None = None, insats: str | None = None) -> Count:
        """How many a table is of, by the name that every other table has for them.

        Where deliveries lack the table, fewer than the flow tells of: a number of its own.
        """
        number, base = table.number(ALL, sex, insats), TABLES[table.name].base
        tally = self.flows().get((insats, sex))
        alike = getattr(tally, IN_FLOW[base], 0) == number
        name = BASES[base] if alike else f"tabell:{table.name}"
        return self.count(name, number, sex=sex, insats=insats)

    def result(
        self, table: "Tabulated", part: str, sex: str | None = None, insats: str | None = None
    ) -> Count:
        """Those of a table with a result, by the name that goals have for them.

        Where some are not told of, by another: the goals may know of all.
        """
        some = any(table.is_partial(each, sex, insats) for each in (part, ALL))
        name = f"{part}{OF_SOME}" if some else part
        number = table.number(part, sex, insats)
        return self.count(f"tabell:{table.name}", number, of="x", part=name, sex=sex, insats=insats)

    def flow_rests_on(self) -> tuple[int, int] | None:
        """The same for the flow: deliveries for other days than the period do not tell of it."""
        if self.rests_on() is None:
            return None
        number = len(self._running())
        return number - len(self.without_flow()), number

    def rests_on(self) -> tuple[int, int] | None:
        """On how many of the running interventions the figures rest, where some deliver counts."""
        scope = self.scope()
        own = interventions_with_rows(self.session, scope)
        delivering = interventions_with_counts(self.session, scope) - own
        if not delivering:
            return None
        running = {row.id for row in self._running()}
        return len((delivering | own) & running), len(running)


@dataclass(frozen=True)
class Tabulated:
    """The numbers of a standard table."""

    name: str
    cells: dict[Place, Counts]
    hidden: frozenset[tuple[str, str]] = frozenset()
    """Interventions, each with a part that its delivery hides: it rests on fewer interventions."""
    undivided: frozenset[tuple[str, str]] = frozenset()
    """Interventions, each with a part that its delivery does not tell as women and men."""
    lacking: frozenset[str] = frozenset()
    """Interventions whose deliveries lack the table, or tell of fewer in it than elsewhere."""

    def is_partial(self, part: str = "", sex: str | None = None, insats: str | None = None) -> bool:
        """Whether a number of everybody, or of one intervention, is not told of all of them."""
        untold = {key for key, one in self.hidden if one == part}
        if part == ALL or insats is not None or not self.number(part):
            untold |= self.lacking
        if sex is not None:
            untold |= self.lacking | {key for key, one in self.undivided if one == part}
        return insats in untold if insats is not None else bool(untold)

    def number(self, part: str = "", sex: str | None = None, insats: str | None = None) -> int:
        """How many stand in a category; with no category, how many in the table."""
        return self.cells.get((insats, sex), {}).get(part, 0)

    def parts(self) -> set[str]:
        """The categories that anybody stands in."""
        return {part for part, number in self.cells.get((None, None), {}).items() if number} - {""}


def individual(rows: Iterable[InterventionRow]) -> tuple[InterventionRow, ...]:
    """The interventions for individuals."""
    return tuple(row for row in rows if row.orientation == Orientation.INDIVIDUAL)

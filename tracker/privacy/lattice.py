"""How numbers hang together that one publication or another tells a part of.

Participants and what came of the exits, of each intervention, of women, men and unknown sex: nobody
prints all of it, but what is printed of it in one place can give away what is hidden in another.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from db.codes import Orientation, Sex
from db.tallies.board import interventions
from db.tallies.scope import Cell, Scope
from db.tallies.tables import TABLES, UNKNOWN, table_counts
from tracker.measures import delivered_tables as deliveries
from tracker.measures.delivered_results import with_goals
from tracker.measures.naming import ENDED, RESULTS, TABLE
from tracker.measures.participant_flow import FLOW, PARTICIPANTS, UNKNOWN_SEX, participant_flow
from tracker.periods import Period
from tracker.plans.model import Plan
from tracker.privacy.counts import Count, Sum
from tracker.workspace import Workspace

BY = ("intervention_id", "sex")
SEXES = (*Sex, UNKNOWN_SEX)
TABLES_OF_RESULTS = sorted({measure for measure, _ in RESULTS})
Where = tuple[bool, bool]
Place = tuple[str | None, str | None]
"""Intervention and sex; None: all of them."""
Name = tuple[str, str]
"""Measure and part."""
Numbers = Mapping[Place, Counter[Name]]


@dataclass(frozen=True)
class Asked:
    """Which parts of all that some counts are of: what none of them is of tells nothing."""

    measures: Mapping[str, frozenset[Where]]
    """Whether of an intervention, whether of a sex, by measure; those of the flow as one."""

    @classmethod
    def by(cls, counts: Iterable[Count]) -> "Asked":
        """All that readers of some counts can relate."""
        found: dict[str, set[Where]] = defaultdict(lambda: {(False, False)})
        for one in counts:
            found[_family(one.measure)].add((one.insats is not None, one.sex is not None))
        both = {(False, True), (True, False), (True, True)}
        return cls(
            {
                measure: frozenset(kinds | both if (True, True) in kinds else kinds)
                for measure, kinds in found.items()
            }
        )

    def has(self, measure: str, place: Place) -> bool:
        """Whether numbers of such a place are told."""
        kind = (place[0] is not None, place[1] is not None)
        return kind in self.measures.get(_family(measure), ())


def _family(measure: str) -> str:
    return PARTICIPANTS if measure in FLOW else measure


@dataclass(frozen=True)
class Lattice:
    """All of it for some days, of everybody or of a municipality."""

    days: Period
    keys: Sequence[str]
    """Of the interventions."""
    numbers: Numbers
    municipality: str | None = None

    @classmethod
    def of(
        cls, session: Session, workspace: Workspace, days: Period, municipality: str | None = None
    ) -> "Lattice":
        """As the store has it today."""
        number = workspace.association.id
        rows = interventions(session, number)
        keys = {row.id: row.key for row in rows if row.orientation == Orientation.INDIVIDUAL}
        scope = Scope(number, days.start, days.end, workspace.today, tuple(keys), municipality)
        found: dict[Place, Counter[Name]] = defaultdict(Counter)
        for cell, counted in _counted(session, scope, workspace.plan_for(days.last_day)):
            key, sex = keys.get(cell.intervention_id or 0), cell.sex or UNKNOWN_SEX
            for place in ((key, sex), (key, None), (None, sex), (None, None)):
                found[place].update(counted)
        return cls(days, list(keys.values()), found, municipality)

    def sums(self, asked: Asked) -> Iterator[Sum]:
        """How it adds up: in the flow, and in each table of results."""
        for insats in (None, *self.keys):
            for sex in (None, *SEXES):
                place = (insats, sex)
                if asked.has(PARTICIPANTS, place):
                    yield from self._of_flow(place)
                for table in TABLES_OF_RESULTS:
                    if asked.has(table, place):
                        yield from self._of_results(table, place)

    def within(self, whole: "Lattice") -> Iterator[Sum]:
        """That those of a municipality are some of all, women and men."""
        for sex in (None, *SEXES):
            for name in (PARTICIPANTS, *FLOW):
                own = self.count((None, sex), name)
                yield Sum(whole.count((None, sex), name), (own,))

    def _of_flow(self, place: Place) -> Iterator[Sum]:
        there = self.count(place, PARTICIPANTS)
        start, new, ended, end = (self.count(place, name) for name in FLOW)
        yield Sum(there, (start, new))
        yield Sum(there, (ended, end))

    def _of_results(self, table: str, place: Place) -> Iterator[Sum]:
        ended = self.count(place, ENDED)
        for parts in TABLES[table.removeprefix(TABLE)].sums or (("ingen", UNKNOWN),):
            yield Sum(ended, tuple(self.count(place, table, part) for part in parts))
        unknown = self.count(place, table, UNKNOWN)
        for measure, part in sorted(RESULTS):
            if measure == table:  # of whom a goal knows nothing, by the name that it has there
                yield Sum(unknown, (replace(unknown, part=part),))

    def count(self, place: Place, measure: str, part: str = "") -> Count:
        """One number, by the name that it has wherever it is told."""
        of = "missing" if part == UNKNOWN else "x" if (measure, part) in RESULTS else ""
        value = self.numbers.get(place, Counter[Name]())[measure, part]
        days = (self.days.start, self.days.end)
        return Count(measure, *days, value, of, part, *place, self.municipality)


def _counted(
    session: Session, scope: Scope, plan: Plan | None
) -> Iterator[tuple[Cell, dict[Name, int]]]:
    for cell, tally in participant_flow(session, scope, BY):
        flow = (tally.ongoing_start, tally.new, tally.ended, tally.ongoing_end)
        numbers = {(name, ""): number for name, number in zip(FLOW, flow, strict=True)}
        yield cell, {(PARTICIPANTS, ""): tally.ongoing_start + tally.new, **numbers}
    for table in TABLES_OF_RESULTS:
        name = table.removeprefix(TABLE)
        told = deliveries.tables(session, scope, name, base=TABLES[name].base)
        if plan is not None:
            told = with_goals(session, scope, plan, name, told)
        for cell, counts in (*table_counts(session, scope, name, BY), *told.cells):
            yield cell, {(table, part): number for part, number in counts.items()}


def relations(workspace: Workspace, counts: Iterable[Count]) -> tuple[Sum, ...]:
    """How numbers hang together on the days, and in the municipalities, that some counts are of."""
    told: dict[tuple[date, date], dict[str, list[Count]]] = defaultdict(lambda: defaultdict(list))
    for one in counts:
        told[one.start, one.end][one.municipality or ""].append(one)
    found: list[Sum] = []
    with workspace.store.read() as session:
        for (start, end), by_place in sorted(told.items()):
            whole = Lattice.of(session, workspace, Period(start, end, ""))
            found += whole.sums(Asked.by(by_place.pop("", ())))
            for place, own in sorted(by_place.items()):
                part = Lattice.of(session, workspace, whole.days, place)
                found += [*part.sums(Asked.by(own)), *part.within(whole)]
    return tuple(found)

"""Counts that were delivered, in the same cells as those of rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlmodel import Session

from db.codes import CountKind
from db.tallies.delivered import CountRow, counts_inside, counts_touching, day_after
from db.tallies.participants import FlowTally
from db.tallies.scope import Cell, Scope
from db.tallies.tables import ALL, Base, Counts
from tracker.measures.delivered import is_divided, stretches, total_rows, usable_totals

STANDING = frozenset(
    {
        CountKind.PARTICIPANTS,
        CountKind.ONGOING,
        CountKind.ANONYMOUS,
        CountKind.VOLUME,
        CountKind.QUEUE,
    }
)
"""Counts that add up over time only in one piece."""


@dataclass(frozen=True)
class Told:
    """What deliveries give of one table."""

    cells: list[tuple[Cell, Counts]]
    hidden: frozenset[tuple[int | None, str]] = frozenset()
    """Interventions, each with a category that its delivery hides."""
    undivided: frozenset[tuple[int | None, str]] = frozenset()
    """Interventions, each with a category that is not told as women and men."""


def kinds(session: Session, scope: Scope, kind: CountKind) -> list[tuple[Cell, int]]:
    """One kind of count by intervention, as women, men and the rest."""
    return _parts(_of_kind(session, scope, kind))


def undivided_kinds(session: Session, scope: Scope, kind: CountKind) -> bool:
    """Whether some of a kind is not told as women and men."""
    groups = stretches(_of_kind(session, scope, kind))
    return not all(is_divided(group) for group in groups)


def flows(session: Session, scope: Scope) -> list[tuple[Cell, FlowTally]]:
    """The flow of delivered participants: who was there, less who came, were there before.

    By sex only where each of the three numbers was delivered so: else nobody would have come.
    """
    there, came, left = (
        _by_intervention(kinds(session, scope, kind))
        for kind in (CountKind.PARTICIPANTS, CountKind.STARTED, CountKind.ENDED)
    )
    nobody: dict[Cell, int] = {}
    return [
        pair
        for number, taking_part in there.items()
        for pair in _flows_of(taking_part, came.get(number, nobody), left.get(number, nobody))
    ]


def told_flows(session: Session, scope: Scope) -> frozenset[int | None]:
    """Interventions that have delivered how many took part in the very period, if only nobody."""
    found = stretches(_of_kind(session, scope, CountKind.PARTICIPANTS))
    return frozenset(
        group[0].intervention_id
        for group in found
        if not any(row.hidden or row.numerator is None for row in total_rows(group))
    )


def undivided_flows(session: Session, scope: Scope) -> frozenset[int | None]:
    """Interventions of which some number of the flow is not told as women and men.

    Those in `flows` whose sex is unknown are then no fact: it is hidden, or not told.
    """
    found = {
        group[0].intervention_id
        for kind in (CountKind.PARTICIPANTS, CountKind.STARTED, CountKind.ENDED)
        for group in stretches(_of_kind(session, scope, kind))
        if not is_divided(group)
    }
    cells = [cell for cell, _ in flows(session, scope)]
    there = kinds(session, scope, CountKind.PARTICIPANTS)
    split = {cell.intervention_id for cell, _ in there if cell.sex}
    found |= split - {cell.intervention_id for cell in cells if cell.sex}
    return frozenset(found & {cell.intervention_id for cell in cells if cell.sex is None})


def _by_intervention(found: list[tuple[Cell, int]]) -> dict[int | None, dict[Cell, int]]:
    grouped: dict[int | None, dict[Cell, int]] = defaultdict(dict)
    for cell, number in found:
        grouped[cell.intervention_id][cell] = number
    return grouped


def _flows_of(
    there: dict[Cell, int], came: dict[Cell, int], left: dict[Cell, int]
) -> list[tuple[Cell, FlowTally]]:
    """The flow of one intervention: of each sex, or of all where the sexes do not fit together."""
    fits = all(
        there.get(cell, 0) >= number for each in (came, left) for cell, number in each.items()
    )
    if not fits:
        whole = replace(next(iter(there)), sex=None)
        there, came, left = ({whole: sum(each.values())} for each in (there, came, left))
    return [(cell, _flow(n, came.get(cell, 0), left.get(cell, 0))) for cell, n in there.items()]


def _flow(there: int, came: int, left: int) -> FlowTally:
    return FlowTally(
        participants=there,
        ongoing_start=max(0, there - came),
        new=came,
        ended=left,
        ongoing_end=max(0, there - left),
    )


def tables(session: Session, scope: Scope, name: str, *, base: Base) -> Told:
    """A standard table; of participants only where the delivery is of the very period."""
    measure = f"tabell:{name}"
    find = _of_period if base == "participants" else _inside
    by_part: dict[str, list[CountRow]] = defaultdict(list)
    for row in find(session, scope, measure):
        by_part[row.part].append(row)
    cells: dict[Cell, Counts] = defaultdict(Counts)
    for part, rows in by_part.items():
        for cell, number in _parts(rows):
            cells[cell][part] = cells[cell].get(part, 0) + number
    for cell, number in _bases(by_part).items():
        cells[cell].setdefault(ALL, number)
    groups = [(part, group) for part, rows in by_part.items() for group in stretches(rows)]
    hidden = (
        (group[0].intervention_id, part)
        for part, group in groups
        if any(row.hidden for row in total_rows(group))
    )
    return Told(list(cells.items()), frozenset(hidden), frozenset(_undivided(groups)))


def _undivided(
    groups: Iterable[tuple[str, list[CountRow]]],
) -> Iterator[tuple[int | None, str]]:
    """The categories that are not told as women and men, and the base where that is not."""
    for part, group in groups:
        number = group[0].intervention_id
        if not is_divided(group):
            yield number, part
        if not is_divided([_base_of(row) for row in group]):
            yield number, ALL


def _base_of(row: CountRow) -> CountRow:
    hidden = row.hidden or row.denominator is None
    return replace(row, numerator=row.denominator, denominator=None, hidden=hidden)


def _bases(by_part: dict[str, list[CountRow]]) -> dict[Cell, int]:
    """How many each table is of: its categories all name the same denominator."""
    found: dict[Cell, int] = {}
    for rows in by_part.values():
        of_part = [_base_of(row) for row in rows]
        for cell, number in _parts(of_part):
            found[cell] = max(found.get(cell, 0), number)
    return found


def _inside(session: Session, scope: Scope, measure: str) -> list[CountRow]:
    return _in_place(counts_inside(session, scope, measure), scope)


def _of_period(session: Session, scope: Scope, measure: str) -> list[CountRow]:
    days = (scope.start, scope.end)
    rows = counts_touching(session, scope, measure)
    return _in_place([row for row in rows if (row.start, day_after(row.last_day)) == days], scope)


def _in_place(rows: list[CountRow], scope: Scope) -> list[CountRow]:
    """Counts of one municipality as the totals that they are in a report on it."""
    if scope.municipality is None:
        return rows
    return [replace(row, municipality="") for row in rows]


def _of_kind(session: Session, scope: Scope, kind: CountKind) -> list[CountRow]:
    find = _of_period if kind in STANDING else _inside
    return find(session, scope, kind)


def _parts(rows: list[CountRow]) -> list[tuple[Cell, int]]:
    """Totals by intervention as women, men and the rest; several stretches of days are summed."""
    sums: dict[Cell, int] = defaultdict(int)
    for cell, tally in usable_totals([replace(row, part="") for row in rows]):
        sums[cell] += tally.hits
    for row in rows:
        whole = Cell(intervention_id=row.intervention_id)
        if row.sex is None or row.municipality or row.hidden or whole not in sums:
            continue
        sums[whole] -= row.numerator or 0
        sums[replace(whole, sex=row.sex)] += row.numerator or 0
    return [(cell, number) for cell, number in sums.items() if number > 0]

"""Judging all counts of one publication together: first by itself, then with the earlier ones."""

from collections.abc import Mapping, Sequence
from itertools import chain

from tracker.privacy.counts import Count, Earlier, Rule, Sum
from tracker.privacy.deriving import latest, period_sums, split_sums
from tracker.privacy.equations import reduced
from tracker.privacy.hiding import Reason
from tracker.privacy.ledger import Ledger
from tracker.privacy.solving import Cost, Solver, Table

Cells = Sequence[Sequence[Count]]


def judged(
    counts: Sequence[Count],
    sums: Sequence[Sum],
    rule: Rule,
    earlier: Sequence[Earlier],
    kept: tuple[Cells, frozenset[Count]],
) -> Mapping[Count, Reason | None]:
    """Why each count is hidden; see `tracker.privacy.counts.publish_counts`."""
    together, totals = kept
    cells = _cells(counts, together)
    seen = _seen(earlier)
    costs = [_cost(cell, seen, totals) for cell in cells]
    alone = _by_itself(cells, costs, sums, Ledger(rule, totals))
    reasons = _reasons(alone, cells)
    if earlier:
        table = _with_earlier(alone, cells, sums, earlier)
        for cell in table.quiet & alone.hidden.keys():
            reasons.update(dict.fromkeys(cells[cell], "complementary"))
        for cell in table.hidden:
            if cell not in alone.hidden:
                reasons.update(dict.fromkeys(cells[cell], "earlier"))
    return {count: reasons.get(count) for count in counts}


def _cells(counts: Sequence[Count], together: Cells) -> list[tuple[Count, ...]]:
    """What is shown or hidden as one; groups that share a count are one."""
    groups: dict[Count, dict[Count, None]] = {}
    for cell in together:
        merged = dict.fromkeys(cell)
        for count in cell:
            merged |= groups.get(count, {})
        groups.update(dict.fromkeys(merged, merged))
    grouped = {id(group): tuple(group) for group in groups.values()}
    single = [(count,) for count in dict.fromkeys(counts) if count not in groups]
    return [*grouped.values(), *single]


def _seen(earlier: Sequence[Earlier]) -> frozenset[Count]:
    return frozenset(chain.from_iterable(one.shown for one in earlier))


def _cost(cell: Sequence[Count], seen: frozenset[Count], totals: frozenset[Count]) -> Cost:
    """What a reader loses: parts go before totals, short periods before long, small ones first."""
    first = cell[0]
    splits = sum(1 for one in (first.part, first.insats, first.sex, first.municipality) if one)
    useless = all(count in seen for count in cell)
    months = (first.end.year - first.start.year) * 12 + first.end.month - first.start.month
    empty = first.value == 0
    total = splits == 0 or first in totals
    return ((useless, total, -splits, months), empty, first.value, first.sorting)


def _by_itself(cells: Cells, costs: Sequence[Cost], sums: Sequence[Sum], ledger: Ledger) -> Table:
    """What has to be hidden for the sake of this publication alone."""
    printed = [count for cell in cells for count in cell]
    for count in printed:
        ledger.add(count)
    _relate(ledger, printed, sums)
    table = Table(ledger, _numbered(ledger, cells), costs)
    for at, numbers in enumerate(table.cells):
        if any(ledger.sensitive[number] or number in ledger.of_few for number in numbers):
            table.hidden[at] = None
    Solver(table).run()
    return table


def _relate(ledger: Ledger, counts: Sequence[Count], sums: Sequence[Sum]) -> None:
    ledger.add_sums(sums)
    ledger.add_sums(split_sums(counts), unprinted=True)
    ledger.add_signed(period_sums(counts))
    ledger.add_complements(counts)


def _numbered(ledger: Ledger, cells: Cells) -> list[list[int]]:
    return [[ledger.numbers[count] for count in dict.fromkeys(cell)] for cell in cells]


def _with_earlier(
    alone: Table, cells: Cells, sums: Sequence[Sum], earlier: Sequence[Earlier]
) -> Table:
    """What has to be hidden besides, since readers have kept what was published before."""
    ledger = Ledger(alone.ledger.rule, alone.ledger.totals)
    printed = [count for cell in cells for count in cell]
    for count in chain(printed, *(chain(one.shown, one.hidden) for one in earlier)):
        ledger.add(count)
    before = [[*one.shown, *one.hidden] for one in earlier]
    together = latest(printed, before)
    told = [(printed, sums), *zip(before, (one.sums for one in earlier), strict=True)]
    seen: set[frozenset[Count]] = set()
    for these, given in (*told, (together, ())):
        ledger.add_sums(given)
        if (same := frozenset(these)) not in seen:
            seen.add(same)
            _relate(ledger, these, ())
    ledger.add_signed(period_sums(chain(printed, *reversed(before))))
    known = frozenset(ledger.numbers[count] for count in _seen(earlier))
    numbered = _numbered(ledger, cells)
    table = Table(ledger, numbered, alone.costs, known, hidden={**alone.hidden})
    Solver(table).run()
    if len(table.hidden) == len(alone.hidden):
        return table
    lost = _lost(ledger, known)
    table = Table(ledger, numbered, alone.costs, known, lost, hidden={**alone.hidden})
    Solver(table).run()
    return table


def _lost(ledger: Ledger, known: frozenset[int]) -> frozenset[int]:
    """What the earlier publications alone give away, whatever is hidden now."""
    rows = reduced(
        (at, unknown)
        for at, terms in enumerate(ledger.relations)
        if (unknown := {one: sign for one, sign in terms.items() if one not in known})
    )
    return frozenset(number for row in rows if len(row.terms) == 1 for number in row.terms)


def _reasons(table: Table, cells: Cells) -> dict[Count, Reason | None]:
    """Small cells are called small, unless that would settle how small."""
    few = [*table.ledger.sensitive]
    for number in table.ledger.of_few:
        few[number] = True
    reasons: dict[Count, Reason | None] = {}
    for at in table.hidden:
        small = at not in table.quiet and any(few[number] for number in table.cells[at])
        reasons.update(dict.fromkeys(cells[at], "small" if small else "complementary"))
    return reasons

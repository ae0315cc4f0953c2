"""Judging all counts of one publication together: first by itself, then with the earlier ones."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from tracker.privacy.counts import Count, Earlier, Layout, Rule, Sum
from tracker.privacy.deriving import (
    flow_sums,
    latest,
    parts_of_periods,
    period_sums,
    shares,
    split_sums,
)
from tracker.privacy.hiding import Reason
from tracker.privacy.ledger import Ledger
from tracker.privacy.past import Past
from tracker.privacy.solving import Solver, lost
from tracker.privacy.table import Cost, Table

Cells = Sequence[Sequence[Count]]


def judged(
    counts: Sequence[Count],
    sums: Sequence[Sum],
    rule: Rule,
    earlier: Sequence[Earlier],
    layout: Layout,
) -> Mapping[Count, Reason | None]:
    """Why each count is hidden; see `tracker.privacy.counts.publish_counts`."""
    cells = _cells(counts, layout.together)
    sums = [*sums, *_of_days(counts, earlier)]
    earlier = [one for one in earlier if one.shown or one.hidden]
    past = Past(earlier)
    costs = [_cost(cell, past, layout.totals) for cell in cells]
    alone, again = _by_itself(cells, costs, sums, (Ledger(rule, layout.totals), layout), past)
    why = _reasons(alone)
    if again:
        why |= _reasons_again(alone, why, again)
        why |= {
            at: again[at] for at in again.keys() & alone.hidden if _holds(cells[at], layout.never)
        }
    if earlier:
        table = _with_earlier(alone, (*alone.hidden, *again), (cells, sums), earlier)
        why |= dict.fromkeys((table.quiet & alone.hidden.keys()) - again.keys(), "complementary")
        why |= dict.fromkeys(table.hidden.keys() - alone.hidden.keys(), "earlier")
    reasons = {count: reason for cell, reason in why.items() for count in cells[cell]}
    return {count: reasons.get(count) for count in counts}


def _of_days(counts: Sequence[Count], earlier: Sequence[Earlier]) -> Iterator[Sum]:
    """How numbers of the same days hang together, whatever has been published of them."""
    days = {(one.start, one.end) for one in counts}
    for known in earlier:
        if not (known.shown or known.hidden):
            yield from (one for one in known.sums if (one.whole.start, one.whole.end) in days)


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


def _cost(cell: Sequence[Count], past: Past, totals: frozenset[Count]) -> Cost:
    """What a reader loses.

    What was hidden before goes before what was not, parts before totals, short periods before
    long, small ones first; what readers have already is of no use.
    """
    first = cell[0]
    splits = sum(1 for one in (first.part, first.insats, first.sex, first.municipality) if one)
    useless = all(count in past.seen for count in cell)
    months = (first.end.year - first.start.year) * 12 + first.end.month - first.start.month
    empty = first.value == 0
    total = splits == 0 or not totals.isdisjoint(cell)
    level = (useless, total, past.was(first), -splits, months)
    return (level, empty, first.value, first.sorting)


def _by_itself(
    cells: Cells,
    costs: Sequence[Cost],
    sums: Sequence[Sum],
    shape: tuple[Ledger, Layout],
    past: Past,
) -> tuple[Table, dict[int, Reason]]:
    """What has to be hidden for the sake of this publication alone, and what was before."""
    ledger, layout = shape
    for cell in cells:
        for count in cell:
            ledger.add(count)
    ledger.add_sums(sums)
    _relate(ledger, _told(cells, sums))
    known = frozenset(ledger.numbers[count] for count in layout.always if count in ledger.numbers)
    never = frozenset(ledger.numbers[count] for count in layout.never if count in ledger.numbers)
    given = lost(ledger, known) if known else known
    table = Table(ledger, _numbered(ledger, cells), costs, known, given, silent=layout.silent)
    for at, numbers in enumerate(table.cells):
        few = any(ledger.sensitive[number] or number in ledger.of_few for number in numbers)
        if (few and not known.issuperset(numbers)) or not never.isdisjoint(numbers):
            table.hidden[at] = None
    again = past.again(cells, table.hidden, layout.totals)
    table.hidden |= {at: None for at, reason in again.items() if reason != "earlier"}
    table.quiet |= {at for at, reason in again.items() if reason != "small"}
    Solver(table).run()
    return table, again


def _told(cells: Cells, sums: Sequence[Sum]) -> list[Count]:
    """What a publication prints, and what stands in the relations that it gives with it."""
    printed = dict.fromkeys(chain.from_iterable(cells))
    places = {count.place for count in printed}
    related = (each for one in sums for each in (one.whole, *one.parts))
    return [*printed, *dict.fromkeys(one for one in related if one.place not in places)]


def _relate(ledger: Ledger, counts: Sequence[Count]) -> None:
    """What readers know of counts without being told."""
    ledger.add_sums(split_sums(counts))
    ledger.add_sums(flow_sums(counts))
    ledger.add_signed(period_sums(counts))
    ledger.add_shares(shares(counts))
    ledger.add_later(parts_of_periods(counts))


def _numbered(ledger: Ledger, cells: Cells) -> list[list[int]]:
    return [[ledger.numbers[count] for count in dict.fromkeys(cell)] for cell in cells]


def _with_earlier(
    alone: Table,
    start: Sequence[int],
    printing: tuple[Cells, Sequence[Sum]],
    earlier: Sequence[Earlier],
) -> Table:
    """What has to be hidden besides, since readers have kept what was published before."""
    cells, sums = printing
    ledger = Ledger(alone.ledger.rule, alone.ledger.totals)
    printed = [count for cell in cells for count in cell]
    for count in chain(printed, *(chain(one.shown, one.hidden) for one in earlier)):
        ledger.add(count)
    before = [_told(([*one.shown], [*one.hidden]), one.sums) for one in earlier]
    told = [_told(cells, sums), *before]
    for given in (sums, *(one.sums for one in earlier)):
        ledger.add_sums(given)
    for these in {frozenset(these): these for these in told}.values():
        _relate(ledger, these)
    _relate(ledger, latest(told[0], before))
    ledger.add_signed(period_sums(chain(told[0], *reversed(before))))
    # The printed ones have the numbers that they have in the ledger of this publication alone.
    known = alone.known | {ledger.numbers[count] for one in earlier for count in one.shown}
    numbered = _numbered(ledger, cells)

    def table(given: frozenset[int]) -> Table:
        hidden = dict.fromkeys(start)
        kept = (hidden, {*alone.quiet}, alone.silent)
        return Table(ledger, numbered, alone.costs, known, given, *kept)

    found = table(frozenset(one for one in alone.lost if one < len(printed)))
    if not Solver(found).is_safe():
        found = table(lost(ledger, known))
        Solver(found).run()
    return found


def _reasons(table: Table) -> dict[int, Reason]:
    """Why each hidden cell is: few are called small, unless that would settle how few."""
    few = _few(table)
    return {
        at: "small"
        if at not in table.quiet and not few.isdisjoint(table.cells[at])
        else "complementary"
        for at in table.hidden
    }


def _reasons_again(
    table: Table, why: Mapping[int, Reason], again: Mapping[int, Reason]
) -> dict[int, Reason]:
    """The reasons of before for what is hidden again; what stands beside nothing few is earlier."""
    beside = _beside_few(table)
    return {
        at: again.get(at, reason) if not beside.isdisjoint(table.cells[at]) else "earlier"
        for at, reason in why.items()
        if reason != "small" or at in again
    }


def _holds(cell: Sequence[Count], never: frozenset[Count]) -> bool:
    return not never.isdisjoint(cell)


def _few(table: Table) -> set[int]:
    few = {number for number, small in enumerate(table.ledger.sensitive) if small}
    return few | table.ledger.of_few


def _beside_few(table: Table) -> set[int]:
    """The hidden numbers that hang together with one of few persons."""
    ledger = table.ledger
    shown = {*table.known}
    for at, numbers in enumerate(table.cells):
        if at not in table.hidden:
            shown.update(numbers)
    heap = [number for number in _few(table) if number not in shown]
    found = {*heap}
    while heap:
        for at in ledger.among[heap.pop()]:
            more = ledger.relations[at].keys() - found - shown
            found |= more
            heap.extend(more)
    return found

"""What a reader knows of a hidden number without solving: its reason, and that none is negative."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING

from tracker.privacy.equations import Derived, signed

if TYPE_CHECKING:
    from tracker.privacy.solving import Solver

Ends = tuple[float, float]
ROUNDS = 12
"""Of narrowing; what takes longer to see is not simple."""
TWO = 2
"""Fewer than two is one, whatever is hidden: then the reason says it all."""


def least_and_most(solver: "Solver", number: int) -> Ends:
    """What a reader who knows the reasons takes a hidden number to be."""
    ledger, cell = solver.ledger, solver.cell_of[number]
    few = ledger.rule.min_show
    table = solver.table
    if few <= TWO or cell is None or table.silent or cell in table.quiet:
        return 0, inf
    if table.cells[cell][0] != number or not ledger.plain[number]:
        return 0, inf
    if 0 < ledger.values[number] < few:
        return 1, few - 1
    return (few if ledger.values[number] else 0), inf


def pinned(
    solver: "Solver", relations: Sequence[int], rows: Sequence[Derived], *, by_reason: bool
) -> Iterator[int]:
    """Few persons whose number follows from bounds alone, though no equation gives it."""
    ledger = solver.ledger
    equations = [*_given(solver, relations), *_derived(rows)]
    ends: dict[int, list[float]] = {}
    for terms in equations:
        for number in terms:
            least, most = least_and_most(solver, number) if by_reason else (0, inf)
            ends[number] = [least, most]
    _narrow(equations, ends, ledger.values)
    for number, (least, most) in sorted(ends.items()):
        if least == most and ledger.sensitive[number] and solver.is_target(number):
            yield number


def _given(solver: "Solver", relations: Sequence[int]) -> Iterator[dict[int, int]]:
    for at in relations:
        terms = solver.ledger.relations[at]
        yield {number: sign for number, sign in terms.items() if solver.unknown[number]}


def _derived(rows: Sequence[Derived]) -> Iterator[dict[int, int]]:
    for row in rows:
        if len(row.made_of) > 1:
            terms = {number: signed(sign) for number, sign in row.terms.items()}
            whole = {number: sign for number, sign in terms.items() if sign is not None}
            if len(whole) == len(terms):
                yield whole


def _narrow(
    equations: Sequence[dict[int, int]], ends: dict[int, list[float]], values: Sequence[int]
) -> None:
    """Draw the ends together until nothing moves: what the others leave at least and at most."""
    of_number: dict[int, list[int]] = defaultdict(list)
    for at, terms in enumerate(equations):
        for number in terms:
            of_number[number].append(at)
    totals = [sum(sign * values[one] for one, sign in terms.items()) for terms in equations]
    due: Iterable[int] = range(len(equations))
    for _ in range(ROUNDS):
        moved: set[int] = set()
        for at in due:
            moved.update(_narrow_one(equations[at], totals[at], ends))
        if not moved:
            return
        due = sorted({at for number in moved for at in of_number[number]})


def _narrow_one(terms: dict[int, int], total: int, ends: dict[int, list[float]]) -> list[int]:
    """The numbers whose ends moved."""
    sides = {number: _sides(sign, ends[number]) for number, sign in terms.items()}
    lows, highs = (_sum_and_gaps(side[at] for side in sides.values()) for at in (0, 1))
    if lows[1] > 1 and highs[1] > 1:
        return []
    moved = []
    for number, sign in terms.items():
        low = _without(lows, sides[number][0], -inf)
        high = _without(highs, sides[number][1], inf)
        least, most = sorted(((total - high) / sign, (total - low) / sign))
        old = ends[number]
        if least > old[0] or most < old[1]:
            ends[number] = [max(least, old[0]), min(most, old[1])]
            moved.append(number)
    return moved


def _sides(sign: int, ends: Sequence[float]) -> Ends:
    one, other = sign * ends[0], sign * ends[1]
    return (one, other) if sign > 0 else (other, one)


def _sum_and_gaps(numbers: Iterable[float]) -> tuple[float, int]:
    """The sum of the finite ones, and how many are not."""
    known = [*numbers]
    finite = [number for number in known if abs(number) != inf]
    return sum(finite), len(known) - len(finite)


def _without(total: tuple[float, int], number: float, endless: float) -> float:
    """The sum of the others; endless where one of them is."""
    finite, gaps = total
    if abs(number) == inf:
        return endless if gaps > 1 else finite
    return endless if gaps else finite - number

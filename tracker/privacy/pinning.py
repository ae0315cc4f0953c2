"""What a reader knows of a hidden number without solving: its reason, and that none is negative."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import TYPE_CHECKING, NamedTuple

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


class Equation(NamedTuple):
    """What readers know of some numbers together."""

    terms: tuple[tuple[int, int], ...]
    """The unknowns with their signs."""
    total: int
    made_of: tuple[int, ...]
    """The relations that it comes from."""


@dataclass(frozen=True)
class Pinned:
    """A number of few persons that bounds settle, and the relations that they come from."""

    number: int
    relations: tuple[int, ...]


def pinned(
    solver: "Solver", relations: Sequence[int], rows: Sequence[Derived], *, by_reason: bool
) -> list[Pinned]:
    """Few persons whose number follows from bounds alone, though no equation gives it."""
    ledger = solver.ledger
    equations = [*_given(solver, relations), *_derived(rows, ledger.values)]
    numbers = {number for one in equations for number, _ in one.terms}
    few = [one for one in sorted(numbers) if ledger.sensitive[one] and solver.is_target(one)]
    if not few:
        return []
    start = partial(least_and_most, solver) if by_reason else _none_is_negative
    ends = {number: start(number) for number in numbers}
    moved_by = _narrow(equations, ends)
    return [
        Pinned(number, _behind(number, equations, moved_by))
        for number in few
        if ends[number][0] == ends[number][1]
    ]


def _none_is_negative(_number: int) -> Ends:
    return 0, inf


def _given(solver: "Solver", relations: Sequence[int]) -> Iterator[Equation]:
    for at in relations:
        yield _equation(solver.unknown_terms(at), solver.ledger.values, (at,))


def _derived(rows: Sequence[Derived], values: Sequence[int]) -> Iterator[Equation]:
    for row in rows:
        if len(row.made_of) > 1:
            terms = {number: signed(sign) for number, sign in row.terms.items()}
            whole = {number: sign for number, sign in terms.items() if sign is not None}
            if len(whole) == len(terms):
                yield _equation(whole, values, tuple(row.made_of))


def _equation(terms: dict[int, int], values: Sequence[int], made_of: tuple[int, ...]) -> Equation:
    total = sum(sign * values[one] for one, sign in terms.items())
    return Equation(tuple(terms.items()), total, made_of)


def _behind(
    number: int, equations: Sequence[Equation], moved_by: Mapping[int, AbstractSet[int]]
) -> tuple[int, ...]:
    """The relations that the ends of a number come from, by way of those of others."""
    seen, heap = {number}, [number]
    found: dict[int, None] = {}
    while heap:
        for at in sorted(moved_by.get(heap.pop(), ())):
            found.update(dict.fromkeys(equations[at].made_of))
            more = {one for one, _ in equations[at].terms} - seen
            seen |= more
            heap.extend(more)
    return tuple(found)


def _narrow(equations: Sequence[Equation], ends: dict[int, Ends]) -> Mapping[int, set[int]]:
    """Draw the ends together until nothing moves: what the others leave at least and at most.

    Returns the equations that moved the ends of each number.
    """
    of_number: dict[int, list[int]] = defaultdict(list)
    for at, equation in enumerate(equations):
        for number, _ in equation.terms:
            of_number[number].append(at)
    moved_by: dict[int, set[int]] = defaultdict(set)
    due: Iterable[int] = range(len(equations))
    for _ in range(ROUNDS):
        moved: set[int] = set()
        for at in due:
            for number in _narrow_one(equations[at], ends):
                moved.add(number)
                moved_by[number].add(at)
        if not moved:
            break
        due = sorted({at for number in moved for at in of_number[number]})
    return moved_by


def _narrow_one(equation: Equation, ends: dict[int, Ends]) -> list[int]:
    """The numbers whose ends moved, each by what the others leave for it."""
    terms, total = equation.terms, equation.total
    sums: list[float] = [0, 0]
    endless = [0, 0]
    for number, sign in terms:  # the least that all can be together, and the most
        least, most = ends[number]
        near = sign < 0
        sums[near] += sign * least
        if most == inf:
            endless[not near] += 1
        else:
            sums[not near] += sign * most
    if endless[0] > 1 and endless[1] > 1:
        return []
    moved = []
    for number, sign in terms:
        least, most = ends[number]
        near, is_endless = sign < 0, most == inf
        low, high = least, most
        if not endless[near]:
            high = (total - sums[near]) / sign + least
        if endless[not near] == is_endless:
            low = (total - sums[not near]) / sign + (0 if is_endless else most)
        if low > least or high < most:
            ends[number] = (max(low, least), min(high, most))
            moved.append(number)
    return moved

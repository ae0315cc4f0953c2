"""Linear equations as a reader could solve them: which unknowns follow from the others.

Exact arithmetic in the integers modulo a large prime: the coefficients are small, so nothing that
can be solved is missed, and what cannot is taken for solved once in an astronomical number.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PRIME = 2**61 - 1
_SMALL = 2**20

Terms = dict[int, int]
"""Coefficient by the number of the unknown, or by the number of the equation."""


@dataclass(frozen=True)
class Derived:
    """An equation that follows from others, in its simplest form."""

    terms: Terms
    """Of the unknowns; one term alone: that unknown is solved."""
    made_of: Terms
    """How many times each given equation enters."""


def reduced(equations: Iterable[tuple[int, Mapping[int, int]]]) -> list[Derived]:
    """The reduced row echelon form: an unknown can be solved if it stands alone in a row.

    Args:
        equations: number of each equation and the terms of its unknowns; what is known is left out.
    """
    rows: dict[int, Derived] = {}
    holders: dict[int, set[int]] = defaultdict(set)
    for number, terms in equations:
        row = Derived({at: one % PRIME for at, one in terms.items()}, {number: 1})
        for pivot in [at for at in row.terms if at in rows]:
            _take_away(row, rows[pivot], row.terms[pivot])
        if not row.terms:
            continue
        pivot = min(row.terms, key=lambda at: (len(holders[at]), at))
        _scale(row, pow(row.terms[pivot], -1, PRIME))
        for other in [*holders[pivot]]:
            held = rows[other].terms.keys()
            _take_away(rows[other], row, rows[other].terms[pivot])
            for at in row.terms:
                (holders[at].add if at in held else holders[at].discard)(other)
        rows[pivot] = row
        for at in row.terms:
            holders[at].add(pivot)
    return list(rows.values())


def signed(number: int) -> int | None:
    """A coefficient as a small whole number, or None where it is none."""
    if number < _SMALL:
        return number
    return number - PRIME if PRIME - number < _SMALL else None


def _take_away(row: Derived, other: Derived, times: int) -> None:
    for mine, theirs in ((row.terms, other.terms), (row.made_of, other.made_of)):
        for at, one in theirs.items():
            if left := (mine.get(at, 0) - times * one) % PRIME:
                mine[at] = left
            else:
                del mine[at]  # nothing is left of something


def _scale(row: Derived, times: int) -> None:
    for terms in (row.terms, row.made_of):
        for at, one in terms.items():
            terms[at] = one * times % PRIME

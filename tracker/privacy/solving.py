"""Hiding more, one cell at a time, until nothing that is hidden can be worked out.

Greedy and the same every time: first relation by relation, where most is decided, then by solving
whatever still hangs together as a system of equations.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from tracker.privacy.equations import PRIME, Derived, reduced
from tracker.privacy.ledger import Ledger
from tracker.privacy.pinning import least_and_most, pinned
from tracker.privacy.table import Cost, Table


class _UnsafeError(Exception):
    """Something has to be hidden."""


class Solver:
    """One run over a table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.ledger = table.ledger
        self._only_looks = False
        count = len(self.ledger.values)
        self.cell_of: list[int | None] = [None] * count
        for cell, numbers in enumerate(table.cells):
            for number in numbers:
                self.cell_of[number] = cell
        self.unprinted = set(self.ledger.unprinted)
        self.unknown = [self._is_unknown(number) for number in range(count)]
        self.open = [self._unknown_in(at) for at in range(len(self.ledger.relations))]
        self.queue = deque(at for at, left in enumerate(self.open) if left)
        self.dirty = {number for number in range(count) if self.unknown[number]}

    def run(self) -> None:
        """Hide until nothing hidden can be worked out, or nothing is left to hide."""
        while True:
            while self.queue:
                self._mend(self.queue.popleft())
            if not self._mend_systems():
                return

    def is_safe(self) -> bool:
        """Whether nothing more has to be hidden; stops at the first cell that has."""
        self._only_looks = True
        try:
            self.run()
        except _UnsafeError:
            return False
        return True

    def hide(self, cell: int) -> None:
        """Hide one cell and look again at what it is related to."""
        if self._only_looks:
            raise _UnsafeError
        self.table.hidden[cell] = None
        for number in self.table.cells[cell]:
            if self.unknown[number] or number in self.table.known:
                continue
            self.unknown[number] = True
            self.dirty.add(number)
            for at in self.ledger.among[number]:
                self.open[at] += 1
                self.queue.append(at)

    def _is_unknown(self, number: int) -> bool:
        cell = self.cell_of[number]
        return number not in self.table.known and (cell is None or cell in self.table.hidden)

    def _unknown_in(self, at: int) -> int:
        return sum(1 for number in self.ledger.relations[at] if self.unknown[number])

    def is_target(self, number: int) -> bool:
        """Whether nobody may work it out: hidden, or few that nobody prints."""
        if number in self.table.lost or number in self.ledger.harmless:
            return False
        return number not in self.unprinted or self.ledger.sensitive[number]

    # One relation at a time

    def _mend(self, at: int) -> None:
        terms = self.ledger.relations[at]
        unknown = [number for number in terms if self.unknown[number]]
        if len(unknown) == 1:
            if self.is_target(unknown[0]):
                self._hide_one_of(terms)
        elif unknown and self._is_narrow(unknown, terms):
            sign = terms[unknown[0]]
            values = self.ledger.values
            parts = [one for one in terms if terms[one] == sign and values[one]]
            self._hide_one_of(parts)

    def _is_narrow(self, unknown: Sequence[int], terms: dict[int, int]) -> bool:
        """Whether parts are hidden whose sum tells too much, and hiding more could help."""
        if len({terms[number] for number in unknown}) > 1 or not self._is_of_few(unknown):
            return False
        ledger, few = self.ledger, self.ledger.rule.min_show
        total = sum(ledger.values[number] for number in unknown)
        judged = all(ledger.judged[number] for number in unknown)
        if judged and 0 < total < few:
            sign = terms[unknown[0]]
            return sum(ledger.values[one] for one in terms if terms[one] == sign) >= few
        ends = [least_and_most(self, number) for number in unknown]
        least, most = sum(end[0] for end in ends), sum(end[1] for end in ends)
        return total in (least, most)

    def _is_of_few(self, unknown: Sequence[int]) -> bool:
        """Whether something in it may not be worked out, and something tells of few."""
        sensitive = self.ledger.sensitive
        return any(sensitive[one] for one in unknown) and any(map(self.is_target, unknown))

    def _hide_one_of(self, numbers: Iterable[int]) -> bool:
        cells = {self.cell_of[one] for one in numbers if not self.unknown[one]}
        usable = [
            cell
            for cell in cells
            if cell is not None
            and cell not in self.table.hidden
            and any(number not in self.table.known for number in self.table.cells[cell])
        ]
        if not usable:
            return False
        self.hide(min(usable, key=self._cost))
        return True

    def _cost(self, cell: int) -> Cost:
        """Totals last, then empty cells, then what takes most others along, then the largest."""
        alone = sum(
            1
            for number in self.table.cells[cell]
            for at in self.ledger.among[number]
            if self.open[at] == 0
        )
        level, empty, *rest = self.table.costs[cell]
        return (level, empty, alone, *rest)

    # Systems of relations

    def _mend_systems(self) -> bool:
        """Solve what hangs together and has changed; whether anything more was hidden."""
        start = len(self.table.hidden)
        for relations in self.systems():
            before = len(self.table.hidden)
            rows = self.solved(relations)
            for row in rows:
                self._mend_row(row)
            if len(self.table.hidden) == before:
                self._mend_pinned(relations, rows)
        return len(self.table.hidden) > start

    def solved(self, relations: Sequence[int]) -> list[Derived]:
        """What follows from relations for numbers that nobody may work out.

        A relation with a number that stands in no other, and is no secret, says nothing of the
        rest: it only tells that number, once the rest is known.
        """
        left = {at: self.unknown_terms(at) for at in relations}
        among: dict[int, set[int]] = defaultdict(set)
        for at, terms in left.items():
            for number in terms:
                among[number].add(at)
        loose = [one for one, inside in among.items() if len(inside) == 1]
        while loose:
            one = loose.pop()
            if len(among[one]) == 1 and not self.is_target(one):
                (at,) = among[one]
                for number in left.pop(at):
                    among[number].remove(at)
                    if len(among[number]) == 1:
                        loose.append(number)
        return reduced(sorted(left.items(), key=lambda one: len(one[1])))

    def unknown_terms(self, at: int) -> dict[int, int]:
        """A relation without what is known."""
        terms = self.ledger.relations[at]
        return {number: sign for number, sign in terms.items() if self.unknown[number]}

    def systems(self) -> list[list[int]]:
        """The relations of everything unknown that hangs together with what has changed."""
        found: list[list[int]] = []
        seen: set[int] = set()
        for start in sorted(self.dirty):
            if start in seen:
                continue
            relations: set[int] = set()
            heap = [start]
            seen.add(start)
            while heap:
                for at in self.ledger.among[heap.pop()]:
                    if at in relations:
                        continue
                    relations.add(at)
                    for number in self.ledger.relations[at]:
                        if self.unknown[number] and number not in seen:
                            seen.add(number)
                            heap.append(number)
            if relations and self._matters(relations):
                found.append(sorted(relations))
        self.dirty.clear()
        return found

    def _matters(self, relations: Iterable[int]) -> bool:
        """Whether something may not be worked out, and hiding or keeping quiet could help."""
        known = self.table.known
        numbers = {number for at in relations for number in self.ledger.relations[at]}
        if not any(self.unknown[number] and self.is_target(number) for number in numbers):
            return False
        return not self.table.cells or any(
            self.cell_of[number] is not None and (self.unknown[number] or number not in known)
            for number in numbers
        )

    def _mend_row(self, row: Derived) -> None:
        """Break a derived equation that solves something, by hiding one number it needs."""
        unknown = list(row.terms)
        is_sum = len(row.made_of) > 1 and all(sign == 1 for sign in row.terms.values())
        is_solved = len(unknown) == 1 and self.is_target(unknown[0])
        if not is_solved and (len(unknown) == 1 or not is_sum or not self._is_of_few(unknown)):
            return
        needed = self._needed(row)
        if any(self.unknown[one] and one not in row.terms for one in needed):
            return  # broken by what was hidden meanwhile
        if is_solved:
            self._hide_one_of(needed)
            return
        full = {**needed, **row.terms}
        small = {one: 1 if full[one] == 1 else -1 for one in full}
        if self._is_narrow(unknown, small):
            values = self.ledger.values
            self._hide_one_of(one for one in needed if needed[one] == 1 and values[one])

    def _needed(self, row: Derived) -> dict[int, int]:
        """The numbers that enter a derived equation, the unknown ones apart."""
        sums: dict[int, int] = {}
        for at, times in row.made_of.items():
            for number, sign in self.ledger.relations[at].items():
                sums[number] = (sums.get(number, 0) + times * sign) % PRIME
        return {one: sign for one, sign in sums.items() if sign and one not in row.terms}

    def _mend_pinned(self, relations: Sequence[int], rows: Sequence[Derived]) -> None:
        """Hide more where simple bounds settle a small number; else keep quiet about its reason."""
        few = pinned(self, relations, rows, by_reason=True)
        for one in few:
            if not self._hide_one_of(self._parts_beside(one.number)):
                self._keep_quiet(one.relations)
        if not few:
            return  # without the reasons still less is known
        for one in pinned(self, relations, rows, by_reason=False):
            if not self._hide_one_of(self._parts_beside(one.number)):
                self._hide_one_of(
                    number for at in one.relations for number in self.ledger.relations[at]
                )

    def _parts_beside(self, number: int) -> list[int]:
        relations = self.ledger.relations
        return [
            one
            for at in self.ledger.among[number]
            for one in relations[at]
            if relations[at][one] == relations[at][number] and self.ledger.values[one]
        ]

    def _keep_quiet(self, relations: Sequence[int]) -> None:
        for at in relations:
            for number in self.ledger.relations[at]:
                cell = self.cell_of[number]
                if cell is not None and self.unknown[number]:
                    self.table.quiet.add(cell)


def lost(ledger: Ledger, known: frozenset[int]) -> frozenset[int]:
    """What is given away by what readers have already, whatever is hidden now."""
    solver = Solver(Table(ledger, (), (), known))
    found: set[int] = set()
    for relations in solver.systems():
        rows = solver.solved(relations)
        found.update(number for row in rows if len(row.terms) == 1 for number in row.terms)
        few = pinned(solver, relations, rows, by_reason=False)
        found.update(one.number for one in few)
    return frozenset(found)

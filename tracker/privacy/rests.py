"""What goals of one intervention leave of a goal on all that counts the same.

Nobody prints it, but readers can work it out: it is a breakdown like the interventions themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.privacy.counts import Count, Sum

Cell = tuple[Count, ...]
OTHERS = "utom"
"""Before interventions: all the others."""


@dataclass(frozen=True)
class Rest:
    """The numbers of all interventions but some, and how readers come by them."""

    cell: Cell
    sums: tuple[Sum, ...]


def rests_of(wholes: Iterable[Cell]) -> Iterator[Rest]:
    """The rest beside each intervention with a goal of its own, and beside all of those.

    Args:
        wholes: the numbers of each goal.
    """
    of_all: dict[object, Cell] = {}
    of_one: dict[object, dict[str, Cell]] = defaultdict(dict)
    for cell in wholes:
        first = next((one for one in cell if one.of == "x"), cell[0])
        counted: object = first.place._replace(insats=None)
        if first.insats is None:
            of_all[counted] = cell
        else:
            of_one[counted][first.insats] = cell
    for counted, whole in of_all.items():
        own = of_one[counted]
        for names in dict.fromkeys([*((name,) for name in own), tuple(own)]):
            if names:
                yield _rest(whole, names, [own[name] for name in names])


def _rest(whole: Cell, names: Sequence[str], own: Sequence[Cell]) -> Rest:
    others = f"{OTHERS} {'+'.join(names)}"
    cell: list[Count] = []
    sums: list[Sum] = []
    for count in whole:
        alike = (one for part in own for one in part)
        parts = [one for one in alike if one.place._replace(insats=None) == count.place]
        left = count.value - sum(part.value for part in parts)
        if len(parts) == len(own) and left >= 0:
            rest = replace(count, value=left, part=f"{count.part} {others}".strip())
            cell.append(rest)
            sums.append(Sum(count, (*parts, rest)))
    sums += [Sum(cell[0], (one,)) for one in cell[1:] if one.of == "x"]
    return Rest(tuple(cell), tuple(sums))

"""What was shown and hidden before, so that the same publication made again is the same.

Without it every judgement would choose anew what to hide beside the small numbers, and each report
and delivery would hide a little more than the one before.
"""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Literal

from tracker.privacy.counts import Count, Earlier, Place
from tracker.privacy.hiding import Reason

Was = Literal[0, 1, 2]
"""Hidden when it was published last, never published, shown."""


class Past:
    """Earlier publications, the oldest first."""

    def __init__(self, earlier: Sequence[Earlier]) -> None:
        self.earlier = earlier

    @cached_property
    def seen(self) -> frozenset[Count]:
        """Every count that readers have."""
        return frozenset(count for one in self.earlier for count in one.shown)

    @cached_property
    def _places(self) -> dict[Place, Was]:
        found: dict[Place, Was] = {}
        for one in self.earlier:
            found.update((count.place, 0) for count in one.hidden)
            found.update((count.place, 2) for count in one.shown)
        return found

    @cached_property
    def _kept(self) -> dict[Count, Reason | None]:
        """What the latest publication of this kind did with each count."""
        found: dict[Count, Reason | None] = {}
        for one in self.earlier:
            if one.again:
                found.update(one.hidden)
                found.update(dict.fromkeys(one.shown))
        return found

    def was(self, count: Count) -> Was:
        """What became of it when it was published last, with whatever number."""
        return self._places.get(count.place, 1) if self.earlier else 1

    def again(
        self,
        cells: Sequence[Sequence[Count]],
        small: Collection[int],
        totals: AbstractSet[Count] = frozenset(),
    ) -> dict[int, Reason]:
        """The cells that a publication of this kind hid and whose numbers are the same, and why.

        None at all where one was called small that no longer is: then the rule is another. What is
        no breakdown here may have been one there.
        """
        found: dict[int, Reason] = {}
        for at, cell in enumerate(cells):
            reason = _first(self._kept.get(count) for count in cell)
            if reason == "small" and at not in small:
                if totals.isdisjoint(cell):
                    return {}
                continue
            if reason is not None:
                found[at] = reason
        return found


def _first(reasons: Iterable[Reason | None]) -> Reason | None:
    return next((reason for reason in reasons if reason is not None), None)

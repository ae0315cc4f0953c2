"""Days from an event to its registration: what is entered late is remembered worse."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from typing import Literal

from db.tallies.quality import days_to_entry, days_to_exit
from tracker.quality.desk import Desk
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

SOON_DAYS = 30
"""Days within which a registration is soon."""


@dataclass(frozen=True)
class Delay:
    """How long it took to register the entries, or the exits, of an intervention by hand."""

    insats: str
    event: Literal["entry", "exit"]
    number: int
    median: float
    """Days."""
    longest: int
    within: int = 0
    """How many were registered within `SOON_DAYS`."""

    @property
    def share(self) -> Fraction:
        """The share that were registered within `SOON_DAYS`."""
        return Fraction(self.within, self.number)


def delays(workspace: Workspace) -> tuple[Delay, ...]:
    """The delays of every intervention with anything registered by hand; imports are left out."""
    with store_sentences(), workspace.store.read() as session:
        desk = Desk(session, workspace)
        found = [
            *_delays(desk, "entry", days_to_entry(session, desk.association_id)),
            *_delays(desk, "exit", days_to_exit(session, desk.association_id)),
        ]
    return tuple(sorted(found, key=lambda each: (each.insats, each.event)))


def _delays(
    desk: Desk, event: Literal["entry", "exit"], rows: Iterable[tuple[int, int, int]]
) -> list[Delay]:
    days: dict[int, list[int]] = defaultdict(list)
    for place, late, number in rows:
        days[place] += [late] * number
    return [
        Delay(desk.key(place), event, len(each), float(median(each)), max(each), _soon(each))
        for place, each in days.items()
    ]


def _soon(days: Iterable[int]) -> int:
    return sum(each <= SOON_DAYS for each in days)

"""Figures of goals as counts of persons, so that goals are judged with everything else.

Goals that count the same are the same counts: a goal of one intervention tells of that part of the
goal of all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import chain

from tracker.measures.figure import Figure
from tracker.measures.naming import ENDED, ONGOING, numbers
from tracker.measures.participant_flow import PARTICIPANTS
from tracker.periods import Period
from tracker.plans.model import Goal
from tracker.privacy.counts import Count, Earlier, Layout, Rule, Sum, publish_counts
from tracker.privacy.hiding import Reason
from tracker.privacy.rests import rests_of

UNKNOWN = "okänt"
FIELDS = {"kön": "sex", "insats": "insats", "kommun": "municipality"}
"""Attribute of a count by the name of a split."""
JUDGED_BY = frozenset(
    {"id", "level", "text", "row", "source", "note", "target", "target_text", "direction", "key"}
    | {"lines", "method", "inference", "measured", "min", "max"}
)
"""What of a goal decides how a number is judged, and not what is counted."""
COUNTED = tuple(one.name for one in fields(Goal) if one.name not in JUDGED_BY)
Remembered = Callable[[Sequence[Count]], Sequence[Earlier]]
"""Finds what has been published about the days of some counts."""


@dataclass
class Judged:
    """Counts of a publication, what relates them, and what is shown or hidden as one."""

    counts: dict[Count, None] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    """What holds by itself."""
    splits: list[Sequence[Sum]] = field(default_factory=list)
    """What readers know who see all parts of a split."""
    together: list[tuple[Count, ...]] = field(default_factory=list)
    """What is shown or hidden as one; the exits are those of several goals."""
    wholes: list[tuple[Count, ...]] = field(default_factory=list)
    """Numbers of goals as wholes."""
    totals: dict[Count, None] = field(default_factory=dict)
    """Those, and parts of a split that everybody is in."""
    names: dict[tuple[object, ...], str] = field(default_factory=dict)
    """Name of what a goal counts: the id of the first goal that counts it."""

    def add_figure(
        self, goal: Goal, period: Period, figure: Figure, split: str = "", key: str | None = None
    ) -> tuple[Count, ...]:
        """The counts of a figure; () where it has none. Those of a whole have no split."""
        cell = tuple(self._cell(goal, period, figure, split, key))
        if cell:
            self.counts |= dict.fromkeys(cell)
            self.together.append(tuple(one for one in cell if one.measure != ENDED) or cell)
            self.sums += _within(cell)
            if not split:
                self.wholes.append(cell)
                self.totals |= dict.fromkeys(cell)
        return cell

    def add_split(self, whole: Sequence[Count], parts: Sequence[Sequence[Count]]) -> Sequence[Sum]:
        """That the parts of a split are the whole together, number by number.

        A part that everybody is in is the whole: it is no breakdown.
        """
        sums: list[Sum] = []
        by_name = [{count.of: count for count in part} for part in parts]
        asked = all("eligible" in part for part in by_name)
        for count in whole:
            if count.of == "known" and not asked and any(one.of == "eligible" for one in whole):
                continue  # who was asked is known of all, and not of each part
            members = [part[count.of] for part in by_name if count.of in part]
            if len(members) == len(by_name) > 0 and count not in members:
                sums.append(Sum(count, tuple(members)))
        for part in parts:
            if part and [one.value for one in part] == [one.value for one in whole]:
                self.totals |= dict.fromkeys(part)
        self.splits.append(sums)
        return sums

    def reasons(self, rule: Rule, remembered: Remembered) -> Mapping[Count, Reason | None]:
        """Everything judged together, and with what is remembered of the same days."""
        counts = list(self.counts)
        rests = [*rests_of(self.wholes)]
        beside = [rest.cell for rest in rests]
        sums = chain(self.sums, *self.splits, *(rest.sums for rest in rests))
        return publish_counts(
            [*counts, *chain(*beside)],
            [*sums],
            rule=rule,
            earlier=remembered(counts),
            layout=Layout([*self.together, *beside], frozenset((*self.totals, *self._ongoing()))),
        )

    def _ongoing(self) -> Iterable[Count]:
        """Who of all goes on follows from who took part and who ended: it is told as it is."""
        wholes = {cell[0].place: cell[0].value for cell in self.wholes}
        for place, ended in wholes.items():
            there = wholes.get(place._replace(measure=PARTICIPANTS), 0)
            if place.measure == ENDED and place.insats is None and there >= ended:
                days = (place.start, place.end)
                yield Count(ONGOING, *days, there - ended)

    def _cell(
        self, goal: Goal, period: Period, figure: Figure, split: str, key: str | None
    ) -> Iterable[Count]:
        place: dict[str, str] = {}
        if len(goal.insatser) == 1:
            place["insats"] = goal.insatser[0]
        if split:
            place[FIELDS[split]] = key or UNKNOWN
        for (measure, of, part), value in numbers(goal, figure, self.name_of(goal)):
            yield Count(measure, period.start, period.end, value, of, part, **place)

    def name_of(self, goal: Goal) -> str:
        """What the numbers of a goal are called: the id of the first goal that counts the same."""
        scope = goal.insatser if len(goal.insatser) > 1 else ()
        counts = tuple(getattr(goal, name) for name in COUNTED if name != "insatser")
        return self.names.setdefault((scope, *counts), goal.id)


def _within(cell: Iterable[Count]) -> Iterable[Sum]:
    """Those of whom nothing is known, and those who have the result or not, are the whole."""
    by_name = {one.of: one for one in cell}
    whole = by_name.get("eligible") or by_name.get("")
    missing, told = by_name.get("missing"), by_name.get("n") or by_name.get("x")
    if whole and missing and told and told.value + missing.value <= whole.value:
        yield Sum(whole, (told, missing))


def reason_of(reasons: Mapping[Count, Reason | None], cell: Iterable[Count]) -> Reason | None:
    """Why one of some counts is hidden, the plainest reason first."""
    found = {reasons[count] for count in cell}
    order: tuple[Reason, ...] = ("small", "complementary", "earlier")
    return next((reason for reason in order if reason in found), None)


def nothing_remembered(_counts: Sequence[Count]) -> Sequence[Earlier]:
    """For what is judged by itself."""
    return ()

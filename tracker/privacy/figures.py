"""Figures of goals as counts of persons, so that goals are judged with everything else.

Goals that count the same are the same counts: a goal of one intervention tells of that part of the
goal of all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields

from tracker.measures.figure import Figure
from tracker.measures.participant_flow import PARTICIPANTS
from tracker.periods import Period
from tracker.plans.model import Goal
from tracker.privacy.counts import Count, Earlier, Layout, Rule, Sum, publish_counts
from tracker.privacy.hiding import Reason

UNKNOWN = "okänt"
FIELDS = {"kön": "sex", "insats": "insats", "kommun": "municipality"}
"""Attribute of a count by the name of a split."""
JUDGED_BY = frozenset(
    {"id", "level", "text", "row", "source", "note", "target", "target_text", "direction", "key"}
    | {"lines", "method", "inference", "measured", "min", "max"}
)
"""What of a goal decides how a number is judged, and not what is counted."""
COUNTED = tuple(one.name for one in fields(Goal) if one.name not in JUDGED_BY)
ON_SUPPORT = frozenset({"minskad_försörjning", "kvarstår"})
"""Results that are counted of some exits only."""
Remembered = Callable[[Sequence[Count]], Sequence[Earlier]]
"""Finds what has been published about the days of some counts."""


@dataclass
class Judged:
    """Counts of a publication, what relates them, and what is shown or hidden as one."""

    counts: dict[Count, None] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    together: list[tuple[Count, ...]] = field(default_factory=list)
    totals: dict[Count, None] = field(default_factory=dict)
    """Numbers of goals as wholes: they are told of how many they are of."""
    exits: dict[Count, None] = field(default_factory=dict)
    """Numbers of everybody who ended."""
    names: dict[tuple[object, ...], str] = field(default_factory=dict)
    """Name of what a goal counts: the id of the first goal that counts it."""

    def add_figure(
        self, goal: Goal, period: Period, figure: Figure, split: str = "", key: str | None = None
    ) -> tuple[Count, ...]:
        """The counts of a figure; () where it has none. Those of a whole have no split."""
        cell = tuple(self._cell(goal, period, figure, split, key))
        if cell:
            self.counts |= dict.fromkeys(cell)
            self.together.append(cell)
            if is_of_all_exits(goal):
                self.exits |= dict.fromkeys(one for one in cell if one.of == "eligible")
            if not split:
                self.totals |= dict.fromkeys(cell)
        return cell

    def add_split(self, whole: Sequence[Count], parts: Sequence[Sequence[Count]]) -> None:
        """That the parts of a split are the whole together, number by number.

        A part that everybody is in is the whole: it is no breakdown.
        """
        by_name = [{count.of: count for count in part} for part in parts]
        asked = all("eligible" in part for part in by_name)
        for count in whole:
            if count.of == "known" and not asked and any(one.of == "eligible" for one in whole):
                continue  # who was asked is known of all, and not of each part
            members = [part[count.of] for part in by_name if count.of in part]
            if len(members) == len(by_name) > 0 and count not in members:
                self.sums.append(Sum(count, tuple(members)))
        for part in parts:
            if part and [one.value for one in part] == [one.value for one in whole]:
                self.totals |= dict.fromkeys(part)

    def reasons(self, rule: Rule, remembered: Remembered) -> Mapping[Count, Reason | None]:
        """Everything judged together, and with what is remembered of the same days."""
        counts = list(self.counts)
        return publish_counts(
            counts,
            [*self.sums, *self._still_there()],
            rule=rule,
            earlier=remembered(counts),
            layout=Layout(self.together, frozenset(self.totals)),
        )

    def _still_there(self) -> Iterable[Sum]:
        """Of a part, those who took part and did not end go on; of all it is told as it is."""
        there = {
            one.place._replace(measure="", of=""): one
            for one in self.counts
            if one.measure == PARTICIPANTS and one.is_part
        }
        for exits in self.exits:
            whole = there.get(exits.place._replace(measure="", of=""))
            if whole is not None and whole.value > exits.value:  # that nobody does is not told
                yield Sum(whole, (exits,))

    def _cell(
        self, goal: Goal, period: Period, figure: Figure, split: str, key: str | None
    ) -> Iterable[Count]:
        place: dict[str, str] = {}
        if len(goal.insatser) == 1:
            place["insats"] = goal.insatser[0]
        if split:
            place[FIELDS[split]] = key or UNKNOWN
        for of, value in _numbers(goal, figure):
            yield Count(self.name_of(goal), period.start, period.end, value, of, **place)

    def name_of(self, goal: Goal) -> str:
        """What the numbers of a goal are called: the id of the first goal that counts the same."""
        scope = goal.insatser if len(goal.insatser) > 1 else ()
        if goal.measure == "participants" and not scope:
            return PARTICIPANTS  # the flow in the tables is of them
        counts = tuple(getattr(goal, name) for name in COUNTED if name != "insatser")
        return self.names.setdefault((scope, *counts), goal.id)


def is_of_all_exits(goal: Goal) -> bool:
    """Whether a goal is of every exit of the association, or of one intervention."""
    if goal.exclude or len(goal.insatser) > 1 or goal.denominator != "alla":
        return False
    if goal.measure == "started_or_increased":
        return True
    return goal.measure == "exits" and not set(goal.success) <= ON_SUPPORT


def _numbers(goal: Goal, figure: Figure) -> Iterable[tuple[str, int]]:
    """The groups that a figure tells of: in the share, with the result, eligible, known of."""
    if figure.persons is None:
        if goal.measure == "participants":
            yield "", int(figure.x or 0)
        return
    yield "n", figure.persons
    if isinstance(figure.x, int) and figure.n == figure.persons:
        yield "x", figure.x
    if figure.worse is not None:
        yield "worse", figure.worse
    if figure.eligible is not None:
        yield "eligible", figure.eligible
    eligible = max(figure.persons, figure.eligible or 0)
    yield "known", eligible + figure.not_due + (figure.excluded or 0)


def reason_of(reasons: Mapping[Count, Reason | None], cell: Iterable[Count]) -> Reason | None:
    """Why one of some counts is hidden, the plainest reason first."""
    found = {reasons[count] for count in cell}
    order: tuple[Reason, ...] = ("small", "complementary", "earlier")
    return next((reason for reason in order if reason in found), None)


def nothing_remembered(_counts: Sequence[Count]) -> Sequence[Earlier]:
    """For what is judged by itself."""
    return ()

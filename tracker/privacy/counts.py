"""Counts of persons on their way out, and which of them may be shown.

Everything that one publication prints is judged together: a reader adds and subtracts across its
tables, and has kept the earlier ones.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tracker.privacy.hiding import Reason

__all__ = [
    "Count",
    "Earlier",
    "Layout",
    "Publication",
    "Reason",
    "Rule",
    "Sum",
    "is_sensitive",
    "publish_counts",
]
NUMERATORS = ("x", "worse")
"""Numbers of a share: hidden when few in a breakdown, never as an association-wide total."""
UNKNOWN = ("missing", "not_due", "excluded")
"""Of whom nothing is told: not hidden for being few, only where they give away another number."""


class Place(NamedTuple):
    """What a count counts, without its value."""

    measure: str
    of: str
    part: str
    insats: str | None
    sex: str | None
    municipality: str | None
    start: date
    end: date


@dataclass(frozen=True, eq=False)
class Count:
    """A number of persons or exits before it is published, and what it counts.

    The same thing with another value is another count: it has been corrected in between.
    """

    measure: str
    """Such as "avslutade", "tabell:försörjning_efter", or the id of a goal."""
    start: date
    end: date
    """Half-open."""
    value: int
    of: str = ""
    """Which number of the measure: "" (a plain count), "x", "n", "eligible", "missing" …"""
    part: str = ""
    """Category within the measure ("a-kassa"); "" is all."""
    insats: str | None = None
    sex: str | None = None
    """"kvinna", "man" or "okänt"; None is all."""
    municipality: str | None = None
    place: Place = field(init=False, repr=False)
    """What it counts, without its value: what two versions of a count have in common."""
    _hash: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        where = (self.part, self.insats, self.sex, self.municipality)
        place = Place(self.measure, self.of, *where, self.start, self.end)
        object.__setattr__(self, "place", place)
        object.__setattr__(self, "_hash", hash((place, self.value)))

    def __hash__(self) -> int:
        """Kept: a report looks its counts up tens of thousands of times."""
        return self._hash

    def __eq__(self, other: object) -> bool:
        """As often asked as the hash."""
        if not isinstance(other, Count):
            return NotImplemented
        return self is other or (self.value == other.value and self.place == other.place)

    @property
    def is_part(self) -> bool:
        """Whether it is a breakdown of the association's number."""
        return any((self.part, self.insats, self.sex, self.municipality))

    @property
    def sorting(self) -> tuple[str | date | int, ...]:
        """An order that is the same every time."""
        place = (self.insats or "", self.sex or "", self.municipality or "")
        return (self.measure, self.of, self.part, *place, self.start, self.end, self.value)


@dataclass(frozen=True)
class Sum:
    """A relation that a reader knows: the whole is its parts together.

    Give it only where it holds; what is missing to the whole is taken for a part nobody prints.
    """

    whole: Count
    parts: tuple[Count, ...]


@dataclass(frozen=True)
class Rule:
    """What is too few to show.

    Those of unknown sex are a part like women and men (`formats.md` section 7 has them as one): a
    few of them hide, and the smaller of women and men with them. To show both would tell of the
    few what the total less both is, and who lacks a registered sex is easily known where they work.
    """

    min_show: int = 5
    hide_numerators: bool = True
    """Whether 1 to min_show - 1 with or without the result are few, too, in a breakdown."""


@dataclass(frozen=True)
class Earlier:
    """A publication that readers may have kept."""

    shown: AbstractSet[Count] = frozenset()
    """In an order that is the same every time, where what is hidden beside it should be, too."""
    hidden: Mapping[Count, Reason] = field(default_factory=dict)
    sums: tuple[Sum, ...] = ()
    again: bool = False
    """It is of the kind that is judged now: what it hid of what is as it was is hidden again."""


@dataclass(frozen=True)
class Layout:
    """How the counts of a publication stand in it."""

    together: Sequence[Sequence[Count]] = ()
    """Counts that are shown or hidden as one, such as the numbers of a table row; the first of
    them says of how many persons the row tells."""
    totals: frozenset[Count] = frozenset()
    """Counts that are no breakdown although they are of a part, such as the figure of a goal of
    one intervention: few with the result are told there, and they hide last."""
    always: frozenset[Count] = frozenset()
    """Counts that are shown whatever the door says: what is beside them hides instead."""
    never: frozenset[Count] = frozenset()
    """Counts that are not shown whatever the door says."""
    silent: bool = False
    """Why something is hidden is not told, so that nothing follows from it."""


@dataclass(frozen=True)
class Publication:
    """What was judged for something to be handed out: each count, why it is hidden, the sums."""

    reasons: Mapping[Count, Reason | None] = field(default_factory=dict)
    sums: tuple[Sum, ...] = ()

    def beside(self, other: "Publication") -> "Publication":
        """Both in one; what one of them shows is shown."""
        reasons = {**self.reasons}
        for count, reason in other.reasons.items():
            reasons[count] = reasons.get(count, reason) and reason
        return Publication(reasons, (*self.sums, *other.sums))


def is_judged(count: Count, rule: Rule) -> bool:
    """Whether such a number is hidden when it is small."""
    if count.of in UNKNOWN:
        return False
    return count.of not in NUMERATORS or (rule.hide_numerators and count.is_part)


def is_sensitive(count: Count, rule: Rule) -> bool:
    """Whether the number by itself is too small to show."""
    return 0 < count.value < rule.min_show and is_judged(count, rule)


def publish_counts(
    counts: Sequence[Count],
    sums: Sequence[Sum] = (),
    *,
    rule: Rule,
    earlier: Sequence[Earlier] = (),
    layout: Layout = Layout(),
) -> Mapping[Count, Reason | None]:
    """Why each count of one publication is hidden; None where it may be shown.

    Args:
        counts: everything that will be printed.
        sums: the relations among them.
        rule: what is too few.
        earlier: what this store has published before, the oldest first.
        layout: how the counts stand in the publication.
    """
    from tracker.privacy.judging import judged

    return judged(counts, sums, rule, earlier, layout)

"""Bands beside each other told as one: 6–11 and 12–23 months are 6–23 months."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.problems import N_
from tracker.wording.counted import listed, within
from tracker.wording.language import Language

BELOW = re.compile(r"(?P<word>\D+ )(?P<end>\d+)(?P<unit> .+)")
FROM = re.compile(r"(?P<start>\d+)(?:–(?P<last>\d+))?(?P<unit> .+)")


@dataclass(frozen=True)
class _Band:
    """A band as its words tell it."""

    start: int | None
    """None: from nothing."""
    last: int | None
    """None: whatever is more."""
    word: str
    """Before the number of a band from nothing."""
    unit: str


def joined_bands(language: Language, names: Sequence[str]) -> str:
    """The words for several categories that are shown as one.

    Args:
        language: the reader's.
        names: the words for each, in order.
    """
    bands = list(_bands(names))
    first, last = bands[0], bands[-1]
    if first is None or last is None or not all(map(_follow, pairwise(bands))):
        return _listed(language, names)
    if first.start is not None:
        end = "" if last.last is None else f"–{last.last}"
        return f"{first.start}{end}{last.unit}"
    if last.last is not None:
        return f"{first.word}{last.last + 1}{last.unit}"
    return _listed(language, names)


def _bands(names: Iterable[str]) -> Iterable[_Band | None]:
    for name in names:
        if below := BELOW.fullmatch(name):
            yield _Band(None, int(below["end"]) - 1, below["word"], below["unit"])
        elif found := FROM.fullmatch(name):
            last = None if found["last"] is None else int(found["last"])
            yield _Band(int(found["start"]), last, "", found["unit"])
        else:
            yield None


def _follow(pair: tuple[_Band | None, _Band | None]) -> bool:
    """Whether one band begins where the other ends."""
    one, other = pair
    if one is None or other is None or one.last is None:
        return False
    return other.start == one.last + 1


def _listed(language: Language, names: Sequence[str]) -> str:
    first, *others = names
    return listed(language, [first, *map(within, others)], N_(" or "))

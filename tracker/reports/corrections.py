"""Figures that were corrected since the store last published them: it is said, not hidden."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.privacy.counts import Count
from tracker.reports.model import Cell, Number
from tracker.wording import Language

MOST = 6
"""So many are named; the rest are counted."""


@dataclass(frozen=True)
class Correction:
    """A figure that was published as another."""

    where: str
    """Row and column, or goal, in words."""
    before: int | None = None
    """What it was; None where it is made of several numbers."""


def of_cell(
    row: str, column: str, cell: Cell, counts: Sequence[Count], before: Mapping[Count, int]
) -> Correction | None:
    """The correction of a cell, if one of the counts behind it is another now."""
    changed = [count for count in counts if count in before]
    if not changed:
        return None
    where = f"{row}, {column[:1].lower()}{column[1:]}" if row else column
    return Correction(where, _shown_before(cell.number, changed, before))


def of_goals(known: Mapping[Count, str], before: Mapping[Count, int]) -> list[Correction]:
    """The goals, and parts of goals, that a corrected count stands in."""
    names = dict.fromkeys(name for one, name in known.items() if name and one in before)
    return [Correction(name) for name in names]


def _shown_before(
    number: Number | None, changed: Iterable[Count], before: Mapping[Count, int]
) -> int | None:
    if number is None or number.form != "count":
        return None
    return next((before[count] for count in changed if count.value == number.value), None)


def correction_words(language: Language, found: Sequence[Correction]) -> str:
    """The note that names them."""
    named = [_named(language, one) for one in found[:MOST]]
    if len(found) > MOST:
        rest = len(found) - MOST
        named.append(language.plural("and {number} more", "and {number} more", rest))
    return language.text(
        "Corrected since the last time it was published: {figures}.", figures="; ".join(named)
    )


def _named(language: Language, one: Correction) -> str:
    if one.before is None:
        return one.where
    before = language.number(one.before)
    return language.text("{figure} (was {before})", figure=one.where, before=before)

"""Counts that were entered by hand, or delivered by others: which of them a delivery carries.

What adds up is summed into the row of the period. What does not (`formats.md` section 6) goes with
its own days, so that who receives it knows as much of the period as this store does, and no more.
What cannot go is told by name.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from db.codes import CountKind
from db.delivered import CountSpan, count_spans
from db.tallies.board import InterventionRow
from db.tallies.delivered import CountRow, counts_touching, day_after
from tracker.measures import Frame
from tracker.measures.delivered import stretches, usable_stretches
from tracker.periods import Period

IN_FLOW = (CountKind.PARTICIPANTS, CountKind.ONGOING, CountKind.STARTED, CountKind.ENDED)
"""Kinds that stand in place of rows."""
CAME_AND_LEFT = (CountKind.STARTED, CountKind.ENDED)
REFERRALS = (CountKind.REFERRED, CountKind.ACCEPTED, CountKind.NOT_ACCEPTED)
"""With those who came and left the kinds that add up over time; the others count only where the
days are those asked for."""
Why = Literal["outside", "told_already", "overlapping", "hidden", "other"]


@dataclass(frozen=True)
class LeftOut:
    """A count of this store that a delivery does not carry, and why."""

    insats: str
    """Empty: the association's own."""
    measure: str
    start: date
    last_day: date
    why: Why


@dataclass(frozen=True)
class Stretch:
    """What was entered of a kind, to be sent as one row; no days: those of the delivery."""

    kind: CountKind
    rows: tuple[tuple[CountRow, ...], ...]
    """By the days for which they were entered, each with what makes its total."""
    days: Period | None = None


@dataclass(frozen=True)
class Entered:
    """The counts of an intervention that stand beside its rows, or in place of rows."""

    sent: tuple[Stretch, ...]
    left: tuple[LeftOut, ...]


def entered_kinds(frame: Frame, place: InterventionRow, *, has_flow: bool) -> Entered:
    """The kinds of counts of an intervention that were entered for days of the period.

    Args:
        frame: the period, and whose counts.
        place: the intervention.
        has_flow: whether rows, or counts of the very period, tell who took part. Other counts in
            place of rows are no part of that, in this store as in any other.
    """
    sent: list[Stretch] = []
    left: list[LeftOut] = []
    whole = any(_is_whole(frame, row) for row in _touching(frame, place, CountKind.PARTICIPANTS))
    for kind in CountKind:
        groups, outside, hidden = _sorted_out(frame, _touching(frame, place, kind))
        left += _left_out(place.key, kind, outside, "outside")
        left += _left_out(place.key, kind, hidden, "hidden")
        if kind in IN_FLOW and has_flow:
            adds_up = whole and kind in CAME_AND_LEFT
            other = [rows[0] for rows in groups if not (adds_up or _is_whole(frame, rows[0]))]
            left += _left_out(place.key, kind, other, "told_already")
        elif kind in REFERRALS:
            sent += [Stretch(kind, tuple(groups))] if groups else []
        else:
            apart, overlapping = _apart(frame, groups)
            sent += [Stretch(kind, (rows,), _days(frame, rows[0])) for rows in apart]
            left += _left_out(place.key, kind, [rows[0] for rows in overlapping], "overlapping")
    return Entered(tuple(sent), tuple(left))


def left_of_goals(frame: Frame, place: InterventionRow, goals: Sequence[str]) -> Iterator[LeftOut]:
    """The counts of the goals of a delivery that are no part of its figures."""
    for goal in goals:
        _, outside, hidden = _sorted_out(frame, _touching(frame, place, goal))
        yield from _left_out(place.key, goal, outside, "outside")
        yield from _left_out(place.key, goal, hidden, "hidden")


def left_of_others(
    frame: Frame, place: InterventionRow | None, is_told: Callable[[str], bool]
) -> Iterator[LeftOut]:
    """What is neither a kind of count nor a goal of the delivery; no place: of no intervention."""
    number, key = (place.id, place.key) if place else (None, "")
    period = frame.period
    spans = count_spans(frame.session, frame.association_id, period.start, period.last_day)
    own = [one for one in spans if one.intervention_id == number and not is_told(one.measure)]
    yield from _left_out(key, None, own, "other")


def _touching(frame: Frame, place: InterventionRow, measure: str) -> list[CountRow]:
    return counts_touching(frame.session, frame.scope((place.id,)), measure)


def _is_whole(frame: Frame, row: CountRow) -> bool:
    return (row.start, row.last_day) == (frame.period.start, frame.period.last_day)


def _sorted_out(
    frame: Frame, rows: Iterable[CountRow]
) -> tuple[list[tuple[CountRow, ...]], list[CountRow], list[CountRow]]:
    """What can be used by its days; what reaches outside the period; what is hidden."""
    inside: list[CountRow] = []
    outside: list[CountRow] = []
    for row in rows:
        fits = frame.period.start <= row.start and row.last_day <= frame.period.last_day
        (inside if fits else outside).append(row)
    usable = [tuple(group) for _, _, group in usable_stretches(inside)]
    hidden = [row for group in stretches(inside) if tuple(group) not in usable for row in group]
    return usable, outside, hidden


def _apart(
    frame: Frame, groups: Iterable[tuple[CountRow, ...]]
) -> tuple[list[tuple[CountRow, ...]], list[tuple[CountRow, ...]]]:
    """Those whose days do not overlap, the period itself first; and the others."""
    apart: list[tuple[CountRow, ...]] = []
    others: list[tuple[CountRow, ...]] = []
    for rows in sorted(groups, key=lambda one: (not _is_whole(frame, one[0]), one[0].start)):
        first = rows[0]
        free = all(
            first.last_day < other[0].start or first.start > other[0].last_day for other in apart
        )
        (apart if free else others).append(rows)
    return apart, others


def _days(frame: Frame, row: CountRow) -> Period | None:
    if _is_whole(frame, row):
        return None
    label = f"{row.start.isoformat()}..{row.last_day.isoformat()}"
    return Period(row.start, day_after(row.last_day), label)


def _left_out(
    insats: str, measure: str | None, rows: Iterable[CountRow | CountSpan], why: Why
) -> list[LeftOut]:
    """One for each measure and its days."""
    found = [
        LeftOut(
            insats,
            measure or (row.measure if isinstance(row, CountSpan) else ""),
            row.start,
            row.last_day if isinstance(row, CountRow) else row.end,
            why,
        )
        for row in rows
    ]
    return list(dict.fromkeys(found))

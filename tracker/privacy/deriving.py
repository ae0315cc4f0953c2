"""Relations that readers know without being told: parts of a split, and periods of a year.

They are taken to hold where the numbers add up: a reader can see that they do, or will believe it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tracker.measures.naming import ENDED, TABLE
from tracker.measures.participant_flow import FLOW, PARTICIPANTS, UNKNOWN_SEX
from tracker.privacy.counts import Count, Place, Sum

SPLITS = ("insats", "sex", "municipality")
DIVIDED = SPLITS[:2]
"""Of which a publication tells all parts."""
IN_FLOW = frozenset({*FLOW, PARTICIPANTS})
HALVES = (FLOW[:2], FLOW[2:])
"""Who was there, by how they came and by what became of them."""
ON_A_DAY = (FLOW[0], FLOW[-1])
"""Who is there on the first day of a period, and after its last: not who was there in it."""


def latest(current: Iterable[Count], earlier: Iterable[Iterable[Count]]) -> list[Count]:
    """One version of each count: today's, else the one published last."""
    versions: dict[Place, Count] = {}
    for publication in (*earlier, current):
        versions.update({count.place: count for count in publication})
    return list(versions.values())


def split_sums(counts: Iterable[Count]) -> Iterator[Sum]:
    """Wholes that are their interventions, sexes or municipalities together.

    A whole that is not among the counts is made, since it can be added up: it may be the link
    between two tables. Not so of municipalities, which are told of one at a time; and one part
    alone is no split. Give one version of each count.
    """
    known: dict[tuple[object, ...], Count] = {count.place: count for count in counts}
    for split in (*SPLITS, *SPLITS[:-1]):  # twice, for wholes that were made in between
        column = Place._fields.index(split)
        groups: dict[tuple[object, ...], list[Count]] = defaultdict(list)
        for place, count in known.items():
            if place[column] is not None:
                groups[(*place[:column], None, *place[column + 1 :])].append(count)
        for place, parts in groups.items():
            if len(parts) == 1:
                continue
            total = sum(part.value for part in parts)
            whole = known.get(place)
            if whole is not None and split == "sex":
                yield from over_sexes(whole, parts)
                continue
            if whole is None and split in DIVIDED:
                whole = known[place] = _at(Place._make(place), total)
            if whole is not None and whole.value == total:
                yield Sum(whole, tuple(parts))


def over_sexes(whole: Count, parts: Sequence[Count]) -> Iterator[Sum]:
    """That women, men and those whose sex is not known are all of them.

    That nobody's is unknown follows only where the others are told.
    """
    rest = whole.value - sum(part.value for part in parts)
    if rest < 0:
        return
    if any(part.sex == UNKNOWN_SEX for part in parts):
        yield Sum(whole, tuple(parts))
    else:
        yield Sum(whole, (*parts, replace(whole, value=rest, sex=UNKNOWN_SEX)))


def flow_sums(counts: Iterable[Count]) -> Iterator[Sum]:
    """The flow of participants: who was there began or was there before, and ended or goes on.

    Who goes on after a period was there when the next one began; periods that begin or end on one
    day have the same people there.
    """
    rows: dict[Place, dict[str, Count]] = defaultdict(dict)
    for count in counts:
        if count.measure in IN_FLOW and not (count.of or count.part):
            rows[count.place._replace(measure="")][count.measure] = count
    yield from _on_one_day(rows)
    for place, row in rows.items():
        yield from _halves(place, row)


def _on_one_day(rows: Mapping[Place, dict[str, Count]]) -> Iterator[Sum]:
    """Who was there on a day, told of all the periods that begin or end on it."""
    days = Place._fields.index("start")
    there: dict[tuple[object, ...], Count] = {}
    for place, row in rows.items():
        for name, day in zip(ON_A_DAY, place[days:], strict=True):
            if name in row:
                there.setdefault((*place[:days], day), row[name])
    for place, row in rows.items():
        for name, day in zip(ON_A_DAY, place[days:], strict=True):
            if (known := there.get((*place[:days], day))) is not None:
                count = row.setdefault(name, _at(place._replace(measure=name), known.value))
                if count is not known and count.value == known.value:
                    yield Sum(known, (count,))


def _halves(place: Place, row: dict[str, Count]) -> Iterator[Sum]:
    """A row of the flow in itself, with the number of it that the others give."""
    for half in (*HALVES, *HALVES[:1]):  # twice, for a whole that was made in between
        one, other = (row.get(name) for name in half)
        whole = row.get(PARTICIPANTS)
        if one and other and not whole:
            whole = _at(place._replace(measure=PARTICIPANTS), one.value + other.value)
            row[PARTICIPANTS] = whole
        elif whole and (one or other) and not (one and other):
            known, missing = (one, half[1]) if one else (other, half[0])
            left = whole.value - (known.value if known else 0)
            if left >= 0:
                row[missing] = _at(place._replace(measure=missing), left)
        parts = tuple(row[name] for name in half if name in row)
        if whole and len(parts) == len(half) and whole.value == sum(each.value for each in parts):
            yield Sum(whole, parts)


def shares(counts: Iterable[Count]) -> Iterator[tuple[Count, Count]]:
    """Those with a result, and those whom they are among: the share's base, or the exits."""
    known = {count.place: count for count in counts}
    for place, count in known.items():
        if place.of == "x":
            whole = known.get(place._replace(of="n")) or known.get(place._replace(of="n", part=""))
            if whole is None and place.measure.startswith(TABLE):
                whole = known.get(place._replace(measure=ENDED, of="", part=""))
            if whole is not None and whole.value >= count.value:
                yield count, whole


def parts_of_periods(counts: Iterable[Count]) -> Iterator[tuple[Count, Count]]:
    """Numbers of a part of a year, with those of the longer period that they are among.

    What lies between is not told of anybody and not judged: it only may not be less than nobody.
    """
    series: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    days = Place._fields.index("start")
    for count in counts:
        if count.measure not in ON_A_DAY:
            series[count.place[:days]].append(count)
    for versions in series.values():
        for short in versions if len(versions) > 1 else ():
            for whole in versions:
                within = whole.start <= short.start and short.end <= whole.end
                longer = whole.end - whole.start > short.end - short.start
                if within and longer and short.value <= whole.value:
                    yield short, whole


def _at(place: Place, value: int) -> Count:
    measure, of, part, insats, sex, municipality, start, end = place
    return Count(measure, start, end, value, of, part, insats, sex, municipality)


def period_sums(counts: Iterable[Count]) -> Iterator[Mapping[Count, int]]:
    """Periods that are shorter ones together, such as the year and its thirds, with signs.

    Args:
        counts: today's first; a version that fits no longer is left out.
    """
    series: dict[tuple[object, ...], dict[Count, None]] = defaultdict(dict)
    days = Place._fields.index("start")
    for count in counts:
        series[count.place[:days]][count] = None
    for versions in series.values():
        if len({(one.start, one.end) for one in versions}) > 2:  # noqa: PLR2004 - a whole of two
            yield from _cycles(sorted(versions, key=lambda one: one.end - one.start))


def _cycles(versions: Iterable[Count]) -> Iterator[Mapping[Count, int]]:
    """Each period that leads where others lead already, and by as much."""
    ways: dict[date, dict[date, Count]] = defaultdict(dict)
    for one in versions:
        way = _way(ways, one.start, one.end)
        if way is None:
            ways[one.start][one.end] = ways[one.end][one.start] = one
        elif one not in way and one.value == sum(sign * step.value for step, sign in way.items()):
            yield {one: 1, **{step: -sign for step, sign in way.items()}}


def _way(
    ways: Mapping[date, Mapping[date, Count]], start: date, end: date
) -> dict[Count, int] | None:
    """The periods from one day to another, with the sign of going forwards or back."""
    reached: dict[date, dict[Count, int]] = {start: {}}
    heap = [start]
    while heap:
        here = heap.pop()
        for there, step in ways.get(here, {}).items():
            if there not in reached:
                reached[there] = {**reached[here], step: 1 if there > here else -1}
                heap.append(there)
    return reached.get(end)

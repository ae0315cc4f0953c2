"""Relations that readers know without being told: parts of a split, and periods of a year.

They are taken to hold where the numbers add up: a reader can see that they do, or will believe it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tracker.privacy.counts import Count, Place, Sum

SPLITS = ("insats", "sex", "municipality")


def latest(current: Iterable[Count], earlier: Iterable[Iterable[Count]]) -> list[Count]:
    """One version of each count: today's, else the one published last."""
    versions: dict[Place, Count] = {}
    for publication in (*earlier, current):
        versions.update({count.place: count for count in publication})
    return list(versions.values())


def split_sums(counts: Iterable[Count]) -> Iterator[Sum]:
    """Wholes that are their interventions, sexes or municipalities together.

    A whole that is not among the counts is made, since it can be added up: it may be the link
    between two tables. Give one version of each count.
    """
    known: dict[tuple[object, ...], Count] = {count.place: count for count in counts}
    for split in (*SPLITS, *SPLITS[:-1]):  # twice, for wholes that were made in between
        column = Place._fields.index(split)
        groups: dict[tuple[object, ...], list[Count]] = defaultdict(list)
        for place, count in known.items():
            if place[column] is not None:
                groups[(*place[:column], None, *place[column + 1 :])].append(count)
        for place, parts in groups.items():
            total = sum(part.value for part in parts)
            whole = known.get(place)
            if whole is None:
                whole = known[place] = _at(Place._make(place), total)
            if whole.value == total:
                yield Sum(whole, tuple(parts))


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

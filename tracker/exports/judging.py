"""What of a delivery may be shown: totals are its purpose, parts of them pass the door.

An owner reports to its financier how many of how many (`formats.md` section 6), so the totals of an
intervention stand as they are. Women and men are shown only where both, and what was hidden of
neither, can be told; the categories of a table, and their women and men, as the door decides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.codes import CountKind, Sex
from db.tallies.tables import ALL, UNKNOWN
from tracker.exports.counting import FLOW, Counted, Numbers, relations
from tracker.exports.naming import Place
from tracker.periods import Period
from tracker.privacy.counts import Count, Layout, Publication, Reason, Rule, Sum, publish_counts
from tracker.privacy.deriving import over_sexes
from tracker.privacy.figures import Remembered, nothing_remembered
from tracker.validation.references import TABLE

IN_FLOW = frozenset(kind.value for kind in FLOW)
Reasons = Mapping[Count, Reason | None]
Found = tuple[Place, Sequence[Counted]]


@dataclass(frozen=True)
class Line:
    """One row of a delivery as it is sent; without numbers it is hidden."""

    measure: str
    part: str
    sex: str | None
    numbers: Numbers | None
    days: Period | None = None
    """None: those of the delivery."""


@dataclass(frozen=True)
class Judgement:
    """The lines that are sent, and what the store remembers of them when they have been."""

    lines: Mapping[str, Sequence[Line]]
    """By intervention, in the order in which they were counted."""
    publication: Publication


def judge(
    period: Period,
    counted: Mapping[str, Sequence[Counted]],
    rule: Rule,
    remembered: Remembered = nothing_remembered,
) -> Judgement:
    """The lines of the interventions of a delivery, all judged together.

    A line is sent or hidden whole. What the door would show but stands in a line with a number
    that it hides is taken away and everything judged anew, so that the store remembers exactly
    what was sent.

    Args:
        period: the days.
        counted: what each intervention counts, by its key.
        rule: what is too few to show.
        remembered: finds what has been published about the days of some counts.
    """
    found = [one for insats, things in counted.items() for one in _by_days(insats, period, things)]
    counts = list(dict.fromkeys(one for place, own in found for one in _every(place, own)))
    sums = [one for place, own in found for one in _sums(place, own)]
    earlier = remembered(counts)
    together = [cell for place, own in found for cell in _cells(place, own)]
    always = frozenset(one for place, own in found for one in _totals(place, own))
    never = {one for place, own in found for one in _withheld(place, own, rule)}
    while True:
        layout = Layout(together, always, always, frozenset(never), silent=True)
        reasons = publish_counts(counts, sums, rule=rule, earlier=earlier, layout=layout)
        reasons = {**reasons, **dict.fromkeys(always)}
        sent: dict[str, list[tuple[Line, tuple[Count, ...]]]] = {insats: [] for insats in counted}
        for place, own in found:
            sent[place.insats] += _lines(place, own, reasons, rule)
        left = {one for one in counts if reasons[one] is None} - _told(sent.values())
        if not left:
            break
        never |= left
    lines = {insats: [line for line, _ in own] for insats, own in sent.items()}
    return Judgement(lines, Publication(reasons, tuple(sums)))


def _by_days(insats: str, period: Period, counted: Sequence[Counted]) -> Iterator[Found]:
    """What an intervention counts for the days of the delivery, and for others within them."""
    for days in dict.fromkeys((None, *(one.days for one in counted))):
        own = [one for one in counted if one.days == days]
        yield Place.of(insats, days or period, own), own


def _told(sent: Iterable[Iterable[tuple[Line, Sequence[Count]]]]) -> set[Count]:
    """The numbers in lines that are not hidden."""
    return {one for lines in sent for line, own in lines if line.numbers for one in own}


def _every(place: Place, counted: Iterable[Counted]) -> Iterator[Count]:
    """All numbers: of everybody, and of women and men."""
    for each in counted:
        yield from place.counts(each)
        if _is_split(each):
            yield from place.both(each)


def _is_split(each: Counted) -> bool:
    """Whether there are lines for women and men: not where there is nobody."""
    return bool(each.by_sex) and bool(each.total.numerator or each.total.denominator)


def _totals(place: Place, counted: Iterable[Counted]) -> Iterator[Count]:
    """What the intervention owner reports to its financier as it is."""
    for each in counted:
        if not each.measure.startswith(TABLE):
            yield from place.counts(each)


def _cells(place: Place, counted: Sequence[Counted]) -> Iterator[tuple[Count, ...]]:
    """Women and men of a thing are shown or hidden as one; those of the flow all of them."""
    flow = _of_flow(place, counted)
    yield flow
    known = {*flow}
    for each in counted:
        if _is_split(each):
            yield tuple(one for one in place.both(each) if one not in known)


def _of_flow(place: Place, counted: Iterable[Counted]) -> tuple[Count, ...]:
    return tuple(
        one
        for each in counted
        if each.measure in IN_FLOW and _is_split(each)
        for one in place.both(each)
    )


def _withheld(place: Place, counted: Sequence[Counted], rule: Rule) -> Iterator[Count]:
    """Women and men where either, or those whose sex is not known, are too few to be told of.

    So are those of whom a table knows nothing, if they are few: an owner's tables are small.
    """
    flow = _of_flow(place, counted)
    in_flow = [each for each in counted if each.measure in IN_FLOW]
    hidden = not all(tells_of_many(each, rule) for each in (*in_flow, *place.stayed()))
    if hidden:
        yield from flow
    for each in counted:
        if each.part == UNKNOWN and 0 < each.total.numerator < rule.min_show:
            yield from place.counts(each)
        if not _is_split(each) or each.measure in IN_FLOW:
            continue
        both = place.both(each)
        is_of_flow = hidden and not {*flow}.isdisjoint(both)
        if is_of_flow or not tells_of_many(each, rule):
            yield from (one for one in both if one not in flow)


def _lines(
    place: Place, counted: Sequence[Counted], reasons: Reasons, rule: Rule
) -> Iterator[tuple[Line, tuple[Count, ...]]]:
    """The lines with the numbers that they tell; in a table few are never told."""
    bases = {each.measure: place.counts(each) for each in counted if each.part == ALL}
    for each in counted:
        own = place.counts(each)
        few = each.measure.startswith(TABLE) and 0 < each.total.numerator < rule.min_show
        shown = not few and _all_shown((*own, *bases.get(each.measure, ())), reasons)
        whole = each.total if shown else None
        yield Line(each.measure, each.part, None, whole, each.days), own
        if _is_split(each):
            both = shown and _all_shown(place.both(each), reasons)
            for sex, numbers in each.by_sex.items():
                told = place.counts(each, sex)
                said = numbers if both else None
                yield Line(each.measure, each.part, sex, said, each.days), told


def _all_shown(counts: Iterable[Count], reasons: Reasons) -> bool:
    return all(reasons[one] is None for one in counts)


def tells_of_many(each: Counted, rule: Rule) -> bool:
    """Whether women, men and those of unknown sex are none or enough, with the result or without.

    The total is known, so those of unknown sex are known with women and men.
    """
    groups = [*each.by_sex.values(), _rest(each)]
    return all(not 0 < number < rule.min_show for one in groups for number in _persons(one, rule))


def _persons(numbers: Numbers, rule: Rule) -> Iterator[int]:
    if numbers.denominator is None:
        yield numbers.numerator
        return
    yield numbers.denominator
    known = numbers.denominator - (numbers.missing or 0)
    yield known
    if rule.hide_numerators:
        yield numbers.numerator
        yield known - numbers.numerator
        if numbers.worse is not None:
            yield numbers.worse
            yield known - numbers.numerator - numbers.worse


def _rest(each: Counted) -> Numbers:
    def left(name: str) -> int | None:
        whole = getattr(each.total, name)
        parts = [getattr(one, name) or 0 for one in each.by_sex.values()]
        return None if whole is None else whole - sum(parts)

    return Numbers(left("numerator") or 0, *map(left, ("denominator", "missing", "worse")))


def _sums(place: Place, counted: Sequence[Counted]) -> Iterator[Sum]:
    """What a reader can add and subtract in this delivery."""
    for each in counted:
        if _is_split(each):
            columns = zip(*(place.counts(each, sex) for sex in each.by_sex), strict=True)
            for whole, parts in zip(place.counts(each), columns, strict=True):
                yield from over_sexes(whole, parts)
    by_kind = place.flow
    if by_kind:
        there, *rest = (
            by_kind[kind] for kind in (CountKind.PARTICIPANTS, CountKind.ONGOING, CountKind.ENDED)
        )
        for sex in (None, *there.by_sex):
            whole = place.counts(there, sex)[0]
            yield Sum(whole, tuple(place.counts(one, sex)[0] for one in rest))
            yield Sum(whole, place.came(sex))
    for sex in (None, *Sex):
        yield from _table_sums(place, counted, sex)


def _table_sums(place: Place, counted: Iterable[Counted], sex: str | None) -> Iterator[Sum]:
    tables: dict[str, dict[str, Count]] = {}
    for each in counted:
        if each.measure.startswith(TABLE) and (sex is None or sex in each.by_sex):
            tables.setdefault(each.measure, {})[each.part] = place.counts(each, sex)[0]
    for measure, cells in tables.items():
        for named in relations(measure.removeprefix(TABLE)):
            parts = [cell for part, cell in cells.items() if part != ALL]
            if named is not None:
                parts = [cells[part] for part in named if part in cells]
            yield Sum(cells[ALL], tuple(parts))

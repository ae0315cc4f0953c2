"""What of a delivery may be shown: totals are its purpose, parts of them pass the door.

An owner reports to its financier how many of how many (`formats.md` section 6), so the totals of an
intervention stand as they are. Women and men are shown only where both, and what was hidden of
neither, can be told; the categories of a table as the door decides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.codes import CountKind, Sex
from db.tallies.tables import ALL
from tracker.exports.counting import FLOW, Counted, Numbers, relations, source_of
from tracker.periods import Period
from tracker.privacy.counts import Count, Publication, Reason, Rule, Sum, publish_counts
from tracker.privacy.figures import Remembered, nothing_remembered
from tracker.validation.references import TABLE

BEFORE = f"{TABLE}försörjning_före"
OF = {"numerator": "x", "denominator": "eligible", "missing": "missing", "worse": "worse"}
PLAIN = {"numerator": ""}
"""What the door calls the numbers of a share, and of a plain count."""


@dataclass(frozen=True)
class Line:
    """One row of a delivery as it is sent; without numbers it is hidden."""

    measure: str
    part: str
    sex: str | None
    numbers: Numbers | None


@dataclass(frozen=True)
class _Place:
    """An intervention's days, for naming counts to the door."""

    insats: str
    period: Period

    def counts(self, counted: Counted, sex: str | None = None) -> tuple[Count, ...]:
        numbers = counted.by_sex[sex] if sex else counted.total
        names = PLAIN if numbers.denominator is None else OF
        return tuple(
            Count(
                counted.measure,
                self.period.start,
                self.period.end,
                value,
                of=of,
                part=counted.part,
                insats=self.insats,
                sex=sex,
            )
            for name, of in names.items()
            if (value := getattr(numbers, name)) is not None
        )

    def every(self, counted: Iterable[Counted]) -> Iterator[Count]:
        """All numbers: of everybody, and of women and men."""
        for each in counted:
            for sex in (None, *each.by_sex):
                yield from self.counts(each, sex)

    def totals(self, counted: Iterable[Counted]) -> Iterator[Count]:
        """What the intervention owner reports to its financier as it is."""
        for each in counted:
            if not each.measure.startswith(TABLE):
                yield from self.counts(each)


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

    Args:
        period: the days.
        counted: what each intervention counts, by its key.
        rule: what is too few to show.
        remembered: finds what has been published about the days of some counts.
    """
    places = [(_Place(insats, period), things) for insats, things in counted.items()]
    counts = list(dict.fromkeys(one for place, found in places for one in place.every(found)))
    sums = [one for place, found in places for one in _sums(place, found)]
    reasons = publish_counts(
        counts,
        sums,
        rule=rule,
        earlier=remembered(counts),
        totals=frozenset(one for place, found in places for one in place.totals(found)),
    )
    lines: dict[str, Sequence[Line]] = {}
    told: dict[Count, Reason | None] = {}
    for place, found in places:
        split = _split(place, found, reasons, rule)
        sent = [
            (each, list(_lines(place, each, reasons, shows_sex=each.measure in split)))
            for each in found
        ]
        lines[place.insats] = [line for _, own in sent for line in own]
        for each, own in sent:
            told |= _told(place, each, own, reasons)
    return Judgement(lines, Publication(told, tuple(sums)))


def _told(
    place: _Place, each: Counted, lines: Sequence[Line], reasons: Mapping[Count, Reason | None]
) -> dict[Count, Reason | None]:
    """Which numbers stand in the lines, and why others do not.

    What could be told but stands in a line with others that may not is neither.
    """
    shown = {line.sex for line in lines if line.numbers is not None}
    return {
        count: None if sex in shown else reasons[count]
        for sex in (None, *each.by_sex)
        for count in place.counts(each, sex)
        if sex in shown or reasons[count] is not None
    }


def _lines(
    place: _Place, each: Counted, reasons: Mapping[Count, Reason | None], *, shows_sex: bool
) -> Iterator[Line]:
    whole = place.counts(each)[0]
    if each.measure.startswith(TABLE):
        base = Count(each.measure, whole.start, whole.end, 0, insats=place.insats)
        hidden = reasons[whole] is not None or _base_is_hidden(base, reasons)
        yield Line(each.measure, each.part, None, None if hidden else each.total)
        return
    yield Line(each.measure, each.part, None, each.total)
    if each.total.numerator or each.total.denominator:
        for sex, numbers in each.by_sex.items():
            yield Line(each.measure, each.part, sex, numbers if shows_sex else None)


def _base_is_hidden(base: Count, reasons: Mapping[Count, Reason | None]) -> bool:
    """Whether everybody in a table is hidden; then none of its categories is shown."""
    return any(
        reason is not None
        for count, reason in reasons.items()
        if (count.measure, count.part, count.sex) == (base.measure, ALL, None)
    )


def _split(
    place: _Place, counted: Iterable[Counted], reasons: Mapping[Count, Reason | None], rule: Rule
) -> set[str]:
    """The measures that are shown for women and men; those of the flow together or not at all."""
    shown: set[str] = set()
    refused: set[str] = set()
    for each in counted:
        judged = [*place.counts(each), *(c for sex in each.by_sex for c in place.counts(each, sex))]
        passes = all(reasons[count] is None for count in judged) and _tells_of_many(each, rule)
        (shown if passes else refused).add(each.measure)
    flow = {kind.value for kind in FLOW}
    return shown - refused - (flow if flow & refused else set())


def _tells_of_many(each: Counted, rule: Rule) -> bool:
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


def _sums(place: _Place, counted: Sequence[Counted]) -> Iterator[Sum]:
    """What a reader can add and subtract in this delivery."""
    for each in counted:
        if each.by_sex:
            columns = zip(*(place.counts(each, sex) for sex in each.by_sex), strict=True)
            for whole, parts in zip(place.counts(each), columns, strict=True):
                yield Sum(whole, tuple(parts))
    by_kind = {each.measure: each for each in counted if each.measure in set(FLOW)}
    if by_kind:
        there, *rest = (
            by_kind[kind] for kind in (CountKind.PARTICIPANTS, CountKind.ONGOING, CountKind.ENDED)
        )
        for sex in (None, *Sex):
            yield Sum(place.counts(there, sex)[0], tuple(place.counts(one, sex)[0] for one in rest))
    yield from _table_sums(place, counted)


def _table_sums(place: _Place, counted: Sequence[Counted]) -> Iterator[Sum]:
    tables: dict[str, dict[str, Count]] = {}
    for each in counted:
        if each.measure.startswith(TABLE):
            tables.setdefault(each.measure, {})[each.part] = place.counts(each)[0]
    for measure, cells in tables.items():
        name = measure.removeprefix(TABLE)
        for named in relations(name):
            parts = [cell for part, cell in cells.items() if part != ALL]
            if named is not None:
                parts = [cells[part] for part in named if part in cells]
            yield Sum(cells[ALL], tuple(parts))
        source = source_of(name)
        if source is not None:
            yield Sum(tables[BEFORE][source], (cells[ALL],))

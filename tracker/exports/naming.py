"""What the numbers of a delivery are called at the door: as reports call them.

The same number under two names could be hidden under one and shown under the other. So the base of
a table is the exits or the participants that the flow tells of, and the women and men with the
result of a goal on all exits are those of the table that counts them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from db.codes import CountKind, Sex
from db.tallies.tables import ALL, TABLES, UNKNOWN
from tracker.exports.counting import FLOW, Counted, Numbers, source_of
from tracker.measures.naming import RESULTS
from tracker.periods import Period
from tracker.privacy.counts import Count
from tracker.reports.ledger import BASES
from tracker.validation.references import TABLE

BEFORE = f"{TABLE}försörjning_före"
Name = tuple[str, str, str]
"""Measure, number of it, part."""


@dataclass(frozen=True)
class Place:
    """An intervention's days, with the flow that its tables and goals are of."""

    insats: str
    period: Period
    flow: Mapping[str, Counted] = field(repr=False)

    @classmethod
    def of(cls, insats: str, period: Period, counted: Iterable[Counted]) -> "Place":
        """The place of what an intervention counts."""
        found = {one.measure: one for one in counted if one.measure in FLOW}
        return cls(insats, period, found if len(found) == len(FLOW) else {})

    def counts(self, counted: Counted, sex: str | None = None) -> tuple[Count, ...]:
        """The numbers of one thing, of all or of women or men; its numerator first."""
        numbers = counted.by_sex[sex] if sex else counted.total
        return tuple(
            Count(
                measure,
                self.period.start,
                self.period.end,
                value,
                of=of,
                part=part,
                insats=self.insats,
                sex=sex,
            )
            for (measure, of, part), value in self._named(counted, numbers, sex)
        )

    def both(self, counted: Counted) -> tuple[Count, ...]:
        """The numbers of women and of men."""
        return tuple(one for sex in counted.by_sex for one in self.counts(counted, sex))

    def stayed(self) -> Iterator[Counted]:
        """Those who were there when the days began: not sent, but anybody can subtract."""
        if self.flow:
            there, new = self.flow[CountKind.PARTICIPANTS], self.flow[CountKind.STARTED]
            total = Numbers(there.total.numerator - new.total.numerator)
            by_sex = {
                sex: Numbers(numbers.numerator - new.by_sex[sex].numerator)
                for sex, numbers in there.by_sex.items()
            }
            yield Counted("pågående_start", "", total, by_sex)

    def came(self, sex: str | None = None) -> tuple[Count, ...]:
        """The new ones and those who were there before."""
        parts = (self.flow[CountKind.STARTED], *self.stayed())
        return tuple(one for part in parts for one in self.counts(part, sex))

    def _named(
        self, counted: Counted, numbers: Numbers, sex: str | None
    ) -> Iterator[tuple[Name, int]]:
        if numbers.denominator is None:
            yield self._plain(counted, numbers, sex), numbers.numerator
            return
        name = counted.same_as or counted.measure
        whole = self._ended(numbers, sex) if counted.cell else None
        measure, part = counted.cell if counted.cell and whole else (name, "")
        yield (measure, "x", part), numbers.numerator
        yield (whole or name, "" if whole else "eligible", ""), numbers.denominator
        if numbers.missing is not None:
            yield (measure, "missing", part), numbers.missing
        if numbers.worse is not None:
            yield (name, "worse", ""), numbers.worse

    def _plain(self, counted: Counted, numbers: Numbers, sex: str | None) -> Name:
        measure, part = counted.measure, counted.part
        if not measure.startswith(TABLE):
            return measure, "", ""
        if part == ALL:
            return self._base(counted, numbers, sex)
        if part == UNKNOWN:
            return measure, "missing", part
        return measure, "x" if (measure, part) in RESULTS else "", part

    def _base(self, counted: Counted, numbers: Numbers, sex: str | None) -> Name:
        """Everybody in a table: they have a name already, unless some were only counted."""
        name = counted.measure.removeprefix(TABLE)
        if (source := source_of(name)) is not None:
            return BEFORE, "", source
        kind = BASES[TABLES[name].base]
        alike = self._in_flow(kind, sex) == numbers.numerator
        return (kind if alike else counted.measure), "", ""

    def _ended(self, numbers: Numbers, sex: str | None) -> str | None:
        """The name of the exits where a goal is of all of them."""
        kind = BASES["exits"]
        return kind if self._in_flow(kind, sex) == numbers.denominator else None

    def _in_flow(self, kind: str, sex: str | None) -> int | None:
        counted = self.flow.get(kind)
        if counted is None:
            return None
        numbers = counted.by_sex.get(Sex(sex)) if sex else counted.total
        return None if numbers is None else numbers.numerator

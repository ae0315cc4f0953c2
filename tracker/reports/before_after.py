"""What the same exits had before and after: work and studies, public support."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.codes import Support
from db.tallies.tables import ALL, NONE, SUPPORT_AFTER, UNKNOWN
from tracker.measures.naming import RESULTS
from tracker.privacy.counts import Count, Sum
from tracker.privacy.deriving import over_sexes
from tracker.problems import N_
from tracker.reports.charts.streams import stream_chart
from tracker.reports.drafts import Counted, DraftCell, DraftTable
from tracker.reports.layout import (
    PARTLY,
    SEXES,
    Categories,
    base_sums,
    mark_notes,
    mark_of,
    number_cell,
    numbers,
    rests_on,
    sexes,
    share_cell,
    without_sexes,
)
from tracker.reports.ledger import Ledger, Tabulated
from tracker.reports.model import Cell, Column, Number
from tracker.reports.vocabulary import Words
from tracker.wording import Language

OCCUPATIONS = {
    "arbete": N_("Works"),
    "studier": N_("Studies"),
    "arbete_eller_studier": N_("Works, studies or both"),
    "arbetssökande": N_("Seeks work, neither works nor studies"),
    "övriga": N_("None of these"),
}
AFTER = ("kvar", "annan_källa", NONE, UNKNOWN)
"""What can have become of those who had a source of support."""
EXCLUSIVE = ("arbete_eller_studier", "arbetssökande", "övriga", UNKNOWN)


def occupation_tables(ledger: Ledger, words: Words) -> Iterable[DraftTable]:
    """Work, studies and seeking work, before and after."""
    language = ledger.language
    labels = {part: language.text(text) for part, text in OCCUPATIONS.items()}
    note = language.text(
        "Those who both work and study are counted in both rows, and once in the third."
    )
    return _before_after(
        ledger,
        "sysselsättning",
        {**labels, UNKNOWN: words.unknown},
        (language.text("Work and studies before and after"), language.text("Occupation")),
        note,
    )


def support_tables(ledger: Ledger, words: Words) -> Iterable[DraftTable]:
    """Sources of support before and after, as mentions."""
    language = ledger.language
    note = language.text(
        "One person can have several sources, so the shares together are more than {all}.",
        all=language.percent(1),
    )
    caption = language.text("Public support before and after")
    return _before_after(
        ledger, "försörjning", words.support(), (caption, language.text("Support")), note
    )


def _before_after(
    ledger: Ledger, name: str, labels: dict[str, str], words: tuple[str, str], note: str
) -> Iterable[DraftTable]:
    language = ledger.language
    before = Categories(ledger.table(f"{name}_före"), labels)
    after = Categories(ledger.table(f"{name}_efter"), labels)
    occurring = before.tabulated.parts() | after.tabulated.parts()
    if occurring <= {UNKNOWN}:
        return
    pair = _Pair(ledger, before, after)
    parts = [part for part in labels if part in occurring]
    rows = (*(pair.row(part) for part in parts), pair.total())
    columns = (
        Column(words[1], width=40),
        *numbers(
            language,
            *(N_("Before"), N_("Share before"), N_("After"), N_("Share after"), N_("Change")),
        ),
        *(
            Column(language.text("{sex}, after", sex=sex), width=12, has_numbers=True)
            for sex in sexes(language)
        ),
    )
    unknown = () if pair.is_known_before() else (_not_filled_in(language),)
    notes = (note, *unknown, *rests_on(ledger), *mark_notes(language, rows))
    sums = tuple(pair.sums(parts, adds_up=name == "sysselsättning"))
    without = without_sexes(ledger)
    yield DraftTable(words[0], words[0], columns, rows, notes, (6, 7), without, sums)


def _not_filled_in(language: Language) -> str:
    return language.text("What they had before is not filled in, so no change is shown.")


@dataclass(frozen=True)
class _Pair:
    """The same exits before and after."""

    ledger: Ledger
    before: Categories
    after: Categories

    def row(self, part: str) -> tuple[DraftCell, ...]:
        """A category before and after, the change, and women and men after."""
        language = self.ledger.language
        then, now = _of(self.ledger, self.before, part), _of(self.ledger, self.after, part)
        marks = (self._mark(side, part) for side in (self.after, self.before))
        of_sex = self._mark(self.after, part, SEXES[0])
        return (
            Cell(self.after.labels[part]),
            *self._with_share(self.before, then, part),
            *self._with_share(self.after, now, part),
            self._change(then, now) if not any(marks) else Cell(),
            *(number_cell(language, one, of_sex) for one in self._split(part)),
        )

    def _mark(self, side: Categories, part: str, sex: str | None = None) -> str:
        """Whether the number rests on fewer interventions, since a delivery hides its part."""
        return mark_of(side.tabulated, (part,), sex)

    def _change(self, then: Count, now: Count) -> DraftCell:
        """How many more or fewer after; empty where the two do not tell of the same."""
        if self._differ() or not self.is_known_before():
            return Cell()
        return _change(self.ledger.language, then, now)

    def is_known_before(self) -> bool:
        """Whether anything is filled in of what they had before."""
        return bool(self.before.tabulated.parts() - {UNKNOWN})

    def _differ(self) -> bool:
        """Whether some delivery has one of the two tables and lacks the other."""
        return self.before.tabulated.lacking != self.after.tabulated.lacking

    def _with_share(self, side: Categories, count: Count, part: str) -> tuple[DraftCell, DraftCell]:
        language, fewest = self.ledger.language, self.ledger.plan.settings.min_judge
        mark = self._mark(side, part)
        base = side.base(self.ledger)
        share = Cell() if mark else share_cell(language, count, base, fewest)
        return number_cell(language, count, mark), share

    def total(self) -> tuple[DraftCell, ...]:
        """The exits that the shares are of."""
        language = self.ledger.language
        before, after = (
            number_cell(language, side.base(self.ledger), self._mark(side, ""))
            for side in (self.before, self.after)
        )
        mark = self._mark(self.after, "", SEXES[0])
        ends = (number_cell(language, self.after.base(self.ledger, sex), mark) for sex in SEXES)
        return (Cell(language.text("Exits")), before, Cell(), after, Cell(), Cell(), *ends)

    def sums(self, parts: Sequence[str], *, adds_up: bool) -> Iterable[Sum]:
        """Women and men in each category; where categories exclude each other, all of them."""
        for part in parts:
            yield from over_sexes(_of(self.ledger, self.after, part), self._split(part))
        yield from base_sums(self.ledger, self.before.tabulated)
        yield from base_sums(self.ledger, self.after.tabulated)
        if adds_up:
            listed = [part for part in EXCLUSIVE if part in parts]
            base = self.before.base(self.ledger)
            yield from _exclusive(self.ledger, self.before, base, listed)
            for sex in (None, *SEXES):
                whole = self.after.base(self.ledger, sex)
                yield from _exclusive(self.ledger, self.after, whole, listed, sex)

    def _split(self, part: str) -> list[Count]:
        return [_of(self.ledger, self.after, part, sex) for sex in SEXES]


def _of(ledger: Ledger, table: Categories, part: str, sex: str | None = None) -> Count:
    """One number; what is a result of the exits has the name that it has everywhere."""
    count = table.of(ledger, part, sex)
    if (count.measure, part) not in RESULTS:
        return count
    return ledger.result(table.tabulated, part, sex)


def _exclusive(
    ledger: Ledger, table: Categories, base: Count, listed: Iterable[str], sex: str | None = None
) -> list[Sum]:
    """That the categories of the table are all there are: those of nobody have no row."""
    parts = tuple(_of(ledger, table, part, sex) for part in listed)
    adds_up = base.value == sum(one.value for one in parts)
    return [Sum(base, parts)] if adds_up else []


def _change(language: Language, then: Count, now: Count) -> DraftCell:
    """After minus before, in persons."""
    change = now.value - then.value
    sign = "+" if change > 0 else ""
    return Counted(Cell(sign + language.number(change), Number(change)), (then, now))


def _hidden_mark(found: Tabulated, part: str) -> str:
    """The mark of a number that some delivery hides its part of."""
    return PARTLY if any(one == part for _, one in found.hidden) else ""


def support_after(ledger: Ledger, words: Words) -> Iterable[DraftTable]:
    """What became of those who had each source before."""
    language, labels = ledger.language, words.support()
    rows: list[tuple[DraftCell, ...]] = []
    sums: list[Sum] = []
    few = ledger.plan.settings.min_judge
    for source in Support:
        found = ledger.table(f"{SUPPORT_AFTER}{source}")
        if found.number() < few:
            continue
        whole = ledger.count("tabell:försörjning_före", found.number(), part=source)
        parts = tuple(
            ledger.count(f"tabell:{found.name}", found.number(part), part=part,
                         of="missing" if part == UNKNOWN else "")
            for part in AFTER
        )  # fmt: skip
        cells = (
            number_cell(language, one, _hidden_mark(found, part))
            for part, one in zip((*AFTER, ALL), (*parts, whole), strict=True)
        )
        rows.append((Cell(labels[source]), *cells))
        if whole.value == sum(one.value for one in parts):
            sums.append(Sum(whole, parts))
    if not rows:
        return
    columns = (
        Column(language.text("Support before"), width=40),
        *numbers(
            language,
            *(N_("Still have it"), N_("Another instead"), N_("No public support")),
            *(N_("Unknown"), N_("Had it before")),
            width=14,
        ),
    )
    caption = language.text("Support after the exit, by what they had before")
    note = language.text(
        "Only sources that at least {number} had before.", number=language.number(few)
    )
    name = language.text("Support after, by before")
    marks = tuple(mark_notes(language, rows))
    yield DraftTable(
        caption,
        name,
        columns,
        tuple(rows),
        (note, *marks),
        sums=tuple(sums),
        # streams of what some deliveries tell would look like all of them
        chart=None if marks else lambda table: stream_chart(language, table, total_columns=1),
    )

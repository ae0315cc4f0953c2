"""Cells and tables of counted persons, the same way in every section."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tracker.privacy.counts import Count, Sum
from tracker.privacy.deriving import over_sexes
from tracker.problems import N_
from tracker.reports.drafts import Counted, DraftCell, DraftTable
from tracker.reports.ledger import Ledger, Tabulated
from tracker.reports.model import AnyCell, Cell, Column, Number
from tracker.wording import Language
from tracker.wording.bands import joined_bands
from tracker.wording.figures import share_decimals

SEXES = ("kvinna", "man")
OTHERS = "övriga_tillsammans"
"""The part that small categories of a table are put together in."""
PARTLY = "*"
"""Behind a number that rests on fewer interventions, since a delivery hides its part of it."""
NOT_TOLD = "–"
"""In place of a number of which deliveries tell nothing."""


def number_cell(language: Language, count: Count, mark: str = "") -> DraftCell:
    """A number of persons; nobody of whom it is known that others are not told is no number."""
    if mark and not count.value:
        return Cell(NOT_TOLD)
    return Counted(Cell(language.number(count.value) + mark, Number(count.value)), (count,))


def share_cell(language: Language, part: Count, whole: Count, fewest: int) -> DraftCell:
    """A part in per cent of the whole; empty where the whole is too small for per cent."""
    if whole.value < fewest:
        return Cell()
    share = Fraction(part.value, whole.value)
    decimals = share_decimals(share, whole.value)
    text = language.percent(share, decimals)
    return Counted(Cell(text, Number(share, "share", decimals)), (part, whole))


def kronor_cell(language: Language, amount: Fraction | None) -> AnyCell:
    """An amount; empty where there is none."""
    return Cell() if amount is None else Cell(language.kronor(amount), Number(amount, "kronor"))


def numbers(language: Language, *headings: str, width: int = 12) -> tuple[Column, ...]:
    """Columns of numbers."""
    return tuple(Column(language.text(one), width=width, has_numbers=True) for one in headings)


@dataclass(frozen=True)
class Categories:
    """A standard table to be laid out: its numbers, its categories in order, its words."""

    tabulated: Tabulated
    labels: dict[str, str]
    """By part, in the order of the table."""
    merges: Literal["others", "beside"] | None = None
    """How small categories are put together: as others, or with the one beside in their order."""

    def of(self, ledger: Ledger, part: str = "", sex: str | None = None) -> Count:
        """One number of the table as a count of persons."""
        unknown = "missing" if part == "okänt" else ""
        value = self.tabulated.number(part, sex)
        return ledger.count(f"tabell:{self.tabulated.name}", value, of=unknown, part=part, sex=sex)

    def base(self, ledger: Ledger, sex: str | None = None) -> Count:
        """How many the table is of, as the same count that other tables have."""
        return ledger.base(self.tabulated, sex)


def shown_parts(ledger: Ledger, table: Categories) -> list[tuple[str, ...]]:
    """The categories that occur, in order; the small ones of a table without order as one."""
    found = table.tabulated.parts()
    present = [part for part in table.labels if part in found]
    if table.merges == "beside":
        return _beside(ledger, table, present)
    small = _together(ledger, table, present) if table.merges else []
    large: list[tuple[str, ...]] = [(part,) for part in present if part not in small]
    if not small:
        return large
    place = next((at for at, parts in enumerate(large) if parts == ("okänt",)), len(large))
    return [*large[:place], tuple(small), *large[place:]]


def _together(ledger: Ledger, table: Categories, present: Sequence[str]) -> list[str]:
    """Categories of too few, with the next smallest until they are enough together."""
    few = ledger.plan.settings.min_show
    sized = sorted((table.tabulated.number(part), part) for part in present if part != "okänt")
    small = [part for number, part in sized if number < few]
    rest = [part for number, part in sized if number >= few]
    while small and rest and (len(small) == 1 or _size(table, small) < few):
        small.append(rest.pop(0))
    return small if len(small) > 1 else []


def _beside(ledger: Ledger, table: Categories, present: Sequence[str]) -> list[tuple[str, ...]]:
    """Each category of too few with the smaller of those beside it."""
    few = ledger.plan.settings.min_show
    groups: list[tuple[str, ...]] = [(part,) for part in present if part != "okänt"]
    while len(groups) > 1 and min(_size(table, group) for group in groups) < few:
        at = min(range(len(groups)), key=lambda place: _size(table, groups[place]))
        near = [place for place in (at - 1, at + 1) if 0 <= place < len(groups)]
        other = min(near, key=lambda place: _size(table, groups[place]))
        first, last = sorted((at, other))
        groups[first : last + 1] = [(*groups[first], *groups[last])]
    return [*groups, *([("okänt",)] if "okänt" in present else [])]


def _size(table: Categories, parts: Iterable[str]) -> int:
    return sum(table.tabulated.number(part) for part in parts)


def category_table(
    ledger: Ledger, table: Categories, caption: str, heading: str, notes: Sequence[str] = ()
) -> DraftTable:
    """Categories with numbers and per cent, and women and men where that can be shown."""
    language, fewest = ledger.language, ledger.plan.settings.min_judge
    columns = (
        Column(heading, width=40),
        *numbers(language, N_("Number of them"), N_("Share")),
        *(Column(text, width=12, has_numbers=True) for text in sexes(language)),
    )
    base, bases = table.base(ledger), [table.base(ledger, sex) for sex in SEXES]
    marks = [mark_of(table.tabulated, ("",), sex) for sex in (None, SEXES[0])]
    found = [_row_of(ledger, table, parts) for parts in shown_parts(ledger, table)]
    rows: list[tuple[DraftCell, ...]] = [
        (
            Cell(row.label),
            number_cell(language, row.whole, row.mark),
            Cell() if row.mark else share_cell(language, row.whole, base, fewest),
            *(number_cell(language, each, row.sex_mark) for each in row.split),
        )
        for row in found
    ]
    ends = (number_cell(language, one, marks[1]) for one in bases)
    rows.append((Cell(language.text("All")), number_cell(language, base, marks[0]), Cell(), *ends))
    return DraftTable(
        caption,
        caption,
        columns,
        tuple(rows),
        (*notes, *mark_notes(language, rows)),
        optional=(3, 4),
        without=without_sexes(ledger),
        sums=(*_sums_of(found, base, bases), *base_sums(ledger, table.tabulated)),
    )


def _sums_of(found: Sequence["_Row"], base: Count, bases: Sequence[Count]) -> Iterable[Sum]:
    """Down the columns, where the categories cover everybody, and along the rows."""
    columns = [[row.whole for row in found], *([row.split[at] for row in found] for at in (0, 1))]
    for whole, parts in zip((base, *bases), columns, strict=True):
        if parts and whole.value == sum(one.value for one in parts):
            yield Sum(whole, tuple(parts))
    for whole, split in [*((row.whole, row.split) for row in found), (base, tuple(bases))]:
        yield from over_sexes(whole, split)


@dataclass(frozen=True)
class _Row:
    """A row of categories: its words, its number, that of women and of men."""

    label: str
    whole: Count
    split: tuple[Count, ...]
    mark: str
    sex_mark: str


def _row_of(ledger: Ledger, table: Categories, parts: tuple[str, ...]) -> _Row:
    """One category, or several put together."""
    marks = mark_of(table.tabulated, parts), mark_of(table.tabulated, parts, SEXES[0])
    if len(parts) == 1:
        split = tuple(table.of(ledger, parts[0], sex) for sex in SEXES)
        return _Row(table.labels[parts[0]], table.of(ledger, parts[0]), split, *marks)
    part = OTHERS if table.merges == "others" else "+".join(parts)

    def together(sex: str | None) -> Count:
        value = sum(table.tabulated.number(each, sex) for each in parts)
        return ledger.count(f"tabell:{table.tabulated.name}", value, part=part, sex=sex)

    label = ledger.language.text("The others together")
    if table.merges == "beside":
        label = joined_bands(ledger.language, [table.labels[each] for each in parts])
    return _Row(label, together(None), tuple(together(sex) for sex in SEXES), *marks)


def base_sums(ledger: Ledger, table: Tabulated) -> Iterable[Sum]:
    """Whom a table tells of, by intervention: less than the flow has, it gives away the others."""
    for sex in (None, *SEXES):
        keys = [row.key for row in ledger.chosen if table.number("", sex, row.key)]
        if table.is_partial("", sex):
            yield Sum(ledger.base(table, sex), tuple(ledger.base(table, sex, key) for key in keys))


def sexes(language: Language) -> tuple[str, str]:
    """The headings of women and of men."""
    return language.text("Women"), language.text("Men")


def without_sexes(ledger: Ledger) -> str:
    """The note of a table that cannot be divided by sex; in a short report it goes without saying.

    Its tables are on few, so that the note would stand below most of them.
    """
    if ledger.insats is not None or ledger.municipality is not None:
        return ""
    return ledger.language.text("Too few for a division into women and men.")


def mark_of(table: Tabulated, parts: Iterable[str], sex: str | None = None) -> str:
    """The mark of a number that some deliveries hide or lack their part of."""
    return PARTLY if any(table.is_partial(part, sex) for part in parts) else ""


def mark_notes(language: Language, rows: Iterable[Sequence[DraftCell]]) -> Iterable[str]:
    """What the marks in a table mean."""
    cells = [cell.cell if isinstance(cell, Counted) else cell for row in rows for cell in row]
    texts = [cell.text for cell in cells]
    if any(text.endswith(PARTLY) for text in texts):
        yield language.text(
            "{mark} rests on fewer interventions: some deliveries hide or lack their part of the "
            "number.",
            mark=PARTLY,
        )
    if NOT_TOLD in texts:
        yield language.text("{mark} is not known: no delivery tells it.", mark=NOT_TOLD)


def rests_on(ledger: Ledger, *, of_flow: bool = False) -> list[str]:
    """On how many interventions figures rest, where some of them deliver counts."""
    language = ledger.language
    found = ledger.flow_rests_on() if of_flow else ledger.rests_on()
    if found is None:
        return []
    return [
        language.plural(
            "The figures rest on {rest} of {number} intervention.",
            "The figures rest on {rest} of {number} interventions.",
            found[1],
            rest=language.number(found[0]),
        )
    ]

"""Women and men side by side: inflow, time, drop-out and results, with the difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from db.tallies.spans import median_stays
from tracker.measures.differences import Difference, difference
from tracker.measures.figure import Figure
from tracker.privacy.counts import Count, Sum
from tracker.privacy.deriving import over_sexes
from tracker.problems import N_
from tracker.reports.drafts import Counted, DraftCell, DraftSection, DraftTable
from tracker.reports.goals import sex_table
from tracker.reports.interventions import RESULT, WORKING, ended, working
from tracker.reports.layout import (
    SEXES,
    mark_notes,
    mark_of,
    number_cell,
    numbers,
    share_cell,
)
from tracker.reports.ledger import Ledger, Tabulated
from tracker.reports.model import Cell, Column, Number, Table
from tracker.reports.numbered import Numbered
from tracker.reports.participants import flow_counts, sex_mark
from tracker.reports.standard import has_begun_known
from tracker.wording import Language
from tracker.wording.comparisons import apart_text

DROPPED_OUT = ("eget_avbrott", "uteblivit")
"""Exit reasons that are leaving before the end without another outcome."""


@dataclass(frozen=True)
class Compared:
    """A share of women and of men."""

    name: str
    whole: Count
    parts: tuple[Count, Count]
    """The share's numerator, women and men."""
    bases: tuple[Count, Count]
    mark: str = ""
    """Some deliveries hide or lack their part of it."""


def equality_section(ledger: Ledger, goals: tuple[Numbered, ...]) -> DraftSection:
    """Inflow, length, drop-out and results of women and men, and the goals of each."""
    language = ledger.language
    confidence = ledger.plan.settings.confidence
    by_goal = sex_table(language, goals, confidence)
    heading = language.text("Women and men")
    tables: list[Table | DraftTable] = []
    if ended(ledger).value:
        tables.append(_table(ledger))
    if by_goal is not None:
        tables.append(by_goal)
    if not tables:
        none = language.text("There is nothing to compare women and men by.")
        return DraftSection(heading, (none,), key="jämställdhet")
    said = language.text(
        "A difference is called clear only when it is larger than chance could explain."
    )
    return DraftSection(heading, (said,), tuple(tables), key="jämställdhet")


def _table(ledger: Ledger) -> DraftTable:
    language = ledger.language
    columns = (
        Column(language.text("What is compared"), width=36),
        *numbers(language, N_("Women"), N_("Share of women"), N_("Men"), N_("Share of men")),
        Column(language.text("Women less men"), width=34),
    )
    new = [flow_counts(ledger, sex=sex)[1] for sex in SEXES]
    gone = [ended(ledger, sex=sex) for sex in SEXES]
    sums: list[Sum] = []
    rows: list[tuple[DraftCell, ...]] = [
        _plain(language, language.text("New participations"), new, sex_mark(ledger)),
        _plain(language, language.text("Exits"), gone, sex_mark(ledger)),
    ]
    for one in _shares(ledger):
        rows.append(_share(ledger, one))
        sums += over_sexes(one.whole, one.parts)
    rows.append(_lengths(ledger))
    sums += [*over_sexes(flow_counts(ledger)[1], new), *over_sexes(ended(ledger), gone)]
    caption = language.text("Inflow, drop-out, results and time")
    note = language.text(
        "Drop-out is leaving by own choice or no longer coming. The interval of a difference is in "
        "percentage points."
    )
    return DraftTable(
        caption,
        caption,
        columns,
        tuple(rows),
        (note, *mark_notes(language, rows)),
        sums=tuple(sums),
    )


def _plain(
    language: Language, name: str, split: Sequence[Count], mark: str
) -> tuple[DraftCell, ...]:
    women, men = (number_cell(language, one, mark) for one in split)
    return Cell(name), women, Cell(), men, Cell(), Cell()


def _shares(ledger: Ledger) -> list[Compared]:
    language = ledger.language
    reasons, more = ledger.table("avslutsanledning"), ledger.table("började_eller_ökade")

    def dropped(sex: str | None) -> Count:
        number = sum(reasons.number(reason, sex) for reason in DROPPED_OUT)
        return ledger.count("avbrott", number, of="x", sex=sex)

    def started(sex: str | None) -> Count:
        return ledger.result(more, "ja", sex)

    bases = (ended(ledger, sex=SEXES[0]), ended(ledger, sex=SEXES[1]))
    known = has_begun_known(ledger)
    return [
        Compared(name, of(None), (of(SEXES[0]), of(SEXES[1])), bases, _mark(ledger, table, parts))
        for name, of, table, parts in (
            (language.text("Dropped out"), dropped, reasons, DROPPED_OUT),
            (
                language.text("To work or studies"),
                lambda sex: working(ledger, sex=sex),
                ledger.table(RESULT),
                (WORKING,),
            ),
            (language.text("Began or increased work or studies"), started, more, ("ja",)),
        )
        if known or of is not started
    ]


def _mark(ledger: Ledger, table: Tabulated, parts: Sequence[str]) -> str:
    """The mark of a result, and of the exits that it is of."""
    return mark_of(table, parts, SEXES[0]) or sex_mark(ledger)


def _share(ledger: Ledger, one: Compared) -> tuple[DraftCell, ...]:
    language, fewest = ledger.language, ledger.plan.settings.min_judge
    if one.mark:
        return (Cell(one.name), *_plain(language, "", one.parts, one.mark)[1:])
    women, men = (
        (number_cell(language, part), share_cell(language, part, base, fewest))
        for part, base in zip(one.parts, one.bases, strict=True)
    )
    return Cell(one.name), *women, *men, _difference(ledger, one)


def _difference(ledger: Ledger, one: Compared) -> DraftCell:
    """The difference with its interval, and whether it is clear."""
    settings = ledger.plan.settings
    if min(base.value for base in one.bases) < settings.min_judge:
        return Cell(ledger.language.text("too few to compare"))
    figures = [
        Figure(x=part.value, n=base.value, value=Fraction(part.value, base.value))
        for part, base in zip(one.parts, one.bases, strict=True)
    ]
    apart = difference(figures[0], figures[1], settings.confidence)
    if settings.inference == "outcome":
        apart = Difference(apart.value)
    return Counted(Cell(_told(ledger.language, apart)), (*one.parts, *one.bases))


def _told(language: Language, apart: Difference) -> str:
    said = apart_text(language, apart)
    if apart.is_clear is None:
        return said
    words = language.text("clear difference") if apart.is_clear else language.text("not clear")
    return f"{said}: {words}"


def _lengths(ledger: Ledger) -> tuple[DraftCell, ...]:
    """The median length of women's and of men's exits."""
    language, few = ledger.language, ledger.plan.settings.min_show
    stays = {
        cell.sex: stay
        for cell, stay in median_stays(ledger.session, ledger.scope(), ("sex",)).items()
    }
    cells: list[DraftCell] = []
    for sex in SEXES:
        stay = stays.get(sex)
        days = Cell()
        if stay is not None and stay.exits >= few:
            days = Cell(language.number(stay.days), Number(stay.days))
        cells += [Counted(days, (ended(ledger, sex=sex),)), Cell()]
    return Cell(language.text("Median length, days")), *cells, Cell()

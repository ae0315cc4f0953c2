"""The interventions one by one: participants planned and actual, what came of it, what it cost."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from fractions import Fraction
from functools import partial

from db.codes import Orientation
from db.tallies.board import InterventionRow
from db.tallies.scope import Cell as Group
from db.tallies.spans import Stay, median_stays
from db.tallies.tables import ALL
from tracker.measures.accounts import amounts, of_interventions
from tracker.privacy.counts import Count, Sum
from tracker.privacy.deriving import over_sexes
from tracker.problems import N_
from tracker.reports.drafts import Counted, DraftCell, DraftSection, DraftTable
from tracker.reports.layout import (
    PARTLY,
    SEXES,
    kronor_cell,
    mark_notes,
    number_cell,
    numbers,
    rests_on,
    share_cell,
    without_sexes,
)
from tracker.reports.ledger import Ledger
from tracker.reports.model import Cell, Chart, Column, Number, Table
from tracker.reports.participants import flow_counts, sex_mark, taking_part, untold_mark

SECTION = "insatser"
INDIVIDUAL = Orientation.INDIVIDUAL
RESULT = "sysselsättning_efter"
WORKING = "arbete_eller_studier"
Funnel = Callable[[Ledger, Sequence[InterventionRow], Table], Chart | None]


def ended(ledger: Ledger, insats: str | None = None, sex: str | None = None) -> Count:
    """Everybody who ended, as the flow has them: a delivery may lack the tables of them."""
    return flow_counts(ledger, insats, sex)[2]


def working(ledger: Ledger, insats: str | None = None, sex: str | None = None) -> Count:
    """Those who work or study at the exit."""
    return ledger.result(ledger.table(RESULT), WORKING, sex, insats)


def interventions_section(ledger: Ledger, funnel: Funnel | None = None) -> DraftSection:
    """Every intervention that had participants, a budget or a plan for some.

    `funnel` draws the published table of results, if anything does.
    """
    language = ledger.language
    rows = shown_interventions(ledger)
    alone = ledger.insats is not None
    heading = language.text("Plan and outcome") if alone else language.text("The interventions")
    if not rows:
        none = language.text("No intervention for individuals is registered.")
        return DraftSection(heading, (none,), key=SECTION)
    results = _results(ledger, rows)
    if funnel is not None:
        results = replace(results, chart=partial(funnel, ledger, rows))
    tables: tuple[DraftTable, ...] = (_participants(ledger, rows), results)
    if alone:
        tables = (_side_by_side(ledger, *tables),)
    return DraftSection(heading, (), (*tables, *cost_tables(ledger, rows)), key=SECTION)


def _side_by_side(ledger: Ledger, one: DraftTable, other: DraftTable) -> DraftTable:
    """Two tables on the same intervention as one: a steering group reads two pages."""
    caption = ledger.language.text("Participants and exits")
    return replace(
        one,
        caption=caption,
        name=caption,
        columns=(*one.columns, *other.columns[1:]),
        rows=tuple((*row, *more[1:]) for row, more in zip(one.rows, other.rows, strict=True)),
        notes=tuple(dict.fromkeys((*one.notes, *other.notes))),
        sums=(*one.sums, *other.sums),
    )


def shown_interventions(ledger: Ledger) -> tuple[InterventionRow, ...]:
    """Those that ran in the period or had participants in it."""
    there = {key for key, _ in ledger.flows()}
    days = ledger.period
    return tuple(
        row for row in ledger.chosen if row.key in there or row.runs_in(days.start, days.end)
    )


def _participants(ledger: Ledger, rows: tuple[InterventionRow, ...]) -> DraftTable:
    """Planned and actual participants, by sex."""
    language = ledger.language
    columns = (
        Column(language.text("Intervention"), width=40),
        *numbers(language, N_("Planned"), N_("Participants"), N_("Women"), N_("Men"), width=14),
    )
    cells: list[tuple[DraftCell, ...]] = []
    sums: list[Sum] = []
    for row in rows:
        whole = taking_part(ledger, row.key)
        split = [taking_part(ledger, row.key, sex) for sex in SEXES]
        mark = sex_mark(ledger, row.key)
        shown = (number_cell(language, count, mark) for count in split)
        there = number_cell(language, whole, untold_mark(ledger, row.key))
        own = (Cell(row.name), _planned(ledger, row), there)
        cells.append((*own, *shown))
        sums += over_sexes(whole, split)
    sums += [
        Sum(taking_part(ledger, sex=sex), parts)
        for sex in SEXES
        if (parts := tuple(taking_part(ledger, row.key, sex) for row in rows))
    ]
    caption = language.text("Planned and actual participants")
    of_year = () if ledger.is_year else (language.text("What is planned is for the whole year."),)
    notes = (*of_year, *rests_on(ledger, of_flow=True), *mark_notes(language, cells))
    without = without_sexes(ledger)
    return DraftTable(caption, caption, columns, tuple(cells), notes, (3, 4), without, tuple(sums))


def _planned(ledger: Ledger, row: InterventionRow) -> Cell:
    """How many the plan foresees; a range is no number to calculate with."""
    language, low, high = ledger.language, row.planned_min, row.planned_max
    if low is None and high is None:
        return Cell()
    if low == high or high is None:
        return Cell(language.number(low or 0), Number(low or 0))
    if low is None:
        return Cell(language.text("at most {number}", number=language.number(high)))
    return Cell(f"{language.number(low)}–{language.number(high)}")


def _results(ledger: Ledger, rows: tuple[InterventionRow, ...]) -> DraftTable:
    """What came of the exits, and how long they had lasted."""
    language = ledger.language
    stays = median_stays(ledger.session, ledger.scope(), ("intervention_id",))
    days = {cell.intervention_id: stay for cell, stay in stays.items()}
    columns = (
        Column(language.text("Intervention"), width=40),
        *numbers(
            language,
            *(N_("Ended"), N_("To work or studies"), N_("Share"), N_("Median length, days")),
            width=14,
        ),
    )
    cells = [_result(ledger, row.name, row.key, days.get(row.id)) for row in rows]
    notes = rests_on(ledger)
    if ledger.insats is None:
        of_all = median_stays(ledger.session, ledger.scope(), ())
        cells.append(_result(ledger, language.text("Total"), None, of_all.get(Group())))
        notes.append(
            language.text(
                "The interventions have different target groups: the table is no ranking of them."
            )
        )
    notes += mark_notes(language, cells)
    sums = (
        Sum(ended(ledger), tuple(ended(ledger, row.key) for row in rows)),
        Sum(working(ledger), tuple(working(ledger, row.key) for row in rows)),
    )
    caption = language.text("What came of the exits, by intervention")
    name = language.text("Outcome by intervention")
    return DraftTable(caption, name, columns, tuple(cells), tuple(notes), sums=sums)


def _result(ledger: Ledger, name: str, key: str | None, stay: Stay | None) -> tuple[DraftCell, ...]:
    """The exits of an intervention or of all, those to work or studies, and the median length."""
    language, settings = ledger.language, ledger.plan.settings
    whole, reached = ended(ledger, key), working(ledger, key)
    told = is_told(ledger, key)
    half = Cell()
    if stay is not None and stay.exits >= settings.min_show:
        half = Cell(language.number(stay.days), Number(stay.days))
    return (
        Cell(name),
        number_cell(language, whole, _flow_mark(ledger, key)),
        number_cell(language, reached, "" if told else PARTLY),
        share_cell(language, reached, whole, settings.min_judge) if told else Cell(),
        Counted(half, (whole,)),
    )


def is_told(ledger: Ledger, insats: str | None = None, sex: str | None = None) -> bool:
    """Whether what came of the exits is known of all that the flow has, and of no others."""
    table = ledger.table(RESULT)
    whole = ended(ledger, insats, sex).value == table.number(ALL, sex, insats)
    return whole and not table.is_partial(WORKING, sex, insats)


def _flow_mark(ledger: Ledger, insats: str | None) -> str:
    """The mark of exits where tables were delivered without the flow that they are of."""
    flows, table = ledger.flows(), ledger.table(RESULT)
    keys = [row.key for row in ledger.chosen] if insats is None else [insats]
    lacks = any((key, None) not in flows and table.number(ALL, insats=key) for key in keys)
    return PARTLY if lacks or not ledger.without_flow().isdisjoint(keys) else ""


def cost_tables(ledger: Ledger, rows: tuple[InterventionRow, ...]) -> Iterable[DraftTable]:
    """What each cost, for whole years: per participant and per result where those are shown."""
    language = ledger.language
    spent = of_interventions(amounts(ledger.frame, "utfall") or {})
    planned = of_interventions(amounts(ledger.frame, "budget") or {})
    if ledger.municipality is not None or not (spent or planned):
        return
    columns = (
        Column(language.text("Intervention"), width=40),
        *numbers(
            language,
            *(
                N_("Budget"),
                N_("Outcome in kronor"),
                N_("Kronor per participant"),
                N_("Kronor per result"),
            ),
            width=18,
        ),
    )
    cells = tuple(
        (
            Cell(row.name),
            kronor_cell(language, planned.get(row.id)),
            kronor_cell(language, spent.get(row.id)),
            _each(ledger, spent.get(row.id), taking_part(ledger, row.key)),
            _each(ledger, spent.get(row.id), working(ledger, row.key))
            if is_told(ledger, row.key)
            else Cell(),
        )
        for row in rows
    )
    note = language.text(
        "A result is a participant who works or studies at the exit. Participants and results are "
        "those of the period; what led to a result may have been paid the year before."
    )
    caption = language.text("What the interventions cost")
    notes = (note, *_of_structural(ledger, spent.keys() | planned.keys()))
    yield DraftTable(caption, caption, columns, cells, notes)


def _of_structural(ledger: Ledger, with_money: AbstractSet[int]) -> Iterable[str]:
    """Where the cost of structural interventions stands: they have no row here."""
    others = {row.id for row in ledger.frame.interventions if row.orientation != INDIVIDUAL}
    if ledger.insats is None and others & with_money:
        yield ledger.language.text("What structural interventions cost stands under Money.")


def _each(ledger: Ledger, amount: Fraction | None, persons: Count) -> DraftCell:
    """Kronor for each of the persons."""
    if amount is None or not persons.value:
        return Cell()
    each = kronor_cell(ledger.language, amount / persons.value)
    return Counted(each, (persons,)) if isinstance(each, Cell) else each

"""A short report on one intervention for its steering group, or on one municipality."""

from collections.abc import Iterable, Sequence

from tracker.methods import legend
from tracker.reports.before_after import occupation_tables, support_tables
from tracker.reports.cells import (
    figure_cells,
    figure_columns,
    hidden_cells,
    status_column,
    target_cell,
)
from tracker.reports.content import Sources, cautions
from tracker.reports.drafts import Counted, DraftCell, DraftSection, DraftTable
from tracker.reports.goal_counts import told_of
from tracker.reports.goals import part_status
from tracker.reports.interventions import interventions_section
from tracker.reports.later import later_section
from tracker.reports.layout import rests_on
from tracker.reports.model import Cell, Column
from tracker.reports.numbered import Numbered
from tracker.reports.participants import (
    flow_relations,
    flow_sentence,
    participants_section,
)
from tracker.reports.standard import reason_tables
from tracker.scorecard import PartCard
from tracker.wording.figures import fact_text


def part_sections(sources: Sources, split: str, key: str) -> Iterable[DraftSection]:
    """What a steering group reads: how many, the goals, what changed, and what it cost."""
    ledger, language = sources.ledger, sources.ledger.language
    yield DraftSection(
        language.text("Overall assessment"),
        (
            *cautions(language, sources.scorecard),
            flow_sentence(ledger),
            legend(language, sources.scorecard.plan.settings.confidence),
        ),
        key="samlad_bedömning",
        sums=flow_relations(ledger),
    )
    yield _goals(sources, split, key)
    yield participants_section(ledger, sources.words.of_list("initierad_av"))
    if ledger.insats is not None:
        yield interventions_section(ledger)
    yield _results(sources)
    yield later_section(ledger)
    yield _note(sources)


def _goals(sources: Sources, split: str, key: str) -> DraftSection:
    """The goals on persons: here, and in the whole association."""
    language = sources.ledger.language
    heading = language.text("The goals here and in the whole association")
    found = [
        (one, part)
        for one in sources.goals
        for part in one.card.splits.get(split, ())
        if part.key == key
    ]
    if not found:
        none = language.text("No goal of the plan has a figure here for the period.")
        return DraftSection(heading, (none,), key="mål")
    known = {
        count: one.name
        for one, _ in found
        for count in told_of(sources.ledger, one.card)
        if count.insats in (None, *one.card.goal.insatser) and not (count.sex or count.municipality)
    }
    table = _table(sources, heading, found)
    return DraftSection(heading, (), (table,), key="mål", known=known)


def _table(
    sources: Sources, heading: str, found: Sequence[tuple[Numbered, PartCard]]
) -> DraftTable:
    """The goals here; judged with all that the report prints of the same persons."""
    language = sources.ledger.language
    columns = (
        Column(language.text("Goal"), width=46),
        Column(language.text("Target"), width=12, has_numbers=True),
        *figure_columns(language, sources.scorecard.plan.settings.confidence),
        status_column(language),
        Column(language.text("The whole association"), width=26),
    )
    rows = tuple(_row(sources, one, part) for one, part in found)
    note = language.text(
        "The goals are set for the association. Few participants make the figures of a part "
        "uncertain: read the interval before the status."
    )
    name = language.text("The goals here")
    return DraftTable(heading, name, columns, rows, (note, *rests_on(sources.ledger)))


def _row(sources: Sources, one: Numbered, part: PartCard) -> tuple[DraftCell, ...]:
    language, card = sources.ledger.language, one.card
    head = (Cell(one.text), target_cell(language, card.goal))
    whole = Cell() if card.hidden else Cell(fact_text(language, card.goal, card.figure))
    if part.hidden is not None:
        return (*head, *hidden_cells(part.hidden, part.label, 4), whole)
    here = (sources.ledger.insats, sources.ledger.municipality)
    counts = tuple(
        one
        for one in told_of(sources.ledger, card)
        if here == (one.insats, one.municipality) and one.sex is None
    )
    cells = (
        *figure_cells(language, card.goal, part.figure, card.reading),
        part_status(card, part),
    )
    return (*head, *(Counted(cell, counts) if counts else cell for cell in cells), whole)


def _results(sources: Sources) -> DraftSection:
    ledger, words = sources.ledger, sources.words
    language = ledger.language
    heading = language.text("What changed for the participants")
    if not ledger.table("längd").number():
        none = language.text("Nothing ended in the period, so there is nothing to compare.")
        return DraftSection(heading, (none,), key="resultat")
    pairs = (*occupation_tables(ledger, words), *support_tables(ledger, words))
    tables = (*pairs, *reason_tables(ledger, words))
    untold = language.text(
        "How it was before and after is not told here: it is of too few, or not filled in."
    )
    return DraftSection(heading, () if tables else (untold,), tables, key="resultat")


def _note(sources: Sources) -> DraftSection:
    """Where the whole note stands, and what holds here."""
    language, settings = sources.ledger.language, sources.scorecard.plan.settings
    return DraftSection(
        language.text("How the figures were made"),
        (
            language.text(
                "Nothing is shown of fewer than {show} persons, and no per cent of fewer than "
                "{judge}. How the figures are made is told in the report of the whole association.",
                show=settings.min_show,
                judge=settings.min_judge,
            ),
        ),
        is_method=True,
        key="metod",
    )

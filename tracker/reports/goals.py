"""The goals in tables: all of them by level, their parts by sex, indicators and further lines."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.goals.status import Status
from tracker.measures.figure import Figure, Part
from tracker.methods import LEVELS
from tracker.reports.cells import (
    capital,
    figure_cells,
    figure_columns,
    hidden_cells,
    hidden_note,
    missing_cell,
    missing_column,
    status_cell,
    status_column,
    target_cell,
    without_empty,
)
from tracker.reports.layout import PARTLY, mark_notes
from tracker.reports.model import AnyCell, Cell, Column, Hidden, Number, Table
from tracker.reports.numbered import Numbered
from tracker.scorecard import GoalCard, PartCard, Scorecard
from tracker.wording import Language
from tracker.wording.status import HIDDEN, level_label, status_label
from tracker.wording.summary import summary

RARE = (5, 7)
"""Places of the interval and of what is missing: goals on money and activities have neither."""


def goal_tables(
    language: Language, goals: Sequence[Numbered], confidence: float, *, is_open: bool
) -> tuple[Table, ...]:
    """One table for each level of goals that the plan has, with the assessment of the level."""
    columns = (
        Column(language.text("No."), width=5, has_numbers=True),
        Column(language.text("Goal"), width=46),
        Column(language.text("Target"), width=12, has_numbers=True),
        *figure_columns(language, confidence),
        status_column(language),
        missing_column(language),
    )
    tables = []
    for level in LEVELS:
        rows = tuple(_goal_row(language, one) for one in goals if one.card.goal.level == level)
        if rows:
            name = level_label(language, level)
            statuses = [one.card.status for one in goals if one.card.goal.level == level]
            said = (summary(language, statuses, is_open=is_open),) if len(rows) > 1 else ()
            notes = (*said, *hidden_note(language, rows))
            tables.append(without_empty(Table(name, name, columns, rows, notes), RARE))
    return tuple(tables)


def _goal_row(language: Language, one: Numbered) -> tuple[AnyCell, ...]:
    card = one.card
    head = (
        Cell(str(one.number), Number(one.number)),
        Cell(one.text),
        target_cell(language, card.goal),
    )
    if card.hidden is not None:
        label = hidden_label(language, card, card.hidden)
        is_silent = card.status != Status.SUPPRESSED
        status = status_cell(card.status, card.label) if is_silent else Hidden(card.hidden, label)
        return (
            *head,
            *hidden_cells(card.hidden, label, 3),
            status,
            Hidden(card.hidden, label),
        )
    return (
        *head,
        *figure_cells(language, card.goal, card.figure, card.reading),
        status_cell(card.status, card.label),
        missing_cell(language, card.goal, card.figure),
    )


def hidden_label(language: Language, card: GoalCard, reason: str) -> str:
    """Why a cell of the goal is hidden, in words."""
    return language.text(HIDDEN[reason], min_show=card.reading.min_show)


def sex_table(language: Language, goals: Sequence[Numbered], confidence: float) -> Table | None:
    """Women, men and unknown sex for each goal on persons; None where no goal is split."""
    columns = (
        Column(language.text("Goal"), width=8, has_numbers=True),
        Column(language.text("Sex"), width=12),
        *figure_columns(language, confidence),
        status_column(language),
        missing_column(language),
    )
    rows = tuple(row for one in goals for row in _sex_rows(language, one))
    if not rows:
        return None
    caption = language.text("The goals for women and for men")
    untold = tuple(_untold_note(language, [one for one in goals if _is_untold(one.card)]))
    notes = (*mark_notes(language, rows), *untold, *hidden_note(language, rows))
    return Table(caption, caption, columns, rows, notes)


def _is_untold(card: GoalCard) -> bool:
    """Whether deliveries tell neither of women nor of men: the rest is everybody once more."""
    parts = card.splits.get("kön", ())
    return bool(parts) and all(part.key is None and part.is_partial for part in parts)


def _untold_note(language: Language, untold: Sequence[Numbered]) -> Iterable[str]:
    if untold:
        yield language.text(
            "Women and men are not told one by one by the deliveries: goal {goals}.",
            goals=", ".join(str(one.number) for one in untold),
        )


def _sex_rows(language: Language, one: Numbered) -> Iterable[tuple[AnyCell, ...]]:
    card = one.card
    if card.hidden is not None or "kön" not in card.splits or _is_untold(card):
        return
    if card.figure.value is not None and not card.splits["kön"]:
        label = hidden_label(language, card, "complementary")
        yield (_number(one), Cell(), *hidden_cells("complementary", label, 5))
    for part in card.splits["kön"]:
        if part.key is not None or part.hidden is None:
            mark = PARTLY if part.is_partial and part.key is not None else ""
            name = Cell(capital(part.name) + mark)
            yield (_number(one), name, *_part_cells(language, card, part))


def _number(one: Numbered) -> Cell:
    """The goal by its number: its text stands in the tables of goals."""
    return Cell(str(one.number), Number(one.number))


def _part_cells(language: Language, card: GoalCard, part: PartCard) -> tuple[AnyCell, ...]:
    if part.hidden is not None:
        return hidden_cells(part.hidden, part.label, 5)
    return (
        *figure_cells(language, card.goal, part.figure, card.reading),
        part_status(card, part),
        missing_cell(language, card.goal, part.figure),
    )


def part_status(card: GoalCard, part: PartCard) -> Cell:
    """The status of a part; empty where the target is for the whole only.

    An intervention that a goal names alone is the whole.
    """
    if card.goal.insatser == (part.key,) and card.hidden is None:
        return status_cell(card.status, card.label)
    whole_only = part.status == Status.NO_TARGET != card.status
    return Cell() if whole_only else status_cell(part.status, part.label)


def indicator_table(
    language: Language, scorecard: Scorecard, goals: Sequence[Numbered]
) -> Table | None:
    """Each indicator's own share, by goal; None where no goal has several."""
    themes = {
        indicator: question.theme
        for question in scorecard.plan.questions
        for indicator in question.indicators
        if question.theme
    }
    columns = (
        Column(language.text("Goal"), width=8, has_numbers=True),
        Column(language.text("Indicator"), width=50),
        *figure_columns(language, scorecard.plan.settings.confidence),
    )
    rows = tuple(
        (
            _number(one),
            Cell(f"{part.indicator} {themes.get(part.indicator, '')}".strip()),
            *_indicator_cells(language, one.card, part),
        )
        for one in goals
        if len(one.card.figure.parts) > 1
        for part in one.card.figure.parts
        if part.n or part.hidden is not None
    )
    if not rows:
        return None
    caption = language.text("Indicators of the surveys")
    name = language.text("Indicators")
    return Table(caption, name, columns, rows, tuple(hidden_note(language, rows)))


def _indicator_cells(language: Language, card: GoalCard, part: Part) -> tuple[AnyCell, ...]:
    if part.hidden is not None:
        return hidden_cells(part.hidden, hidden_label(language, card, part.hidden), 3)
    figure = Figure(part.x, part.n, part.value, part.persons, low=part.low, high=part.high)
    as_answers = replace(card.goal, combine="answers")
    return figure_cells(language, as_answers, figure, card.reading)


def line_table(language: Language, goals: Sequence[Numbered], *, is_open: bool) -> Table | None:
    """Further lines of goals; None where no goal has any."""
    columns = (
        Column(language.text("Goal"), width=46),
        Column(language.text("Line"), width=30),
        Column(language.text("Target"), width=12, has_numbers=True),
        status_column(language),
    )
    rows = tuple(
        (
            Cell(one.name),
            Cell(line.label),
            target_cell(language, replace(one.card.goal, target=line.target)),
            status_cell(
                line.status,
                status_label(
                    language, line.status, is_open=is_open, direction=one.card.goal.direction
                ),
            ),
        )
        for one in goals
        for line in one.card.lines
    )
    if not rows:
        return None
    caption = language.text("Further lines of the goals")
    return Table(caption, language.text("Lines"), columns, rows)

"""Cells of figures: the text that everybody shows, with the numbers behind it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from tracker.goals.status import Status
from tracker.measures.figure import Figure, Reading
from tracker.plans.model import Goal
from tracker.reports.model import AnyCell, Cell, Column, Form, Hidden, Number, Table
from tracker.wording import Language
from tracker.wording.figures import (
    KRONOR,
    fact_text,
    goal_interval_text,
    target_text,
    value_decimals,
    value_text,
)
from tracker.wording.missing import missing_text
from tracker.wording.status import SIGNS

MONEY = KRONOR | {"money_share"}
PLAIN = frozenset({"participants", "number"})


def figure_columns(language: Language, confidence: float) -> tuple[Column, Column, Column]:
    """The columns of `figure_cells`: the fact, the value, the interval."""
    level = language.percent(Fraction(str(confidence)))
    ends = (language.text("Lower end"), language.text("Upper end"))
    return (
        Column(language.text("Outcome"), (language.text("Count"), language.text("Of")), width=28),
        Column(language.text("Value"), width=12, has_numbers=True),
        Column(
            language.text("Uncertainty interval ({confidence})", confidence=level), ends, width=21
        ),
    )


def figure_cells(
    language: Language, goal: Goal, figure: Figure, reading: Reading
) -> tuple[Cell, Cell, Cell]:
    """The fact, the value and the interval; of few persons only the fact."""
    fact = Cell(fact_text(language, goal, figure), spread=_counts(goal, figure))
    if figure.persons is not None and figure.persons < reading.min_judge:
        return fact, Cell(), Cell()
    value = Cell(value_text(language, goal, figure), value_number(goal, figure))
    interval = Cell(goal_interval_text(language, goal, figure), spread=_ends(goal, figure))
    return fact, value, interval


def _counts(goal: Goal, figure: Figure) -> tuple[Number | None, ...]:
    return tuple(
        None if count is None else Number(count, _count_form(goal, figure), _places(count))
        for count in (figure.x, figure.n)
    )


def _count_form(goal: Goal, figure: Figure) -> Form:
    deviation = goal.measure == "money_tolerance" and not isinstance(figure.x, int)
    return "kronor" if goal.measure in MONEY or deviation else "count"


def _places(count: float | Fraction) -> int:
    return 0 if Fraction(count).denominator == 1 else 1


def value_number(goal: Goal, figure: Figure) -> Number | None:
    """The value as a number, in the form that its text has."""
    if figure.value is None:
        return None
    if goal.measure in KRONOR:
        return Number(figure.value, "kronor")
    if goal.measure in PLAIN:
        return Number(figure.value, "count")
    if goal.measure == "before_after":
        return Number(figure.value, "points", value_decimals(goal, figure))
    return Number(figure.value, "share", value_decimals(goal, figure))


def _ends(goal: Goal, figure: Figure) -> tuple[Number | None, ...]:
    form: Form = "points" if goal.measure == "before_after" else "share"
    return tuple(None if end is None else Number(end, form) for end in (figure.low, figure.high))


def target_cell(language: Language, goal: Goal) -> Cell:
    """What the goal asks for."""
    number = None
    if isinstance(goal.target, Fraction):
        number = Number(goal.target, "share", _places(goal.target * 100))
    return Cell(target_text(language, goal), number)


def missing_cell(language: Language, goal: Goal, figure: Figure) -> Cell:
    """What is missing behind the figure."""
    missing = None if figure.missing is None else Number(figure.missing)
    return Cell(missing_text(language, goal, figure), spread=(missing,))


def missing_column(language: Language) -> Column:
    """The column of `missing_cell`."""
    heading = language.text("Missing or answered")
    return Column(heading, (language.text("Number missing"),), width=22)


def status_cell(status: Status, label: str) -> Cell:
    """The status: its sign and its words."""
    return Cell(f"{SIGNS[status]} {label}")


def status_column(language: Language) -> Column:
    """The column of `status_cell`."""
    return Column(language.text("Status"), width=34)


def hidden_cells(reason: str, label: str, number: int) -> tuple[AnyCell, ...]:
    """Several hidden cells beside each other."""
    return tuple(Hidden(reason, label) for _ in range(number))


def hidden_note(language: Language, rows: Iterable[Sequence[AnyCell]]) -> Iterable[str]:
    """The note below a table that has hidden cells."""
    if any(isinstance(cell, Hidden) for row in rows for cell in row):
        yield language.text(
            "What is not shown (▒) is hidden so that nobody can be recognised. It does not mean "
            "zero."
        )


def without_empty(table: Table, places: Collection[int]) -> Table:
    """The table without those of the columns at `places` that are empty in every row."""
    kept = [
        place
        for place in range(len(table.columns))
        if place not in places or any(row[place].text for row in table.rows)
    ]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def capital(name: str) -> str:
    """A name as it stands at the beginning of a row."""
    return name[:1].upper() + name[1:]

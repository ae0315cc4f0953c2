"""From what was before to what came after, drawn from a published cross table."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.reports.charts.telling import named, sentence
from tracker.reports.drawings import Stream, StreamDrawing
from tracker.reports.model import AnyCell, Cell, Chart, Column, Hidden, Table
from tracker.wording import Language


@dataclass(frozen=True)
class _Cross:
    """The inner cells of a cross table."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    cells: tuple[tuple[AnyCell, ...], ...]
    unshown: tuple[float, ...]
    """What is left of each row's shown sum when its shown cells are taken away."""


def stream_chart(
    language: Language, table: Table, *, total_rows: int = 0, total_columns: int = 0
) -> Chart | None:
    """Streams from the rows of a published table to its columns; None where none is shown.

    Only what the table shows is drawn. What the sum of a row leaves over for its hidden cells is
    one stream to "not shown", so that a state before is as broad as its number in the table.

    Args:
        language: the reader's.
        table: states before in the first column, states after as headings, persons in the cells.
        total_rows: rows at the end that are sums.
        total_columns: columns at the end that are sums.
    """
    cross = _cross(table, total_rows, total_columns)
    shown = tuple(
        Stream(row, column, amount)
        for row, cells in enumerate(cross.cells)
        for column, cell in enumerate(cells)
        if (amount := _amount(cell))
    )
    if not shown:
        return None
    beside = len(cross.after)
    unshown = (Stream(row, beside, rest) for row, rest in enumerate(cross.unshown) if rest > 0)
    streams = tuple(sorted((*shown, *unshown), key=lambda one: (one.before, one.after)))
    names = (*cross.after, language.text("Not shown"))
    caption = language.text("From before to after: {table}", table=table.caption)
    drawing = StreamDrawing(
        table.columns[0].heading,
        language.text("After"),
        tuple(_named(cross.before, [(one.before, one.amount) for one in streams], language)),
        tuple(_named(names, [(one.after, one.amount) for one in streams], language)),
        streams,
    )
    return Chart(
        caption,
        language.text("Chart, {table}", table=table.name),
        _told(language, caption, cross),
        drawing,
        Table(caption, language.text("Chart, {table}", table=table.name), *_inner(table, cross)),
        is_tabled=True,
    )


def _cross(table: Table, total_rows: int, total_columns: int) -> _Cross:
    last = len(table.columns) - total_columns
    rows = table.rows[: len(table.rows) - total_rows]
    return _Cross(
        tuple(row[0].text for row in rows),
        tuple(column.heading for column in table.columns[1:last]),
        tuple(row[1:last] for row in rows),
        tuple(_unshown(row[1:last], row[last:]) for row in rows),
    )


def _unshown(cells: Sequence[AnyCell], sums: Sequence[AnyCell]) -> float:
    """What a row's sum, where it is shown, leaves over for the cells that are hidden."""
    if not sums or not any(isinstance(cell, Hidden) for cell in cells):
        return 0.0
    return _amount(sums[0]) - sum(_amount(cell) for cell in cells)


def _inner(
    table: Table, cross: _Cross
) -> tuple[tuple[Column, ...], tuple[tuple[AnyCell, ...], ...]]:
    rows = tuple(
        (Cell(name), *cells) for name, cells in zip(cross.before, cross.cells, strict=True)
    )
    return table.columns[: len(cross.after) + 1], rows


def _amount(cell: AnyCell) -> float:
    """How many a cell shows; nothing of one that is hidden."""
    if isinstance(cell, Hidden) or cell.number is None:
        return 0.0
    return float(cell.number.value)


def _named(names: tuple[str, ...], found: list[tuple[int, float]], language: Language) -> list[str]:
    """States with how many of them are drawn; none for a state that no stream touches."""
    sums = [sum(amount for place, amount in found if place == at) for at in range(len(names))]
    return [
        f"{name}: {language.number(total)}" if total else ""
        for name, total in zip(names, sums, strict=True)
    ]


def _told(language: Language, caption: str, cross: _Cross) -> str:
    said = [sentence(caption)]
    hidden = 0
    for name, cells in zip(cross.before, cross.cells, strict=True):
        hidden += sum(isinstance(cell, Hidden) for cell in cells)
        parts = [
            f"{after} {cell.text}"
            for after, cell in zip(cross.after, cells, strict=True)
            if _amount(cell)
        ]
        if parts:
            said.append(named(name, ", ".join(parts)))
    if hidden:
        said.append(
            language.plural(
                "{number} stream is not drawn: too few to be shown.",
                "{number} streams are not drawn: too few to be shown.",
                hidden,
            )
        )
    return " ".join(said)

"""How wide the columns of a table are on paper: what they hold decides, words stay whole."""

from collections.abc import Iterator

from tracker.reports.model import Cell, Table

LETTER = 0.53
"""Width of a letter against its size."""
PADDING = 8.0
"""Points beside the text of a cell."""
FEWEST, LONGEST_WORD = 4, 17
"""Letters; a longer word may be divided."""
BOLD = 1.12
"""So much wider are bold letters."""


def column_widths(table: Table, room: float, size: float) -> list[float]:
    """The widths in points, `room` together.

    Each column gets what its longest word needs and a share of the rest by its usual width.

    Args:
        table: the table.
        room: points across.
        size: of the letters, in points.
    """
    least = [needed * size * LETTER + PADDING for needed in _longest_words(table)]
    spare = room - sum(least)
    if spare <= 0:
        return [one * room / sum(least) for one in least]
    wanted = [
        max(width * size * LETTER + PADDING - one, 0.0)
        for width, one in zip(_used_widths(table), least, strict=True)
    ]
    total = sum(wanted)
    if total <= spare:
        extra = (spare - total) / len(wanted)
        return [one + want + extra for one, want in zip(least, wanted, strict=True)]
    return [one + spare * want / total for one, want in zip(least, wanted, strict=True)]


def fits(table: Table, room: float, size: float) -> bool:
    """Whether every word of the table stands whole in such room."""
    return sum(word * size * LETTER + PADDING for word in _longest_words(table)) <= room


def _longest_words(table: Table) -> Iterator[float]:
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        words = [
            len(word)
            for text in (cell.text for cell in cells if isinstance(cell, Cell))
            for word in text.split(" " if column.has_numbers else None)
        ]
        bold = [len(word) * BOLD for word in column.heading.split()]
        yield min(max([FEWEST, *words, *bold]), LONGEST_WORD)


def _used_widths(table: Table) -> Iterator[int]:
    """Characters that the longest text takes, at most twice the column's usual width."""
    for place, column in enumerate(table.columns):
        texts = [row[place].text for row in table.rows]
        yield max(
            min(max(map(len, texts), default=0), 2 * column.width), min(len(column.heading), 14)
        )

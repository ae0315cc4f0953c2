"""How wide the columns of a table are on paper: what they hold decides, words stay whole."""

from collections.abc import Iterator, Sequence
from math import ceil

from tracker.reports.formats.printed import printed
from tracker.reports.model import Cell, Table

LETTER = 0.53
"""Width of a letter against its size."""
PADDING = 8.0
"""Points beside the text of a cell."""
FEWEST, LONGEST_WORD = 4, 17
"""Letters; a longer word may be divided."""
HYPHENATED = 11
"""Letters of a word in a heading that may be divided where headings are hyphenated."""
WHOLE = 22
"""Lines of a table that is not divided between pages."""
BOLD = 1.12
"""So much wider are bold letters."""


def column_widths(
    table: Table, room: float, size: float, heading: float = LONGEST_WORD
) -> list[float]:
    """The widths in points, `room` together.

    Each column gets what its longest word needs and a share of the rest by its usual width.

    Args:
        table: the table.
        room: points across.
        size: of the letters, in points.
        heading: letters of a word in a heading that stays whole.
    """
    least = [needed * size * LETTER + PADDING for needed in _longest_words(table, heading)]
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


def fits(table: Table, room: float, size: float, heading: float = LONGEST_WORD) -> bool:
    """Whether every word of the table stands whole in such room."""
    words = _longest_words(table, heading)
    return sum(word * size * LETTER + PADDING for word in words) <= room


def stays_whole(table: Table, widths: Sequence[float], size: float) -> bool:
    """Whether the table is short enough not to be divided between pages."""
    letters = [max((width - PADDING) / (size * LETTER), 1.0) for width in widths]
    lines = sum(
        max(ceil(len(cell.text) / room) for cell, room in zip(row, letters, strict=True))
        for row in (list(printed(row, "▒")) for row in table.rows)
    )
    return lines <= WHOLE


def _longest_words(table: Table, heading: float) -> Iterator[float]:
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        words = [
            len(word)
            for text in (cell.text for cell in cells if isinstance(cell, Cell))
            for word in text.split(" " if column.has_numbers else None)
        ]
        bold = [min(len(word) * BOLD, heading) for word in column.heading.split()]
        yield min(max([FEWEST, *words, *bold]), LONGEST_WORD)


def _used_widths(table: Table) -> Iterator[int]:
    """Characters that the longest text takes, at most twice the column's usual width."""
    rows = [[one.text for one in printed(row, "▒")] for row in table.rows]
    for place, column in enumerate(table.columns):
        longest = max((len(row[place]) for row in rows), default=0)
        yield max(min(longest, 2 * column.width), min(len(column.heading), 14))

"""A row that shows one figure: sign, name and bar; below, the status in words and the fact.

A long name goes on below the bar, over the whole width.
"""

from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap

from textual.content import Content

from tui.widgets.bar import Bar, scale
from tui.widgets.drawn import Drawn
from tui.widgets.flowing import flowed

INDENT = 2
"""Columns before the words: the sign, a blank."""
GAP = 2
NARROWEST_BAR, WIDEST_BAR = 16, 48


@dataclass(frozen=True)
class Columns:
    """How a row divides its width between name and bar."""

    part: float = 1 / 3
    """The bar's share of the width."""

    def bar(self, width: int) -> int:
        """Columns of the bar."""
        return min(max(int(width * self.part), NARROWEST_BAR), WIDEST_BAR)

    def name(self, width: int) -> int:
        """Columns left of the bar."""
        return max(width - self.bar(width) - GAP, INDENT)


@dataclass(frozen=True)
class FigureRow(Drawn):
    """One figure with its name and status."""

    sign: str
    name: str
    style: str
    """How the sign and the status in words are shown; shape and words carry the meaning."""
    status: str
    facts: tuple[str, ...] = ()
    bar: Bar | None = None
    columns: Columns = Columns()

    def drawn(self, width: int) -> Content:
        """Name and bar, then words."""
        return _draw_row(self, width)

    def is_cut(self, width: int) -> bool:
        """Whether the name does not fit in so many columns."""
        wide = self.columns.name(width) if self.bar else width
        return "".join(in_two_lines(self.name, wide - INDENT, width - INDENT)).endswith(" …")


@lru_cache(maxsize=512)
def _draw_row(row: FigureRow, width: int) -> Content:
    wide = row.columns.name(width) if row.bar else width
    first_line, second_line = in_two_lines(row.name, wide - INDENT, width - INDENT)
    first = Content.assemble((f"{row.sign} ", row.style), (first_line, "bold"))
    if row.bar is not None:
        blank = " " * (wide + GAP - first.cell_length)
        first = Content.assemble(first, blank, row.bar.content(row.columns.bar(width)))
    lines = [first]
    if second_line:
        lines.append(Content.assemble(" " * INDENT, (second_line, "bold")))
    return Content("\n").join([*lines, *_words(row, width)])


def in_two_lines(text: str, first: int, second: int) -> tuple[str, str]:
    """A text in at most two lines of so many columns; … tells of what does not fit."""
    begun = wrap(text, max(first, 1), break_on_hyphens=False) or [""]
    rest = text[len(begun[0]) :].strip() if len(begun) > 1 else ""
    return begun[0], shortened(rest, second)


def shortened(text: str, size: int) -> str:
    """A text cut at a word where it is too long."""
    if len(text) <= size:
        return text
    words = wrap(text, max(size - 2, 1), break_on_hyphens=False)
    return f"{words[0]} …"


def _words(row: FigureRow, width: int) -> list[Content]:
    """The status and the facts below the name."""
    status = [Content.styled(row.status, row.style)] if row.status else []
    return flowed([*status, *map(Content, row.facts)], width, INDENT)


@dataclass(frozen=True)
class LevelHeading(Drawn):
    """The name of a group of rows and, where they have bars, the scale above these."""

    name: str
    end_of_scale: str = ""
    columns: Columns = Columns()

    def drawn(self, width: int) -> Content:
        """Name and scale."""
        if not self.end_of_scale:
            return Content.styled(self.name, "bold $text-primary")
        wide = self.columns.name(width) + GAP
        name = self.name.ljust(wide)[:wide]
        marks = scale(self.columns.bar(width), self.end_of_scale)
        return Content.assemble((name, "bold $text-primary"), (marks, "$text-muted"))

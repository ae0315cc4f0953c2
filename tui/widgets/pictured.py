"""A picture of characters, drawn anew for each width; roles become styles here alone."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from tracker.wording.pictures import Picture
from tui.widgets.drawn import Drawn
from tui.widgets.prose import wrapped

STYLES = {
    "axis": "$text-muted",
    "outer": "$text-muted",
    "path": "$text-muted",
    "hidden": "$text-muted",
    "limit": "$text-primary",
    "goal": "$goal-line",
    "inside": "bold",
    "deviates": "bold $goal-line",
    "name": "",
    "interval": "",
    "": "",
}
"""Shape and words carry the meaning; colour only helps."""


@dataclass(frozen=True)
class Pictured(Drawn):
    """A picture that knows how to be made for a width."""

    make: Callable[[int], Picture]

    def drawn(self, width: int) -> Content:
        """The picture in so many columns."""
        rows = (
            Content.assemble(*((piece.text, STYLES[piece.role]) for piece in row))
            for row in self.make(width)
        )
        return Content("\n").join(rows)


@dataclass(frozen=True)
class Table(Drawn):
    """Rows of cells in columns; a row with no room goes on below, indented."""

    rows: tuple[tuple[str, ...], ...]
    indent: int = 2

    def drawn(self, width: int) -> Content:
        """The rows in so many columns."""
        if not self.rows:
            return Content("")
        widths = [max(map(len, column)) for column in zip(*self.rows, strict=True)]
        lines = (self._line(row, widths, width) for row in self.rows)
        return Content("\n".join(lines))

    def _line(self, row: tuple[str, ...], widths: list[int], width: int) -> str:
        cells = (f"{cell:<{wide}}" for cell, wide in zip(row, widths, strict=True))
        line = "  ".join(cells).rstrip()
        if sum(widths) + 2 * (len(widths) - 1) <= width:
            return line
        head, rest = row[: self.indent], [cell for cell in row[self.indent :] if cell]
        start = "  ".join(f"{cell:<{wide}}" for cell, wide in zip(head, widths, strict=False))
        return _flowing(start, rest, width)


def _flowing(start: str, cells: list[str], width: int) -> str:
    """The cells after the start as far as there is room, then on lines of their own."""
    lines = [start]
    for cell in cells:
        if len(lines[-1]) + 2 + len(cell) <= width:
            lines[-1] = f"{lines[-1]}  {cell}"
        else:
            lines += [f"    {line}" for line in wrapped(cell, width - 4).split("\n")]
    return "\n".join(line.rstrip() for line in lines)

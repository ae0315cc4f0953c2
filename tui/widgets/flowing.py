"""Short facts one after the other, as many on a line as fit; none is ever cut in two."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content

from tui.widgets.drawn import Drawn

BETWEEN = " · "


def flowed(pieces: Iterable[Content], width: int, indent: int = 0) -> list[Content]:
    """The pieces in lines."""
    lines: list[Content] = []
    for piece in pieces:
        room = width - piece.cell_length - len(BETWEEN)
        if lines and lines[-1].cell_length <= room:
            lines[-1] = Content.assemble(lines[-1], (BETWEEN, "$text-muted"), piece)
        else:
            lines.append(Content.assemble(" " * indent, piece))
    return lines


@dataclass(frozen=True)
class Facts(Drawn):
    """Facts on their own."""

    texts: tuple[str, ...]

    def drawn(self, width: int) -> Content:
        """The facts in lines."""
        return Content("\n").join(flowed(map(Content, self.texts), width))

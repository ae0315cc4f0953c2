"""A sheet of characters, each with the role it plays; whoever shows it gives roles a look."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Role = Literal[
    "", "axis", "goal", "limit", "outer", "inside", "deviates", "name", "interval", "path", "hidden"
]
"""What a character is part of; the empty one is words and blanks."""


@dataclass(frozen=True)
class Piece:
    """Characters side by side with one role."""

    text: str
    role: Role = ""


Row = tuple[Piece, ...]
Picture = tuple[Row, ...]


def plain(picture: Picture) -> list[str]:
    """The picture as lines of text: nothing in it needs colour to be understood."""
    return ["".join(piece.text for piece in row).rstrip() for row in picture]


def words(text: str, role: Role = "") -> Row:
    """A line of text."""
    return (Piece(text, role),)


class Canvas:
    """Characters by row and column; what is put later covers what was put before."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells: list[list[tuple[str, Role]]] = [[(" ", "")] * width for _ in range(height)]

    def put(self, row: int, column: int, text: str, role: Role = "") -> None:
        """Put text at a place; what would fall outside is left out."""
        if not 0 <= row < self.height:
            return
        for place, sign in enumerate(text, start=column):
            if 0 <= place < self.width:
                self._cells[row][place] = sign, role

    def role_at(self, row: int, column: int) -> Role:
        """The role of what is there."""
        return self._cells[row][column][1]

    def is_free(self, row: int, column: int, length: int, taken: Iterable[Role]) -> bool:
        """Whether so many columns lie on the sheet and hold none of these roles."""
        if not 0 <= row < self.height or column < 0 or column + length > self.width:
            return False
        refused = frozenset(taken)
        return all(role not in refused for _, role in self._cells[row][column : column + length])

    def picture(self) -> Picture:
        """The sheet as lines, neighbours of one role together."""
        return tuple(
            tuple(
                Piece("".join(sign for sign, _ in run), role)
                for role, run in ((role, list(run)) for role, run in groupby(row, lambda c: c[1]))
            )
            for row in self._cells
        )

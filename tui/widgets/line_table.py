"""A table of lines: as wide as the terminal allows, filled a page at a time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar, overload

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.events import Click, Resize
from textual.message import Message
from textual.widgets import DataTable
from typing_extensions import override

from tracker.problems import N_
from tracker.wording import Language

WIDE = 110
"""Columns of the table from which names are written out."""
PAGE = 200
CLOSE_TO_END = 20
"""Rows before the last one at which the next page is shown."""
FEWEST_LEFT = 12


@dataclass(frozen=True)
class Column:
    """A column: its head, and how wide it is in a narrow and in a wide terminal."""

    head: str
    """Marked with `N_`."""
    narrow: int
    """0: what is left, in equal parts; -1: not shown."""
    wide: int
    right: bool = False
    """Whether it holds numbers, which end below each other."""


Item = TypeVar("Item")


@dataclass(frozen=True)
class Line:
    """A line of the table."""

    cells: tuple[str, ...]
    bold: bool = False
    dim: bool = False


@dataclass(frozen=True)
class Drawn(Sequence[Line], Generic[Item]):
    """Lines that are made when they are shown: of many, most never are."""

    items: Sequence[Item]
    draw: Callable[[Item], Line]

    @override
    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    @override
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        if isinstance(at, slice):
            return [self.draw(item) for item in self.items[at]]
        return self.draw(self.items[at])


class LineTable(DataTable[Text]):
    """Shows lines; asks for more when the end is near."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", N_("open")),
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    @dataclass
    class OfTable(Message):
        """Something about one table."""

        table: "LineTable"

        @property
        def control(self) -> "LineTable":
            """The table, so that it can be told from others."""
            return self.table

    @dataclass
    class NearEnd(OfTable):
        """All lines are shown and the last one is near."""

    @dataclass
    class Moved(OfTable):
        """The cursor is on another line."""

        row: int

    @dataclass
    class Opened(OfTable):
        """A line was chosen."""

        row: int

    def __init__(
        self,
        language: Language,
        columns: Sequence[Column],
        *,
        id: str | None = None,  # noqa: A002 - as Textual calls it
    ) -> None:
        super().__init__(cursor_type="row", zebra_stripes=True, cell_padding=0, id=id)
        self.language = language
        self.layout_of = tuple(columns)
        self.lines: Sequence[Line] = []
        self.is_wide = False

    @property
    def at(self) -> int | None:
        """The line that the cursor is on."""
        return self.cursor_row if 0 <= self.cursor_row < len(self.lines) else None

    def show(self, lines: Iterable[Line], at: int = 0) -> None:
        """Show other lines, the cursor on one of them."""
        self.lines = lines if isinstance(lines, Drawn) else list(lines)
        self.clear()
        self._add(max(at + CLOSE_TO_END, PAGE))
        self._stand_on(at)

    def show_as(self, columns: Sequence[Column], lines: Iterable[Line], at: int = 0) -> None:
        """Show lines of another kind."""
        self.layout_of = tuple(columns)
        self.lines = []
        self._lay_out(self.size.width)
        self.show(lines, at)

    def append(self, lines: Iterable[Line]) -> None:
        """Show more lines below."""
        self.lines = [*self.lines, *lines]
        self._add(PAGE)

    def replace(self, row: int, line: Line) -> None:
        """Show a line in another way; one that is made when it is shown is made so by itself."""
        if isinstance(self.lines, list):
            self.lines[row] = line
        if row < self.row_count:
            for place, cell in enumerate(self._cells(line)):
                self.update_cell_at(Coordinate(row, place), cell)

    def on_resize(self, event: Resize) -> None:
        """Use the width there is."""
        self._lay_out(event.size.width)

    @on(DataTable.RowHighlighted)
    def look_ahead(self, event: DataTable.RowHighlighted) -> None:
        """Show or ask for more in time, and tell where the cursor is."""
        event.stop()
        if event.cursor_row >= self.row_count - CLOSE_TO_END:
            if self.row_count < len(self.lines):
                self._add(PAGE)
            else:
                self.post_message(self.NearEnd(self))
        if event.cursor_row >= 0:  # the last row of an empty table is row -1
            self.post_message(self.Moved(self, event.cursor_row))

    def on_click(self, event: Click) -> None:
        """A click on the row that is marked opens it, in whichever column."""
        row, column = (event.style.meta.get(name, -1) for name in ("row", "column"))
        if row == self.cursor_row >= 0 and column >= 0:
            self.cursor_coordinate = Coordinate(row, column)

    @on(DataTable.RowSelected)
    def open_row(self, event: DataTable.RowSelected) -> None:
        """Enter, or a click on the row that is marked."""
        event.stop()
        if self.at is not None:
            self.post_message(self.Opened(self, self.at))

    def _lay_out(self, width: int) -> None:
        self.is_wide = width >= WIDE
        at, shown = self.cursor_row, max(self.row_count, PAGE)
        self.clear(columns=True)
        for column, size in zip(self._shown_columns(), self._widths(width), strict=True):
            head = self.language.text(column.head) if column.head else ""
            self.add_column(placed(column, head, size), width=size)
        self._add(shown)
        self._stand_on(at)

    def _stand_on(self, at: int) -> None:
        self.move_cursor(row=max(0, min(at, len(self.lines) - 1)), animate=False)

    def _add(self, number: int) -> None:
        """Add the next lines."""
        if not self.columns:
            return  # it has no width yet
        more = self.lines[self.row_count : self.row_count + number]
        self.add_rows(self._cells(line) for line in more)

    def _size_of(self, column: Column) -> int:
        return column.wide if self.is_wide else column.narrow

    def _shown_columns(self) -> list[Column]:
        return [column for column in self.layout_of if self._size_of(column) >= 0]

    def _widths(self, width: int) -> list[int]:
        """The widths of the columns, each with a blank behind it."""
        sizes = [self._size_of(column) for column in self._shown_columns()]
        left = width - sum(size + 1 for size in sizes) - self.styles.scrollbar_size_vertical
        part = max(left // max(sizes.count(0), 1), FEWEST_LEFT)
        return [(size or part) + 1 for size in sizes]

    def _cells(self, line: Line) -> list[Text]:
        style = "bold" if line.bold else "dim" if line.dim else ""
        said = zip(self.layout_of, line.cells, strict=True)
        cells = [(column, cell) for column, cell in said if self._size_of(column) >= 0]
        widths = [column.width for column in self.ordered_columns]
        return [
            Text(placed(column, cell, size), style)
            for (column, cell), size in zip(cells, widths, strict=True)
        ]


def fitted(text: str, size: int) -> str:
    """A text that leaves a blank at the end of its column."""
    return text if len(text) < size else f"{text[: size - 2]}…"


def placed(column: Column, text: str, size: int) -> str:
    """A text in its column, numbers at the right."""
    said = fitted(text, size)
    return said.rjust(size - 1) if column.right else said

"""The table of the register: one line an episode, as wide as the terminal allows."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.events import Click, Resize
from textual.message import Message
from textual.widgets import DataTable

from tracker.problems import N_
from tracker.register.copying import cells as whole_cells
from tracker.register.pages import RegisterRow
from tracker.register.searching import COLUMNS, Search
from tracker.wording import Language

HEADS = (
    N_("Number"),
    N_("Intervention"),
    N_("Sex"),
    N_("Age"),
    N_("Start"),
    N_("End"),
    N_("Reason"),
    N_("Work"),
    N_("Study"),
)
"""Short names of `COLUMNS`, in their order."""
ARROWS = {True: "↓", False: "↑"}
"""After the name of the column that rows are sorted by: greatest first, or last."""
WIDE = 100
"""Columns of the terminal from which names and dates are written out."""
NARROW_WIDTHS = (8, 9, 6, 5, 8, 8, 0, 6, 7)
WIDE_WIDTHS = (10, 0, 7, 6, 10, 10, 0, 8, 8)
"""0: what is left, in equal parts."""
FEWEST_LEFT = 12
CLOSE_TO_END = 20
"""Rows before the last one at which the next page is read."""


class EpisodeTable(DataTable[Text]):
    """Shows rows as they come; asks for more when the end is near.

    The cursor marks a row. One of its cells is looked at: its column's name stands out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    @dataclass
    class NearEnd(Message):
        """The next page will soon be wanted."""

    @dataclass
    class Opened(Message):
        """A row was chosen."""

        row: RegisterRow

    @dataclass
    class LookedAt(Message):
        """Another cell is looked at."""

        row: RegisterRow | None
        column: int

    @dataclass
    class HeadClicked(Message):
        """The name of a column was clicked on."""

        column: str

    def __init__(self, language: Language) -> None:
        super().__init__(cursor_type="row", zebra_stripes=True, cell_padding=0)
        self.language = language
        self.shown: list[RegisterRow] = []
        self.is_wide = False
        self.at_column = 0
        """Which cell of the row is looked at."""
        self.search = Search()

    @property
    def column(self) -> str:
        """The Swedish name of the column that is looked at."""
        return COLUMNS[self.at_column]

    @property
    def cell(self) -> tuple[str, str]:
        """The name and the whole text of the cell that is looked at."""
        head = self.language.text(HEADS[self.at_column])
        return head, whole_cells(self.current)[self.at_column] if self.current else ""

    @property
    def current(self) -> RegisterRow | None:
        """The row that the cursor is on."""
        inside = 0 <= self.cursor_row < len(self.shown)
        return self.shown[self.cursor_row] if inside else None

    def replace_rows(self, rows: tuple[RegisterRow, ...], keep: tuple[str, str] | None) -> None:
        """Show other rows, the cursor on the one with a key if it is among them."""
        self.shown = []
        self.clear()
        self.append_rows(rows)
        at = next((place for place, row in enumerate(rows) if row.key == keep), 0)
        self.move_cursor(row=at, animate=False)

    def append_rows(self, rows: tuple[RegisterRow, ...]) -> None:
        """Show more rows below."""
        self.shown += rows
        self.add_rows(self._cells(row) for row in rows)

    def show_order(self, search: Search) -> None:
        """Show what rows are sorted by."""
        self.search = search
        self._name_columns()

    def action_cursor_left(self) -> None:
        """Look at the cell to the left."""
        self._look_at(max(self.at_column - 1, 0))

    def action_cursor_right(self) -> None:
        """Look at the cell to the right."""
        self._look_at(min(self.at_column + 1, len(COLUMNS) - 1))

    def on_resize(self, event: Resize) -> None:
        """Use the width there is."""
        self._lay_out(event.size.width)

    def on_click(self, event: Click) -> None:
        """Look at the cell that is clicked; a click on the marked row opens it, in any column."""
        row, column = (event.style.meta.get(name, -1) for name in ("row", "column"))
        if row >= 0 and column >= 0:
            self._look_at(column)
            if row == self.cursor_row:
                self.cursor_coordinate = Coordinate(row, column)

    @on(DataTable.RowHighlighted)
    def look_ahead(self, event: DataTable.RowHighlighted) -> None:
        """Ask for the next page in time."""
        event.stop()
        self.post_message(self.LookedAt(self.current, self.at_column))
        if event.cursor_row >= len(self.shown) - CLOSE_TO_END:
            self.post_message(self.NearEnd())

    @on(DataTable.RowSelected)
    def open_row(self, event: DataTable.RowSelected) -> None:
        """Enter, or a click on the row that is marked."""
        event.stop()
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    @on(DataTable.HeaderSelected)
    def turn_order(self, event: DataTable.HeaderSelected) -> None:
        """Sort by the column that was clicked on."""
        event.stop()
        self._look_at(event.column_index)
        self.post_message(self.HeadClicked(COLUMNS[event.column_index]))

    def _look_at(self, column: int) -> None:
        self.at_column = column
        self._name_columns()
        self.post_message(self.LookedAt(self.current, column))

    def _name_columns(self) -> None:
        """The names of the columns: one is looked at, by one the rows are sorted."""
        for place, column in enumerate(self.ordered_columns):
            column.label = self._head(place, column.width)
        self._clear_caches()
        self.refresh()

    def _head(self, place: int, size: int) -> Text:
        arrow = ARROWS[self.search.descending] if COLUMNS[place] == self.search.column else ""
        name = _fitted(self.language.text(HEADS[place]), size - len(arrow)) + arrow
        return Text(name, style="reverse" if place == self.at_column else "")

    def _lay_out(self, width: int) -> None:
        self.is_wide = width >= WIDE
        at = self.cursor_row
        self.clear(columns=True)
        for place, size in enumerate(self._widths(width)):
            self.add_column(self._head(place, size), width=size)
        self.add_rows(self._cells(row) for row in self.shown)
        self.move_cursor(row=at, animate=False)

    def _widths(self, width: int) -> list[int]:
        """The widths of the columns, each with a blank behind it."""
        wanted = WIDE_WIDTHS if self.is_wide else NARROW_WIDTHS
        left = width - sum(size + 1 for size in wanted) - self.styles.scrollbar_size_vertical
        rest = max(left // wanted.count(0), FEWEST_LEFT)
        return [(size or rest) + 1 for size in wanted]

    def _cells(self, row: RegisterRow) -> tuple[Text, ...]:
        place = row.intervention if self.is_wide else row.insats
        cells = (
            *(row.number, place, row.sex, row.age, self._day(row.start), self._day(row.end)),
            *(row.reason, row.work, row.study),
        )
        widths = [column.width for column in self.ordered_columns]
        return tuple(Text(_fitted(cell, size)) for cell, size in zip(cells, widths, strict=True))

    def _day(self, day: date | None) -> str:
        if day is None:
            return "–"
        return day.isoformat() if self.is_wide else day.isoformat()[2:]


def _fitted(text: str, size: int) -> str:
    """A text that leaves a blank at the end of its column."""
    return text if len(text) < size else f"{text[: size - 2]}…"

"""The table of the register: one line an episode, as wide as the terminal allows."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.message import Message
from textual.widgets import DataTable

from tracker.problems import N_
from tracker.register.pages import RegisterRow
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
WIDE = 100
"""Columns of the terminal from which names and dates are written out."""
NARROW_WIDTHS = (8, 8, 6, 5, 8, 8, 0, 7, 7)
WIDE_WIDTHS = (10, 20, 7, 6, 10, 10, 0, 8, 8)
"""0: what is left."""
FEWEST_LEFT = 12
CLOSE_TO_END = 20
"""Rows before the last one at which the next page is read."""


class EpisodeTable(DataTable[str]):
    """Shows rows as they come; asks for more when the end is near."""

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

    def __init__(self, language: Language) -> None:
        super().__init__(cursor_type="row", zebra_stripes=True, cell_padding=0)
        self.language = language
        self.shown: list[RegisterRow] = []
        self.is_wide = False

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

    def on_resize(self, event: Resize) -> None:
        """Use the width there is."""
        self._lay_out(event.size.width)

    @on(DataTable.RowHighlighted)
    def look_ahead(self, event: DataTable.RowHighlighted) -> None:
        """Ask for the next page in time."""
        event.stop()
        if event.cursor_row >= len(self.shown) - CLOSE_TO_END:
            self.post_message(self.NearEnd())

    @on(DataTable.RowSelected)
    def open_row(self, event: DataTable.RowSelected) -> None:
        """Enter, or a click on the row that is marked."""
        event.stop()
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def _lay_out(self, width: int) -> None:
        self.is_wide = width >= WIDE
        at = self.cursor_row
        self.clear(columns=True)
        for head, size in zip(HEADS, self._widths(width), strict=True):
            self.add_column(_fitted(self.language.text(head), size), width=size)
        self.add_rows(self._cells(row) for row in self.shown)
        self.move_cursor(row=at, animate=False)

    def _widths(self, width: int) -> list[int]:
        """The widths of the columns, each with a blank behind it."""
        wanted = WIDE_WIDTHS if self.is_wide else NARROW_WIDTHS
        left = width - sum(size + 1 for size in wanted) - self.styles.scrollbar_size_vertical
        rest = max(left, FEWEST_LEFT)
        return [(size or rest) + 1 for size in wanted]

    def _cells(self, row: RegisterRow) -> tuple[str, ...]:
        place = row.intervention if self.is_wide else row.insats
        cells = (
            *(row.number, place, row.sex, row.age, self._day(row.start), self._day(row.end)),
            *(row.reason, row.work, row.study),
        )
        widths = [column.width for column in self.ordered_columns]
        return tuple(_fitted(cell, size) for cell, size in zip(cells, widths, strict=True))

    def _day(self, day: date | None) -> str:
        if day is None:
            return "–"
        return day.isoformat() if self.is_wide else day.isoformat()[2:]


def _fitted(text: str, size: int) -> str:
    """A text that leaves a blank at the end of its column."""
    return text if len(text) < size else f"{text[: size - 2]}…"

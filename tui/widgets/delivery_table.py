"""The grid of deliveries: an intervention a row, a stretch of days a column."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.message import Message
from textual.widgets import DataTable

from tracker.problems import N_
from tracker.wording import Language
from tracker.wording.deliveries import ALL_SIGNS, STATES, stretch_text
from tracker.worklist.delivered import DeliveryLine
from tracker.worklist.delivery_grid import DeliveryGrid

NAME = 26


class DeliveryTable(DataTable[Text]):
    """Shows what has come; tells which delivery is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", N_("its figures"), show=False),
    ]

    @dataclass
    class Moved(Message):
        """Another delivery is marked, or none."""

        line: DeliveryLine | None

    def __init__(self, language: Language) -> None:
        super().__init__(cursor_type="cell", zebra_stripes=True, fixed_columns=1)
        self.language = language
        self.grid: DeliveryGrid | None = None

    @property
    def line(self) -> DeliveryLine | None:
        """The delivery that is marked."""
        grid, at = self.grid, self.cursor_coordinate
        if grid is None or not grid.lines or not self.is_valid_coordinate(at):
            return None
        keys = list(grid.names)
        stretch = grid.stretches[max(at.column - 1, 0)]
        return grid.lines.get((keys[at.row], stretch))

    def show(self, grid: DeliveryGrid, wanted: str = "") -> None:
        """Show a grid, on the intervention that is wanted or where it stood."""
        at = self.cursor_coordinate
        self.grid = grid
        self.clear(columns=True)
        if not grid.lines:
            return
        self.add_column(self.language.text("Intervention"), width=NAME)
        for stretch in grid.stretches:
            self.add_column(stretch_text(self.language, stretch.first, stretch.last))
        for insats, name in grid.names.items():
            cells = (self._cell(grid.lines.get((insats, each))) for each in grid.stretches)
            self.add_row(Text(shortened(name)), *cells)
        keys = list(grid.names)
        row = keys.index(wanted) if wanted in keys else min(at.row, len(keys) - 1)
        column = min(max(at.column, 1), len(grid.stretches))
        self.cursor_coordinate = Coordinate(row, column)

    def _cell(self, line: DeliveryLine | None) -> Text:
        if line is None:
            return Text("–", "dim")
        said = f"{ALL_SIGNS[line.state]:<2} {self.language.text(STATES[line.state])}"
        return Text(said, "bold" if line.is_waited_for else "")

    @on(DataTable.CellHighlighted)
    def tell(self, event: DataTable.CellHighlighted) -> None:
        """Tell what is marked."""
        event.stop()
        self.post_message(self.Moved(self.line))


def shortened(name: str) -> str:
    """A name that leaves room for what has come."""
    return name if len(name) <= NAME else f"{name[: NAME - 1]}…"

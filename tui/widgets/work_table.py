"""The lines of the work list: which are shown, which are marked, where the cursor goes."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.events import Click
from typing_extensions import override

from tracker.problems import N_
from tracker.wording import Language
from tracker.worklist import WorkItem, WorkLine
from tui.widgets.line_table import Column, Drawn, Line, LineTable

COLUMNS = (
    Column("", 3, 3),
    Column(N_("When"), 18, 18),
    Column(N_("What"), 0, 23),
    Column(N_("Intervention"), 11, 0),
    Column(N_("Number"), 6, 9),
    Column(N_("Since"), 14, 15),
    Column(N_("Latest"), -1, 0),
)
MARK = "■"

Identity = tuple[object, ...]


class WorkTable(LineTable):
    """Keeps the marks, and the cursor where it was or on the row after what was done."""

    @dataclass
    class MarkClicked(LineTable.OfTable):
        """The place of a row's mark was clicked."""

        row: int

    def __init__(self, language: Language) -> None:
        super().__init__(language, COLUMNS)
        self.shown: list[WorkLine] = []
        self.marked: set[Identity] = set()
        self.done: frozenset[Identity] = frozenset()
        """What was just dealt with: the cursor goes on to the row after."""

    @property
    def current(self) -> WorkLine | None:
        """The line that the cursor is on."""
        return self.shown[self.at] if self.at is not None and self.at < len(self.shown) else None

    @property
    def chosen(self) -> list[WorkItem]:
        """The marked follow-ups that are shown, else the one that the cursor is on."""
        marked = [line.item for line in self.shown if line.item.identity in self.marked]
        if marked or self.current is None or self.current.item.kind != "follow_up":
            return marked
        return [self.current.item]

    def fill(self, lines: Iterable[WorkLine]) -> None:
        """Show other lines, or the same ones anew."""
        wanted = self._order_of_return()
        self.done = frozenset()
        self.shown = list(lines)
        places = {line.item.identity: at for at, line in enumerate(self.shown)}
        at = next((places[each] for each in wanted if each in places), 0)
        self.show(Drawn(self.shown, self._line), at)
        self.set_class(not self.shown, "-empty")

    @override
    def on_click(self, event: Click) -> None:
        """A click on the place of the mark sets it, or takes it away."""
        row, column = (event.style.meta.get(name, -1) for name in ("row", "column"))
        if row >= 0 and column == 0:
            event.prevent_default()
            self.move_cursor(row=row)
            self.post_message(self.MarkClicked(self, row))

    def turn_mark(self) -> bool:
        """Mark the row or take its mark away, and go on; False where it cannot be marked."""
        line, at = self.current, self.at
        if line is None or at is None or not _can_be_marked(line):
            return False
        self.marked ^= {line.item.identity}
        self.replace(at, self._line(line))
        self.move_cursor(row=at + 1)
        return True

    def turn_marks(self) -> None:
        """Mark every follow-up that is shown, or take all the marks away."""
        follow_ups = {line.item.identity for line in self.shown if _can_be_marked(line)}
        self.marked = set() if follow_ups <= self.marked else self.marked | follow_ups
        self.fill(self.shown)

    def _order_of_return(self) -> list[Identity]:
        """Where the cursor is to stand: here, else on the rows after, else on those before."""
        at = self.at or 0
        rows = [line.item.identity for line in self.shown]
        return [row for row in (*rows[at:], *reversed(rows[:at])) if row not in self.done]

    def _line(self, line: WorkLine) -> Line:
        mark = MARK if line.item.identity in self.marked else " "
        place = line.place if self.is_wide else line.insats
        cells = (f"{mark}{line.sign}", line.when, line.what, place, line.who, line.since)
        item = line.item
        return Line((*cells, line.latest), bold=item.is_overdue, dim=item.has_stopped)


def _can_be_marked(line: WorkLine) -> bool:
    return line.item.kind == "follow_up" and not line.item.has_stopped

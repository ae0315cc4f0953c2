"""What the pane Ekonomi lists: the plan's table, the goals on money, and what lies behind each."""

from collections.abc import Iterable, Iterator

from tracker.board.economy import Behind, EconomyLine, Shape
from tracker.problems import N_
from tui.widgets.line_table import Column, Line

ITEM = Column(N_("Item"), 0, 0)
AMOUNTS = (
    Column(N_("Budget"), 11, 11, right=True),
    Column(N_("Outcome"), 11, 11, right=True),
)
DEVIATION = Column(N_("Deviation"), 11, 11, right=True)
COLUMNS = (
    *(ITEM, *AMOUNTS),
    Column(N_("Forecast"), -1, -1),
    DEVIATION,
    Column("%", 9, 9, right=True),
)
"""Of a year that is over."""
FORESEEN = (
    *(ITEM, *AMOUNTS),
    Column(N_("Forecast"), 11, 11, right=True),
    DEVIATION,
    Column("%", -1, 9, right=True),
)
"""Of a year that is judged by its forecast."""
BEHIND: dict[Shape, tuple[Column, ...]] = {
    "rows": (
        Column(N_("Registered"), 0, 0),
        Column(N_("Period"), 13, 13),
        Column(N_("Budget"), 10, 10, right=True),
        Column(N_("Requisitioned"), -1, 11, right=True),
        Column(N_("Outcome"), 10, 10, right=True),
        Column(N_("Forecast"), 10, 10, right=True),
    ),
    "deviations": (
        Column(N_("Intervention"), 0, 0),
        Column(N_("Budget"), 11, 11, right=True),
        Column(N_("Actual"), 11, 11, right=True),
        Column(N_("Deviation"), 10, 10, right=True),
        Column(N_("Tolerance"), 16, 16),
    ),
    "details": (
        Column(N_("What it rests on"), 0, 0),
        Column("", 0, 0),
    ),
}


def line_of(line: EconomyLine) -> Line:
    """A row, a sum or a goal."""
    return Line(line.cells, bold=line.is_strong)


def behind_of(behind: Iterable[Behind]) -> Iterator[Line]:
    """What lies behind it."""
    return (Line(each.cells) for each in behind)

"""An upright axis with lines across, shared by the charts that have one."""

from tracker.reports.drawings import Axis
from tracker.reports.svg.paper import WIDTH, Paper

LEFT, RIGHT = 52.0, WIDTH - 12.0


class Field:
    """The field that an upright axis spans, from its top to its foot."""

    def __init__(self, up: Axis, top: float, foot: float) -> None:
        self.up, self.top, self.foot = up, top, foot

    def y(self, value: float) -> float:
        """How far down a value stands."""
        return self.foot - (self.foot - self.top) * self.up.place(value)

    def draw(self, paper: Paper) -> None:
        """Lines across with their numbers."""
        for tick, text in self.up.ticks:
            y = self.y(tick)
            paper.line("axis" if tick == self.up.low else "rule", LEFT, y, RIGHT, y)
            paper.text(LEFT - 8, y + 4, text, "small end")

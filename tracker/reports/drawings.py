"""What charts draw: values in place, texts as they are printed; what is hidden has no value.

Shares are drawn on axes from 0 to 1, counts as they are. Every text is finished: a format draws
it and words nothing itself.
"""

from dataclasses import dataclass
from typing import Literal

LegendSign = Literal[
    "bar", "interval", "upright", "goal", "aim", "line", "inner", "outer", "inside", "deviates"
]


@dataclass(frozen=True)
class Axis:
    """A scale: where it begins and ends, its ticks with their texts, what it measures."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    title: str = ""

    def place(self, value: float) -> float:
        """How far along the axis a value lies, 0 to 1; what is beyond an end stands at the end."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


@dataclass(frozen=True)
class Bar:
    """A goal: its figure with interval and target."""

    label: str
    text: str
    """The figure and the target as printed, or why they are not shown."""
    note: str = ""
    """The status in words."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    goal: float | None = None


@dataclass(frozen=True)
class GoalBars:
    """Goals below each other."""

    axis: Axis
    bars: tuple[Bar, ...]
    legend: tuple[tuple[LegendSign, str], ...]


@dataclass(frozen=True)
class FunnelPoint:
    """An intervention by its size and its share."""

    label: str
    size: float
    value: float
    deviates: bool = False


@dataclass(frozen=True)
class FunnelDrawing:
    """Interventions between the limits that chance alone would keep to."""

    across: Axis
    up: Axis
    points: tuple[FunnelPoint, ...]
    sizes: tuple[float, ...]
    inner: tuple[tuple[float, float], ...]
    outer: tuple[tuple[float, float], ...]
    line: float
    legend: tuple[tuple[LegendSign, str], ...]


@dataclass(frozen=True)
class TrendPoint:
    """A year: its figure with interval and target."""

    label: str
    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    goal: float | None = None
    is_joined: bool = False
    """Whether a line is drawn from the point before."""


@dataclass(frozen=True)
class TrendDrawing:
    """Years beside each other."""

    up: Axis
    points: tuple[TrendPoint, ...]
    legend: tuple[tuple[LegendSign, str], ...]


@dataclass(frozen=True)
class Stream:
    """How many went from one state before to one after."""

    before: int
    after: int
    amount: float


@dataclass(frozen=True)
class StreamDrawing:
    """States before on the left, states after on the right, broad as their numbers."""

    before_title: str
    after_title: str
    before: tuple[str, ...]
    """States with their numbers, as printed."""
    after: tuple[str, ...]
    streams: tuple[Stream, ...]


Drawing = GoalBars | FunnelDrawing | TrendDrawing | StreamDrawing

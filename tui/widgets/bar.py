"""The goal bar: interval and share, the goal, and what unknown answers could move, 0 to 100 %."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

SHARE, LOW, HIGH, LINE, GOAL, UNKNOWN = "●├┤─┃░"
STYLES = {GOAL: "bold $goal-line", UNKNOWN: "$text-muted", SHARE: "bold"}
MARKS = ((0, "0"), (25, "25"), (50, "50"), (75, "75"), (100, ""))
NARROWEST_WITH_QUARTERS = 30


@dataclass(frozen=True)
class Bar:
    """A share from 0 to 1 with what is drawn around it; None: there is none."""

    value: float
    low: float | None = None
    high: float | None = None
    target: float | None = None
    unknown: tuple[float, float] | None = None
    """The share if none, and if all, of the unknown had been successes."""

    def cells(self, width: int) -> list[str]:
        """One sign a column; the goal's line is never hidden by the share."""
        drawn = [" "] * width
        for column, sign in self._signs(width):
            drawn[column] = sign
        return drawn

    def _signs(self, width: int) -> Iterator[tuple[int, str]]:
        """Signs from the back to the front."""
        value, target = column(self.value, width), column(self.target, width)
        if self.low is not None and self.high is not None:
            low, high = column(self.low, width), column(self.high, width)
            yield from ((place, LINE) for place in range(low or 0, (high or 0) + 1))
            yield from self._shadow(width)
            yield low or 0, LOW
            yield high or 0, HIGH
        else:
            yield from self._shadow(width)
        yield self._beside(value or 0, target, width), SHARE
        if target is not None:
            yield target, GOAL

    def _shadow(self, width: int) -> Iterator[tuple[int, str]]:
        if self.unknown is not None and self.unknown[0] < self.unknown[1]:
            first, last = (column(end, width) or 0 for end in self.unknown)
            yield from ((place, UNKNOWN) for place in range(first, last + 1))

    def _beside(self, value: int, target: int | None, width: int) -> int:
        """The share's column, moved to its own side of the goal where both fall in one."""
        if value != target or self.target is None:
            return value
        aside = -1 if self.value < self.target else 1
        return value + aside if 0 <= value + aside < width else value - aside

    def content(self, width: int) -> Content:
        """The bar, ready to be shown."""
        return Content.assemble(
            *((sign, STYLES[sign]) if sign in STYLES else sign for sign in self.cells(width))
        )


def column(share: float | None, width: int) -> int | None:
    """The column of a share on a scale of this width, both ends being on it."""
    return None if share is None else round(min(max(share, 0.0), 1.0) * (width - 1))


def scale(width: int, end: str) -> str:
    """The heading of the bars: 0, 25, 50, 75 and 100 % at their columns; `end` is the last."""
    marks = MARKS if width >= NARROWEST_WITH_QUARTERS else MARKS[::2]
    drawn = [" "] * (width + 1)
    for share, name in marks:
        text = name or end
        middle = column(share / 100, width) or 0
        start = min(max(middle - len(text) // 2, 0), width - len(text))
        drawn[start : start + len(text)] = text
    return "".join(drawn[:width])

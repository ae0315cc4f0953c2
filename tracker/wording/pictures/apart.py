"""Differences with their intervals around a line at nothing: what crosses it is not clear."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.measures.differences import Difference
from tracker.wording.language import Language
from tracker.wording.pictures.canvas import Canvas, Picture
from tracker.wording.pictures.names import cut
from tracker.wording.pictures.scales import PERCENT, Scale

LONGEST_NAME = 26
GAP = 2
NARROWEST = 21
SHARE, LOW, HIGH, LINE, NOTHING = "●├┤─┃"


@dataclass(frozen=True)
class Apart:
    """A difference with its name and sign."""

    name: str
    difference: Difference
    sign: str = ""


def apart_picture(
    language: Language, rows: Sequence[Apart], width: int, sides: tuple[str, str]
) -> Picture:
    """The differences below each other, the sides named above; nothing where none is known."""
    known = [row for row in rows if row.difference.low is not None]
    if not known:
        return ()
    named = [f"{row.sign} {row.name}".strip() for row in known]
    unit = language.text("percentage points")
    left = min(max(map(len, [unit, *named])), LONGEST_NAME) + GAP
    wide = max(width - left, NARROWEST)
    scale = Scale(-_reach(known), _reach(known), wide - (wide + 1) % 2)
    canvas = Canvas(left + wide, len(known) + 2)
    _head(canvas, scale, left, sides)
    for place, row in enumerate(known, start=1):
        canvas.put(place, 0, cut(named[place - 1], LONGEST_NAME), "name")
        _bar(canvas, scale, place, left, row.difference)
    _foot(language, canvas, scale, left)
    return canvas.picture()


def _reach(rows: Sequence[Apart]) -> float:
    """How far the scale goes to either side: whole tens of percentage points."""
    ends = [abs(end or 0) for row in rows for end in (row.difference.low, row.difference.high)]
    return max(math.ceil(max(ends) * 10) * 10, 10)


def _head(canvas: Canvas, scale: Scale, left: int, sides: tuple[str, str]) -> None:
    """Which side is which."""
    lower, higher = f"◂ {sides[0]}", f"{sides[1]} ▸"
    canvas.put(0, left, lower, "axis")
    canvas.put(0, left + scale.cells - len(higher), higher, "axis")


def _bar(canvas: Canvas, scale: Scale, row: int, left: int, found: Difference) -> None:
    """Interval, difference and the line at nothing, each on its own side of it."""
    low, high, value = (
        _side(scale, end) for end in (found.low or 0, found.high or 0, found.value or 0)
    )
    canvas.put(row, left + low, LINE * (high - low + 1), "interval")
    canvas.put(row, left + low, LOW, "interval")
    canvas.put(row, left + high, HIGH, "interval")
    canvas.put(row, left + scale.cell(0), NOTHING, "goal")
    canvas.put(row, left + value, SHARE, "deviates" if found.is_clear else "inside")


def _side(scale: Scale, value: float | Fraction) -> int:
    """The column of a difference; one that is not nothing never falls on the line."""
    cell, nothing = scale.cell(float(value) * PERCENT), scale.cell(0)
    if cell != nothing or value == 0:
        return cell
    return nothing + (1 if value > 0 else -1)


def _foot(language: Language, canvas: Canvas, scale: Scale, left: int) -> None:
    """Round numbers below, and what they count."""
    row = canvas.height - 1
    for tick in scale.ticks(5 if scale.cells < 50 else 9):  # noqa: PLR2004 - columns
        said = ("+" if tick > 0 else "") + language.number(tick)
        start = min(max(left + scale.cell(tick) - len(said) // 2, left), canvas.width - len(said))
        canvas.put(row, start, said, "axis")
    canvas.put(row, 0, cut(language.text("percentage points"), LONGEST_NAME), "axis")

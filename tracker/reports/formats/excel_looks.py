"""How a workbook looks: styles of cells, number formats, heights of rows."""

from collections.abc import Iterable
from math import ceil
from typing import Any

from tracker.reports.model import Number

COLUMN = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EEF4"}
CELL = {"text_wrap": True, "valign": "top", "align": "left", "indent": 1}
STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": True},
    "heading": {"bold": True, "font_size": 13, "valign": "bottom"},
    "subheading": {"bold": True, "text_wrap": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "column": {**COLUMN, "align": "left", "indent": 1},
    "number column": {**COLUMN, "align": "right"},
    "cell": {**CELL},
    "hidden": {**CELL, "font_color": "#595959", "font_size": 8},
    "note": {"italic": True},
}
POINTS = 100
"""A change is written in percentage points, not as a share."""
LINE = 15
LINES = {"title": 24, "heading": 20, "subheading": LINE, "text": LINE}
"""Height of a line of each style of text, in points."""
NARROW = 0.9
"""Of a column's characters so many fit on a line, also in a wide font."""


def height(texts: Iterable[tuple[str, int]], line: int = LINE) -> int:
    """How high a row must be for its texts to show whole: not every program finds out itself.

    Args:
        texts: each text with the width of its column, in characters.
        line: height of one line.
    """
    lines = (
        sum(max(1, ceil(len(part) / (width * NARROW))) for part in text.split("\n"))
        for text, width in texts
    )
    return line * max(lines, default=1)


def number_code(number: Number, language: str) -> str:
    """The number format of Excel; separators follow the reader's own settings."""
    decimals = "." + "0" * number.decimals if number.decimals else ""
    if number.form == "share":
        return f"0{decimals}%"
    if number.form == "points":
        return f"+0{decimals};-0{decimals};0{decimals}"
    if number.form == "kronor":
        return '#,##0" kr"' if language == "sv" else '"SEK "#,##0'
    return f"#,##0{decimals}"

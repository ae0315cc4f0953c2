"""How a workbook looks: styles of cells, number formats, heights of rows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil
from typing import Any

from tracker.reports.model import Cell, Column, Number, Table

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
WIDEST_NUMBER = 24
"""Characters; what stands beside a longer one is left to the other formats."""
PRINTED = re.compile(
    r"""(?P<before>[^\d"+\u2212]*?)(?:SEK\s)?(?P<sign>[+\u2212]?)\d(?:[\d\s.,]*\d)?
    (?:\s?%|\skr\b)?(?P<behind>[^\d"]*)""",
    re.VERBOSE,
)
"""One number with what stands beside it, such as a mark that a note explains."""
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


def roomy(table: Table) -> tuple[Column, ...]:
    """The columns, with room for what stands beside their numbers: of none Excel breaks a line."""
    return tuple(
        replace(column, width=max([column.width, *_lengths(table, at)]))
        for at, column in enumerate(table.columns)
    )


def _lengths(table: Table, at: int) -> Iterator[int]:
    for row in table.rows:
        cell = row[at]
        if isinstance(cell, Cell) and cell.number is not None and len(cell.text) < WIDEST_NUMBER:
            yield len(cell.text) + 1


def number_code(number: Number, text: str, width: int, language: str) -> str:
    """The number format of Excel; separators follow the reader's own settings.

    Args:
        number: what is written.
        text: the number as other formats print it: its sign, and words or a mark beside it, are
            shown here, too.
        width: characters that there is room for; Excel shows no number that is wider.
        language: of the report.
    """
    code = _code(number, language)
    found = PRINTED.fullmatch(text)
    if found and len(text) <= width:
        code = _literal(found["before"]) + code + _literal(found["behind"])
    if number.form == "points" or (found and found["sign"] == "+"):
        return f"+{code};-{code};{code}"
    return code


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""


def _code(number: Number, language: str) -> str:
    decimals = "." + "0" * number.decimals if number.decimals else ""
    if number.form == "share":
        return f"0{decimals}%"
    if number.form == "points":
        return f"0{decimals}"
    if number.form == "kronor":
        return '#,##0" kr"' if language == "sv" else '"SEK "#,##0'
    return f"#,##0{decimals}"

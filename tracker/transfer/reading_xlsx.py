"""Excel files: which sheet, and every cell in the text form that a CSV file would have."""

import datetime as dt
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, load_workbook

from tracker.problems import N_
from tracker.transfer.sheet import Reading, refuse, sheet_of

MOST_TITLES = 10
"""Rows above the headers that are looked through for titles."""
DIGITS = 15
"""Digits that Excel keeps of a number; what comes after them is noise."""


def read_xlsx(content: bytes, file: str, kind: str) -> Reading:
    """The sheet named as the kind, else the first one."""
    try:
        records = _records(load_workbook(io.BytesIO(content)), kind)
    except PasswordError:
        return refuse(file, N_("The file is protected by a password. Save it without one."))
    except CalamineError:
        return refuse(
            file,
            N_(
                "The file is damaged, incomplete or not an Excel file. Open it in Excel, save it "
                "as .xlsx and try again."
            ),
        )
    return sheet_of(file, _without_titles(records))


def sheet_names(path: Path) -> list[str]:
    """The names of the sheets; none where the file cannot be read."""
    try:
        return list(load_workbook(io.BytesIO(path.read_bytes())).sheet_names)
    except (CalamineError, PasswordError, OSError):
        return []


def _records(workbook: CalamineWorkbook, kind: str) -> list[list[str]]:
    names = workbook.sheet_names
    chosen = next((name for name in names if name.strip().casefold() == kind), names[0])
    rows = workbook.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    return [[cell_text(value) for value in row] for row in rows]


def _without_titles(records: list[list[str]]) -> list[list[str]]:
    """A list often has its name above the headers: such rows are blank, and rows keep their place.

    A title is a row with one cell above the first row with several.
    """
    filled = (sum(bool(cell.strip()) for cell in row) for row in records[:MOST_TITLES])
    first = next((place for place, cells in enumerate(filled) if cells > 1), 0)
    return [*([] for _ in range(first)), *records[first:]]


def cell_text(value: Any) -> str:
    """The value of a cell as a person would write it in a CSV file."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        return _number_text(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


def _number_text(value: float) -> str:
    plain = format(Decimal(f"{value:.{DIGITS}g}"), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain

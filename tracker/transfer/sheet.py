"""A file as text cells: what reading gives, whatever the file's format was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.problems import N_, Problem


@dataclass(frozen=True)
class Sheet:
    """The headers of a file and, column by column, the text of its cells."""

    file: str
    header: tuple[str, ...]
    """As written, trimmed."""
    columns: tuple[Sequence[str], ...]
    """One sequence of cells for each header, all equally long."""
    rows: Sequence[int]
    """Where each row stands in the file, the header being row 1."""

    def __len__(self) -> int:
        return len(self.rows)


EMPTY = N_("The file is empty. Its first row should hold the column names.")
Reading = tuple[Sheet | None, list[Problem]]
"""The sheet, or None where there are problems; and the problems."""


def refuse(file: str, message: str, *, row: int | None = None, **params: object) -> Reading:
    """A file that cannot be read, with the one sentence that says why."""
    return None, [Problem(message, dict(params), file, row)]


def sheet_of(file: str, records: Iterable[Sequence[str]]) -> Reading:
    """The sheet in the records of a file; blank records are skipped but count as rows."""
    rows, filled = _filled(records)
    if not filled:
        return refuse(file, EMPTY)
    header = _without_blank_end([name.strip() for name in filled[0]])
    width = len(header)
    del rows[0], filled[0]
    if set(map(len, filled)) - {width}:
        pairs = zip(rows, filled, strict=True)
        problems = [_too_long(file, row, width) for row, each in pairs if _overflows(each, width)]
        if problems:
            return None, problems
        filled = [_fitted(record, width) for record in filled]
    columns = tuple(zip(*filled, strict=True)) if filled else ((),) * width
    return Sheet(file, tuple(header), columns, rows), []


def sheet_of_columns(file: str, columns: Sequence[Sequence[str]]) -> Reading:
    """The sheet in the columns of a file, all named, without blank rows."""
    header = tuple(column[0].strip() for column in columns)
    body = tuple(column[1:] for column in columns)
    return Sheet(file, header, body, range(2, len(columns[0]) + 1)), []


def _filled(records: Iterable[Sequence[str]]) -> tuple[list[int], list[Sequence[str]]]:
    """The records that hold something, and the row of each in the file."""
    rows: list[int] = []
    filled: list[Sequence[str]] = []
    for row, record in enumerate(records, 1):
        if record and (record[0].strip() or any(map(str.strip, record))):
            rows.append(row)
            filled.append(record)
    return rows, filled


def _without_blank_end(header: list[str]) -> list[str]:
    """Spreadsheets often add empty columns at the end; they carry nothing."""
    while header and not header[-1]:
        header.pop()
    return header


def _overflows(record: Sequence[str], width: int) -> bool:
    return len(record) > width and any(map(str.strip, record[width:]))


def _fitted(record: Sequence[str], width: int) -> Sequence[str]:
    """The record as wide as the header; cells that a program left out at the end are empty."""
    if len(record) == width:
        return record
    return [*record[:width], *[""] * (width - len(record))]


def _too_long(file: str, row: int, width: int) -> Problem:
    message = N_(
        "The row has more cells than the {width} columns of the first row. A delimiter or a "
        "decimal comma inside a cell needs quotation marks around the cell."
    )
    return Problem(message, {"width": width}, file, row)

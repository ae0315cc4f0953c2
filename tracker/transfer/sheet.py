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


Reading = tuple[Sheet | None, list[Problem]]
"""The sheet, or None where there are problems; and the problems."""


def refuse(file: str, message: str, *, row: int | None = None, **params: object) -> Reading:
    """A file that cannot be read, with the one sentence that says why."""
    return None, [Problem(message, dict(params), file, row)]


def sheet_of(file: str, records: Iterable[Sequence[str]]) -> Reading:
    """The sheet in the records of a file; blank records are skipped but count as rows."""
    numbered = [(place, record) for place, record in enumerate(records, 1) if _is_filled(record)]
    if not numbered:
        return refuse(file, N_("The file is empty. Its first row should hold the column names."))
    (_, first), *body = numbered
    header = _without_blank_end([name.strip() for name in first])
    width = len(header)
    problems = [_too_long(file, row, width) for row, record in body if _overflows(record, width)]
    if problems:
        return None, problems
    cells = [_fitted(record, width) for _, record in body]
    columns = tuple(zip(*cells, strict=True)) if cells else ((),) * width
    return Sheet(file, tuple(header), columns, [row for row, _ in body]), []


def _is_filled(record: Sequence[str]) -> bool:
    return any(record) and any(map(str.strip, record))


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

"""Text files: encoding, delimiter and quotes."""

import csv
import io
from collections.abc import Collection

from tracker.problems import N_
from tracker.transfer.reading_large import read_large
from tracker.transfer.sheet import Reading, refuse, sheet_of, sheet_of_columns

DELIMITERS = (";", "\t", ",")
NUL = "\0"
LONGEST_CELL = 1 << 30
"""Any cell can be read; whether it is too long is for its column to say."""
csv.field_size_limit(LONGEST_CELL)


def read_csv(content: bytes, file: str, known: Collection[str]) -> Reading:
    """The sheet in the bytes of a text file; `known` headers help to find the delimiter."""
    encoding, text = _decoded(content)
    if NUL in text or not encoding:
        return refuse(
            file,
            N_(
                "The file is neither text in UTF-8 or Windows-1252 nor an Excel file. Save it as "
                "“CSV UTF-8” or as .xlsx."
            ),
        )
    delimiter = _delimiter(text, known)
    if _is_cut_off(text, delimiter):
        return refuse(
            file,
            N_(
                "The file is cut off in the middle of its last row. Save or copy the whole file "
                "once more."
            ),
            row=len(text.splitlines()),
        )
    if (columns := read_large(content, encoding, delimiter)) is not None:
        return sheet_of_columns(file, columns)
    records: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        records.extend(reader)
    except csv.Error:
        message = N_(
            "The quotation marks do not match. Put a cell that holds the delimiter or a quotation "
            "mark in quotation marks, and write inner ones twice."
        )
        return refuse(file, message, row=len(records) + 1)
    return sheet_of(file, records)


def _decoded(content: bytes) -> tuple[str, str]:
    """The encoding and the text; both empty when it is in none of those that are known."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return encoding, content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return "", ""


def _is_cut_off(text: str, delimiter: str) -> bool:
    """Whether the last row is short and unfinished: a copy that stopped half-way loses rows."""
    first, _, rest = text.partition("\n")
    last = rest.rpartition("\n")[2]
    if not last.strip() or '"' in last:
        return False
    return last.count(delimiter) < first.count(delimiter)


def _delimiter(text: str, known: Collection[str]) -> str:
    """The delimiter that splits the headers best: most known names, then most cells."""
    header = next((line for line in io.StringIO(text) if line.strip()), "")

    def fit(delimiter: str) -> tuple[int, int]:
        names = next(csv.reader([header], delimiter=delimiter), [])
        return sum(name.strip().casefold() in known for name in names), len(names)

    return max(DELIMITERS, key=fit)

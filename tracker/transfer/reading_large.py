"""Large text files without quotation marks, as nearly all are: pandas reads them by column.

Only what is plain is taken; anything uneven is left to the reader that can say what is wrong.
"""

import csv
import io
from collections.abc import Sequence

LARGE = 1_000_000
"""Bytes from which starting pandas is worth its half second."""
QUOTE = b'"'


def read_large(content: bytes, encoding: str, delimiter: str) -> list[Sequence[str]] | None:
    """The columns of a large plain file, the header first in each; None when it is not plain."""
    if len(content) < LARGE or QUOTE in content:
        return None
    import pandas as pd

    try:
        frame = pd.read_csv(
            io.BytesIO(content),
            sep=delimiter,
            encoding=encoding,
            header=None,
            dtype=object,
            quoting=csv.QUOTE_NONE,
            na_filter=False,
            skip_blank_lines=False,
        )
    except ValueError:  # rows of unequal length
        return None
    columns: list[Sequence[str]] = [frame[place].tolist() for place in frame]
    return columns if _is_plain(columns) else None


def _is_plain(columns: list[Sequence[str]]) -> bool:
    """Whether every column has a name and every row holds something."""
    unsure = [place for place, cell in enumerate(columns[0]) if not cell.strip()]
    named = all(column[0].strip() for column in columns)
    return named and all(any(column[place].strip() for column in columns) for place in unsure)

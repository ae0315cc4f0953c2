"""The cells of a column, understood: each distinct text is read once, however many rows have it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.transfer.mapping import ColumnMapping
from tracker.transfer.spelling import composed
from tracker.validation.checking import understand
from tracker.validation.context import Context
from tracker.validation.fields import Refused
from tracker.validation.kinds import Column, Kind

Understood = Mapping[str, Any] | Refused | None
"""What a text gives, by columns of the table; None for an empty cell."""


@dataclass(frozen=True)
class Cells:
    """One column of a file."""

    values: Mapping[str, Sequence[Any]]
    """By column of the table: the values, and for columns about persons why they are missing."""
    stated: Sequence[bool]
    """Where something is written and understood; the word for a total gives no value."""
    refused: Mapping[int, Refused]
    """What was not understood, by place in the column."""


def read_cells(
    kind: Kind, column: Column, texts: Sequence[str], mapping: ColumnMapping, context: Context
) -> Cells:
    """What the texts of a column mean."""
    understood = {text: _read(kind, column, text, mapping, context) for text in set(texts)}
    wrong = {text: given for text, given in understood.items() if isinstance(given, Refused)}
    right = {text: given for text, given in understood.items() if isinstance(given, Mapping)}
    places = enumerate(texts) if wrong else ()
    refused = {place: wrong[text] for place, text in places if text in wrong}
    names = (column.attribute, column.why) if column.personal else (column.attribute,)
    values = {}
    for name in names:
        by_text = {text: right.get(text, {}).get(name) for text in understood}
        values[name] = [by_text[text] for text in texts]
    return Cells(values, [text in right for text in texts], refused)


def _read(
    kind: Kind, column: Column, text: str, mapping: ColumnMapping, context: Context
) -> Understood:
    written = composed(text)
    ours = mapping.translated(column.name, written) if written else ""
    return understand(kind, column, ours, context) if ours else None

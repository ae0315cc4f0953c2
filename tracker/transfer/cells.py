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
    numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    which = list(map(numbers.__getitem__, texts))
    understood = [_read(kind, column, text, mapping, context) for text in numbers]
    wrong = {at: each for at, each in enumerate(understood) if isinstance(each, Refused)}
    places = enumerate(which) if wrong else ()
    refused = {place: wrong[at] for place, at in places if at in wrong}
    right = [each if isinstance(each, Mapping) else {} for each in understood]
    names = (column.attribute, column.why) if column.personal else (column.attribute,)
    values = {name: _spread([each.get(name) for each in right], which) for name in names}
    return Cells(values, _spread([bool(each) for each in right], which), refused)


def _spread(of_distinct: list[Any], which: list[int]) -> Sequence[Any]:
    """What holds for each distinct text, for every row."""
    if of_distinct and of_distinct.count(of_distinct[0]) == len(of_distinct):
        return [of_distinct[0]] * len(which)
    return list(map(of_distinct.__getitem__, which))


def _read(
    kind: Kind, column: Column, text: str, mapping: ColumnMapping, context: Context
) -> Understood:
    written = composed(text)
    ours = mapping.translated(column.name, written) if written else ""
    return understand(kind, column, ours, context) if ours else None

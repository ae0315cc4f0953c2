"""The rules over several columns, for new rows and for stored rows as they would become."""

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.problems import N_, Problem
from tracker.transfer.comparing import Difference
from tracker.transfer.file_rows import FileRows, Place
from tracker.validation.context import Context
from tracker.validation.kinds import Kind
from tracker.validation.rules import RULES

Stored = Mapping[int, Mapping[str, Any]]
"""Whole stored rows by their number."""


def check_new(kind: Kind, rows: FileRows, places: Sequence[Place], context: Context) -> None:
    """A new row needs all that is required, and obeys the rules."""
    _need_required(kind, rows, places)
    rule = RULES.get(kind.name)
    if rule is None:
        return
    for place, row in rows.as_rows(places):
        if found := list(rule(row, context)):
            rows.add(place, found)


def check_changed(
    kind: Kind, rows: FileRows, differences: Sequence[Difference], stored: Stored, context: Context
) -> None:
    """A stored row obeys the rules when the file's values are laid over it."""
    rule = RULES.get(kind.name)
    if rule is None:
        return
    for each in differences:
        given = {name: values[each.place] for name, values in rows.values.items()}
        merged = {**given, **stored[each.row_id], **each.after}
        if found := list(rule(merged, context)):
            rows.add(each.place, found)


def _need_required(kind: Kind, rows: FileRows, places: Sequence[Place]) -> None:
    for column in kind.columns:
        if not column.required or column.name in kind.key:
            continue
        if column.attribute not in rows.values:
            if places:
                rows.lack_column(places, column.name)
            continue
        stated = rows.stated[column.attribute]
        missing = Problem(N_("Fill in {column}."), {"column": column.name}, column=column.name)
        for place in places:
            if not stated[place]:
                rows.add(place, [missing])

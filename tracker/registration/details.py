"""What a change altered, column by column: the old value beside the new one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.existing import episode_by_id
from db.history import altered, rows_called, stored_row
from db.records import row_values, typed
from db.undo import RECORDED
from tracker.registration.writing import Writing, key_of, reading, spelled
from tracker.validation.checking import written
from tracker.validation.context import Context, EpisodeRef
from tracker.validation.kinds import KINDS, Kind
from tracker.validation.participants import FOLLOW_UPS
from tracker.workspace import Workspace

MOST_ROWS = 200
BY_TABLE: dict[str, Kind] = {
    str(table.__tablename__): kind
    for table in RECORDED.values()
    for kind in KINDS.values()
    if kind.table == table.__name__
}
"""The kind of rows that each table holds."""


@dataclass(frozen=True)
class Detail:
    """One column of one row that a change altered; texts in file form."""

    row: str
    """The kind and the key: deltaganden krus K-001."""
    column: str
    """The Swedish name, or empty for a row that was removed or brought back."""
    before: str
    after: str


def details(workspace: Workspace, change_id: int, of: str | None = None) -> list[Detail]:
    """What a change altered, or of it only one row, as `history` understands its name.

    Rows that a change only added are not listed; of a large import the first ones are.
    """
    association = workspace.association.id
    with reading(workspace) as opened:
        only = None if of is None else rows_called(opened.session, association, of)
        return [
            detail
            for entity, row_id, action, before, after in altered(
                opened.session, change_id, MOST_ROWS, only
            )
            if entity in BY_TABLE
            for detail in _of_row(
                BY_TABLE[entity],
                row_name(opened, entity, row_id),
                action,
                typed(RECORDED[entity], before or {}),
                typed(RECORDED[entity], after or {}),
                opened.context,
            )
        ]


def row_name(opened: Writing, entity: str, row_id: int) -> str:
    """A row of the trail by its kind and key, or by its number when it is gone."""
    kind = BY_TABLE.get(entity)
    row = stored_row(opened.session, (entity, row_id))
    if kind is None or row is None:
        return f"{entity} {row_id}"
    values: dict[str, Any] = row_values(row)
    context = _with_episode(opened, values) if kind is FOLLOW_UPS else opened.context
    return spelled(kind, key_of(kind, values, context))


def _with_episode(opened: Writing, follow_up: Mapping[str, Any]) -> Context:
    """The context with the episode that a follow-up points to."""
    row = episode_by_id(opened.session, follow_up["episode_id"])
    if row is None:
        return opened.context
    ref = EpisodeRef(row.id, row.start_date, row.end_date, row.voided)
    return opened.context.with_episodes({(row.intervention_id, row.number): ref})


def _of_row(
    kind: Kind,
    row: str,
    action: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    context: Context,
) -> Iterator[Detail]:
    if action != "update":
        yield Detail(row, "", *(("", row) if action == "restore" else (row, "")))
        return
    for column in kind.columns:
        if {column.attribute, column.why} & after.keys():
            old, new = written(column, before, context), written(column, after, context)
            yield Detail(row, column.name, old, new)
    if "voided" in after:
        yield Detail(row, "avslutsanledning", *_void_words(before["voided"], after["voided"]))


def _void_words(before: bool, after: bool) -> tuple[str, str]:  # noqa: FBT001 - two values
    words = {True: "felregistrering", False: ""}
    return words[before], words[after]

"""What a change did, row by row and column by column: the old value beside the new one."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.added import added_rows
from db.existing import episode_by_id
from db.history import RowRef, altered, last_held, rows_called, stored_row
from db.records import row_values, typed
from db.tables import Episode
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
ACCEPTANCE = "acceptance"
QUALITY, REASON = "datakvalitet", "skäl"
"""What an accepted check is called in the trail, and its only column there."""


@dataclass(frozen=True)
class Detail:
    """One column of one row that a change altered; texts in file form."""

    row: str
    """The kind and the key: deltaganden krus K-001."""
    column: str
    """The Swedish name, or empty for a row that was added, removed or brought back."""
    before: str
    after: str


@dataclass(frozen=True)
class ChangedRow:
    """One row that a change added, altered, removed or brought back, with its columns."""

    ref: RowRef
    details: tuple[Detail, ...]
    is_ongoing: bool = False
    """Whether it is an episode that has not ended."""


def details(workspace: Workspace, change_id: int, of: str | None = None) -> list[Detail]:
    """What a change did, or of it only one row, as `history` understands its name.

    Of a large import the first rows are listed.
    """
    with reading(workspace) as opened:
        association = workspace.association.id
        only = None if of is None else rows_called(opened.session, association, of)
        rows = list(_changed(opened, change_id, only))
    return [detail for row in rows for detail in row.details]


def changed_rows(
    workspace: Workspace, change_id: int, only: Collection[RowRef] | None = None
) -> tuple[ChangedRow, ...]:
    """The rows that a change was about; `only` these, when given."""
    with reading(workspace) as opened:
        return tuple(_changed(opened, change_id, only))


def _changed(
    opened: Writing, change_id: int, only: Collection[RowRef] | None
) -> Iterator[ChangedRow]:
    lines = altered(opened.session, change_id, MOST_ROWS, only)
    for entity, row_id, action, before, after in lines:
        old, new = (_typed(entity, values) for values in (before, after))
        yield from _row(opened, (entity, row_id), action, old, new)
    for entity, row_id, values in added_rows(opened.session, change_id, MOST_ROWS, only):
        yield from _row(opened, (entity, row_id), "add", {}, _typed(entity, values))


def _typed(entity: str, values: Mapping[str, Any] | None) -> dict[str, Any]:
    return typed(RECORDED[entity], values or {}) if entity in RECORDED else {}


def _row(
    opened: Writing,
    ref: RowRef,
    action: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> Iterator[ChangedRow]:
    if ref[0] == ACCEPTANCE:
        yield ChangedRow(ref, tuple(_accepted(opened, ref, before, after)))
    elif ref[0] in BY_TABLE:
        row = row_name(opened, *ref, {} if action == "update" else {**before, **after})
        told = _of_row(BY_TABLE[ref[0]], row, action, (before, after), opened.context)
        stored = stored_row(opened.session, ref)
        ongoing = isinstance(stored, Episode) and stored.end_date is None and not stored.voided
        yield ChangedRow(ref, tuple(told), ongoing)


def row_name(
    opened: Writing, entity: str, row_id: int, held: Mapping[str, Any] | None = None
) -> str:
    """A row of the trail by its kind and key, or by its number when nothing tells what it held."""
    kind = BY_TABLE.get(entity)
    row = stored_row(opened.session, (entity, row_id))
    values: Mapping[str, Any] = held or ({} if row is None else row_values(row))
    if not values:
        values = _typed(entity, last_held(opened.session, (entity, row_id)))
    if kind is None or not values:
        return f"{entity} {row_id}"
    context = _with_episode(opened, values) if kind is FOLLOW_UPS else opened.context
    return spelled(kind, key_of(kind, values, context))


def _with_episode(opened: Writing, follow_up: Mapping[str, Any]) -> Context:
    """The context with the episode that a follow-up points to."""
    row = episode_by_id(opened.session, follow_up["episode_id"])
    if row is None:
        return opened.context
    ref = EpisodeRef(row.id, row.start_date, row.end_date, row.voided)
    return opened.context.with_episodes({(row.intervention_id, row.number): ref})


def _accepted(
    opened: Writing, ref: RowRef, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Detail]:
    """Why a check was accepted, before and now."""
    row = stored_row(opened.session, ref)
    check = {**before, **after}.get("check_name") or getattr(row, "check_name", "")
    yield Detail(f"{QUALITY} {check}", REASON, before.get("reason", ""), after.get("reason", ""))


def _of_row(
    kind: Kind,
    row: str,
    action: str,
    held: tuple[Mapping[str, Any], Mapping[str, Any]],
    context: Context,
) -> Iterator[Detail]:
    """The columns that hold something else; of a row that came or went, all that it held."""
    before, after = held
    if action != "update":
        yield Detail(row, "", *((row, "") if action == "delete" else ("", row)))
    for column in kind.columns:
        if action != "update" and column.name in kind.key:
            continue  # the name of the row says it
        if not {column.attribute, column.why} & {*before, *after}:
            continue
        old, new = (written(column, values, context) if values else "" for values in held)
        if old != new or action == "update":
            yield Detail(row, column.name, old, new)
    if "voided" in after and (action == "update" or after["voided"]):
        was = before.get("voided", False)
        yield Detail(row, "avslutsanledning", *_void_words(was, after["voided"]))


def _void_words(before: bool, after: bool) -> tuple[str, str]:  # noqa: FBT001 - two values
    words = {True: "felregistrering", False: ""}
    return words[before], words[after]

"""What a change was about: rows, goals and settings, each with what was before and is after."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session

from db.history import RowRef, changes, changes_of
from db.plan_changes import changes_of_plans, plan_steps, setting_steps
from tracker.errors import DataError
from tracker.register.alterations import Alteration, alterations, row_words
from tracker.register.plan_words import goals_of, settings_of, tables_of
from tracker.register.row_history import HistoryEntry, entry_of, row_history
from tracker.register.whole_row import HIDDEN_UNTIL_EXIT
from tracker.registration import HistoryLine
from tracker.registration.details import ChangedRow, changed_rows
from tracker.store_sentences import store_sentences
from tracker.validation.context import Context
from tracker.validation.loading import load_context
from tracker.validation.participants import EPISODES
from tracker.workspace import Workspace

MOST = 200
"""Changes of one thing that are listed."""
PLAN, SETTING = "plan", "setting"


@dataclass(frozen=True)
class ChangedThing:
    """A row, a goal or a setting, and what a change did to it."""

    sort: str
    """The table of a row; else `PLAN` or `SETTING`."""
    name: str
    """Kind and key of a row as the trail has it; year and goal; key of a setting."""
    title: str
    """In words."""
    alterations: tuple[Alteration, ...]
    row_id: int = 0


def changed_things(workspace: Workspace, change_id: int) -> tuple[ChangedThing, ...]:
    """What a change did, thing by thing; of a large import the first rows."""
    rows = changed_rows(workspace, change_id)
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
        others = (*_plans(session, context, change_id), *_settings(session, context, change_id))
    return (*others, *(_of_row(context, row) for row in rows if row.details))


def thing_history(workspace: Workspace, thing: ChangedThing) -> tuple[HistoryEntry, ...]:
    """Every change of a thing, the newest first.

    Raises:
        DataError: the store cannot be read.
    """
    kind, _, key = thing.name.partition(" ")
    if kind == EPISODES.name:
        insats, _, number = key.rpartition(" ")
        try:
            return row_history(workspace, insats, number)
        except DataError:  # it was taken back: what was done to it can be told all the same
            pass
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
        ids = _changes_of(session, workspace.association.id, thing)
        lines = changes(session, workspace.association.id, MOST, ids)
    found = (
        (HistoryLine(*vars(line).values()), _same(workspace, context, line.id, thing))
        for line in lines
    )
    return tuple(entry_of(line, told, workspace.language) for line, told in found if told)


def _changes_of(session: Session, association: int, thing: ChangedThing) -> set[int]:
    if thing.sort in (PLAN, SETTING):
        return set(changes_of_plans(session, association, settings=thing.sort == SETTING))
    return changes_of(session, [(thing.sort, thing.row_id)])


def _same(
    workspace: Workspace, context: Context, change_id: int, thing: ChangedThing
) -> tuple[Alteration, ...]:
    """What a change did to this thing alone."""
    if thing.sort in (PLAN, SETTING):
        with store_sentences(), workspace.store.read() as session:
            read = _settings if thing.sort == SETTING else _plans
            found = list(read(session, context, change_id))
    else:
        only: list[RowRef] = [(thing.sort, thing.row_id)]
        rows = changed_rows(workspace, change_id, only)
        found = [_of_row(context, row) for row in rows if row.details]
    return tuple(
        each for other in found for each in other.alterations
        if thing.sort not in (PLAN, SETTING) or other.name == thing.name
    )  # fmt: skip


def _plans(session: Session, context: Context, change_id: int) -> Iterator[ChangedThing]:
    for before, after in plan_steps(session, change_id):
        head = (after or before or {})["plan"]
        name = f"{head['year']}"
        others = tables_of(context.language, before, after)
        if others:
            yield ChangedThing(PLAN, name, head["id"], others)
        for goal, told in goals_of(context.language, before, after):
            yield ChangedThing(PLAN, f"{name} {goal}", f"{head['id']}: {goal}", told)


def _settings(session: Session, context: Context, change_id: int) -> Iterator[ChangedThing]:
    for before, after in setting_steps(session, change_id):
        for key, told in settings_of(context.language, before, after):
            yield ChangedThing(SETTING, key, told[0].label, told)


def _of_row(context: Context, row: ChangedRow) -> ChangedThing:
    entity, row_id = row.ref
    name = row.details[0].row
    hidden = HIDDEN_UNTIL_EXIT if row.is_ongoing else frozenset()
    told = alterations(row.details, context, hidden)
    title = row_words(context.language, name)
    return ChangedThing(entity, name, title, told, row_id)

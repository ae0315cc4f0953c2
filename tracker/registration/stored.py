"""A stored row as a draft: what a form starts from."""

from tracker.registration.writing import Key, found, kind_of, reading
from tracker.validation.checking import written
from tracker.validation.kinds import Kind
from tracker.validation.participants import EPISODES, FOLLOW_UPS
from tracker.workspace import Workspace


def stored_draft(workspace: Workspace, kind: Kind | str, key: Key) -> dict[str, str]:
    """A row by the Swedish names of its columns, as texts in file form.

    Raises:
        DataError: there is no such row.
    """
    kind = kind_of(kind)
    with reading(workspace, key) as opened:
        row = found(kind, opened, key)
        columns = [column for column in kind.columns if column.attribute in row]
        draft = {column.name: written(column, row, opened.context) for column in columns}
    if kind is FOLLOW_UPS:
        draft = {**key, **draft}
    if row.get("voided"):
        draft["avslutsanledning"] = "felregistrering"
    return {column.name: draft.get(column.name, "") for column in kind.columns}


def episode(workspace: Workspace, insats: str, number: str) -> dict[str, str]:
    """An episode as a draft.

    Raises:
        DataError: there is no such episode.
    """
    return stored_draft(workspace, EPISODES, {"insats": insats, "deltagande": number})

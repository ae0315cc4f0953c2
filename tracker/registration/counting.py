"""Counts that are typed in (*antal*): one that stands already is set to the new number."""

from db.existing import find_row
from tracker.registration.correcting import correct
from tracker.registration.saving import Saved, save
from tracker.registration.writing import identity, reading, table_of
from tracker.validation.checking import Draft, check_row
from tracker.validation.counts import COUNTS
from tracker.workspace import Workspace

FIGURE = "täljare"


def set_count(workspace: Workspace, draft: Draft) -> Saved:
    """Save a count, or correct the number of one for the same intervention, days and sex.

    Raises:
        DataError: the count is wrong, or overlaps another one; nothing is saved.
    """
    key = {name: draft[name] for name in COUNTS.key if draft.get(name)}
    if _is_there(workspace, draft):
        return correct(workspace, COUNTS, key, {FIGURE: draft.get(FIGURE, "")})
    return save(workspace, COUNTS, draft)


def _is_there(workspace: Workspace, draft: Draft) -> bool:
    with reading(workspace) as opened:
        checked = check_row(COUNTS, draft, opened.context)
        if checked.problems:
            return False
        named = identity(COUNTS, opened, checked.values)
        return find_row(opened.session, table_of(COUNTS), named) is not None

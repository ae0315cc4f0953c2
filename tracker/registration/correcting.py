"""Correcting what is stored by hand, and voiding a misregistration (*makulera*)."""

from collections.abc import Mapping
from typing import Any

from db.existing import find_row
from db.records import alter_row
from db.tables import Episode
from tracker.problems import N_
from tracker.registration.following import follow_ups_due
from tracker.registration.saving import Saved, refuse_overlap
from tracker.registration.writing import (
    Key,
    Writing,
    found,
    identity,
    kind_of,
    refuse,
    refuse_with,
    spelled,
    table_of,
    writing,
)
from tracker.validation.checking import Draft, check_row
from tracker.validation.context import Context
from tracker.validation.kinds import Kind
from tracker.validation.participants import EPISODES, EXIT_COLUMNS
from tracker.workspace import Workspace


def correct(
    workspace: Workspace, kind: Kind | str, key: Key, draft: Draft, reason: str = ""
) -> Saved:
    """Change the columns of the draft in a stored row; a column given empty is emptied.

    Taking the end date away takes the rest of the exit with it, and key columns may be corrected
    too. What is corrected by hand stays when a file or a plan says otherwise. The audit trail keeps
    the reason.

    Raises:
        DataError: the corrected row would be wrong, or is voided; nothing is changed.
    """
    kind = kind_of(kind)
    with writing(workspace, key) as opened:
        stored = found(kind, opened, key)
        if stored.get("voided"):
            refuse_with(N_("{row} is voided. Undo that first."), row=spelled(kind, key))
        given = {**key, **_whole_exit(kind, draft)}
        context = _context(opened, kind, given)
        checked = check_row(kind, given, context, stored=stored, clearing=True)
        refuse(checked.problems)
        change_id = _altered(opened, kind, key, stored, checked.values, reason)
    merged = {**stored, **checked.values}
    ended = kind is EPISODES and merged["end_date"] is not None and not merged["voided"]
    follows = follow_ups_due(opened.context, merged) if ended else ()
    return Saved(change_id, {name: given.get(name, "") for name in kind.key}, follows)


def void(workspace: Workspace, insats: str, number: str, reason: str = "") -> Saved:
    """Void an episode as a misregistration: it stays in the store and counts nowhere.

    Raises:
        DataError: there is no such episode, or it is voided already.
    """
    key = {"insats": insats, "deltagande": number}
    with writing(workspace) as opened:
        stored = found(EPISODES, opened, key)
        if stored["voided"]:
            refuse_with(N_("Participation {number} is voided."), "deltagande", number=number)
        change = opened.begin("void", spelled(EPISODES, key), reason=reason)
        alter_row(opened.session, change, Episode, stored["id"], {"voided": True})
    return Saved(change.id, key)


def _context(opened: Writing, kind: Kind, given: Draft) -> Context:
    """The context of the corrected row: an episode under another number is still that one."""
    if kind is not EPISODES:
        return opened.about(given).context
    place = check_row(EPISODES, given, opened.context).key
    ref = next(iter(opened.context.episodes.values()))
    return opened.context.with_episodes({(place[0], place[1]): ref})


def _altered(
    opened: Writing,
    kind: Kind,
    key: Key,
    stored: Mapping[str, Any],
    values: dict[str, Any],
    reason: str,
) -> int | None:
    """The number of the change, or None when nothing differs."""
    different = {
        name: value for name, value in values.items() if name in stored and stored[name] != value
    }
    if not different:
        return None
    merged = {**stored, **different}
    _refuse_taken(opened, kind, key, stored, merged)
    if kind is EPISODES:
        refuse_overlap(kind, opened, merged)
    done = "void" if different.get("voided") else "correct"
    change = opened.begin(done, spelled(kind, key), reason=reason)
    alter_row(opened.session, change, table_of(kind), stored["id"], different)
    return change.id


def _refuse_taken(
    opened: Writing, kind: Kind, key: Key, stored: Mapping[str, Any], merged: Mapping[str, Any]
) -> None:
    """A corrected key may not be that of another row."""
    other = find_row(opened.session, table_of(kind), _named(kind, opened, merged))
    if other is not None and other["id"] != stored["id"]:
        sentence = N_("Another row has that key already, so {row} cannot take it.")
        refuse_with(sentence, kind.key[-1], row=spelled(kind, key))


def _named(kind: Kind, opened: Writing, merged: Mapping[str, Any]) -> dict[str, Any]:
    named = identity(kind, opened, merged)
    if "delivery_id" in named:
        named["delivery_id"] = merged["delivery_id"]
    return named


def _whole_exit(kind: Kind, draft: Draft) -> Draft:
    """Where the end date is taken away, so is the rest of the exit."""
    if kind is not EPISODES or draft.get("slutdatum", "?").strip():
        return draft
    return {**dict.fromkeys(EXIT_COLUMNS, ""), **draft}

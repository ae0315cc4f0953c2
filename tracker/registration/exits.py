"""Recording the exit of an episode."""

from collections.abc import Mapping
from typing import Any

from db.records import alter_row
from db.tables import Episode
from tracker.problems import N_, Problem
from tracker.registration.following import follow_ups_due
from tracker.registration.saving import Saved
from tracker.registration.writing import found, refuse, refuse_with, spelled, writing
from tracker.validation.checking import Checked, Draft, check_row
from tracker.validation.participants import EPISODES, EXIT_COLUMNS
from tracker.workspace import Workspace


def record_exit(
    workspace: Workspace, insats: str, number: str, draft: Draft, reason: str = ""
) -> Saved:
    """Record the exit of an episode that is under way; a misregistration voids it instead.

    The audit trail keeps the reason, where one is given.

    Raises:
        DataError: the exit is wrong, or the episode has ended or is not there; nothing is saved.
    """
    key = {"insats": insats, "deltagande": number}
    with writing(workspace, key) as opened:
        stored = found(EPISODES, opened, key)
        _refuse_ended(stored, number)
        checked = check_row(EPISODES, {**draft, **key}, opened.context, stored=stored)
        refuse([*_not_of_an_exit(draft), *checked.problems, *_unfinished(checked)])
        voids = checked.values.get("voided", False)
        done = "void" if voids else "log"
        change = opened.begin(done, spelled(EPISODES, key), reason=reason)
        alter_row(opened.session, change, Episode, stored["id"], checked.values)
    merged = {**stored, **checked.values}
    return Saved(change.id, key, () if voids else follow_ups_due(opened.context, merged))


def _refuse_ended(stored: Mapping[str, Any], number: str) -> None:
    if stored["voided"]:
        sentence = N_("Participation {number} is voided.")
        refuse_with(sentence, "deltagande", number=number)
    if stored["end_date"] is not None:
        sentence = N_("Participation {number} ended on {day}. Correct the exit instead.")
        refuse_with(sentence, "slutdatum", number=number, day=stored["end_date"].isoformat())


def _not_of_an_exit(draft: Draft) -> list[Problem]:
    given = (name for name in draft if name in EPISODES.by_name and name not in EPISODES.key)
    return [
        Problem(N_("This belongs to the entry. Correct it there."), column=name)
        for name in given
        if name not in EXIT_COLUMNS and draft[name].strip()
    ]


def _unfinished(checked: Checked) -> list[Problem]:
    """An exit has its day; the rules ask for its reason."""
    if checked.problems or checked.values.get("voided") or checked.values.get("end_date"):
        return []
    return [Problem(N_("Fill in {column}."), {"column": "slutdatum"}, column="slutdatum")]

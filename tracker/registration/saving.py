"""Adding one row: an entry, a follow-up, or a row of any other kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.codes import FollowUpOutcome
from db.existing import BESIDE_ROWS, count_clash, count_over, episode_over, find_row
from db.records import add_row, alter_row
from tracker.problems import N_
from tracker.registration.following import FollowUpDue, follow_ups_after, follow_ups_due
from tracker.registration.writing import (
    Writing,
    identity,
    key_of,
    kind_of,
    refuse,
    refuse_with,
    spelled,
    table_of,
    writing,
)
from tracker.validation.checking import Draft, check_row
from tracker.validation.kinds import Kind
from tracker.validation.participants import EPISODES, FOLLOW_UPS
from tracker.workspace import Workspace


@dataclass(frozen=True)
class Saved:
    """What was saved, under which change, and what follows from it."""

    change_id: int | None
    """None: everything was there already."""
    key: Mapping[str, str]
    """The key of the row in file form, by the Swedish names of its columns."""
    follows: tuple[FollowUpDue, ...] = field(default=())


def save(workspace: Workspace, kind: Kind | str, draft: Draft, reason: str = "") -> Saved:
    """Add a row; a follow-up that was not reached before is filled in instead.

    The audit trail keeps the reason, where one is given.

    Raises:
        DataError: the row is wrong or there already, with every problem; nothing is saved.
    """
    kind = kind_of(kind)
    with writing(workspace, draft) as opened:
        checked = check_row(kind, draft, opened.context)
        refuse(checked.problems)
        values = checked.values
        refuse_overlap(kind, opened, values)
        there = find_row(opened.session, table_of(kind), identity(kind, opened, values))
        key = key_of(kind, values, opened.context)
        if there is not None:
            change_id = _another_try(opened, kind, there, values, reason)
        else:
            change_id = _added(opened, kind, values, reason)
    return Saved(change_id, key, _follows(opened, kind, values))


def _added(opened: Writing, kind: Kind, values: dict[str, Any], reason: str) -> int:
    done = "void" if values.get("voided") else "log"
    subject = spelled(kind, key_of(kind, values, opened.context))
    change = opened.begin(done, subject, reason=reason)
    add_row(opened.session, change, table_of(kind), values)
    return change.id


def _another_try(
    opened: Writing,
    kind: Kind,
    there: Mapping[str, Any],
    values: dict[str, Any],
    reason: str,
) -> int:
    """Fill in a follow-up that was not reached; any other row is there once and for all."""
    subject = spelled(kind, key_of(kind, values, opened.context))
    if kind is not FOLLOW_UPS or there["outcome"] != FollowUpOutcome.NOT_REACHED:
        sentence = N_("This row is there already: {row}. Correct it instead.")
        refuse_with(sentence, kind.key[-1], row=subject)
    change = opened.begin("log", subject, reason=reason)
    alter_row(opened.session, change, table_of(kind), there["id"], values)
    return change.id


def _follows(opened: Writing, kind: Kind, values: Mapping[str, Any]) -> tuple[FollowUpDue, ...]:
    if kind is FOLLOW_UPS:
        return follow_ups_after(opened.context, values)
    if kind is not EPISODES or values.get("end_date") is None:
        return ()
    return follow_ups_due(opened.context, values)


def refuse_overlap(kind: Kind, opened: Writing, values: Mapping[str, Any]) -> None:
    """Rows and counts never tell of the same intervention and time: one of them is refused."""
    if kind is EPISODES and not values.get("voided"):
        _refuse_row_over_count(opened, values)
    elif kind.name == "antal":
        _refuse_count_over_row(opened, values)


def _refuse_row_over_count(opened: Writing, values: Mapping[str, Any]) -> None:
    place, start, end = values["intervention_id"], values["start_date"], values.get("end_date")
    days = count_over(opened.session, place, start, end)
    if days is not None:
        sentence = N_(
            "Counts from {first} to {last} are stored for this intervention. Rows and counts "
            "cannot tell of the same time."
        )
        first, last = (day.isoformat() for day in days)
        refuse_with(sentence, "startdatum", first=first, last=last)


def _refuse_count_over_row(opened: Writing, values: Mapping[str, Any]) -> None:
    if values.get("delivery") is not None:
        refuse_with(N_("A delivery comes as a file: tracker import antal FILE."), "leverans")
    if count_clash(opened.session, opened.workspace.association.id, values):
        sentence = N_("There is a count of the same for days that overlap these.")
        refuse_with(sentence, "från")
    place = values.get("intervention_id")
    if place is None or values["measure"] in BESIDE_ROWS:
        return
    days = episode_over(opened.session, place, values["start_date"], values["end_date"])
    if days is not None:
        sentence = N_(
            "Participations are registered row by row for this intervention, one from {start}. "
            "Rows and counts cannot tell of the same time."
        )
        refuse_with(sentence, "från", start=days[0].isoformat())

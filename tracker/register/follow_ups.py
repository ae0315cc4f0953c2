"""What the form of a follow-up (*uppföljning*) starts from: the exit, and what was tried before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.codes import FollowUpOutcome
from db.existing import find_row
from db.tables import FollowUp
from tracker.errors import DataError
from tracker.periods import add_months
from tracker.problems import N_
from tracker.register.asked import asked_columns
from tracker.register.preparing import FormStart, context_of
from tracker.registration import episode
from tracker.registration.following import months_of
from tracker.store_sentences import store_sentences
from tracker.validation.checking import written
from tracker.validation.context import Context, EpisodeRef
from tracker.validation.participants import FOLLOW_UPS
from tracker.workspace import Workspace

FOLLOW_UP_ORDER = (
    *("månader", "datum", "utfall", "arbete", "studier", "försörjning", "försörjningsgrad"),
)
"""The columns of a follow-up in the order in which people tell of it."""
OF_AN_ANSWER = ("arbete", "studier", "försörjning", "försörjningsgrad")
"""What only somebody who answered can tell."""
AT_EXIT = {name: f"{name}_efter" for name in OF_AN_ANSWER}


@dataclass(frozen=True)
class Tried:
    """A follow-up that is recorded, in file form."""

    months: int
    row: Mapping[str, str]

    @property
    def is_final(self) -> bool:
        """Whether there is an answer, or reason not to try again."""
        return self.row["utfall"] != FollowUpOutcome.NOT_REACHED


def follow_up_start(
    workspace: Workspace, insats: str, number: str, months: int | None = None
) -> FormStart:
    """A follow-up to be recorded, or corrected where it is recorded already.

    Without `months` it is the first one that is still to be made.

    Raises:
        DataError: there is no such episode, or it has not ended.
    """
    stored = episode(workspace, insats, number)
    context = context_of(workspace, stored)
    usual, tried = months_of(context.interventions[insats].follow_up_months), {}
    if not stored["slutdatum"]:
        sentence = N_("Participation {number} has not ended. Register its exit first.")
        raise DataError(sentence, number=number)
    ref = next(iter(context.episodes.values()))
    for each in {*usual, *([months] if months else [])}:
        if (row := _recorded(workspace, context, ref, each)) is not None:
            tried[each] = Tried(each, row)
    chosen = months or _next(usual, tried)
    return _start(workspace, context, stored, tried.get(chosen), chosen)


def _start(
    workspace: Workspace,
    context: Context,
    stored: Mapping[str, str],
    tried: Tried | None,
    months: int,
) -> FormStart:
    key = {"insats": stored["insats"], "deltagande": stored["deltagande"]}
    draft = {"månader": str(months), "datum": workspace.today.isoformat()}
    if tried is not None and tried.is_final:
        key, draft = {**key, **tried.row}, dict(tried.row)
    return FormStart(
        context=context,
        columns=FOLLOW_UP_ORDER,
        asked=_asked(workspace),
        draft=draft,
        stored=key,
        kind=FOLLOW_UPS,
        about=stored,
        form=f"follow_up {stored['insats']} {stored['deltagande']} {months}",
        note=_note(workspace, tried),
    )


def facts_of_exit(stored: Mapping[str, str]) -> dict[str, str]:
    """What stood at the exit, in file form, by the columns that ask for it again."""
    return {name: stored.get(earlier, "") for name, earlier in AT_EXIT.items()}


def due_on(exited: Mapping[str, str], months: str) -> date | None:
    """The day of a follow-up so many months after an exit; None: no such number of months."""
    if not months.isdecimal() or not exited.get("slutdatum"):
        return None
    return add_months(date.fromisoformat(exited["slutdatum"]), int(months))


def _next(usual: tuple[int, ...], tried: Mapping[int, Tried]) -> int:
    """The first that is still to be made; the last one when all are."""
    final = {months for months, each in tried.items() if each.is_final}
    return next((months for months in usual if months not in final), usual[-1])


def _recorded(
    workspace: Workspace, context: Context, ref: EpisodeRef, months: int
) -> dict[str, str] | None:
    with store_sentences(), workspace.store.read() as session:
        row = find_row(session, FollowUp, {"episode_id": ref.id, "months": months})
    return None if row is None else _in_file_form(row, context)


def _in_file_form(row: Mapping[str, Any], context: Context) -> dict[str, str]:
    return {name: written(FOLLOW_UPS.by_name[name], row, context) for name in FOLLOW_UP_ORDER}


def _asked(workspace: Workspace) -> frozenset[str]:
    """The degree of support only where a goal needs it."""
    asked = asked_columns(workspace.plan_for(workspace.today))
    optional = {name for name in ("försörjningsgrad",) if AT_EXIT[name] not in asked}
    return frozenset(FOLLOW_UP_ORDER) - optional


def _note(workspace: Workspace, tried: Tried | None) -> str:
    if tried is None or tried.is_final:
        return ""
    day = workspace.language.day(date.fromisoformat(tried.row["datum"]))
    return workspace.language.text(N_("Not reached on {day}."), day=day)

"""Follow-ups that reached nobody, or were declined: written down from the work list at once.

Not reached is a try: the reminder stays, with the day of the try beside it. Declined stops the
reminder and keeps its day. Both are rows of *uppföljningar*, as if the form had been filled in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from db.codes import FollowUpOutcome
from db.existing import find_row
from db.records import add_row, alter_row
from db.tables import FollowUp
from tracker.problems import N_
from tracker.registration.writing import Writing, identity, refuse, refuse_with, spelled, writing
from tracker.validation.checking import check_row
from tracker.validation.context import Context
from tracker.validation.loading import load_episodes
from tracker.validation.participants import FOLLOW_UPS
from tracker.worklist.model import WorkItem
from tracker.workspace import Workspace

Try = Literal[FollowUpOutcome.NOT_REACHED, FollowUpOutcome.DECLINED]


@dataclass(frozen=True)
class Tried:
    """What was written down."""

    outcome: Try
    number: int
    """Of how many follow-ups."""
    items: tuple[WorkItem, ...]


def record_tries(workspace: Workspace, items: Iterable[WorkItem], outcome: Try) -> Tried:
    """Write down today's try for every follow-up among the items: one change, taken back as one.

    Raises:
        DataError: none is a follow-up, or one of them is answered or declined by now; nothing is
            saved.
    """
    chosen = tuple(item for item in items if item.kind == "follow_up")
    with writing(workspace) as opened:
        if not chosen:
            refuse_with(N_("Only follow-ups can be not reached, or declined."))
        context = _with_episodes(opened, chosen)
        drafts = [_draft(workspace, item, outcome) for item in chosen]
        checked = [check_row(FOLLOW_UPS, draft, context) for draft in drafts]
        refuse(problem for each in checked for problem in each.problems)
        _write(opened, drafts, [each.values for each in checked])
    return Tried(outcome, len(chosen), chosen)


def _with_episodes(opened: Writing, items: Sequence[WorkItem]) -> Context:
    places = opened.context.interventions
    keys = [(places[item.insats or ""].id, item.deltagande or "") for item in items]
    return load_episodes(opened.session, opened.workspace, opened.context, keys)


def _draft(workspace: Workspace, item: WorkItem, outcome: Try) -> dict[str, str]:
    return {
        "insats": item.insats or "",
        "deltagande": item.deltagande or "",
        "månader": str(item.months or ""),
        "datum": workspace.today.isoformat(),
        "utfall": outcome.value,
    }


def _write(
    opened: Writing, drafts: Sequence[Mapping[str, str]], rows: Sequence[dict[str, Any]]
) -> None:
    change = opened.begin("log", _subject(drafts))
    for draft, values in zip(drafts, rows, strict=True):
        there = find_row(opened.session, FollowUp, identity(FOLLOW_UPS, opened, values))
        if there is None:
            add_row(opened.session, change, FollowUp, values)
        elif there["outcome"] == FollowUpOutcome.NOT_REACHED:
            alter_row(opened.session, change, FollowUp, there["id"], values)
        else:
            sentence = N_("This row is there already: {row}. Correct it instead.")
            refuse_with(sentence, row=_spelled(draft))


def _subject(drafts: Sequence[Mapping[str, str]]) -> str:
    """The row, or of several the interventions that they belong to."""
    if len(drafts) == 1:
        return _spelled(drafts[0])
    return " ".join([FOLLOW_UPS.name, *sorted({draft["insats"] for draft in drafts})])


def _spelled(draft: Mapping[str, str]) -> str:
    return spelled(FOLLOW_UPS, {name: draft[name] for name in FOLLOW_UPS.key})

"""Accepting what a check found, with a reason that follows the figures."""

from sqlmodel import Session

from db.acceptances import acceptances, store_acceptance
from db.records import begin_change
from tracker.errors import DataError, UsageError
from tracker.plans.values import nearest
from tracker.problems import N_
from tracker.quality.catalogue import BY_NAME
from tracker.quality.making import run, with_acceptance
from tracker.quality.model import Accepted, Check, Finding
from tracker.store_sentences import store_sentences
from tracker.validation.context import Context
from tracker.validation.fields import Refused, echo
from tracker.validation.textual import Text
from tracker.workspace import Workspace

LONGEST = 300
"""Characters of a reason."""


def accept(workspace: Workspace, check: str, reason: str) -> Accepted:
    """Accept a check for the rows that it concerns now; new rows raise it again.

    Raises:
        UsageError: there is no such check.
        DataError: it finds nothing, or the reason is empty or names somebody; nothing is saved.
    """
    known, said = _known(check), _reason(workspace, reason)
    with store_sentences(), workspace.store.write() as session:
        finding = _finding(session, workspace, known)
        change = begin_change(
            session,
            association_id=workspace.association.id,
            at=workspace.now(),
            by=workspace.actor,
            kind="log",
            subject=f"datakvalitet {known.name}",
        )
        digests = {row.digest for row in finding.rows}
        store_acceptance(session, change, known.name, said, digests)
    return Accepted(known.name, said, change.by, change.at, finding.count)


def accepted(workspace: Workspace) -> list[Accepted]:
    """What has been accepted and still concerns rows, none of which have come since."""
    with store_sentences(), workspace.store.read() as session:
        stored = acceptances(session, workspace.association.id)
        checks = [BY_NAME[row.check] for row in stored if row.check in BY_NAME]
        found = run(session, workspace, checks) if checks else []
    judged = (with_acceptance(each, stored).accepted for each in found)
    return [each for each in judged if each is not None]


def _known(check: str) -> Check:
    if check not in BY_NAME:
        raise UsageError(
            N_("There is no check {check}; the nearest is {nearest}."),
            check=echo(check),
            nearest=nearest(check, BY_NAME),
        )
    return BY_NAME[check]


def _reason(workspace: Workspace, reason: str) -> str:
    said = reason.strip()
    if not said:
        raise DataError(N_("Give a reason: it follows the figures to the report."))
    understood = Text(LONGEST).read(said, Context(workspace.today, workspace.language))
    if isinstance(understood, Refused):
        raise DataError(N_("Nothing was saved."), problems=(understood.at("reason"),))
    return said


def _finding(session: Session, workspace: Workspace, check: Check) -> Finding:
    for finding in run(session, workspace, [check]):
        return finding
    raise DataError(N_("The check {check} finds nothing that could be accepted."), check=check.name)

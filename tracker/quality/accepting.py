"""Accepting what a check found, with a reason that follows the figures."""

from sqlmodel import Session

from db.acceptances import acceptances, remove_acceptance, store_acceptance
from db.records import begin_change
from tracker.errors import DataError, UsageError
from tracker.plans.values import nearest
from tracker.problems import N_, Problem
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
NO_REASON = N_("Give a reason: it follows the figures to the report.")


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


def take_back(workspace: Workspace, check: str) -> None:
    """Take an acceptance back: what the check finds stands open again.

    Raises:
        UsageError: there is no such check.
        DataError: nobody has accepted it.
    """
    known = _known(check)
    with store_sentences(), workspace.store.write() as session:
        stored = acceptances(session, workspace.association.id)
        there = next((row for row in stored if row.check == known.name), None)
        if there is None:
            raise DataError(N_("Nobody has accepted the check {check}."), check=known.name)
        change = begin_change(
            session,
            association_id=workspace.association.id,
            at=workspace.now(),
            by=workspace.actor,
            kind="correct",
            subject=f"datakvalitet {known.name}",
        )
        remove_acceptance(session, change, there.id)


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


def reason_problem(workspace: Workspace, reason: str) -> Problem | None:
    """What is wrong with a reason, before it is given; None when it can be."""
    said = reason.strip()
    if not said:
        return Problem(NO_REASON)
    understood = Text(LONGEST).read(said, Context(workspace.today, workspace.language))
    return understood.at("reason") if isinstance(understood, Refused) else None


def _reason(workspace: Workspace, reason: str) -> str:
    problem = reason_problem(workspace, reason)
    if problem is not None and problem.column is None:
        raise DataError(problem.message)
    if problem is not None:
        raise DataError(N_("Nothing was saved."), problems=(problem,))
    return reason.strip()


def _finding(session: Session, workspace: Workspace, check: Check) -> Finding:
    for finding in run(session, workspace, [check]):
        return finding
    raise DataError(N_("The check {check} finds nothing that could be accepted."), check=check.name)

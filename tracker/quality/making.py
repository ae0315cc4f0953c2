"""Running the checks: conditions on single episodes in one pass, the others one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlmodel import Session

from db.acceptances import AcceptanceRow, acceptances
from db.tallies.quality import odd_episodes
from tracker.quality.catalogue import CHECKS
from tracker.quality.desk import Desk
from tracker.quality.model import Accepted, Check, Finding, Row
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

ORDER = ("error", "warning", "info")


def findings(workspace: Workspace) -> tuple[Finding, ...]:
    """What the checks find: errors first, then what fewest have; accepted ones keep their place."""
    with store_sentences(), workspace.store.read() as session:
        stored = acceptances(session, workspace.association.id)
        found = run(session, workspace, CHECKS)
    judged = (with_acceptance(each, stored) for each in found)
    return tuple(sorted(judged, key=lambda each: ORDER.index(each.check.severity)))


def count_open(workspace: Workspace) -> int:
    """How many errors and warnings nobody has accepted."""
    open_ = (each for each in findings(workspace) if each.accepted is None)
    return sum(each.check.severity != "info" for each in open_)


def run(session: Session, workspace: Workspace, checks: Sequence[Check]) -> list[Finding]:
    """What some checks find, without who has accepted it."""
    desk = Desk(session, workspace)
    conditions = {check.name: check.odd(desk) for check in checks if check.odd}
    odd = odd_episodes(session, desk.association_id, conditions) if conditions else {}
    found = []
    for check in checks:
        rows: list[Row] = desk.episodes(odd.get(check.name, []))
        if check.find:
            rows += check.find(desk)
        if rows:
            found.append(Finding(check, tuple(rows)))
    return found


def with_acceptance(finding: Finding, stored: Iterable[AcceptanceRow]) -> Finding:
    """The finding with its acceptance, where every row that it concerns was accepted."""
    digests = {row.digest for row in finding.rows}
    for row in stored:
        if row.check == finding.check.name and digests <= row.rows:
            accepted = Accepted(row.check, row.reason, row.by, row.at, finding.count)
            return replace(finding, accepted=accepted)
    return finding

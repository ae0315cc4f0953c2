"""Running the checks: conditions on single episodes in one pass, the others one by one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import or_
from sqlmodel import Session

from db.acceptances import AcceptanceRow, acceptances
from db.tallies.quality import EpisodeKey, odd_episodes
from db.tallies.success import Truth
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
    wanted = {check.name: check.odd(desk) for check in checks if check.odd}
    odd = _odd_rows(desk, wanted) if wanted else {}
    found = []
    for check in checks:
        rows = odd.get(check.name, [])
        if check.find:
            rows += check.find(desk)
        if rows:
            found.append(Finding(check, tuple(rows)))
    return found


def _odd_rows(desk: Desk, wanted: Mapping[str, Mapping[str, Truth]]) -> dict[str, list[Row]]:
    """The episodes that each check finds odd, in the order of entry, with the column to mend."""
    whole = {name: or_(*parts.values()) for name, parts in wanted.items()}
    parts = {
        f"{name} {column}": truth
        for name, each in wanted.items()
        if len(each) > 1
        for column, truth in each.items()
    }
    found = odd_episodes(desk.session, desk.association_id, {**whole, **parts})
    there = {name: frozenset(found[name]) for name in parts}
    return {
        name: [desk.episode(key, _column(name, each, key, there)) for key in found[name]]
        for name, each in wanted.items()
    }


def _column(
    name: str, parts: Iterable[str], key: EpisodeKey, there: Mapping[str, frozenset[EpisodeKey]]
) -> str:
    """The column in which an episode is odd; the first of several."""
    first, *others = parts
    if not others or key in there[f"{name} {first}"]:
        return first
    return next(each for each in others if key in there[f"{name} {each}"])


def with_acceptance(finding: Finding, stored: Iterable[AcceptanceRow]) -> Finding:
    """The finding with its acceptance, where every row that it concerns was accepted."""
    digests = {row.digest for row in finding.rows}
    for row in stored:
        if row.check == finding.check.name and digests <= row.rows:
            accepted = Accepted(row.check, row.reason, row.by, row.at, finding.count)
            return replace(finding, accepted=accepted)
    return finding

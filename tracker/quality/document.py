"""What the checks find as JSON (`formats.md` section 7)."""

from collections.abc import Iterable
from typing import Any

from tracker.quality.model import Accepted, Finding, Row
from tracker.quality.words import guidance, title
from tracker.wording import Language


def to_document(found: Iterable[Finding], language: Language) -> list[dict[str, Any]]:
    """Every finding, errors first."""
    return [
        {
            "check": each.check.name,
            "severity": each.check.severity,
            "count": each.count,
            "rows": [_row(row) for row in each.rows],
            "title": title(language, each),
            "guidance": guidance(language, each),
            "accepted": accepted_document(each.accepted),
        }
        for each in found
    ]


def accepted_document(accepted: Accepted | None) -> dict[str, Any] | None:
    """Who accepted a finding, when and why."""
    if accepted is None:
        return None
    return {"reason": accepted.reason, "by": accepted.by, "at": accepted.at.isoformat()}


def _row(row: Row) -> dict[str, str]:
    said = {"said": row.said} if row.said else {}
    return {**dict(row.key), **said}

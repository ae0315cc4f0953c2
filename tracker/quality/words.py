"""What the checks find, in words."""

from collections.abc import Mapping, Sequence

from tracker.problems import N_, NN_
from tracker.quality.model import Finding, Row, Severity
from tracker.wording import Language

SIGNS: Mapping[Severity, str] = {"error": "✗", "warning": "!", "info": "i"}
SEVERITIES: Mapping[Severity, str] = {
    "error": N_("Error"),
    "warning": N_("Warning"),
    "info": N_("Note"),
}
COUNTED: Mapping[Severity, tuple[str, str]] = {
    "error": NN_("{number} error", "{number} errors"),
    "warning": NN_("{number} warning", "{number} warnings"),
    "info": NN_("{number} note", "{number} notes"),
}


def title(language: Language, finding: Finding) -> str:
    """What the check is about."""
    return language.text(finding.check.title)


def guidance(language: Language, finding: Finding) -> str:
    """What it means and what to do about it."""
    return language.text(finding.check.guidance)


def severity(language: Language, finding: Finding) -> str:
    """How serious it is."""
    return language.text(SEVERITIES[finding.check.severity])


def row_text(row: Row) -> str:
    """A row by its key, and what is odd about it: krus K-001; krus 2021: 7 av 20 avslut."""
    key = " ".join(value for _, value in row.key if value)
    return f"{key}: {row.said}" if row.said else key


def acceptance(language: Language, finding: Finding) -> str:
    """Who accepted it, when and why; empty where nobody has."""
    if finding.accepted is None:
        return ""
    day = finding.accepted.at.astimezone().date()
    return language.text(
        "Accepted by {by} on {day}: {reason}",
        by=finding.accepted.by,
        day=language.day(day),
        reason=finding.accepted.reason,
    )


def summary(language: Language, found: Sequence[Finding]) -> str:
    """How many findings there are of each severity, and how many are accepted."""
    left = [each.check.severity for each in found if each.accepted is None]
    parts = [
        language.plural(*COUNTED[each], left.count(each)) for each in SEVERITIES if each in left
    ]
    if len(left) < len(found):
        number = len(found) - len(left)
        parts.append(language.plural("{number} accepted", "{number} accepted", number))
    return ", ".join(parts) or language.text("nothing to remark on")

"""What the checks find, in words."""

from collections.abc import Mapping, Sequence

from tracker.problems import N_, NN_
from tracker.quality.delays import Delay
from tracker.quality.fields import FieldGap
from tracker.quality.model import Finding, Row, Severity
from tracker.wording import Language
from tracker.wording.labels import column_label, kind_label

SIGNS: Mapping[Severity, str] = {"error": "✗", "warning": "!", "info": "i"}
SEVERITIES: Mapping[Severity, str] = {
    "error": N_("Error"),
    "warning": N_("Warning"),
    "info": N_("Note"),
}
OTHER_KINDS: Mapping[str, str] = {"plan": N_("Plan")}
"""What rows can belong to that is not a file."""
EVENTS: Mapping[str, str] = {"entry": N_("Entry"), "exit": N_("Exit")}
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


def row_cells(language: Language, row: Row) -> tuple[str, str, str]:
    """A row as a line of a table: of what kind, which one, what is odd about it."""
    other = OTHER_KINDS.get(row.kind)
    kind = language.text(other) if other else kind_label(language, row.kind)
    named = (
        column_label(language, row.kind, value) if name == "kolumn" else value
        for name, value in row.key
        if value
    )
    return kind, " ".join(named), row.said


def gap_cells(language: Language, gap: FieldGap) -> tuple[str, ...]:
    """A column as a line of a table: how many say nothing, their share, not known, declined."""
    return (
        column_label(language, "deltaganden", gap.column),
        language.text("{x} of {n}", x=language.number(gap.empty), n=language.number(gap.required)),
        language.percent(gap.share),
        language.number(gap.unknown),
        language.number(gap.declined),
    )


def delay_cells(language: Language, delay: Delay) -> tuple[str, ...]:
    """How long registering took, as a line of a table."""
    return (
        delay.insats,
        language.text(EVENTS[delay.event]),
        language.number(delay.number),
        days(language, delay.median),
        language.percent(delay.share),
        days(language, delay.longest),
    )


def days(language: Language, number: float) -> str:
    """So many days; half days are the median of two."""
    if number == int(number):
        return language.plural("{number} day", "{number} days", int(number))
    return language.text("{decimal} days", decimal=language.number(number, 1))

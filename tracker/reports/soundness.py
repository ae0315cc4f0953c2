"""How sound the data is: what the checks found, and what was accepted with which reason."""

from collections.abc import Sequence

from tracker.quality import findings
from tracker.quality.model import Finding
from tracker.quality.words import severity, title
from tracker.reports.drafts import DraftSection
from tracker.reports.model import AnyCell, Cell, Column, Table
from tracker.wording import Language
from tracker.workspace import Workspace

TOLD = ("error", "warning")
"""Severities a reader of the report should know of."""


def soundness_section(workspace: Workspace) -> DraftSection:
    """Errors and warnings in the store as it is today; never which rows."""
    language = workspace.language
    found = [each for each in findings(workspace) if each.check.severity in TOLD]
    heading = language.text("Data quality")
    if not found:
        none = language.text("The checks of the register found no errors and no warnings.")
        return DraftSection(heading, (none,), key="datakvalitet")
    columns = (
        Column(language.text("What was found"), width=52),
        Column(language.text("How serious"), width=12),
        Column(language.text("Accepted, and why"), width=60),
    )
    rows = tuple(_row(language, each) for each in found)
    table = Table(heading, heading, columns, rows)
    return DraftSection(heading, (_said(language, found),), (table,), key="datakvalitet")


def _said(language: Language, found: Sequence[Finding]) -> str:
    accepted = sum(each.accepted is not None for each in found)
    said = language.plural(
        "The checks look at the whole register as it is today. {number} of them found something.",
        "The checks look at the whole register as it is today. {number} of them found something.",
        len(found),
    )
    if not accepted:
        return said
    looked_at = language.plural(
        "{number} of these has been looked at and accepted.",
        "{number} of these have been looked at and accepted.",
        accepted,
    )
    return f"{said} {looked_at}"


def _row(language: Language, each: Finding) -> tuple[AnyCell, ...]:
    reason = each.accepted.reason if each.accepted else language.text("not looked at yet")
    return Cell(title(language, each)), Cell(severity(language, each)), Cell(reason)

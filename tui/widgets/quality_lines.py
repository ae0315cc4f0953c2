"""What the pane Datakvalitet lists: findings, and two overviews that are no findings."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.problems import N_
from tracker.quality import Delay, FieldGap, Finding
from tracker.quality.words import (
    SIGNS,
    acceptance,
    delay_cells,
    gap_cells,
    guidance,
    row_cells,
    severity,
    title,
)
from tracker.wording import Language
from tui.widgets.line_table import Column, Line

SUBJECT_COLUMNS = (
    Column(N_("Severity"), 13, 13),
    Column(N_("Check"), 0, 0),
    Column(N_("Rows"), 7, 7),
)
ROW_COLUMNS = (
    Column(N_("Kind"), 15, 15),
    Column(N_("Row"), 0, 0),
    Column(N_("Remark"), 28, 36),
)
GAP_COLUMNS = (
    Column(N_("Field"), 0, 0),
    Column(N_("Not filled in"), 16, 16),
    Column(N_("Share"), 7, 8),
    Column(N_("Not known"), 9, 10),
    Column(N_("Declined"), 9, 10),
)
DELAY_COLUMNS = (
    Column(N_("Intervention"), 0, 0),
    Column(N_("Event"), 9, 10),
    Column(N_("How many"), 7, 8),
    Column(N_("Median"), 11, 12),
    Column(N_("In 30 days"), 13, 14),
    Column(N_("Longest"), 10, 12),
)


@dataclass(frozen=True)
class Subject:
    """One thing that can be looked at: its line in the list, guidance, and a table below."""

    name: str
    """The name of the check, or of the overview."""
    line: Line
    said: str
    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    finding: Finding | None = None


def of_finding(language: Language, finding: Finding) -> Subject:
    """A finding with the rows that it concerns."""
    accepted = finding.accepted is not None
    sign = "✓" if accepted else SIGNS[finding.check.severity]
    word = language.text("accepted").capitalize() if accepted else severity(language, finding)
    said = [acceptance(language, finding), guidance(language, finding)]
    return Subject(
        finding.check.name,
        Line(
            (f" {sign} {word}", title(language, finding), language.number(finding.count)),
            bold=finding.is_unaccepted_error,
        ),
        " ".join(each for each in said if each),
        ROW_COLUMNS,
        tuple(Line(row_cells(language, row)) for row in finding.rows),
        finding,
    )


def of_gaps(language: Language, gaps: Sequence[FieldGap]) -> Subject:
    """How well each field is filled in."""
    said = language.text(
        "The share of those to whom a field applies where it says nothing. “Not known” and "
        "“declined” are answers. Fields that nobody fills in are left out."
    )
    if not gaps:
        said = language.text("Nobody is registered yet.")
    lines = tuple(Line(gap_cells(language, gap)) for gap in gaps)
    head = _overview(language, language.text("Fields that are not filled in"), len(gaps))
    return Subject("gaps", head, said, GAP_COLUMNS, lines)


def of_delays(language: Language, delays: Sequence[Delay]) -> Subject:
    """How long it takes until something is registered."""
    said = language.text(
        "Days from the entry or the exit until it was registered by hand: half took at most the "
        "median. What is remembered late is remembered worse. Imports are left out."
    )
    if not delays:
        said = language.text("Nothing is registered by hand yet.")
    lines = tuple(Line(delay_cells(language, delay)) for delay in delays)
    head = _overview(language, language.text("Days from event to registration"), len(delays))
    return Subject("delays", head, said, DELAY_COLUMNS, lines)


def _overview(language: Language, name: str, number: int) -> Line:
    word = language.text("Overview")
    return Line((f" · {word}", name, language.number(number)))

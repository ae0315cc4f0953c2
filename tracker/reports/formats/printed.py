"""How cells are printed where texts are texts: hidden ones give their reason once a row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.problems import N_
from tracker.reports.model import AnyCell, Chart, Hidden, Report, Section, Table
from tracker.wording import Language

FEW = 9
"""Sections of a short report, at most."""
NOTHING = N_("There is nothing to show in this table.")


@dataclass(frozen=True)
class Printed:
    """A cell as it stands on paper."""

    text: str
    reason: str = ""
    """Why it is not shown; empty of a cell that is."""


def printed(row: Sequence[AnyCell], sign: str) -> Iterator[Printed]:
    """The cells of a row; the first hidden one gives the reason, the others a sign."""
    given = False
    for cell in row:
        if isinstance(cell, Hidden):
            yield Printed(sign if given else cell.text, cell.text)
            given = True
        else:
            yield Printed(cell.text)


def notes_of(table: Table, language: Language) -> tuple[str, ...]:
    """The notes below a table; one without rows says that it has none."""
    if table.rows:
        return table.notes
    return (language.text(NOTHING), *table.notes)


def heading_levels(sections: Sequence[Section]) -> list[int]:
    """The levels of the headings below a title, without a gap: readers by ear count on it."""
    levels = [1]
    for section in sections:
        levels.append(min(max(section.level, 2), levels[-1] + 1))
    return levels[1:]


def is_one_sheet(report: Report) -> bool:
    """Whether a report is short: on an intervention or a municipality, it is to be one sheet."""
    return len(report.sections) <= FEW


def has_caption(section: Section, table: Table) -> bool:
    """Whether a table needs its caption; the first may be named by the heading above it."""
    return table is not section.tables[0] or table.caption != section.heading


def tables_of(section: Section) -> Iterator[Table | Chart]:
    """Charts, those figures of them that stand nowhere else, and tables, in their order."""
    for chart in section.charts:
        yield chart
        if not chart.is_tabled:
            yield chart.table
    yield from section.tables

"""A report before publication: its cells still know which counts of persons they are made of.

Every count that the draft would print goes through the door together (`publish_counts`); what may
not be shown comes out as `Hidden`. Nothing else turns a draft into a report.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from tracker.privacy.counts import Count, Earlier, Rule, Sum, publish_counts
from tracker.privacy.figures import Remembered, nothing_remembered
from tracker.privacy.hiding import Reason
from tracker.reports.model import (
    AnyCell,
    Cell,
    Chart,
    Column,
    Hidden,
    Publication,
    Section,
    Table,
)

MOSTLY = 3
"""Columns that need not be there go where more than one in so many of their cells is hidden."""
HOPELESS = Fraction(3, 5)
"""Columns with a larger part hidden are given up at once."""


@dataclass(frozen=True)
class Counted:
    """A cell that tells of persons: shown only where every count behind it may be."""

    cell: Cell
    of: tuple[Count, ...]


@dataclass(frozen=True)
class Said:
    """A sentence that tells of persons, and what to say where it may not be told."""

    text: str
    of: tuple[Count, ...]
    otherwise: str = ""


DraftCell = AnyCell | Counted


@dataclass(frozen=True)
class DraftTable:
    """A table before publication."""

    caption: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[DraftCell, ...], ...]
    notes: tuple[str, ...] = ()
    optional: tuple[int, ...] = ()
    """Places of columns that are left out together where much of them would be hidden."""
    without: str = ""
    """The note that then tells so."""
    sums: tuple[Sum, ...] = ()
    """Relations that a reader knows; the counts in them are judged as if they were printed."""
    chart: Callable[[Table], Chart | None] | None = None
    """Draws the table once it has been published."""


@dataclass(frozen=True)
class DraftSection:
    """A section before publication."""

    heading: str
    paragraphs: tuple[str | Said, ...] = ()
    tables: tuple[Table | DraftTable, ...] = ()
    level: int = 2
    is_method: bool = False
    charts: tuple[Chart, ...] = ()
    key: str = ""
    known: tuple[Count, ...] = ()
    """Counts printed in words or cells that have passed a door of their own: they stay."""
    sums: tuple[Sum, ...] = ()


@dataclass(frozen=True)
class HiddenWords:
    """What stands in a hidden cell, by its reason, and the notes that explain it."""

    cells: dict[Reason, str]
    notes: dict[Reason, str] = field(default_factory=dict)


def published(
    sections: Sequence[DraftSection],
    rule: Rule,
    words: HiddenWords,
    remembered: Remembered = nothing_remembered,
) -> tuple[tuple[Section, ...], Publication]:
    """The sections as readers may see them: all their counts judged at once.

    Columns that need not be there and would be hidden for the most part are left out first, the
    worst of them first; what is left is judged anew, so that nothing is hidden for their sake.
    """
    look = _Look(rule, remembered)
    judged = look.at(sections, words)
    while worst := judged.most_hidden(sections):
        sections = [_without_columns(section, worst) for section in sections]
        judged = look.at(sections, words)
    made = tuple(judged.section(section) for section in sections)
    return made, Publication(judged.reasons, tuple(judged.sums))


@dataclass(frozen=True)
class _Look:
    """One look at everything that would be printed."""

    rule: Rule
    remembered: Remembered

    def at(self, sections: Sequence[DraftSection], words: HiddenWords) -> "_Judged":
        """The door's answer to the counts of the sections."""
        sums = [one for section in sections for one in _sums(section)]
        counts = dict.fromkeys(count for section in sections for count in _counts(section))
        counts |= dict.fromkeys(count for one in sums for count in (one.whole, *one.parts))
        known = frozenset(count for section in sections for count in section.known)
        asked = [*counts, *(known - counts.keys())]
        earlier = (*self.remembered(asked), *([Earlier(known)] if known else []))
        reasons = publish_counts(list(counts), sums, rule=self.rule, earlier=earlier)
        return _Judged({**reasons, **dict.fromkeys(known)}, sums, words)


def _counts(section: DraftSection) -> Iterable[Count]:
    for said in section.paragraphs:
        if isinstance(said, Said):
            yield from said.of
    for table in section.tables:
        for row in table.rows:
            for cell in row:
                if isinstance(cell, Counted):
                    yield from cell.of


def _sums(section: DraftSection) -> Iterable[Sum]:
    yield from section.sums
    for table in section.tables:
        if isinstance(table, DraftTable):
            yield from table.sums


@dataclass(frozen=True)
class _Judged:
    """The door's answer, and how it is printed."""

    reasons: Mapping[Count, Reason | None]
    sums: Sequence[Sum]
    words: HiddenWords

    def section(self, draft: DraftSection) -> Section:
        told = (self._told(said) for said in draft.paragraphs)
        tables = tuple(self._table(table) for table in draft.tables)
        return Section(
            draft.heading,
            tuple(text for text in told if text),
            tables,
            draft.level,
            draft.is_method,
            (*draft.charts, *_drawn(draft.tables, tables)),
            draft.key,
        )

    def most_hidden(self, sections: Sequence[DraftSection]) -> list[DraftTable]:
        """Tables whose optional columns are hidden too much: the hopeless ones, else the worst."""
        shares = [
            (self._hidden_share(table), table)
            for section in sections
            for table in section.tables
            if isinstance(table, DraftTable) and table.optional
        ]
        hopeless = [table for share, table in shares if share > HOPELESS]
        share, worst = max(shares, key=lambda one: one[0], default=(Fraction(0), None))
        return hopeless or ([worst] if worst is not None and share * MOSTLY > 1 else [])

    def _hidden_share(self, draft: DraftTable) -> Fraction:
        cells = [self._cell(row[place]) for row in draft.rows for place in draft.optional]
        hidden = sum(isinstance(cell, Hidden) for cell in cells)
        return Fraction(hidden, max(1, len(cells)))

    def _told(self, said: str | Said) -> str:
        if isinstance(said, str):
            return said
        return said.text if self._reason(said.of) is None else said.otherwise

    def _reason(self, counts: tuple[Count, ...]) -> Reason | None:
        """Why something made of these is hidden: what is small goes before what follows from it."""
        found = {self.reasons[count] for count in counts} - {None}
        return next((reason for reason in self.words.cells if reason in found), None)

    def _table(self, draft: Table | DraftTable) -> Table:
        if isinstance(draft, Table):
            return draft
        rows = [tuple(self._cell(cell) for cell in row) for row in draft.rows]
        table = Table(draft.caption, draft.name, draft.columns, tuple(rows), draft.notes)
        return replace(table, notes=(*table.notes, *self._notes(table)))

    def _cell(self, cell: DraftCell) -> AnyCell:
        if not isinstance(cell, Counted):
            return cell
        reason = self._reason(cell.of)
        return cell.cell if reason is None else Hidden(reason, self.words.cells[reason])

    def _notes(self, table: Table) -> Iterable[str]:
        used = {cell.reason for row in table.rows for cell in row if isinstance(cell, Hidden)}
        return (note for reason, note in self.words.notes.items() if reason in used)


def _drawn(drafts: Sequence[Table | DraftTable], tables: Sequence[Table]) -> Iterable[Chart]:
    for draft, table in zip(drafts, tables, strict=True):
        chart = draft.chart(table) if isinstance(draft, DraftTable) and draft.chart else None
        if chart is not None:
            yield chart


def _without_columns(section: DraftSection, worst: Sequence[DraftTable]) -> DraftSection:
    """The section with less in those of its tables that are among the worst."""
    tables = tuple(
        _less(one) if isinstance(one, DraftTable) and any(one is each for each in worst) else one
        for one in section.tables
    )
    return replace(section, tables=tables)


def _less(draft: DraftTable) -> DraftTable:
    """The table without its optional columns and their sums, and a note that says so."""
    kept = [place for place in range(len(draft.columns)) if place not in draft.optional]
    return replace(
        draft,
        columns=tuple(draft.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in draft.rows),
        notes=(*draft.notes, *([draft.without] if draft.without else [])),
        optional=(),
        sums=tuple(one for one in draft.sums if not _is_of_sex(one)),
    )


def _is_of_sex(one: Sum) -> bool:
    """Whether it relates what stands in columns of women and men."""
    return any(count.sex is not None for count in (one.whole, *one.parts))

"""A report before publication: its cells still know which counts of persons they are made of.

Every count that the draft would print goes through the door together (`publish_counts`); what may
not be shown comes out as `Hidden`. Nothing else turns a draft into a report.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from fractions import Fraction

from tracker.privacy.counts import Count, Earlier, Publication, Rule, Sum, publish_counts
from tracker.privacy.figures import Remembered, nothing_remembered
from tracker.privacy.hiding import Reason
from tracker.privacy.memory import corrected
from tracker.reports.corrections import Correction, of_cell, of_goals
from tracker.reports.draft_parts import Counted, DraftCell, DraftSection, DraftTable, Said
from tracker.reports.model import (
    AnyCell,
    Cell,
    Chart,
    Hidden,
    Section,
    Table,
)

__all__ = [
    "Counted",
    "DraftCell",
    "DraftSection",
    "DraftTable",
    "HiddenWords",
    "Said",
    "published",
]
MOSTLY = 3
"""Columns that need not be there go where more than one in so many of their cells is hidden."""
HOPELESS = Fraction(3, 5)
"""Columns with a larger part hidden are given up at once."""


@dataclass(frozen=True)
class HiddenWords:
    """What stands in a hidden cell, by its reason, and the notes that explain it."""

    cells: dict[Reason, str]
    notes: dict[Reason, str] = field(default_factory=dict)
    corrected: Callable[[Sequence[Correction]], str] | None = None
    """Says what has been corrected since it was last published; None: it is not said."""


def published(
    sections: Sequence[DraftSection],
    rule: Rule,
    words: HiddenWords,
    remembered: Remembered = nothing_remembered,
) -> tuple[tuple[Section, ...], Publication]:
    """The sections as readers may see them: all their counts judged at once.

    Columns that need not be there and would be hidden for the most part are left out first, the
    worst of them first; what is left is judged anew, so that nothing is hidden for their sake.
    First by itself, so that the same rows give the same columns; then with what was published
    before: what was left out of the same table then is left out now.
    """
    sections, judged = _readable(sections, _Look(rule, nothing_remembered), words)
    earlier = tuple(remembered(list(judged.reasons)))
    sections = _without_what_was_left_out(sections, earlier)
    sections, judged = _readable(sections, _Look(rule, lambda _: earlier), words)
    judged = judged.looking_back()
    made = tuple(judged.section(section) for section in sections)
    return made, Publication(judged.reasons, tuple(judged.sums))


def _readable(
    sections: Sequence[DraftSection], look: "_Look", words: HiddenWords
) -> tuple[Sequence[DraftSection], "_Judged"]:
    """The sections without columns that would be hidden for the most part."""
    judged = look.at(sections, words)
    while worst := judged.most_hidden(sections):
        sections = [_without_columns(section, worst) for section in sections]
        judged = look.at(sections, words)
    return sections, judged


def _without_what_was_left_out(
    sections: Sequence[DraftSection], earlier: Sequence[Earlier]
) -> Sequence[DraftSection]:
    """The sections without optional columns that were not there when the same was published."""
    told = {count for one in earlier if one.again for count in (*one.shown, *one.hidden)}
    left = [
        table
        for section in sections
        for table in section.tables
        if isinstance(table, DraftTable) and table.optional and _was_left_out(table, told)
    ]
    return [_without_columns(section, left) for section in sections]


def _was_left_out(table: DraftTable, told: AbstractSet[Count]) -> bool:
    """Whether all other numbers of a table have been published, and none of those columns'."""
    own: set[Count] = set()
    rest: set[Count] = set()
    for row in table.rows:
        for place, cell in enumerate(row):
            if isinstance(cell, Counted):
                (own if place in table.optional else rest).update(cell.of)
    own -= rest
    return bool(rest and own) and rest <= told and own.isdisjoint(told)


@dataclass(frozen=True)
class _Look:
    """One look at everything that would be printed."""

    rule: Rule
    remembered: Remembered

    def at(self, sections: Sequence[DraftSection], words: HiddenWords) -> "_Judged":
        """The door's answer to the counts of the sections."""
        sums = [one for section in sections for one in _sums(section)]
        counts = dict.fromkeys(count for section in sections for count in _counts(section))
        known = frozenset(count for section in sections for count in section.known)
        asked = [*counts, *(known - counts.keys())]
        remembered = tuple(self.remembered(asked))
        earlier = (*remembered, *([Earlier(known)] if known else []))
        reasons = publish_counts(list(counts), sums, rule=self.rule, earlier=earlier)
        return _Judged({**reasons, **dict.fromkeys(known)}, sums, words, remembered)


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
    remembered: Sequence[Earlier] = ()
    before: Mapping[Count, int] = field(default_factory=dict)
    """Counts that were published with another number, with that number."""

    def looking_back(self) -> "_Judged":
        """The same with what has been corrected since, where that is said."""
        if self.words.corrected is None:
            return self
        return replace(self, before=corrected(list(self.reasons), self.remembered))

    def section(self, draft: DraftSection) -> Section:
        told = (self._told(said) for said in draft.paragraphs)
        tables = tuple(self._table(table) for table in draft.tables)
        if tables and (said := self._corrected(of_goals(draft.known, self.before))):
            tables = (*tables[:-1], replace(tables[-1], notes=(*tables[-1].notes, said)))
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
        said = self._corrected(list(self._changed(draft)))
        return replace(table, notes=(*table.notes, *self._notes(table), *([said] if said else [])))

    def _changed(self, draft: DraftTable) -> Iterable[Correction]:
        """The shown cells of a table that were published as others."""
        for row in draft.rows:
            head = row[0].text if isinstance(row[0], Cell) else ""
            for column, cell in zip(draft.columns, row, strict=True):
                if isinstance(cell, Counted) and self._reason(cell.of) is None:
                    found = of_cell(head, column.heading, cell.cell, cell.of, self.before)
                    if found is not None:
                        yield found

    def _corrected(self, found: Sequence[Correction]) -> str:
        return self.words.corrected(found) if found and self.words.corrected else ""

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

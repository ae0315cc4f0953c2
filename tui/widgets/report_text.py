"""A report as it is read in a terminal: headings, paragraphs, tables as wide as there is room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from textual.content import Content

from tracker.reports.formats.printed import Printed, has_caption, notes_of, printed
from tracker.reports.model import Chart, Column, Report, Section, Table
from tracker.wording import Language
from tui.widgets.drawn import Drawn
from tui.widgets.prose import wrapped

GAP = 2
WIDEST = 44
"""A column of words is no wider than that unless there is room."""
LONGEST_WORD = 18
"""A longer word may be broken."""
LEAST_OF_VALUE = 20


@dataclass(frozen=True)
class SectionText(Drawn):
    """One section, drawn for each width."""

    section: Section
    language: Language
    sign: str

    def drawn(self, width: int) -> Content:
        """Its lines."""
        lines = [Content.styled(wrapped(self.section.heading, width), "bold $text-primary")]
        for text in self.section.paragraphs:
            lines += [Content(""), Content(wrapped(text, width))]
        for chart in self.section.charts:
            lines += [Content(""), *_chart(self, chart, width)]
        for table in self.section.tables:
            caption = table.caption if has_caption(self.section, table) else ""
            lines += [Content(""), *_table(self, table, caption, width)]
        return Content("\n").join(lines)


def sections_of(report: Report, language: Language) -> list[SectionText]:
    """The sections of a report, its title as the first."""
    title = Section(report.title, (report.subtitle,))
    return [SectionText(each, language, report.hidden_sign) for each in (title, *report.sections)]


def _chart(text: SectionText, chart: Chart, width: int) -> Iterable[Content]:
    """That there is a chart in the files; its figures, where they stand nowhere else."""
    caption = text.language.text("Chart: {caption}", caption=chart.caption)
    yield Content.styled(wrapped(caption, width), "$text-muted")
    if not chart.is_tabled:
        yield from _table(text, chart.table, "", width)


def _table(text: SectionText, table: Table, caption: str, width: int) -> Iterable[Content]:
    if caption:
        yield Content.styled(wrapped(caption, width), "bold")
    rows = [list(printed(row, text.sign)) for row in table.rows]
    widths = _widths(table.columns, rows, width)
    if rows:
        yield from _grid(table.columns, rows, widths) if widths else _records(table, rows, width)
    for note in notes_of(table, text.language):
        yield Content.styled(wrapped(note, width), "$text-muted")


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Printed]], width: int) -> list[int]:
    """The widths of the columns, or none where they do not fit beside each other."""
    texts = [[column.heading, *(row[at].text for row in rows)] for at, column in enumerate(columns)]
    wanted = [max(map(len, column)) for column in texts]
    least = [max(_longest_word(text) for text in column) for column in texts]
    room = width - GAP * (len(columns) - 1)
    if sum(wanted) <= room:
        return wanted
    left = room - sum(least)
    if left < 0 or any(want > WIDEST * 3 for want in wanted):
        return []
    for at in sorted(range(len(columns)), key=lambda place: wanted[place] - least[place]):
        waiting = sum(1 for other in range(len(columns)) if least[other] < wanted[other])
        more = min(wanted[at] - least[at], left // max(waiting, 1))
        least[at], left = least[at] + more, left - more
    return least


def _longest_word(text: str) -> int:
    return min(max(map(len, text.split(" "))), LONGEST_WORD) if text else 1


def _grid(
    columns: Sequence[Column], rows: Sequence[Sequence[Printed]], widths: Sequence[int]
) -> Iterable[Content]:
    """The rows with their cells beside each other, broken into lines where they need it."""
    heads = [Printed(column.heading) for column in columns]
    yield Content.styled("\n".join(_row(columns, heads, widths)), "bold")
    yield Content.styled("─" * (sum(widths) + GAP * (len(widths) - 1)), "$text-muted")
    for row in rows:
        yield Content("\n".join(_row(columns, row, widths)))


def _row(columns: Sequence[Column], row: Sequence[Printed], widths: Sequence[int]) -> list[str]:
    cells = [wrap(cell.text, size) or [""] for cell, size in zip(row, widths, strict=True)]
    lines = []
    for at in range(max(map(len, cells))):
        parts = [
            f"{said:>{size}}" if column.has_numbers else f"{said:<{size}}"
            for column, size, cell in zip(columns, widths, cells, strict=True)
            for said in (cell[at] if at < len(cell) else "",)
        ]
        lines.append((" " * GAP).join(parts).rstrip())
    return lines


def _records(table: Table, rows: Sequence[Sequence[Printed]], width: int) -> Iterable[Content]:
    """Each row as a list of what its cells are, where the table is too wide."""
    shown = [at for at in range(len(table.columns)) if any(row[at].text for row in rows)]
    first = _first_of_words(table.columns)
    beside = [at for at in shown if at != first]
    head = min(max((len(table.columns[at].heading) for at in beside), default=0), width // 3)
    for row in rows:
        yield Content.styled(wrapped(row[first].text, width), "bold")
        for at in beside:
            if row[at].text:
                yield _fact(table.columns[at].heading, row[at].text, head, width)


def _first_of_words(columns: Sequence[Column]) -> int:
    """The column that says what a row is about."""
    return next((at for at, column in enumerate(columns) if not column.has_numbers), 0)


def _fact(heading: str, text: str, head: int, width: int) -> Content:
    heads = wrap(heading, max(head, 1))
    texts = wrap(text, max(width - head - 2 * GAP, LEAST_OF_VALUE))
    lines = []
    for at in range(max(len(heads), len(texts))):
        name = heads[at] if at < len(heads) else ""
        value = texts[at] if at < len(texts) else ""
        lines.append(
            Content.assemble((f"{'':{GAP}}{name:<{head}}{'':{GAP}}", "$text-muted"), value)
        )
    return Content("\n").join(lines)

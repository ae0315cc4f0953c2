"""A report as GitHub Markdown."""

import re
from collections.abc import Iterable

from tracker.reports.formats.printed import has_caption, notes_of, printed
from tracker.reports.model import Chart, Report, Section, Table
from tracker.wording import Language, language

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;)|^#)")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def to_markdown(report: Report) -> bytes:
    """The whole report as UTF-8 text."""
    blocks = [f"# {escaped(report.title)}", escaped(report.subtitle)]
    words = language(report.language)
    for section in report.sections:
        blocks.extend(_section(section, report.hidden_sign, words))
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(text: str) -> str:
    """A text on one line in which nothing is a mark of the format."""
    line = " ".join(part.strip() for part in text.splitlines() if part.strip())
    return _SPECIAL.sub(r"\\\1", line)


def _paragraph(text: str) -> str:
    """A text with its own line breaks; a line that would begin as a list is kept in it."""
    lines = [escaped(line) for line in text.splitlines() if line.strip()]
    return "\\\n".join(
        _LIST.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", line)
        for line in lines
    )


def _section(section: Section, sign: str, words: Language) -> Iterable[str]:
    yield f"{'#' * section.level} {escaped(section.heading)}"
    yield from (_paragraph(text) for text in section.paragraphs)
    for chart in section.charts:
        yield from _chart(chart, section.level + 1, sign, words)
    for table in section.tables:
        if has_caption(section, table):
            yield f"{'#' * (section.level + 1)} {escaped(table.caption)}"
        yield from _table(table, sign, words)


def _chart(chart: Chart, level: int, sign: str, words: Language) -> Iterable[str]:
    """A chart as a table; one whose figures stand in another is left to that."""
    if not chart.is_tabled:
        yield f"{'#' * level} {escaped(chart.caption)}"
        yield from _table(chart.table, sign, words)


def _table(table: Table, sign: str, words: Language) -> Iterable[str]:
    headings = [escaped(column.heading) for column in table.columns]
    ruler = ["---:" if column.has_numbers else "---" for column in table.columns]
    rows = [[escaped(cell.text) for cell in printed(row, sign)] for row in table.rows]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in (headings, ruler, *rows))
    yield from (f"*{escaped(note)}*" for note in notes_of(table, words))

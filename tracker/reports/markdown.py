"""A report as GitHub Markdown."""

import re
from collections.abc import Iterable, Sequence

from tracker.reports.model import AnyCell, Hidden, Report, Section, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;)|^#)")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def to_markdown(report: Report) -> bytes:
    """The whole report as UTF-8 text."""
    blocks = [f"# {escaped(report.title)}", escaped(report.subtitle)]
    for section in report.sections:
        blocks.extend(_section(section, report.hidden_sign))
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(text: str) -> str:
    """A text on one line in which nothing is a mark of the format."""
    line = " ".join(part.strip() for part in text.splitlines() if part.strip())
    return _SPECIAL.sub(r"\\\1", line)


def _paragraph(text: str) -> str:
    """A text that would begin as a list is kept a paragraph."""
    return _LIST.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", escaped(text))


def _section(section: Section, sign: str) -> Iterable[str]:
    yield f"{'#' * section.level} {escaped(section.heading)}"
    yield from (_paragraph(text) for text in section.paragraphs)
    alone = len(section.tables) == 1
    for table in section.tables:
        if not (alone and table.caption == section.heading):
            yield f"{'#' * (section.level + 1)} {escaped(table.caption)}"
        yield _table(table, sign)
        yield from (f"*{escaped(note)}*" for note in table.notes)


def _table(table: Table, sign: str) -> str:
    headings = [escaped(column.heading) for column in table.columns]
    ruler = ["---:" if column.has_numbers else "---" for column in table.columns]
    rows = [_row(row, sign) for row in table.rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (headings, ruler, *rows))


def _row(row: Sequence[AnyCell], sign: str) -> list[str]:
    """Hidden cells beside each other give their reason once."""
    shown: list[str] = []
    given = False
    for cell in row:
        if isinstance(cell, Hidden):
            shown.append(sign if given else escaped(cell.text))
            given = True
        else:
            shown.append(escaped(cell.text))
    return shown

"""A report as PDF by Typst: tagged for screen readers (PDF/UA-1), fit for archives (PDF/A-2a)."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from tracker.reports.formats.letters import printable
from tracker.reports.formats.printed import (
    has_caption,
    heading_levels,
    is_one_sheet,
    notes_of,
    printed,
)
from tracker.reports.formats.typesetting import typeset
from tracker.reports.formats.widths import HYPHENATED, column_widths, fits, stays_whole
from tracker.reports.model import Report, Section, Table
from tracker.reports.svg import drawn
from tracker.wording import Language, language

MILLIMETRE = 72 / 25.4
ROOM, FLIPPED = 174 * MILLIMETRE, 261 * MILLIMETRE
"""Points across a page that stands, and one that lies."""
SIZE = 8.5
REGIONS = {"sv": "SE", "en": "GB"}


def to_pdf(report: Report) -> bytes:
    """The whole document; it is data to Typst, never markup."""
    source = (files("tracker") / "data" / "reports" / "report.typ").read_bytes()
    day = datetime.fromisoformat(report.about["date"]).replace(tzinfo=UTC)
    data = json.dumps(_document(report, day), ensure_ascii=False)
    return typeset(source, data, "pdf", day)[0]


def _document(report: Report, day: datetime) -> dict[str, Any]:
    author = report.about.get("author", "")
    title, words = printable(report.title), language(report.language)
    return {
        "title": title,
        "subtitle": printable(report.subtitle),
        "author": printable(author),
        "footer": " · ".join(printable(part) for part in (title, author) if part),
        "date": [day.year, day.month, day.day],
        "tight": is_one_sheet(report),
        "language": report.language,
        "region": REGIONS[report.language],
        "sections": [
            {**_section(section, report.hidden_sign, words), "level": level}
            for section, level in zip(report.sections, heading_levels(report.sections), strict=True)
        ],
    }


def _section(section: Section, sign: str, words: Language) -> dict[str, Any]:
    return {
        "heading": printable(section.heading),
        "paragraphs": [printable(text).splitlines() for text in section.paragraphs if text],
        "charts": [
            {
                "caption": printable(chart.caption),
                "description": printable(chart.description),
                "svg": printable(drawn(chart).alone()),
            }
            for chart in section.charts
        ],
        "tables": list(_tables(section, sign, words)),
    }


def _tables(section: Section, sign: str, words: Language) -> Iterator[dict[str, Any]]:
    for chart in section.charts:
        if not chart.is_tabled:
            yield _table(chart.table, sign, words, captioned=False)
    for table in section.tables:
        yield _table(table, sign, words, captioned=has_caption(section, table))


def _table(table: Table, sign: str, words: Language, *, captioned: bool) -> dict[str, Any]:
    flipped = not fits(table, ROOM, SIZE, HYPHENATED)
    widths = column_widths(table, FLIPPED if flipped else ROOM, SIZE, HYPHENATED)
    return {
        "caption": printable(table.caption),
        "captioned": captioned,
        "flipped": flipped,
        "widths": widths,
        "whole": stays_whole(table, widths, SIZE),
        "numbers": [column.has_numbers for column in table.columns],
        "headings": [printable(column.heading) for column in table.columns],
        "rows": [
            [
                {"text": printable(one.text), "hidden": bool(one.reason)}
                for one in printed(row, sign)
            ]
            for row in table.rows
        ],
        "notes": [printable(note) for note in notes_of(table, words)],
    }

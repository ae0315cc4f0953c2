"""Reading reports back: Markdown tables and workbooks, as a reader would take them apart."""

import re
from io import BytesIO

from openpyxl import load_workbook

from tests.usecases.small_year import opened
from tracker.periods import parse_period
from tracker.reports.making import report_of
from tracker.scorecard import make_scorecard

CELLS = re.compile(r"(?<!\\)\|")
ESCAPED = re.compile(r"\\(.)")
YEAR = parse_period("2021")


def tables(markdown):
    """Every table under its nearest heading: a list of rows, the headings first."""
    found, heading = {}, ""
    for line in markdown.splitlines():
        if line.startswith("#"):
            heading = plain(line.lstrip("# "))
        elif line.startswith("|") and not line.startswith(("| ---", "| ---:")):
            found.setdefault(heading, []).append(row_of(line))
    return found


def row_of(line):
    """The cells of a line of a table."""
    return [plain(cell.strip()) for cell in CELLS.split(line)[1:-1]]


def plain(text):
    """A text without the marks that kept it from being read as format."""
    return ESCAPED.sub(r"\1", text)


def sheets(content):
    """Every sheet by name: a list of rows of values."""
    book = load_workbook(BytesIO(content))
    found = {
        sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book
    }
    book.close()
    return found


def without_rows(scorecard, workspace):
    """The report on a scorecard, with the tables of a store without episodes."""
    return report_of(workspace, scorecard)


def published(store, lang="sv", by=("kön",)):
    """The published scorecard of the store."""
    workspace = opened(store, lang)
    try:
        return make_scorecard(workspace, YEAR, by=by, published=True)
    finally:
        workspace.close()

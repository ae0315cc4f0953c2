"""The words for the kinds of changes in the audit trail."""

from collections.abc import Mapping
from datetime import datetime

from tracker.problems import N_
from tracker.wording.column_labels import COLUMN_LABELS
from tracker.wording.language import Language

CHANGE_LABELS: Mapping[str, str] = {
    "plan": N_("Plan applied"),
    "log": N_("Registered"),
    "correct": N_("Corrected"),
    "void": N_("Voided as misregistered"),
    "import": N_("Imported"),
    "settings": N_("Settings changed"),
    "undo": N_("Taken back"),
    "redo": N_("Brought back"),
}
"""By `db.tables.audit.CHANGE_KINDS`."""


def change_label(language: Language, kind: str) -> str:
    """The words for a kind of change."""
    return language.text(CHANGE_LABELS.get(kind, kind))


def change_text(language: Language, kind: str, subject: str, rows: int, *, undone: bool) -> str:
    """A change in one line: what was done, to what, how many rows, and whether it holds."""
    counted = language.plural("{number} row", "{number} rows", rows)
    said = f"{change_label(language, kind)}: {subject}, {counted}"
    taken_back = language.text("taken back")
    return f"{said} ({taken_back})" if undone else said


def moment(at: datetime) -> str:
    """When it was, to the minute, where the reader is."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def detail_text(language: Language, row: str, column: str, values: tuple[str, str]) -> str:
    """One column of a row that was altered: what it was, and what it was made."""
    labels = COLUMN_LABELS.get(row.partition(" ")[0], {})
    name = language.text(labels[column]) if column in labels else column
    before, after = (value or "–" for value in values)
    return f"{name}: {before} → {after}" if name else f"{before} → {after}"

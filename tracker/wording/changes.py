"""The words for the kinds of changes in the audit trail."""

from collections.abc import Mapping

from tracker.problems import N_
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

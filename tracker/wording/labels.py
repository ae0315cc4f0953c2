"""Plain words for codes, kinds and columns, in the reader's language.

Lists that an association may extend carry their labels in their rows (`db.tables.Code`).
"""

from enum import StrEnum

from tracker.wording.code_labels import CODE_LABELS, KIND_LABELS, PLAIN_LABELS
from tracker.wording.column_labels import COLUMN_LABELS, HELPS
from tracker.wording.goal_labels import GOAL, GOAL_HELPS, GOAL_LABELS
from tracker.wording.language import Language


def label(language: Language, members: type[StrEnum], code: str) -> str:
    """The words for a code of a closed list."""
    return language.text(CODE_LABELS[members][str(code)])


def text_label(language: Language, code: str) -> str:
    """The words for yes, no, both sexes together, and a value that is not filled in."""
    return language.text(PLAIN_LABELS[code])


def kind_label(language: Language, kind: str) -> str:
    """The words for a kind of rows, by its Swedish name."""
    return language.text(KIND_LABELS[kind])


def column_label(language: Language, kind: str, column: str) -> str:
    """The words for a column of a kind, both by their Swedish names."""
    labels = GOAL_LABELS if kind == GOAL else COLUMN_LABELS[kind]
    return language.text(labels[column])


def column_help(language: Language, kind: str, column: str) -> str | None:
    """Guidance where people hesitate over a column, or None."""
    helps = GOAL_HELPS if kind == GOAL else HELPS.get(kind, {})
    sentence = helps.get(column)
    return None if sentence is None else language.text(sentence)

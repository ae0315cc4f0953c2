"""What an import does, as values: the same for preview, dry run and the real thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tracker.problems import Problem
from tracker.transfer.mapping import ColumnMapping
from tracker.wording.language import Language


class Added(NamedTuple):
    """A new row, by its place in the file."""

    file: str
    row: int


@dataclass(frozen=True)
class Changed:
    """A stored row that gets other values."""

    file: str
    row: int
    key: str
    """What names the row, as it stands in a file."""
    before: Mapping[str, str]
    """Column to text, as in a file; only those that change."""
    after: Mapping[str, str]


@dataclass(frozen=True)
class Corrected:
    """A delivery that a newer one replaces."""

    file: str
    delivery: str
    replaces: str
    intervention: str
    start: str
    end: str


class Named(NamedTuple):
    """A row that is right, and what names it."""

    file: str
    row: int
    key: str
    """As it stands in a file."""
    is_new: bool


@dataclass(frozen=True)
class ImportPlan:
    """What files would do to the store; with something rejected, they do nothing."""

    kind: str
    files: tuple[str, ...]
    read: int
    added: tuple[Added, ...]
    changed: tuple[Changed, ...]
    unchanged: int
    rejected: tuple[Problem, ...]
    corrected: tuple[Corrected, ...] = ()
    mapping: Path | ColumnMapping | None = None
    overwrite: bool = False
    named: tuple[Named, ...] = field(default=(), compare=False)
    """The new rows and the unchanged ones by name, where somebody wants to look at them."""

    @property
    def can_be_stored(self) -> bool:
        """Whether nothing was rejected."""
        return not self.rejected


@dataclass(frozen=True)
class Imported:
    """What was done."""

    plan: ImportPlan
    change_id: int | None
    """The change in the audit trail; None when there was nothing to store."""


def as_json(plan: ImportPlan, language: Language, *, dry_run: bool) -> dict[str, Any]:
    """The import by the keys of `formats.md` section 7; rejected rows keep all others out."""
    stored = plan.can_be_stored
    return {
        "kind": plan.kind,
        "files": list(plan.files),
        "read": plan.read,
        "added": len(plan.added) if stored else 0,
        "changed": len(plan.changed) if stored else 0,
        "unchanged": plan.unchanged,
        "rejected": [
            {
                "file": each.file,
                "row": each.row,
                "column": each.column,
                "reason": language.text(each.message, **each.params),
            }
            for each in plan.rejected
        ],
        "dry_run": dry_run,
        "changes": [
            {
                "file": each.file,
                "row": each.row,
                "key": each.key,
                "before": dict(each.before),
                "after": dict(each.after),
            }
            for each in plan.changed
        ],
        "corrected": [vars(each) for each in plan.corrected],
    }

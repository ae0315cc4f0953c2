"""Whether a delivery is as this store made it: its seal made again from what a file says.

Only the sender can tell, for only the sender has the secret. The order of the rows, and whether
the file is a text or a workbook, make no difference.
"""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.errors import DataError, UsageError
from tracker.exports.sealing import known_key, seal_of_delivery
from tracker.problems import N_
from tracker.store_sentences import store_sentences
from tracker.transfer.delivery_keys import seal_in
from tracker.transfer.file_rows import FileRows
from tracker.transfer.headers import Expected, find_columns, known_headers
from tracker.transfer.mapping import NO_MAPPING
from tracker.transfer.reading import read_sheet
from tracker.transfer.steps import Steps, unwatched
from tracker.transfer.understanding import read_rows
from tracker.validation.checking import written
from tracker.validation.context import Context
from tracker.validation.counts import COUNTS
from tracker.validation.loading import load_context
from tracker.wording import Language
from tracker.workspace import Workspace

SUFFIXES = (".csv", ".xlsx")
ABOUT = ("leverans", "plan", "skapad")
"""Columns that say which delivery a row belongs to; the others are sealed row by row."""
ROWS = tuple(column for column in COUNTS.columns if column.name not in ABOUT)


@dataclass(frozen=True)
class CheckedDelivery:
    """A delivery in a file."""

    key: str
    """`leverans`"""
    is_ours: bool
    """Whether every number of it is as this store sent it."""


def check_deliveries(workspace: Workspace, path: Path) -> tuple[CheckedDelivery, ...]:
    """The deliveries in a file, in its order, each with whether it is as this store made it.

    Raises:
        DataError: the file cannot be read as counts.
        UsageError: there is no delivery in it.
    """
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
    rows = _rows(path, context)
    secret = known_key(workspace)
    by_key: dict[tuple[str, str, str], list[list[str]]] = defaultdict(list)
    for _, row in rows.as_rows(range(len(rows))):
        key, plan, created = (str(row.get(COUNTS.by_name[name].attribute) or "") for name in ABOUT)
        if key:
            by_key[key, plan, created].append([written(one, row, context) for one in ROWS])
    if not by_key:
        raise UsageError(N_("{name} holds no delivery."), name=path.name)
    return tuple(
        CheckedDelivery(key, _is_right(secret, key, plan, created, own))
        for (key, plan, created), own in by_key.items()
    )


def _is_right(secret: str | None, key: str, plan: str, created: str, rows: list[list[str]]) -> bool:
    return secret is not None and seal_in(key) == seal_of_delivery(secret, plan, created, rows)


def _rows(path: Path, context: Context) -> FileRows:
    expected = Expected(list(COUNTS.by_name), {"från", "till", "mått"})
    sheet, problems = read_sheet(path, COUNTS.name, known_headers(expected, NO_MAPPING))
    if sheet is not None:
        layout, problems = find_columns(sheet, expected, NO_MAPPING)
        if not problems:
            steps = Steps(len(COUNTS.columns), unwatched)
            rows = read_rows(COUNTS, sheet, layout, NO_MAPPING, context, steps)
            problems = rows.problems
            if not problems:
                return rows
    raise DataError(N_("{name} cannot be read as counts."), name=path.name,
                    problems=tuple(problems))  # fmt: skip


def told(language: Language, found: tuple[CheckedDelivery, ...]) -> list[str]:
    """What a person should know, line by line."""
    others = [one.key for one in found if not one.is_ours]
    if not others:
        return [
            language.plural(
                "{number} delivery is exactly as this store made it.",
                "{number} deliveries are exactly as this store made them.",
                len(found),
            )
        ]
    sentence = N_("{key} was edited after it was made, or made in another store.")
    return [language.text(sentence, key=key) for key in others]


def to_document(found: tuple[CheckedDelivery, ...]) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "schema": "tracker-verify-delivery/1",
        "same": all(one.is_ours for one in found),
        "deliveries": [{"delivery": one.key, "same": one.is_ours} for one in found],
    }

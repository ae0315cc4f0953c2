"""The audit trail (*ändringslogg*) page by page, narrowed by typed words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from db.change_pages import ChangeWord, change_page, last_of
from db.history import ChangeLine
from tracker.periods import add_months
from tracker.registration.history import HistoryLine
from tracker.store_sentences import store_sentences
from tracker.wording.changes import CHANGE_LABELS
from tracker.workspace import Workspace

PAGE_SIZE = 200
_SHORTEST = 3
"""Letters of a word that must be typed before it means a kind of change."""


@dataclass(frozen=True)
class TrailPage:
    """Some changes, and where they end."""

    lines: tuple[HistoryLine, ...]
    last: int | None
    """The next page begins before this change; None: there is none."""


def read_trail(
    workspace: Workspace, typed: str = "", before: int | None = None, size: int = PAGE_SIZE
) -> TrailPage:
    """A page of the changes that hold every typed word, the newest first.

    A word is part of who did it or of what it was done to, the beginning of the words for a kind
    of change, or a day or a month: 2022-03-01, 2022-03.
    """
    words = tuple(_understood(workspace, word) for word in typed.casefold().split())
    with store_sentences(), workspace.store.read() as session:
        found = change_page(session, workspace.association.id, words, before, size + 1)
    shown = tuple(as_line(line) for line in found[:size])
    return TrailPage(shown, shown[-1].change_id if len(found) > size else None)


def undoable(workspace: Workspace) -> HistoryLine | None:
    """The user's last change that can be taken back; None where there is none."""
    with store_sentences(), workspace.store.read() as session:
        found = last_of(session, workspace.association.id, workspace.actor)
    return None if found is None else as_line(found)


def as_line(line: ChangeLine) -> HistoryLine:
    """A change as the tracker hands it on."""
    return HistoryLine(*vars(line).values())


def _understood(workspace: Workspace, word: str) -> ChangeWord:
    labels: Mapping[str, str] = CHANGE_LABELS
    kinds: tuple[str, ...] = ()
    if len(word) >= _SHORTEST:
        text = workspace.language.text
        kinds = tuple(
            kind for kind, said in labels.items() if text(said).casefold().startswith(word)
        )
    days = _days(word)
    if days is None:
        return ChangeWord(word, kinds)
    return ChangeWord(word, kinds, *(_midnight(day) for day in days))


def _days(word: str) -> tuple[date, date] | None:
    """The first day of a typed day or month, and the day after its last."""
    try:
        if len(word) == len("2022-03"):
            first = date.fromisoformat(f"{word}-01")
            return first, add_months(first, 1)
        first = date.fromisoformat(word)
    except ValueError:
        return None
    return first, first + timedelta(days=1)


def _midnight(day: date) -> datetime:
    """When a day begins where the reader is, as the store has it."""
    return datetime.combine(day, time()).astimezone().astimezone(UTC)

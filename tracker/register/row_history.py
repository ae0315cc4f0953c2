"""The history of an episode: who changed what, when and why."""

from dataclasses import dataclass

from tracker.register.alterations import Alteration, alterations
from tracker.register.whole_row import HIDDEN_UNTIL_EXIT
from tracker.registration import HistoryLine, details, episode, history
from tracker.store_sentences import store_sentences
from tracker.validation.loading import load_context
from tracker.validation.participants import EPISODES
from tracker.wording import Language
from tracker.wording.changes import change_label
from tracker.workspace import Workspace

OWN = EPISODES.name


@dataclass(frozen=True)
class HistoryEntry:
    """One change of a row, in words."""

    when: str
    by: str
    done: str
    """What kind of change."""
    reason: str
    undone: bool
    """Whether it was taken back later."""
    alterations: tuple[Alteration, ...]


def row_history(workspace: Workspace, insats: str, number: str) -> tuple[HistoryEntry, ...]:
    """The changes of an episode and its follow-ups, newest first.

    Raises:
        DataError: there is no such episode.
    """
    name = f"{insats} {number}"
    is_ongoing = not episode(workspace, insats, number)["avslutsanledning"]
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
    hidden = HIDDEN_UNTIL_EXIT if is_ongoing else frozenset()
    return tuple(
        entry_of(
            line,
            alterations(details(workspace, line.change_id, name), context, hidden, own=OWN),
            context.language,
        )
        for line in history(workspace, name)
    )


def entry_of(
    line: HistoryLine, altered: tuple[Alteration, ...], language: Language
) -> HistoryEntry:
    """A change with what it did, in words."""
    at = line.at.astimezone()
    return HistoryEntry(
        when=f"{language.day(at.date())} {at:%H:%M}",
        by=line.by,
        done=change_label(language, line.kind),
        reason=line.reason,
        undone=line.undone,
        alterations=altered,
    )

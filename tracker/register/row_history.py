"""The history of an episode: who changed what, when and why."""

from dataclasses import dataclass

from tracker.problems import N_
from tracker.register.whole_row import HIDDEN_UNTIL_EXIT
from tracker.registration import Detail, HistoryLine, details, episode, history
from tracker.store_sentences import store_sentences
from tracker.validation.checking import check_column
from tracker.validation.context import Context
from tracker.validation.kinds import KINDS
from tracker.validation.loading import load_context
from tracker.validation.participants import EPISODES
from tracker.wording import Language
from tracker.wording.changes import change_label
from tracker.wording.labels import column_label, kind_label
from tracker.workspace import Workspace


@dataclass(frozen=True)
class Alteration:
    """One column that a change altered, in words."""

    label: str
    before: str
    after: str


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
        _entry(line, details(workspace, line.change_id, name), context, hidden)
        for line in history(workspace, name)
    )


def _entry(
    line: HistoryLine, found: list[Detail], context: Context, hidden: frozenset[str]
) -> HistoryEntry:
    language = context.language
    at = line.at.astimezone()
    return HistoryEntry(
        when=f"{language.day(at.date())} {at:%H:%M}",
        by=line.by,
        done=change_label(language, line.kind),
        reason=line.reason,
        undone=line.undone,
        alterations=tuple(_alteration(each, context, hidden) for each in found),
    )


def _alteration(each: Detail, context: Context, hidden: frozenset[str]) -> Alteration:
    kind = each.row.partition(" ")[0]
    if not each.column:
        words = (_row(context.language, text) for text in (each.before, each.after))
        return Alteration(kind_label(context.language, kind), *words)
    label = column_label(context.language, kind, each.column)
    if kind != EPISODES.name:
        label = f"{_row(context.language, each.row)}: {label}"
    if each.column in hidden:
        return Alteration(label, "…", "…")
    return Alteration(
        label,
        _words(kind, each.column, each.before, context),
        _words(kind, each.column, each.after, context),
    )


def _row(language: Language, name: str) -> str:
    """The kind and the key of a row, in words."""
    kind, _, key = name.partition(" ")
    return f"{kind_label(language, kind)} {key}" if kind in KINDS else name


def _words(kind: str, column: str, text: str, context: Context) -> str:
    """A value in file form as people read it."""
    if not text:
        return context.language.text(N_("empty"))
    read = check_column(KINDS[kind], KINDS[kind].by_name[column], text, context)
    return read.shown or text

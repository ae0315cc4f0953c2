"""What all writing use cases share: one session, its context, one change, refusals as one error."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from db import tables
from db.existing import find_row
from db.records import ChangeRef, begin_change, give_reason
from tracker.errors import DataError
from tracker.problems import N_, Problem
from tracker.store_sentences import store_sentences
from tracker.validation.checking import Draft, check_row, written
from tracker.validation.context import Context, EpisodeRef
from tracker.validation.fields import Refused
from tracker.validation.kinds import KINDS, Kind
from tracker.validation.loading import load_context, load_episodes
from tracker.validation.participants import EPISODES, FOLLOW_UPS
from tracker.validation.textual import Text
from tracker.workspace import Workspace

Key = Mapping[str, str]
"""The columns that name a row, as text, by their Swedish names."""


@dataclass(frozen=True)
class Writing:
    """An open writing session of a workspace; it is kept whole or not at all."""

    workspace: Workspace
    session: Session
    context: Context

    def begin(
        self, kind: str, subject: str, undoes: int | None = None, reason: str = ""
    ) -> ChangeRef:
        """Start the change of this use case; the reason is in the words of who makes it."""
        change = begin_change(
            self.session,
            association_id=self.workspace.association.id,
            at=self.workspace.now(),
            by=self.workspace.actor,
            kind=kind,
            subject=subject,
            undoes=undoes,
        )
        if reason.strip():
            give_reason(self.session, change, self._checked(reason.strip()))
        return change

    def _checked(self, reason: str) -> str:
        read = Text().read(reason, self.context)
        if isinstance(read, Refused):
            refuse([Problem(read.message, read.params)])
        return reason

    def about(self, draft: Draft) -> "Writing":
        """The same, knowing the episode that a draft is about."""
        return Writing(self.workspace, self.session, with_episode_of(self, draft))


@contextmanager
def writing(workspace: Workspace, about: Draft | None = None) -> Iterator[Writing]:
    """Open a writing session about a row; an error inside leaves the store as it was."""
    try:
        with store_sentences(), workspace.store.write() as session:
            yield Writing(workspace, session, load_context(session, workspace)).about(about or {})
    except IntegrityError as error:  # two at once on a server: the second finds the row taken
        raise DataError(
            N_("Somebody else has just saved the same row. Look at it first.")
        ) from error


@contextmanager
def reading(workspace: Workspace, about: Draft | None = None) -> Iterator[Writing]:
    """The same for use cases that only look."""
    with store_sentences(), workspace.store.read() as session:
        yield Writing(workspace, session, load_context(session, workspace)).about(about or {})


def with_episode_of(opened: Writing, draft: Draft) -> Context:
    """The context with the one episode that a draft names."""
    known = check_row(
        EPISODES, {name: draft.get(name, "") for name in EPISODES.key}, opened.context
    )
    place, number = known.key
    if place is None or number is None:
        return opened.context
    return load_episodes(opened.session, opened.workspace, opened.context, [(place, number)])


def kind_of(kind: Kind | str) -> Kind:
    """A kind by itself or by its name."""
    return KINDS[kind] if isinstance(kind, str) else kind


def table_of(kind: Kind) -> type[SQLModel]:
    """The table that holds the rows of a kind."""
    table: type[SQLModel] = getattr(tables, kind.table)
    return table


def refuse(problems: Iterable[Problem]) -> None:
    """Raise one error with all problems, when there are any."""
    listed = tuple(problems)
    if listed:
        raise DataError(N_("Nothing was saved."), problems=listed)


def refuse_with(message: str, column: str | None = None, **params: Any) -> None:
    """Raise an error with one problem."""
    refuse([Problem(message, params, column=column)])


def identity(kind: Kind, opened: Writing, values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the table that name the row which values are about."""
    if kind is FOLLOW_UPS:
        return {name: values.get(name) for name in ("episode_id", "months")}
    names = [kind.by_name[name].attribute for name in kind.key]
    named: dict[str, Any] = {"association_id": opened.workspace.association.id}
    if kind.name == "antal":
        names.remove("delivery")
        named["delivery_id"] = None
    if kind.name == "aktiviteter" and values.get("due") is None:
        names.append("done")
    empty = {column.attribute: column.empty for column in kind.columns}
    return named | {name: values.get(name, empty[name]) for name in names}


def found(kind: Kind, opened: Writing, key: Key) -> dict[str, Any]:
    """The stored row that a key names.

    Raises:
        DataError: the key is not understood, or there is no such row.
    """
    known = check_row(kind, dict(key), opened.context, stored={})
    named = {column for column in key if key[column].strip()}
    refuse(problem for problem in known.problems if problem.column in named)
    row = None
    if kind is not FOLLOW_UPS or "episode_id" in known.values:
        row = find_row(opened.session, table_of(kind), identity(kind, opened, known.values))
    if row is None:
        refuse_with(N_("There is no such row: {row}."), row=spelled(kind, key))
    return row or {}


def spelled(kind: Kind, key: Key) -> str:
    """A kind and a key in one line, as the audit trail has it: deltaganden krus K-001."""
    named = (key[column.name] for column in kind.columns if key.get(column.name))
    return " ".join([kind.name, *named])


def key_of(kind: Kind, values: Mapping[str, Any], context: Context) -> dict[str, str]:
    """The key of a row as text; for a follow-up, of its episode and months."""
    if kind is not FOLLOW_UPS:
        names = kind.key
        if kind.name == "aktiviteter" and values.get("due") is None:
            names = (*names, "genomförd")
        return {name: written(kind.by_name[name], values, context) for name in names}
    place, number = _place_of(values, context.episodes)
    placed = {"intervention_id": place, "number": number, **values}
    return {name: written(kind.by_name[name], placed, context) for name in kind.key}


def _place_of(
    values: Mapping[str, Any], episodes: Mapping[tuple[int, str], EpisodeRef]
) -> tuple[int | None, str | None]:
    for place, episode in episodes.items():
        if episode.id == values.get("episode_id"):
            return place
    return None, None

"""Saved views (*sparade vyer*): what is looked for often, under a name; some that all have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.pages import EpisodeState
from db.views import drop_view, keep_view, saved_views
from tracker.errors import DataError
from tracker.problems import N_, Problem
from tracker.register.searching import COLUMNS, Search
from tracker.store_sentences import store_sentences
from tracker.validation.fields import Refused
from tracker.validation.loading import load_context
from tracker.validation.textual import Text
from tracker.workspace import Workspace

NAME = Text(40)
USUAL: tuple[tuple[str, Search], ...] = (
    (N_("Everybody"), Search()),
    (N_("Ongoing"), Search(state=EpisodeState.ONGOING)),
    (
        N_("Ended this year"),
        Search(state=EpisodeState.ENDED, this_year=True, column="slutdatum"),
    ),
    (N_("Outcome missing"), Search(state=EpisodeState.MISSING, column="slutdatum")),
)
"""Views that everybody has."""


@dataclass(frozen=True)
class View:
    """What is looked for, under a name."""

    name: str
    search: Search
    is_own: bool
    """Whether somebody has saved it, and can drop it."""


def views(workspace: Workspace) -> tuple[View, ...]:
    """The views that everybody has, and those of the user."""
    with store_sentences(), workspace.store.read() as session:
        own = saved_views(session, workspace.association.id, workspace.actor)
    usual = (View(workspace.language.text(name), search, is_own=False) for name, search in USUAL)
    return (*usual, *(View(name, _search(search), is_own=True) for name, search in own))


def save_view(workspace: Workspace, name: str, search: Search) -> View:
    """Save what is looked for; a view of the user's with the same name is replaced.

    Raises:
        DataError: there is no name, it is too long, or it looks like somebody's number or address.
    """
    name = " ".join(name.split())
    if not name:
        raise DataError(N_("A view needs a name."))
    with store_sentences(), workspace.store.write() as session:
        read = NAME.read(name, load_context(session, workspace))
        if isinstance(read, Refused):
            problem = Problem(read.message, read.params)
            raise DataError(N_("The view was not saved."), problems=(problem,))
        keep_view(session, workspace.association.id, workspace.actor, name, _document(search))
    return View(name, search, is_own=True)


def drop(workspace: Workspace, name: str) -> None:
    """Drop a view of the user's; one that is not there is gone already."""
    with store_sentences(), workspace.store.write() as session:
        drop_view(session, workspace.association.id, workspace.actor, name)


def _document(search: Search) -> dict[str, Any]:
    return {**vars(search), "state": search.state.value if search.state else None}


def _search(document: Mapping[str, Any]) -> Search:
    """A stored search; what another version of the program has added or dropped is passed over."""
    known = {name: document[name] for name in Search.__dataclass_fields__ if name in document}
    state = known.get("state")
    known["state"] = EpisodeState(state) if state in set(EpisodeState) else None
    if known.get("column") not in COLUMNS:
        known.pop("column", None)
    return Search(**known)

"""Drafts (*utkast*): what is filled in in a form that was not saved, so that a crash loses little.

They are data about persons, kept in the store and nowhere else, by who typed them. What looks like
it identifies somebody is never kept, nor anything that its column would refuse.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from db import drafts
from tracker.store_sentences import store_sentences
from tracker.validation.checking import check_column
from tracker.validation.context import Context
from tracker.validation.identifiers import looks_like_identifier
from tracker.validation.model import Kind
from tracker.workspace import Workspace

LONGEST = timedelta(days=30)
"""Nobody goes back to an older draft: it is forgotten."""


@dataclass(frozen=True)
class KeptDraft:
    """What was filled in, in file form, and when it was kept (UTC)."""

    kept_at: datetime
    texts: Mapping[str, str]


def keep_draft(
    workspace: Workspace, form: str, kind: Kind, texts: Mapping[str, str], context: Context
) -> None:
    """Keep what is filled in in a form so far, in place of what was kept before."""
    safe = {name: text for name, text in texts.items() if _may_be_kept(kind, name, text, context)}
    now, number = workspace.now(), workspace.association.id
    with store_sentences(), workspace.store.write() as session:
        drafts.forget_drafts(session, number, before=now - LONGEST)
        drafts.keep_draft(session, _key(workspace, form), now, safe)


def kept_draft(workspace: Workspace, form: str) -> KeptDraft | None:
    """What this person has filled in in a form without saving it, or None."""
    with store_sentences(), workspace.store.read() as session:
        row = drafts.kept_draft(session, _key(workspace, form))
    return None if row is None else KeptDraft(row.kept_at, row.texts)


def drop_draft(workspace: Workspace, form: str) -> None:
    """Drop the draft of a form: it was saved, or thrown away."""
    with store_sentences(), workspace.store.write() as session:
        drafts.drop_draft(session, _key(workspace, form))


def _key(workspace: Workspace, form: str) -> drafts.DraftKey:
    return drafts.DraftKey(workspace.association.id, workspace.actor, form)


def _may_be_kept(kind: Kind, name: str, text: str, context: Context) -> bool:
    column = kind.by_name.get(name)
    if column is None or looks_like_identifier(text):
        return False
    return check_column(kind, column, text, context).problem is None

"""Drafts of forms: keeping, reading and dropping those of one person, and forgetting any."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, false, or_, select
from sqlmodel import Session, col

from db.tables import FormDraft


@dataclass(frozen=True)
class DraftKey:
    """Whose draft of which form."""

    association_id: int
    by: str
    form: str


@dataclass(frozen=True)
class DraftRow:
    """A draft as it was kept."""

    kept_at: datetime
    """UTC."""
    texts: Mapping[str, str]


def kept_draft(session: Session, key: DraftKey) -> DraftRow | None:
    """The draft of a form, or None."""
    row = session.execute(select(FormDraft).where(*_same(key))).scalar_one_or_none()
    return None if row is None else DraftRow(row.kept_at, row.texts)


def keep_draft(session: Session, key: DraftKey, at: datetime, texts: Mapping[str, str]) -> None:
    """Keep a draft; the one before it is replaced."""
    drop_draft(session, key)
    session.add(FormDraft(**vars(key), kept_at=at, texts=dict(texts)))


def drop_draft(session: Session, key: DraftKey) -> None:
    """Drop a draft, where there is one."""
    session.execute(delete(FormDraft).where(*_same(key)))


def forget_drafts(
    session: Session, association_id: int, *, of: str = "", before: datetime | None = None
) -> int:
    """Drop everybody's drafts about a row, and those kept before a moment; returns how many.

    `of` is the key of a row as the name of a form has it: “krus K-052”. The draft of a new row has
    none, so that it goes by its age.
    """
    named = [col(FormDraft.form).endswith(f" {of}", autoescape=True)]
    named += [col(FormDraft.form).contains(f" {of} ", autoescape=True)]
    meant = (named if of else []) + ([] if before is None else [col(FormDraft.kept_at) < before])
    dropped: Any = session.execute(
        delete(FormDraft).where(
            col(FormDraft.association_id) == association_id, or_(false(), *meant)
        )
    )
    return int(dropped.rowcount)


def _same(key: DraftKey) -> list[Any]:
    return [getattr(FormDraft, name) == value for name, value in vars(key).items()]

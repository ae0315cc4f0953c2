"""Associations and their plan versions: finding, adding, applying."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from db.codes import DELIVERY_KEY
from db.columns import col
from db.records import ChangeRef, alter_row, note_row
from db.tables import Association, Code, Goal, PlanVersion


@dataclass(frozen=True)
class AssociationRow:
    """An association as stored."""

    id: int
    name: str
    controller: str | None
    settings: Mapping[str, Any] = field(default_factory=dict)
    """What holds for every plan that does not state it, by the keys of a plan's `[settings]`."""


def associations(session: Session) -> list[AssociationRow]:
    """All associations of the store, by name."""
    names = AssociationRow.__dataclass_fields__
    columns = (col(getattr(Association, name)) for name in names)
    rows = session.execute(select(*columns).order_by(col(Association.name)))
    return [AssociationRow(*row) for row in rows]


def add_association(session: Session, name: str, controller: str | None) -> int:
    """Add an association; returns its number."""
    row = Association(name=name, controller=controller)
    session.add(row)
    session.flush()
    return row.id or 0


def alter_settings(session: Session, change: ChangeRef, settings: Mapping[str, Any]) -> None:
    """Replace the association's settings; the audit trail keeps what they were, but no secret."""
    row = session.get_one(Association, change.association_id)
    before, after = _told(row.settings), _told(settings)
    row.settings = dict(settings)
    session.add(row)
    note_row(session, change, Association, row.id or 0, "update", before, after)
    session.flush()


def _told(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {"settings": {key: value for key, value in settings.items() if key != DELIVERY_KEY}}


def add_delivery_key(session: Session, change: ChangeRef, key: str) -> None:
    """Keep the secret for deliveries.

    It stands in no line of the audit trail: that may be shown to more people.
    """
    row = session.get_one(Association, change.association_id)
    row.settings = {**row.settings, DELIVERY_KEY: key}
    session.add(row)
    session.flush()


def alter_controller(session: Session, change: ChangeRef, controller: str | None) -> None:
    """State who is responsible; who was before stays in the audit trail."""
    alter_row(session, change, Association, change.association_id or 0, {"controller": controller})


def plan_documents(session: Session, association_id: int) -> list[dict[str, Any]]:
    """The plan in force of each year, by the keys of the plan file, oldest year first."""
    newest = (
        select(func.max(col(PlanVersion.id)))
        .where(col(PlanVersion.association_id) == association_id)
        .group_by(col(PlanVersion.year))
    )
    versions = session.execute(
        select(col(PlanVersion.id), col(PlanVersion.document))
        .where(col(PlanVersion.id).in_(newest))
        .order_by(col(PlanVersion.year))
    ).all()
    return [{**document, "goal": _definitions(session, number)} for number, document in versions]


def _definitions(session: Session, version_id: int | None) -> list[dict[str, Any]]:
    goals = session.execute(
        select(col(Goal.definition))
        .where(col(Goal.plan_version_id) == version_id)
        .order_by(col(Goal.position))
    ).scalars()
    return list(goals)


def add_plan_version(session: Session, change: ChangeRef, document: dict[str, Any]) -> int:
    """Store a plan by the keys of the plan file; earlier versions and years stay as they are."""
    head = document["plan"]
    version = PlanVersion(
        association_id=change.association_id or 0,
        plan_id=head["id"],
        year=head["year"],
        document={key: value for key, value in document.items() if key != "goal"},
        applied_at=change.at,
        applied_by=change.by,
        applied_in=change.id,
    )
    session.add(version)
    session.flush()
    for position, definition in enumerate(document.get("goal", [])):
        session.add(
            Goal(
                association_id=version.association_id,
                plan_version_id=version.id or 0,
                year=version.year,
                position=position,
                goal=definition["id"],
                definition=definition,
            )
        )
    return version.id or 0


@dataclass(frozen=True)
class CodeRow:
    """A member of a list that an association may extend."""

    list: str
    code: str
    label_sv: str
    label_en: str


def code_rows(session: Session) -> list[CodeRow]:
    """Every member of every extensible list, in the order of the list."""
    rows = session.execute(select(Code).order_by(col(Code.list), col(Code.position))).scalars()
    return [CodeRow(row.list, row.code, row.label_sv, row.label_en) for row in rows]

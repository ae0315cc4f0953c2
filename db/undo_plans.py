"""Taking back what is no row of anybody: plan versions with their goals, and settings."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, select
from sqlmodel import Session, SQLModel, col

from db.associations import alter_controller, alter_settings
from db.errors import LaterChangeError
from db.records import ChangeRef, note_row, row_values
from db.tables import Association, Change, ChangeRow, Goal, PlanVersion

ASSOCIATION = str(Association.__tablename__)
PLAN_VERSION = str(PlanVersion.__tablename__)
OF_PLANS = (PLAN_VERSION, str(Goal.__tablename__))
PLANNED: Mapping[str, type[SQLModel]] = {
    ASSOCIATION: Association,
    **dict(zip(OF_PLANS, (PlanVersion, Goal), strict=True)),
}
"""The tables that plans and settings lie in, by name."""


def is_first_plan(session: Session, change: Change) -> bool:
    """Whether a change brought in the only plan there is: without it there are no goals."""
    if change.kind != "plan":
        return False
    others = select(func.count()).where(
        col(PlanVersion.association_id) == change.association_id,
        col(PlanVersion.applied_in) != change.id,
    )
    return not session.execute(others).scalar_one()


def remove_versions(session: Session, change: ChangeRef, target: int) -> None:
    """Remove the plan versions that a change put in force; those before are in force again.

    Raises:
        LaterChangeError: a later version of the same year is in force.
    """
    added = select(PlanVersion).where(col(PlanVersion.applied_in) == target)
    for version in session.execute(added).scalars().all():
        refuse_if_not_newest(session, version)
        goals = select(Goal).where(col(Goal.plan_version_id) == version.id)
        for row in (*session.execute(goals).scalars().all(), version):
            note_row(session, change, type(row), row.id or 0, "delete", row_values(row), None)
        session.execute(delete(Goal).where(col(Goal.plan_version_id) == version.id))
        session.delete(version)
        session.flush()


def refuse_if_not_newest(session: Session, version: PlanVersion) -> None:
    """Raise where a version is not, or would not be, the one in force of its year.

    Raises:
        LaterChangeError: a later one is.
    """
    later = session.execute(
        select(func.count()).where(
            col(PlanVersion.association_id) == version.association_id,
            col(PlanVersion.year) == version.year,
            col(PlanVersion.id) >= version.id,
            col(PlanVersion.applied_in) != version.applied_in,
        )
    ).scalar_one()
    if later:
        raise LaterChangeError(PLAN_VERSION, version.id or 0, str(version.year))


def set_association_back(session: Session, change: ChangeRef, lines: Iterable[Any]) -> None:
    """Give the settings that a change altered their values before, and leave the others.

    Each line is before and after, the newest first.
    """
    row = session.get_one(Association, change.association_id)
    settings = dict(row.settings)
    for before, after in lines:
        for key in altered_settings(before, after):
            settings.pop(key, None)
            if key in before["settings"]:
                settings[key] = before["settings"][key]
        if "controller" in before:
            alter_controller(session, change, before["controller"])
    if settings != row.settings:
        alter_settings(session, change, settings)


def altered_settings(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The settings that a line on the association altered."""
    old, new = before.get("settings", {}), after.get("settings", {})
    return [key for key in {**old, **new} if old.get(key) != new.get(key)]


def refuse_if_set_since(session: Session, target: int, void: set[int]) -> None:
    """Raise where a later change that still holds altered the same setting.

    Raises:
        LaterChangeError: one did; names the setting.
    """
    mine = {part for _, part in _parts(session, col(ChangeRow.change_id) == target)}
    for change_id, part in _parts(session, col(ChangeRow.change_id) > target):
        if part in mine and change_id not in void:
            raise LaterChangeError(ASSOCIATION, 0, part)


def _parts(session: Session, which: Any) -> Sequence[tuple[int, str]]:
    lines = session.execute(
        select(col(ChangeRow.change_id), col(ChangeRow.before), col(ChangeRow.after)).where(
            which, col(ChangeRow.entity) == ASSOCIATION
        )
    )
    return [
        (change_id, part)
        for change_id, before, after in lines
        for part in [*altered_settings(before, after), *(before.keys() - {"settings"})]
    ]

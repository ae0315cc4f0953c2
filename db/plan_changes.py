"""What changes did to plans and settings: how a plan was before, and how it is after."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select, union
from sqlmodel import Session, col

from db.tables import Change, ChangeRow, Goal, PlanVersion
from db.undo_plans import ASSOCIATION, OF_PLANS, PLAN_VERSION

Document = dict[str, Any]
"""A plan by the keys of the plan file."""
Step = tuple[Document | None, Document | None]
"""Before and after; None: that year has no plan."""


def plan_steps(session: Session, change_id: int) -> list[Step]:
    """What a change did to plans, one step for each year that it concerned."""
    added = select(PlanVersion).where(col(PlanVersion.applied_in) == change_id)
    steps: list[Step] = [
        (_before(session, vars(version)), _stored(session, version))
        for version in session.execute(added).scalars()
    ]
    for action, row, document in _moved(session, col(ChangeRow.change_id) == change_id):
        earlier = _before(session, row)
        steps.append((document, earlier) if action == "delete" else (earlier, document))
    if steps:
        return steps
    undoing = select(col(Change.id)).where(col(Change.undoes) == change_id)
    return [
        (_before(session, row), document)
        for _, row, document in _moved(session, col(ChangeRow.change_id).in_(undoing))
        if row["applied_in"] == change_id
    ]


def setting_steps(session: Session, change_id: int) -> list[tuple[Document, Document]]:
    """What a change did to the association: its columns before and after."""
    lines = session.execute(
        select(col(ChangeRow.before), col(ChangeRow.after)).where(
            col(ChangeRow.change_id) == change_id, col(ChangeRow.entity) == ASSOCIATION
        )
    )
    return [(before or {}, after or {}) for before, after in lines]


def changes_of_plans(session: Session, association_id: int, *, settings: bool) -> list[int]:
    """The changes that were about plans, or about settings, the newest first."""
    entity = ASSOCIATION if settings else PLAN_VERSION
    told = select(col(ChangeRow.change_id)).where(col(ChangeRow.entity) == entity)
    added = select(col(PlanVersion.applied_in))
    undone = select(col(Change.undoes)).where(col(Change.id).in_(told))
    either = told if settings else union(told, added, undone)
    found = session.execute(
        select(col(Change.id))
        .where(col(Change.association_id) == association_id, col(Change.id).in_(either))
        .order_by(col(Change.id).desc())
    ).scalars()
    return [number for number in found if number is not None]


def _moved(session: Session, which: Any) -> Iterator[tuple[str, Document, Document]]:
    """The plan versions that changes removed or brought back: action, row, document."""
    lines = session.execute(
        select(ChangeRow)
        .where(which, col(ChangeRow.entity).in_(OF_PLANS), col(ChangeRow.action) != "update")
        .order_by(col(ChangeRow.id))
    ).scalars()
    held = [(line.entity, line.action, line.before or line.after or {}) for line in lines]
    for entity, action, row in held:
        if entity == PLAN_VERSION:
            goals = [goal for name, done, goal in held if name != PLAN_VERSION and done == action
                     and goal["plan_version_id"] == row["id"]]  # fmt: skip
            in_order = sorted(goals, key=lambda goal: goal["position"])
            definitions = [goal["definition"] for goal in in_order]
            yield action, row, {**row["document"], "goal": definitions}


def _before(session: Session, row: Document) -> Document | None:
    """The plan that was in force of the year before a version of it."""
    earlier = session.execute(
        select(PlanVersion)
        .where(
            col(PlanVersion.association_id) == row["association_id"],
            col(PlanVersion.year) == row["year"],
            col(PlanVersion.id) < row["id"],
        )
        .order_by(col(PlanVersion.id).desc())
        .limit(1)
    ).scalar_one_or_none()
    return None if earlier is None else _stored(session, earlier)


def _stored(session: Session, version: PlanVersion) -> Document:
    goals = session.execute(
        select(col(Goal.definition))
        .where(col(Goal.plan_version_id) == version.id)
        .order_by(col(Goal.position))
    ).scalars()
    return {**version.document, "goal": list(goals)}

"""Bringing a plan (*verksamhetsplan*) into a store: a new store, a new year, changed goals."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from db.associations import (
    AssociationRow,
    add_association,
    add_plan_version,
    associations,
    plan_documents,
)
from db.existing import find_row
from db.records import ChangeRef, add_row, alter_row, begin_change
from db.rows_by_key import corrected_by_hand
from db.store import Store
from db.tables import Intervention
from tracker.errors import DataError
from tracker.plans import to_document
from tracker.plans.model import Plan, PlannedIntervention
from tracker.problems import N_, Problem
from tracker.store_sentences import store_sentences
from tracker.validation.checking import check_row
from tracker.validation.context import Context
from tracker.validation.interventions import INTERVENTIONS
from tracker.wording import language

Clock = Callable[[], datetime]
Drafts = dict[str, dict[str, str]]
"""The interventions of a plan as drafts, by short id."""


@dataclass(frozen=True)
class Applied:
    """What applying a plan did."""

    association: str
    year: int
    new_association: bool
    new_version: bool
    """False: the plan of that year says exactly this already."""
    added: tuple[str, ...] = ()
    """Short ids of interventions that are new."""
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Interventions where the plan says otherwise than what was corrected by hand."""


@dataclass
class _Steps:
    """The interventions by what happened to them."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def create_store(
    where: str, plan: Plan, *, controller: str | None, actor: str, now: Clock
) -> Store:
    """Create a store with the plan's association and apply the plan.

    Raises:
        UsageError: there is something at that place already.
        DataError: the plan's interventions are not right; nothing is created.
    """
    from db import schema  # loads Alembic, which only this needs

    _drafts(plan)
    with store_sentences():
        store = schema.create_store(where)
    apply_plan(store, plan, controller=controller, actor=actor, now=now)
    return store


def apply_plan(
    store: Store, plan: Plan, *, actor: str, now: Clock, controller: str | None = None
) -> Applied:
    """Apply a plan to a store: a new year or changed goals; other years stay as they were.

    The association is added when the store does not know it. Interventions of the plan are added;
    those that exist are filled where empty, and changed where the plan differs, unless corrected
    by hand. The plan of an earlier year than the newest one only fills.

    Raises:
        DataError: the plan's interventions are not right; nothing is changed.
    """
    drafts = _drafts(plan)
    with store_sentences(), store.write() as session:
        known = _association(session, plan.association)
        if known is None:
            number = add_association(session, plan.association, controller)
        else:
            number = known.id
        documents = plan_documents(session, number)
        document = to_document(plan)
        new_version = document not in documents
        newest = all(plan.year >= each["plan"]["year"] for each in documents)
        change = _change(session, number, actor, now, plan)
        steps = _apply_interventions(session, change, drafts, changes=newest)
        if new_version:
            add_plan_version(session, change, document)
        elif not steps.added and not steps.changed:
            session.rollback()
    return Applied(
        plan.association,
        plan.year,
        known is None,
        new_version,
        tuple(steps.added),
        tuple(steps.changed),
        tuple(steps.kept),
    )


def _association(session: Session, name: str) -> AssociationRow | None:
    return next((row for row in associations(session) if row.name == name), None)


def _change(session: Session, association: int, actor: str, now: Clock, plan: Plan) -> ChangeRef:
    return begin_change(
        session, association_id=association, at=now(), by=actor, kind="plan", subject=plan.id
    )


def _drafts(plan: Plan) -> Drafts:
    """The plan's interventions as drafts that are right in themselves."""
    drafts = {each.key: _draft(each) for each in plan.interventions}
    problems = [
        Problem(problem.message, problem.params, file=plan.id, column=f"{key}.{problem.column}")
        for key, draft in drafts.items()
        for problem in check_row(INTERVENTIONS, _new(draft), _context()).problems
    ]
    if problems:
        raise DataError(N_("The plan was not applied."), problems=tuple(problems))
    return drafts


def _draft(intervention: PlannedIntervention) -> dict[str, str]:
    return {"insats": intervention.key, **dict(intervention.values)}


def _new(draft: dict[str, str]) -> dict[str, str]:
    """A plan may say no more of a new intervention than its short id."""
    return {"namn": draft["insats"], "inriktning": "individ", **draft}


def _context() -> Context:
    """Interventions refer to nothing, and their days may lie ahead."""
    return Context(date.max, language("sv"))


def _apply_interventions(
    session: Session, change: ChangeRef, drafts: Drafts, *, changes: bool
) -> _Steps:
    steps = _Steps()
    for key, draft in drafts.items():
        identity = {"association_id": change.association_id, "key": key}
        stored = find_row(session, Intervention, identity)
        if stored is None:
            values = check_row(INTERVENTIONS, _new(draft), _context()).values
            add_row(session, change, Intervention, values)
            steps.added.append(key)
        else:
            _fill(session, change, stored, draft, steps, changes=changes)
    return steps


def _fill(
    session: Session,
    change: ChangeRef,
    stored: dict[str, Any],
    draft: dict[str, str],
    steps: _Steps,
    *,
    changes: bool,
) -> None:
    """Fill what is empty, and change what differs and nobody has corrected by hand."""
    values = check_row(INTERVENTIONS, draft, _context(), stored=stored).values
    different = {name: value for name, value in values.items() if stored[name] != value}
    by_hand = corrected_by_hand(session, Intervention, [stored["id"]]).get(stored["id"], set())
    allowed = {
        name: value
        for name, value in different.items()
        if name not in by_hand and (changes or stored[name] is None)
    }
    if allowed:
        alter_row(session, change, Intervention, stored["id"], allowed)
        steps.changed.append(stored["key"])
    if different.keys() & by_hand:
        steps.kept.append(stored["key"])

"""A plan changed from within the program: its goals and its year, never the interventions."""

from dataclasses import replace

from db.associations import add_plan_version, plan_documents
from db.records import begin_change
from tracker.errors import DataError
from tracker.plans import to_document
from tracker.plans.model import Plan
from tracker.problems import N_
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace, read_document

CHANGED_SINCE = N_(
    "Somebody else has changed the plan of {year} meanwhile. Nothing was saved: look at it as it "
    "is now, and try again."
)
THERE_ALREADY = N_("There is a plan of {year} already. Nothing was saved.")


def change_plan(workspace: Workspace, before: Plan | None, after: Plan) -> Workspace:
    """Put a plan in force in place of one that was looked at, in one change with its line.

    Interventions stay as they are, also where the plan says otherwise: they may have been
    corrected since. `before` None: a year that had no plan.

    Returns:
        The workspace with the plans in force now.

    Raises:
        DataError: the year's plan is no longer the one that was looked at; nothing is changed.
    """
    number = workspace.association.id
    with store_sentences(), workspace.store.write() as session:
        plans = {plan.year: plan for plan in map(read_document, plan_documents(session, number))}
        stored = plans.get(after.year)
        if before is None and stored is not None:
            raise DataError(THERE_ALREADY, year=after.year)
        if before is not None and (stored is None or not _says_the_same(stored, before)):
            raise DataError(CHANGED_SINCE, year=after.year)
        if stored is None or not _says_the_same(stored, after):
            change = begin_change(
                session,
                association_id=number,
                at=workspace.now(),
                by=workspace.actor,
                kind="plan",
                subject=_subject(before, after),
            )
            add_plan_version(session, change, to_document(after))
        plans[after.year] = after
    in_order = tuple(plans[year] for year in sorted(plans))
    return replace(workspace, plans=()).with_plans(in_order)


def _subject(before: Plan | None, after: Plan) -> str:
    """The plan, and which of its goals are others, new (+) or gone (-)."""
    if before is None:
        return after.id
    old, new = ({goal.id: goal for goal in plan.goals} for plan in (before, after))
    altered = [name for name in new if name in old and new[name] != old[name]]
    added = [f"+{name}" for name in new if name not in old]
    gone = [f"-{name}" for name in old if name not in new]
    return " ".join([after.id, *altered, *added, *gone])


def _says_the_same(one: Plan, other: Plan) -> bool:
    return to_document(one) == to_document(other)

"""The workspace: everything a use case needs from outside, opened in one place and passed in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from db import errors as store_errors
from db.associations import AssociationRow, associations, plan_documents
from db.store import Store, open_store
from tracker.errors import DataError, UsageError
from tracker.plans import from_document
from tracker.plans.model import Plan
from tracker.plans.settling import association_settings, settled
from tracker.problems import N_
from tracker.store_sentences import store_sentences
from tracker.wording import Language


@dataclass(frozen=True)
class Workspace:
    """A store opened for one association by one person on one day in one language."""

    store: Store
    association: AssociationRow
    plans: tuple[Plan, ...]
    """The plan in force of each year, oldest first."""
    actor: str
    today: date
    now: Callable[[], datetime]
    language: Language

    def plan_for(self, day: date) -> Plan | None:
        """The plan of the year of a day, else the nearest one; None when there is no plan."""
        return min(
            self.plans,
            key=lambda plan: (abs(plan.year - day.year), plan.year),
            default=None,
        )

    def with_plans(self, plans: tuple[Plan, ...]) -> "Workspace":
        """The same workspace with these plans, settled by what the association has set."""
        usual = association_settings(self.association.settings)
        return replace(self, plans=tuple(settled(plan, usual) for plan in plans))

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


def open_workspace(
    where: str,
    *,
    language: Language,
    actor: str,
    today: date,
    now: Callable[[], datetime],
    association: str | None = None,
) -> Workspace:
    """Open a store for one of its associations.

    Raises:
        UsageError: no store there, another version, or it is unclear which association is meant.
        StoreBusyError: it cannot be reached now.
        DataError: it holds no association or no plan that can be read.
    """
    with store_sentences():
        store = open_or_migrate(where)
        with store.read() as session:
            chosen = choose_association(associations(session), association)
            documents = plan_documents(session, chosen.id)
    plans = tuple(read_document(document) for document in documents)
    opened = Workspace(store, chosen, (), actor, today, now, language)
    return opened.with_plans(plans)


def reread(workspace: Workspace) -> Workspace:
    """The workspace with the plans and settings that hold now: some may have been taken back.

    Raises:
        DataError: a plan cannot be read.
    """
    number = workspace.association.id
    with store_sentences(), workspace.store.read() as session:
        row = next(row for row in associations(session) if row.id == number)
        documents = plan_documents(session, number)
    plans = tuple(read_document(document) for document in documents)
    return replace(workspace, association=row, plans=()).with_plans(plans)


def open_or_migrate(where: str) -> Store:
    """Open a store; one from an older version is copied and migrated first."""
    try:
        return open_store(where)
    except store_errors.SchemaOlderError:
        from db.schema import migrate_store

        migrate_store(where)
        return open_store(where)


def choose_association(rows: list[AssociationRow], name: str | None) -> AssociationRow:
    """The association that is meant: the named one, or the only one.

    Raises:
        DataError: the store has none.
        UsageError: there are several and none or an unknown one is named.
    """
    if not rows:
        raise DataError(N_("The store holds no association yet. Apply a plan: tracker init PLAN"))
    if name is None and len(rows) == 1:
        return rows[0]
    for row in rows:
        if row.name == name:
            return row
    names = ", ".join(row.name for row in rows)
    raise UsageError(N_("Choose one with --association: {names}"), names=names)


def read_document(document: dict[str, object]) -> Plan:
    """A plan as it comes back from the store.

    Raises:
        DataError: another version of the program stored something that this one cannot read.
    """
    plan, problems = from_document(document)
    if plan is None:
        raise DataError(N_("A stored plan cannot be read."), problems=tuple(problems))
    return plan

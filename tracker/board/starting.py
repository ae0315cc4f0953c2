"""What the forms of intervention, money, assessment and activity start from, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.codes import MoneyKind
from db.tallies.board import activities, money
from tracker.board.rows import draft_of, newest
from tracker.measures.board import items_of
from tracker.plans.model import Goal, Plan
from tracker.register.preparing import FormStart
from tracker.registration import stored_draft
from tracker.store_sentences import store_sentences
from tracker.validation.board import ACTIVITIES, ASSESSMENTS
from tracker.validation.context import Context
from tracker.validation.interventions import INTERVENTIONS
from tracker.validation.loading import load_context
from tracker.validation.money import MONEY
from tracker.workspace import Workspace

Draft = Mapping[str, str]
AMOUNTS = ("budget", "beviljat", "rekvirerat", "utfall", "prognos")
OF_WHAT = ("år", "slag", "insats", "benämning", "till_och_med")
USUAL_FACTS = (
    *("insats", "namn", "inriktning", "ägare", "parter", "kommuner", "målgrupp", "start", "slut"),
    *("planerat_min", "planerat_max", "planerad_längd"),
)
"""What the catalogue asks for; the rest is folded away."""


@dataclass(frozen=True)
class GoalStart(FormStart):
    """What a form about a goal starts from."""

    goal: Goal | None = None
    dues: Mapping[str, str] = field(default_factory=dict)
    """The last day of each activity that is not done yet, in file form."""


def intervention_start(workspace: Workspace, insats: str | None = None, at: str = "") -> FormStart:
    """A new intervention, or a stored one to be corrected: its short id stays as it is.

    Raises:
        DataError: there is no such intervention.
    """
    names = tuple(INTERVENTIONS.by_name)
    stored = stored_draft(workspace, INTERVENTIONS, {"insats": insats}) if insats else {}
    columns = tuple(name for name in names if name not in INTERVENTIONS.key) if insats else names
    return FormStart(
        _context(workspace),
        columns,
        frozenset(USUAL_FACTS),
        {name: stored.get(name, "") for name in columns} if stored else {"inriktning": "individ"},
        stored,
        kind=INTERVENTIONS,
        at=at,
        form=f"intervention {insats or ''}".strip(),
    )


def money_start(
    workspace: Workspace, key: Draft | None = None, proposed: Draft | None = None
) -> FormStart:
    """A new row of money, or a stored one to be corrected, its amounts first.

    Raises:
        DataError: there is no such row.
    """
    stored = stored_draft(workspace, MONEY, key) if key else {}
    columns = (*AMOUNTS, *OF_WHAT) if stored else (*OF_WHAT, *AMOUNTS)
    draft = {name: stored.get(name, "") for name in columns} if stored else dict(proposed or {})
    plan = workspace.plan_for(workspace.today)
    return FormStart(
        _context(workspace),
        columns,
        frozenset(columns),
        draft,
        stored,
        kind=MONEY,
        suggested={} if plan is None else {"benämning": _items(plan)},
        form=" ".join(["money", *(key or {}).values()]),
    )


def money_start_of(workspace: Workspace, year: int, insats: str) -> FormStart:
    """The newest stored row of money of an intervention and year, else a new one of its budget."""
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
        place = context.interventions[insats]
        rows = money(session, workspace.association.id, range(year, year + 1))
        found = newest(row for row in rows if row.intervention_id == place.id)
    if found is not None:
        return money_start(workspace, draft_of(found, {place.id: insats}))
    return money_start(workspace, proposed={"år": str(year), "insats": insats})


def _items(plan: Plan) -> tuple[str, ...]:
    """The names of the rows of the plan's table."""
    of_interventions = (MoneyKind.INDIVIDUAL, MoneyKind.STRUCTURAL)
    labels = (row.label for row in plan.budget if row.kind not in of_interventions)
    return tuple(dict.fromkeys(labels))


def assessment_start(workspace: Workspace, goal: Goal, period: str) -> GoalStart:
    """The board's assessment of a goal for a period, by its label: a new one or the stored one."""
    key = {"mål": goal.id, "period": period}
    figure = ("värde",) if goal.measure == "number" else ()
    columns = (*figure, "bedömning", "kommentar")
    stored = find_draft(workspace, "bedömningar", key)
    return GoalStart(
        _context(workspace),
        columns,
        frozenset(columns),
        {name: stored.get(name, "") for name in columns} if stored else {},
        stored or key,
        kind=ASSESSMENTS,
        form=f"assessment {goal.id} {period}",
        goal=goal,
    )


def activity_start(workspace: Workspace, goal: Goal) -> GoalStart:
    """An activity of a goal that is done: the next one of those that are not is proposed."""
    with store_sentences(), workspace.store.read() as session:
        rows = activities(session, workspace.association.id, goal.id)
    left = {item.label: item.due for item in items_of(goal, rows) if item.done is None}
    dues = {label: due.isoformat() for label, due in left.items()}
    usual = goal.every.who if goal.every is not None else tuple(dues)
    first = next(iter(dues), "")
    return GoalStart(
        _context(workspace),
        ("benämning", "genomförd", "senast"),
        frozenset(("benämning", "genomförd", "senast")),
        {
            "benämning": first,
            "genomförd": workspace.today.isoformat(),
            "senast": dues.get(first, ""),
        },
        {"mål": goal.id},
        suggested={"benämning": usual},
        kind=ACTIVITIES,
        form=f"activity {goal.id}",
        goal=goal,
        dues=dues,
    )


def find_draft(workspace: Workspace, kind: str, key: Draft) -> dict[str, str]:
    """A stored row as a draft; empty where there is none."""
    from tracker.errors import DataError

    try:
        return stored_draft(workspace, kind, key)
    except DataError:
        return {}


def _context(workspace: Workspace) -> Context:
    with store_sentences(), workspace.store.read() as session:
        return load_context(session, workspace)

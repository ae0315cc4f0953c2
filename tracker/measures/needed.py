"""Which outcomes at the exit the goals of a plan need, and of whose exits."""

from collections.abc import Iterable, Iterator

from db.codes import Orientation
from db.tallies.board import InterventionRow
from db.tallies.missing import Need
from tracker.plans.model import Goal, Plan

SUPPORT = ("support_after", "support_degree_after")
SUCCESSES: dict[str, tuple[str, ...]] = {
    "arbete": ("work_after",),
    "osubventionerat_arbete": ("work_after", "work_kind_after"),
    "studier": ("study_after",),
    "egen_försörjning": ("support_after",),
    "minskad_försörjning": SUPPORT,
    "plan": ("plan_after",),
    "stegförflyttning": ("step_forward",),
}
"""What each success at the exit is read from, by the columns of the table."""
VARIABLES: dict[str, tuple[str, ...]] = {
    "hälsa": ("health_after",),
    "arbetsförmåga": ("ability_after",),
    "sjukfrånvaro": ("sick_leave_after",),
    "försörjning": SUPPORT,
}


def needs_of(plan: Plan | None, interventions: Iterable[InterventionRow]) -> tuple[Need, ...]:
    """Every outcome that a goal of the plan needs, with the exits that the goal looks at."""
    places = tuple(interventions)
    goals = plan.goals if plan else ()
    return tuple(dict.fromkeys(need for goal in goals for need in _needs(goal, places)))


def _needs(goal: Goal, places: tuple[InterventionRow, ...]) -> Iterator[Need]:
    chosen = tuple(
        row.id
        for row in places
        if (
            row.key in goal.insatser if goal.insatser else row.orientation == Orientation.INDIVIDUAL
        )
    )
    if not chosen:
        return
    for column in outcomes_of(goal):
        yield Need(column, chosen, goal.denominator == "fullföljda", goal.exclude)


def outcomes_of(goal: Goal) -> tuple[str, ...]:
    """The outcomes at the exit that one goal is read from, by the columns of the table."""
    if goal.measure == "started_or_increased":
        return ("work_after", "study_after")
    if goal.measure == "before_after":
        return VARIABLES[goal.variable]
    if goal.measure == "follow_up":
        at_exit = "kvarstår" in goal.success or goal.among == "minskade"
        return SUPPORT if at_exit else ()
    if goal.measure != "exits":
        return ()
    columns = (column for code in goal.success for column in _columns(code))
    return tuple(dict.fromkeys(columns))


def _columns(success: str) -> tuple[str, ...]:
    return ("next_step",) if success.startswith("nästa_steg:") else SUCCESSES[success]

"""Which columns the forms ask for: what a report or a goal needs; the rest folds away."""

from collections.abc import Iterator

from tracker.plans.model import Goal, Plan

REPORTED = frozenset(
    {
        *("insats", "deltagande", "kön", "åldersgrupp", "startdatum", "initierad_av"),
        *("utbildning", "tid_i_försörjning", "försörjning_före", "arbete_före", "studier_före"),
        *("arbetssökande_före", "slutdatum", "avslutsanledning", "arbete_efter"),
        *("arbetstyp_efter", "studier_efter", "arbetssökande_efter", "försörjning_efter"),
        *("nästa_steg", "plan_efter", "får_kontaktas"),
    }
)
"""The columns of the standard tables and of the follow-ups, which every association has."""

OUTCOMES = ("arbete_efter", "studier_efter", "försörjning_efter")
"""The outcomes without which an exit is not wholly filled in."""

_DEGREES = ("försörjningsgrad_före", "försörjningsgrad_efter")
_SUCCESSES = {
    "stegförflyttning": ("stegförflyttning",),
    "minskad_försörjning": _DEGREES,
    "kvarstår": _DEGREES,
}


def asked_columns(plan: Plan | None) -> frozenset[str]:
    """The Swedish names of the columns of *deltaganden* that a plan and its reports need."""
    goals = plan.goals if plan else ()
    return REPORTED.union(*(_needed(goal) for goal in goals))


def _needed(goal: Goal) -> Iterator[str]:
    if goal.measure == "before_after":
        yield from _both(goal.variable)
    for success in goal.success:
        yield from _SUCCESSES.get(success, ())


def _both(variable: str) -> tuple[str, ...]:
    """What a change is measured on; support is asked anyhow, so its degrees are what is added."""
    return _DEGREES if variable == "försörjning" else (f"{variable}_före", f"{variable}_efter")

"""Why a goal has no data, in a sentence: what a reader would else have to guess."""

from tracker.measures.figure import Figure
from tracker.plans.model import Goal
from tracker.problems import N_
from tracker.wording.language import Language

ON_MONEY = frozenset({"money_share", "money_tolerance", "money_ceiling", "money_balance"})
PART_OF_A_YEAR = N_("Money is counted for whole years: the goal is judged when the year is over.")
NO_CEILING = N_("The ceiling of the guideline in force is not entered in the plan.")
NO_AMOUNTS = N_("The amounts that the goal is counted on are not registered.")
NO_EXIT = N_("No exit of the period that counts for the goal is registered.")
NO_ANSWER = N_("No answer to the goal's questions is dated in the period.")
NO_FORMS = N_("How many forms were handed out is not registered.")
NOBODY: dict[str, str] = {
    "exits": NO_EXIT,
    "started_or_increased": NO_EXIT,
    "before_after": NO_EXIT,
    "follow_up": N_("No follow-up of the period that counts for the goal is registered."),
    "survey": NO_ANSWER,
    "response_rate": NO_FORMS,
    "checklist": N_("No activity of the goal has its day in the period."),
    "reporting": N_("No intervention ran in the period."),
}
"""Nobody counts, or nothing."""
UNTOLD: dict[str, str] = {
    "exits": N_("Of none of the exits is the outcome known."),
    "started_or_increased": N_("Of none of the exits is the outcome known."),
    "before_after": N_("Nobody has a value both at entry and at exit."),
    "follow_up": N_("None of the follow-ups that were due has been answered."),
    "survey": NO_ANSWER,
}
"""Somebody counts, but nothing is known of them."""
UNWRITTEN: dict[str, str] = {
    "response_rate": NO_FORMS,
    "checklist": N_("Nobody has written down yet which activities are done."),
    "participants": N_("The number of participants is not registered for the period."),
    "number": N_("The figure has not been entered."),
    "assessment": N_("The board has not assessed the goal."),
}
"""It is not known what would count."""


def why_no_data(language: Language, goal: Goal, figure: Figure, *, is_year: bool) -> str:
    """Why there is no data; empty where nothing more can be said.

    Args:
        language: the reader's.
        goal: the goal.
        figure: its figure, which has no value.
        is_year: whether the period consists of whole years.
    """
    if goal.measure in ON_MONEY:
        return language.text(_of_money(goal, is_year=is_year))
    counted = figure.n if figure.eligible is None else figure.eligible
    reasons = UNWRITTEN if counted is None else UNTOLD if counted else NOBODY
    reason = reasons.get(goal.measure, "")
    return language.text(reason) if reason else ""


def _of_money(goal: Goal, *, is_year: bool) -> str:
    if not is_year and goal.basis != "prognos":
        return PART_OF_A_YEAR
    is_without = goal.measure == "money_ceiling" and not goal.ceilings
    return NO_CEILING if is_without else NO_AMOUNTS

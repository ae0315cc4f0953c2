"""Checks on money: an outcome without a budget, printed sums that do not add up."""

from collections.abc import Iterable

from tracker.measures.accounts import amounts, of_interventions
from tracker.measures.figure import reading_of
from tracker.measures.frame import Frame
from tracker.periods import year_of
from tracker.plans.model import Goal, Plan
from tracker.plans.sums import sum_differences
from tracker.problems import N_
from tracker.quality.desk import Desk
from tracker.quality.model import Check, Row

ANY_GOAL = Goal("", "ekonomi", "", "money_tolerance")
"""Sums need the frame of a measure, and that a goal."""


def _without_budget(desk: Desk) -> Iterable[Row]:
    for plan in desk.workspace.plans:
        if plan.year <= desk.today.year:
            frame = _frame(desk, plan)
            budgets = of_interventions(amounts(frame, "budget") or {})
            for place, spent in of_interventions(amounts(frame, "utfall") or {}).items():
                if spent and not budgets.get(place):
                    key = (("år", str(plan.year)), ("insats", desk.key(place)))
                    yield Row("ekonomi", key, desk.language.kronor(spent), column="budget")


def _frame(desk: Desk, plan: Plan) -> Frame:
    return Frame(
        desk.session,
        desk.association_id,
        desk.today,
        year_of(plan.year),
        plan,
        desk.places,
        reading_of(ANY_GOAL, plan),
    )


def _sums(desk: Desk) -> Iterable[Row]:
    for plan in desk.workspace.plans:
        for each in sum_differences(plan):
            said = desk.language.text(
                "printed {printed}, the rows give {parts}",
                printed=desk.language.kronor(each.printed),
                parts=desk.language.kronor(each.parts),
            )
            key = (("plan", plan.id), ("benämning", each.label), ("år", str(each.year)))
            yield Row("plan", key, said, size=str(each.difference))


CHECKS = (
    Check(
        "utfall_utan_budget",
        "warning",
        N_("Money spent without a budget"),
        N_("The intervention falls out of the goals on budgets. Enter its budget of the year."),
        find=_without_budget,
    ),
    Check(
        "plansummor",
        "warning",
        N_("Printed sums of the plan do not add up"),
        N_(
            "The rows of the plan's table give another sum than the one printed below them. Goals "
            "count the rows. Correct the plan file, or accept if it is printed so."
        ),
        find=_sums,
    ),
)

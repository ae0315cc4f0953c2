"""What one table of a plan says about another: ids used once, questions that exist."""

from collections.abc import Iterable

from tracker.plans.model import Goal, Plan
from tracker.plans.tables import Findings
from tracker.plans.values import nearest
from tracker.problems import N_


def check_links(plan: Plan, findings: Findings) -> None:
    """Note ids used twice, and what is named but not there."""
    _unique("insats", "insats", (planned.key for planned in plan.interventions), findings)
    _unique("question", "id", (question.id for question in plan.questions), findings)
    _unique("goal", "id", (goal.id for goal in plan.goals), findings)
    _groups_of_sums(plan, findings)
    for place, goal in enumerate(plan.goals):
        _questions_of_goal(plan, goal, place, findings)


def _unique(table: str, key: str, ids: Iterable[str], findings: Findings) -> None:
    seen: set[str] = set()
    for place, value in enumerate(ids):
        if value and value in seen:
            message = N_("The id {value} is used before; ids are used once.")
            findings.add((table, place, key), message, value=value)
        seen.add(value)


def _groups_of_sums(plan: Plan, findings: Findings) -> None:
    known = {row.group for row in plan.budget}
    for place, printed_sum in enumerate(plan.budget_sums):
        for group in printed_sum.groups:
            if group not in known:
                message = N_("No row stands under {value}; the nearest heading is {nearest}.")
                params = {"value": group, "nearest": nearest(group, known or {""})}
                findings.add(("budget_sum", place, "grupp"), message, **params)


def _questions_of_goal(plan: Plan, goal: Goal, place: int, findings: Findings) -> None:
    indicators = {number for question in plan.questions for number in question.indicators}
    for number in goal.indicators:
        if number not in indicators:
            message = N_("No question has the indicator {value}.")
            findings.add(("goal", place, "indicators"), message, value=number)
    ids = {question.id for question in plan.questions}
    for question in goal.questions:
        if question not in ids:
            message = N_("There is no question {value}; the nearest is {nearest}.")
            params = {"value": question, "nearest": nearest(question, ids or {""})}
            findings.add(("goal", place, "questions"), message, **params)

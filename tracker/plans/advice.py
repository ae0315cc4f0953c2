"""What `plan check` says of a plan that can be read: allowed, but worth a second look."""

from collections.abc import Iterator
from typing import Any

from db.codes import CountKind
from tracker.plans.locating import Path, locator
from tracker.plans.model import Goal, Plan
from tracker.plans.sums import SumDifference, sum_differences
from tracker.plans.tables import Findings
from tracker.plans.vocabulary import WITHOUT_TARGET
from tracker.problems import N_, Problem

Advice = tuple[str, str, dict[str, Any]]
"""The key that it is about, the sentence, its values."""


def warnings(plan: Plan, *, text: str = "", file: str | None = None) -> list[Problem]:
    """Everything worth a second look; with the `text` of the plan each stands at its line."""
    findings = Findings(file, locator(text)) if text else Findings(file)
    _sums(plan, findings)
    for place, question in enumerate(plan.questions):
        if not question.groups:
            message = N_("The question {id} names no groups that answer it.")
            findings.add(("question", place, "groups"), message, id=question.id)
    for place, goal in enumerate(plan.goals):
        for key, message, params in _of_goal(plan, goal):
            findings.add(("goal", place, key), message, goal=goal.id, **params)
    return findings.problems


def _sums(plan: Plan, findings: Findings) -> None:
    message = N_(
        "{label} {year}: printed {printed}, the rows give {parts}, a difference of {difference}."
    )
    for wrong in sum_differences(plan):
        path: Path = ("budget_sum", _place_of(plan, wrong), "amounts", str(wrong.year))
        findings.add(path, message, **vars(wrong))


def _place_of(plan: Plan, wrong: SumDifference) -> int:
    sought = (wrong.label, (wrong.year, wrong.printed))
    return next(
        place
        for place, printed_sum in enumerate(plan.budget_sums)
        if printed_sum.label == sought[0] and sought[1] in printed_sum.amounts
    )


def _of_goal(plan: Plan, goal: Goal) -> Iterator[Advice]:
    planned = {intervention.key for intervention in plan.interventions}
    for key in goal.insatser:
        if key not in planned:
            message = N_("The goal {goal} names the intervention {value}, which the plan does not.")
            yield "insatser", message, {"value": key}
    if goal.measure == "money_ceiling" and not goal.ceilings:
        yield "ceiling", N_("The goal {goal} has no ceiling entered: it will lack a result."), {}
    if goal.target is not None and goal.measure in WITHOUT_TARGET:
        message = N_("The goal {goal} has a target, which the measure {measure} does not use.")
        yield "target", message, {"measure": goal.measure}
    if goal.id in list(CountKind) or goal.id.startswith("tabell:"):
        yield "id", N_("The goal {goal} has the name of a count, and deliveries mix them up."), {}
    if goal.variable in ("sjukfrånvaro", "försörjning") and goal.better == "higher":
        message = N_("The goal {goal} counts more {variable} as better; usual is lower.")
        yield "better", message, {"variable": goal.variable}
    yield from _unasked(plan, goal)


def _unasked(plan: Plan, goal: Goal) -> Iterator[Advice]:
    """Groups of a survey goal that are asked none of its questions."""
    if goal.measure != "survey":
        return
    asked = {
        group
        for question in plan.questions
        if question.id in goal.questions or set(question.indicators) & set(goal.indicators)
        for group in question.groups
    }
    for group in goal.groups:
        if asked and group not in asked:
            yield (
                "groups",
                N_("No question of the goal {goal} is put to {value}."),
                {"value": group},
            )

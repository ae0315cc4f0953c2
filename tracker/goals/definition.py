"""What a goal counts, as a value to compare: has its definition changed from one plan to another?

A changed definition moves a share more than chance does (`statistics.md` 2), so figures are not
compared across it. The target is no part of it: it says what would be enough, not what is counted.
"""

from tracker.measures.figure import reading_of
from tracker.plans.model import Goal, Plan

IN_ORDER = ("measure", "require", "denominator", "months", "among", "variable", "better", "combine",
            "basis", "per", "tolerance", "of", "every")  # fmt: skip
AS_SETS = ("success", "exclude", "insatser", "indicators", "questions", "groups", "part", "whole")
Definition = tuple[object, ...]


def definition_of(goal: Goal, plan: Plan) -> Definition:
    """Everything that decides who counts, and what counts as reached."""
    return (
        *(getattr(goal, name) for name in IN_ORDER),
        *(frozenset(getattr(goal, name)) for name in AS_SETS),
        reading_of(goal, plan).unknown,
        _questions(goal, plan),
    )


def has_changed(goal: Goal, plan: Plan, other: Goal, other_plan: Plan) -> bool:
    """Whether two plans define the goal in different ways."""
    return definition_of(goal, plan) != definition_of(other, other_plan)


def _questions(goal: Goal, plan: Plan) -> frozenset[tuple[object, ...]]:
    """The questions that are asked, their scale, and to whom where the goal does not say."""
    if goal.measure != "survey":
        return frozenset()
    return frozenset(
        (question.id, question.steps, frozenset(question.positive), _asked(goal, question.groups))
        for question in plan.questions
        if question.id in goal.questions or set(question.indicators) & set(goal.indicators)
    )


def _asked(goal: Goal, groups: tuple[str, ...]) -> frozenset[str]:
    return frozenset() if goal.groups else frozenset(groups)

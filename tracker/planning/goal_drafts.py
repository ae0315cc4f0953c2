"""A goal as a draft of its form, and a draft as a goal of its plan, checked as a file is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tracker.goals.definition import has_changed
from tracker.planning.goal_kind import GOAL_KIND, keys_of
from tracker.plans import to_document
from tracker.plans.editing import Place, goal_warnings, with_goal
from tracker.plans.model import Plan
from tracker.problems import Problem
from tracker.validation.checking import understand
from tracker.validation.context import Context
from tracker.validation.fields import Refused

Draft = Mapping[str, str]
USUAL = {
    "level": "individ",
    "direction": "min",
    "require": "any",
    "months": "3",
    "among": "alla",
    "better": "higher",
    "combine": "answers",
    "basis": "utfall",
    "per": "insats",
    "of": "resultat",
    "denominator": "alla",
    "key": "nej",
}
"""What holds where a plan says nothing."""
INNER = {
    "ceiling": ("from", "to", "share", "cap"),
    "every": ("who", "months"),
    "items": ("benämning", "senast"),
    "line": ("label",),
}
"""The keys of the tables inside a goal."""


@dataclass(frozen=True)
class Edited:
    """A plan with a goal as it was filled in, or what is wrong with it."""

    plan: Plan | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    """Allowed, but worth a second look."""
    is_redefined: bool = False
    """Whether the goal counts otherwise than before: figures cannot be compared across it."""
    is_renamed: bool = False
    """Whether its short name is another: years are joined by it."""


def new_draft() -> dict[str, str]:
    """A new goal, before anything is filled in."""
    return {"level": "individ", "measure": "exits", "direction": "min", "key": "nej"}


def goal_draft(plan: Plan, place: int, context: Context) -> dict[str, str]:
    """A goal of a plan as it is filled in."""
    table = to_document(plan)["goal"][place]
    told = keys_of(table["measure"])
    usual = {key: text for key, text in USUAL.items() if key in told}
    return {**usual, **_written(table, context)}


def edited(plan: Plan, place: Place, draft: Draft, context: Context) -> Edited:
    """The plan with the draft in the place of a goal, or at its end."""
    before = {} if place is None else to_document(plan)["goal"][place]
    table, refused = _table(before, draft, context)
    if refused:
        return Edited(None, tuple(refused))
    after, problems = with_goal(plan, place, table)
    if after is None:
        told = keys_of(draft.get("measure", ""))
        return Edited(None, tuple(_at_its_field(each, told) for each in problems))
    goal = after.goals[-1 if place is None else place]
    warned = tuple(goal_warnings(after, goal.id))
    if place is None:
        return Edited(after, (), warned)
    old = plan.goals[place]
    redefined = has_changed(old, plan, goal, after)
    return Edited(after, (), warned, redefined, old.id != goal.id)


def fields_of(measure: str, before: Mapping[str, Any]) -> frozenset[str]:
    """The keys of a measure, and those that its goal has without meaning there: all can be edited.

    Only while the measure is the same: another one takes none of them over.
    """
    return keys_of(measure) | (before.keys() & GOAL_KIND.by_name.keys())


def _at_its_field(problem: Problem, told: frozenset[str]) -> Problem:
    """What is wrong inside a table of a goal stands at the field that the table has."""
    if problem.column in told:
        return problem
    inside = (key for key in told if problem.column in INNER.get(key, ()))
    return replace(problem, column=next(inside, problem.column))


def _table(
    before: Mapping[str, Any], draft: Draft, context: Context
) -> tuple[dict[str, Any], list[Problem]]:
    """The goal by the keys of the plan file; what nobody has touched stays to the letter."""
    stood = _written(before, context)
    measure = draft.get("measure", "")
    same = measure == before.get("measure")
    told = fields_of(measure, before) if same else keys_of(measure)
    table = {key: before[key] for key in before if same and key not in told}
    problems = []
    for column in GOAL_KIND.columns:
        text = draft.get(column.name, "").strip()
        if column.name not in told or not text:
            continue
        if column.name in before and text == stood[column.name]:
            table[column.name] = before[column.name]
            continue
        value = understand(GOAL_KIND, column, text, context)
        if isinstance(value, Refused):
            problems.append(value.at(column.name))
        else:
            table |= value
    return table, problems


def _written(table: Mapping[str, Any], context: Context) -> dict[str, str]:
    return {
        key: GOAL_KIND.by_name[key].type.written(value, context)
        for key, value in table.items()
        if key in GOAL_KIND.by_name
    }

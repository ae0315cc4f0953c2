"""A plan with another goal, without one, or moved to the next year; checked as a file is."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tracker.plans.advice import warnings
from tracker.plans.document import to_document
from tracker.plans.model import ChecklistItem, Goal, Plan
from tracker.plans.reading import from_document
from tracker.problems import Problem

Place = int | None
"""Which goal of the plan, from 0; None: a new one."""


def with_goal(
    plan: Plan, place: Place, goal: Mapping[str, Any]
) -> tuple[Plan | None, list[Problem]]:
    """The plan with a goal by the keys of the plan file, or what is wrong with it."""
    document = to_document(plan)
    goals = document["goal"]
    if place is None:
        goals.append(dict(goal))
    else:
        goals[place] = dict(goal)
    changed, problems = from_document(document)
    if changed is None:
        return None, problems
    return replace(changed, settings=plan.settings), []


def goal_warnings(plan: Plan, goal_id: str) -> list[Problem]:
    """What is allowed in a goal, but worth a second look."""
    return [each for each in warnings(plan) if each.params.get("goal") == goal_id]


def without_goal(plan: Plan, place: int) -> Plan:
    """The plan with one goal less."""
    return replace(plan, goals=(*plan.goals[:place], *plan.goals[place + 1 :]))


def next_year(plan: Plan) -> Plan:
    """The plan of the year after: the same goals, days a year later.

    Printed sums, the day of adoption and where things stand belong to the old plan: they are left
    out. Rows of the economy table stay: plans print the years to come.
    """
    return replace(
        plan,
        id=_next_id(plan),
        year=plan.year + 1,
        adopted=None,
        source="",
        budget_sums=(),
        goals=tuple(map(_next_goal, plan.goals)),
    )


def _next_goal(goal: Goal) -> Goal:
    measured = goal.measured and _year_later(goal.measured)
    items = tuple(ChecklistItem(item.label, _year_later(item.due)) for item in goal.items)
    return replace(goal, measured=measured, items=items, source="")


def _next_id(plan: Plan) -> str:
    """The id with the next year; one without the year gets it at its end."""
    year = str(plan.year + 1)
    moved = re.sub(rf"(?<!\d){plan.year}(?!\d)", year, plan.id)
    return moved if moved != plan.id else f"{plan.id}-{year}"


def _year_later(day: date) -> date:
    """29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)

"""Plans and settings then and now: which goals count something else, which settings differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.freezing.causes import Cause
from tracker.plans import to_document
from tracker.plans.model import Plan

IN_WORDS = frozenset({"text", "source", "note", "row", "key", "level"})
"""Keys of a goal that decide no figure."""
NOTHING = "–"
BETWEEN = ", "
QUESTION = "question "
"""Before the id of a question, where the key of a goal stands otherwise."""


@dataclass(frozen=True)
class Redefined:
    """How a goal's definition differs between two plans."""

    causes: tuple[Cause, ...]
    is_only_there_once: bool = False
    """It is new, or gone."""


def redefined_goals(frozen: Mapping[str, Any], plan: Plan) -> dict[str, Redefined]:
    """By goal, the keys that differ; questions belong to the goals that ask them."""
    now = to_document(plan)
    before = {goal["id"]: goal for goal in frozen.get("goal", ())}
    after = {goal["id"]: goal for goal in now["goal"]}
    asked, budgets = _questions(frozen, now), _budgets(frozen, now)
    found: dict[str, Redefined] = {}
    for goal in dict.fromkeys([*before, *after]):
        if goal not in after:
            found[goal] = Redefined((Cause("goal_gone"),), is_only_there_once=True)
        elif goal not in before:
            found[goal] = Redefined((Cause("goal_added"),), is_only_there_once=True)
        elif causes := _differing(before[goal], after[goal], asked, budgets):
            found[goal] = Redefined(causes)
    return found


def _differing(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    asked: tuple[Cause, ...],
    budgets: tuple[Cause, ...],
) -> tuple[Cause, ...]:
    keys = [key for key in dict.fromkeys([*before, *after]) if key not in IN_WORDS]
    own = tuple(
        Cause("definition", key=key, before=_said(before.get(key)), after=_said(after.get(key)))
        for key in keys
        if before.get(key) != after.get(key)
    )
    if after["measure"] == "survey":
        return own + asked
    return own + budgets if after["measure"].startswith("money") else own


def _budgets(frozen: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Cause, ...]:
    """Whether the plan's own money is another."""
    before, after = (
        [
            document.get("budget"),
            {each["insats"]: each.get("budget") for each in document["insats"]},
        ]
        for document in (frozen, now)
    )
    return () if before == after else (Cause("budget"),)


def _questions(frozen: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Cause, ...]:
    """The questions that are read otherwise."""
    before, after = (
        {each["id"]: {**each, "theme": ""} for each in document.get("question", ())}
        for document in (frozen, now)
    )
    return tuple(
        Cause("definition", key=f"{QUESTION}{name}", before=_said(before.get(name)),
              after=_said(after.get(name)))
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    )  # fmt: skip


def reset_settings(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Cause, ...]:
    """The settings that have another value in force now."""
    return tuple(
        Cause("setting", key=key, before=before.get(key, ""), after=after.get(key, ""))
        for key in dict.fromkeys([*before, *after])
        if before.get(key) != after.get(key)
    )


def _said(value: Any) -> str:
    """A value of a plan as a person reads it."""
    if value is None:
        return NOTHING
    if isinstance(value, list):
        return BETWEEN.join(_said(each) for each in value) or NOTHING
    if isinstance(value, dict):
        return "; ".join(f"{key} {_said(each)}" for key, each in value.items() if each != "")
    return str(value)

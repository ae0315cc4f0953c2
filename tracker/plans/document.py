"""A plan back as a plain document with the keys of its file: what the store keeps as JSON."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tracker.plans.model import (
    BudgetRow,
    BudgetSum,
    Ceiling,
    ChecklistItem,
    Every,
    Goal,
    GoalLine,
    Plan,
    PlannedIntervention,
    Question,
    Settings,
)
from tracker.plans.settling import stated_keys
from tracker.plans.vocabulary import REQUIRED_KEYS

_NAMES: dict[type, dict[str, str]] = {
    BudgetRow: {"kind": "slag", "label": "benämning", "group": "grupp"},
    BudgetSum: {"label": "benämning", "kinds": "slag", "groups": "grupp"},
    Ceiling: {"start": "from", "end": "to"},
    ChecklistItem: {"label": "benämning", "due": "senast"},
    Goal: {"lines": "line", "ceilings": "ceiling"},
}
"""Attributes whose key in the file is another."""


def to_document(plan: Plan) -> dict[str, Any]:
    """The plan as dicts, lists, strings, whole numbers and truth values; see `from_document`."""
    head = {
        "id": plan.id,
        "association": plan.association,
        "year": plan.year,
        "adopted": plan.adopted,
        "source": plan.source,
    }
    return {
        "plan": {key: _plain(value) for key, value in head.items() if value not in (None, "")},
        "settings": _plain(plan.settings),
        "insats": _plain(plan.interventions),
        "budget": _plain(plan.budget),
        "budget_sum": _plain(plan.budget_sums),
        "question": _plain(plan.questions),
        "goal": _plain(plan.goals),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int | str) or value is None:
        return value
    if isinstance(value, tuple):
        return [_plain(member) for member in value]
    if isinstance(value, Fraction):
        return _decimal_text(value)
    if isinstance(value, date | Decimal | float):
        return str(value)
    return _table(value)


def _table(value: Any) -> dict[str, Any]:
    if isinstance(value, PlannedIntervention):
        return _intervention(value)
    names = _NAMES.get(type(value), {})
    kept = {item.name: getattr(value, item.name) for item in fields(value) if _says(value, item)}
    table = {
        names.get(attribute, attribute): (
            _by_year(content) if attribute == "amounts" else _plain(content)
        )
        for attribute, content in kept.items()
    }
    return _goal(value, table) if isinstance(value, Goal) else table


def _says(value: Any, item: Any) -> bool:
    """Whether an attribute says more than its absence would."""
    if isinstance(value, Settings):
        return item.name in stated_keys(value)
    if isinstance(value, Question | Every | GoalLine):
        return True
    content = getattr(value, item.name)
    required = isinstance(value, Goal) and item.name in REQUIRED_KEYS.get(value.measure, ())
    return content is not None and (required or content != item.default)


def _goal(goal: Goal, table: dict[str, Any]) -> dict[str, Any]:
    table.pop("target_text", None)
    if goal.target_text is not None:
        table["target"] = goal.target_text
    if goal.measured is not None:
        table["measured"] = f"{goal.measured:%Y-%m}"
    return table


def _intervention(intervention: PlannedIntervention) -> dict[str, Any]:
    table: dict[str, Any] = {"insats": intervention.key, **dict(intervention.values)}
    if intervention.budget:
        table["budget"] = _by_year(intervention.budget)
    return table


def _by_year(amounts: tuple[tuple[int, Decimal], ...]) -> dict[str, str]:
    return {str(year): str(amount) for year, amount in amounts}


def _decimal_text(share: Fraction) -> str:
    """The exact decimal; every share of a plan was written as one."""
    places = next(n for n in range(1000) if (share * 10**n).denominator == 1)
    return str(Decimal(int(share * 10**places)).scaleb(-places))

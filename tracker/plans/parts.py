"""The tables of a plan beside its goals: interventions, economy, questions, settings."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from db.codes import MoneyKind, Orientation, Party, RespondentGroup
from tracker.plans.model import BudgetRow, BudgetSum, PlannedIntervention, Question, Settings
from tracker.plans.tables import Table
from tracker.plans.values import (
    RefusedError,
    code,
    confidence,
    day,
    flag,
    listed,
    money,
    name,
    some,
    text,
    whole,
)
from tracker.plans.vocabulary import INFERENCES, METHODS, UNKNOWNS
from tracker.problems import N_

_KINDS = [kind.value for kind in MoneyKind]
_GROUPS = [group.value for group in RespondentGroup]
_MANY = 1_000_000
year = whole(1990, 2100)
"""A year of a plan or of its economy tables."""


def read_settings(table: Table) -> Settings:
    """`[settings]`."""
    usual = Settings()
    keys: dict[str, Any] = {
        "inference": table.take("inference", code(INFERENCES), usual.inference),
        "method": table.take("method", code(METHODS), usual.method),
        "confidence": table.take("confidence", confidence, usual.confidence),
        "min_show": table.take("min_show", whole(1, _MANY), usual.min_show),
        "hide_numerators": table.take("hide_numerators", flag, usual.hide_numerators),
        "min_judge": table.take("min_judge", whole(1, _MANY), usual.min_judge),
        "grace_days": table.take("grace_days", whole(0, _MANY), usual.grace_days),
        "unknown": table.take("unknown", code(UNKNOWNS), usual.unknown),
    }
    table.close()
    return Settings(**keys, stated=frozenset(keys.keys() & table.values.keys()))


def read_intervention(table: Table) -> PlannedIntervention:
    """One `[[insats]]`: the columns of the kind `insatser` in file form, and its budget."""
    key = table.need("insats", name, "")
    taken = ((column, table.take(column, read, "")) for column, read in _COLUMNS.items())
    values = {column: value for column, value in taken if value}
    budget = _amounts(table.inner("budget"))
    table.close()
    for first, last in (("start", "slut"), ("planerat_min", "planerat_max")):
        if first in values and last in values and _order(values[first]) > _order(values[last]):
            message = N_("{first} {low} comes after {last} {high}.")
            params = {"first": first, "low": values[first], "last": last, "high": values[last]}
            table.refuse(first, message, **params)
    return PlannedIntervention(key, tuple(values.items()), budget)


def read_budget_row(table: Table) -> BudgetRow:
    """One `[[budget]]`."""
    row = BudgetRow(
        kind=table.need("slag", code(_KINDS), ""),
        label=table.need("benämning", name, ""),
        amounts=_needed_amounts(table),
        group=table.take("grupp", text, ""),
    )
    table.close()
    return row


def read_budget_sum(table: Table) -> BudgetSum:
    """One `[[budget_sum]]`."""
    budget_sum = BudgetSum(
        label=table.need("benämning", name, ""),
        amounts=_needed_amounts(table),
        kinds=table.take("slag", some(code(_KINDS)), ()),
        groups=table.take("grupp", some(name), ()),
    )
    table.close()
    return budget_sum


def read_question(table: Table) -> Question:
    """One `[[question]]`; its `positive` answers lie among its `steps`."""
    usual = Question("")
    steps = table.take("steps", whole(2, 100), usual.steps)
    if steps != usual.steps:
        positive = table.need("positive", some(whole(1, steps)), ())
    else:
        positive = table.take("positive", some(whole(1, steps)), usual.positive)
    question = Question(
        id=table.need("id", name, ""),
        indicators=table.take("indicators", listed(whole(1, 99)), ()),
        steps=steps,
        positive=positive,
        groups=table.take("groups", listed(code(_GROUPS)), ()),
        theme=table.take("theme", text, ""),
    )
    table.close()
    return question


def _needed_amounts(table: Table) -> tuple[tuple[int, Decimal], ...]:
    if "amounts" not in table.values:
        table.refuse("amounts", N_("The key {key} is missing."), key="amounts")
    return _amounts(table.inner("amounts"))


def _amounts(table: Table) -> tuple[tuple[int, Decimal], ...]:
    """Kronor by year, in the order of the years."""
    amounts = {}
    for key in table.values:
        try:
            amounts[year(key)] = table.take(key, money, Decimal(0))
        except RefusedError:
            table.refuse(key, N_("{key} is not a year."), key=key)
    return tuple(sorted(amounts.items()))


def _order(value: str) -> tuple[int, str]:
    """Whole numbers by size, dates as they are (all equally long)."""
    return len(value), value


def _file_form(read: Callable[[Any], Any]) -> Callable[[Any], str]:
    """The value as it stands in a file of interventions, once `read` has accepted it."""
    return lambda value: "" if value == "" else str(read(value))


def _several(member: Callable[[Any], Any]) -> Callable[[Any], str]:
    """A list, or its file form with `+` between."""

    def read(value: Any) -> str:
        members = value.split("+") if isinstance(value, str) and value else value or []
        return "+".join(str(item) for item in listed(member)(members))

    return read


def _yes_no(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return code(("ja", "nej", ""))(value)


_COLUMNS: dict[str, Callable[[Any], str]] = {
    "namn": _file_form(text),
    "inriktning": _file_form(code([orientation.value for orientation in Orientation])),
    "preciserad_inriktning": _file_form(text),
    "ägare": _file_form(text),
    "parter": _several(code([party.value for party in Party])),
    "kommuner": _several(name),
    "målgrupp": _file_form(text),
    "start": _file_form(day),
    "slut": _file_form(day),
    "planerat_min": _file_form(whole(0, _MANY)),
    "planerat_max": _file_form(whole(0, _MANY)),
    "planerad_längd": _file_form(whole(0, 1200)),
    "uppföljningar": _several(whole(1, 120)),
    "esf": _yes_no,
}
"""The columns of the kind `insatser` beside its key, each with what reads it."""

"""One goal: the keys that every goal has, and those that its measure owns."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Literal

from db.codes import MoneyKind, RespondentGroup
from tracker.plans.model import Ceiling, ChecklistItem, Every, Goal, GoalLine
from tracker.plans.tables import Table
from tracker.plans.values import (
    RefusedError,
    code,
    day,
    flag,
    listed,
    money,
    month,
    name,
    nearest,
    number,
    share,
    some,
    text,
    whole,
)
from tracker.plans.vocabulary import (
    BASES,
    COMBINES,
    DIRECTIONS,
    EXIT_REASONS,
    INFERENCES,
    LAST_YEAR,
    LAST_YEAR_MEASURES,
    LEVELS,
    MEASURES,
    METHODS,
    OWN_KEYS,
    REQUIRED_KEYS,
    SUCCESSES,
    UNKNOWNS,
)
from tracker.problems import N_

_KINDS = [kind.value for kind in MoneyKind]
_GROUPS = [group.value for group in RespondentGroup]
_LONGEST = 120


def read_goal(table: Table) -> Goal:
    """One `[[goal]]`; with problems noted, keys that were refused keep their defaults."""
    measure = table.need("measure", code(MEASURES), "")
    target, target_text = _target(table, measure)
    keys = {**_identity(table), **_base(table), **_own(table, measure)}
    _close(table, measure)
    goal = Goal(measure=measure, target=target, target_text=target_text, **keys)
    if goal.min is not None and goal.max is not None and goal.min > goal.max:
        table.refuse("min", N_("min {min} is above max {max}."), min=goal.min, max=goal.max)
    return goal


def _identity(table: Table) -> dict[str, Any]:
    return {
        "id": table.need("id", name, ""),
        "row": table.take("row", name, ""),
        "level": table.need("level", code(LEVELS), LEVELS[0]),
        "text": table.need("text", name, ""),
        "source": table.take("source", text, ""),
        "note": table.take("note", text, ""),
        "key": table.take("key", flag, default=False),
        "measured": table.take("measured", month, None),
        "lines": table.rows("line", _line),
    }


def _base(table: Table) -> dict[str, Any]:
    return {
        "direction": table.take("direction", code(DIRECTIONS), "min"),
        "insatser": table.take("insatser", listed(name), ()),
        "denominator": table.take("denominator", code(("alla", "fullföljda")), "alla"),
        "exclude": table.take("exclude", listed(code(EXIT_REASONS)), ()),
        "unknown": table.take("unknown", code(UNKNOWNS), None),
        "inference": table.take("inference", code(INFERENCES), None),
        "method": table.take("method", code(METHODS), None),
    }


def _target(
    table: Table, measure: str
) -> tuple[Fraction | Literal["last_year"] | None, str | None]:
    written = table.values.get("target")
    if written == LAST_YEAR:
        table.known.append("target")
        if measure and measure not in LAST_YEAR_MEASURES:
            message = N_("The measure {measure} cannot be held against the year before.")
            table.refuse("target", message, measure=measure)
        return "last_year", LAST_YEAR
    target = table.take("target", share, None)
    return target, None if target is None else str(written)


def _own(table: Table, measure: str) -> dict[str, Any]:
    keys = OWN_KEYS.get(measure, ())
    for key in REQUIRED_KEYS.get(measure, ()):
        if key not in table.values:
            message = N_("The measure {measure} needs the key {key}.")
            table.refuse(key, message, measure=measure, key=key)
    if measure == "survey" and not {"indicators", "questions"} & set(table.values):
        table.refuse("indicators", N_("A survey goal needs indicators or questions."))
    return {_ATTRIBUTES.get(key, key): _READERS[key](table, measure) for key in keys}


def _close(table: Table, measure: str) -> None:
    """Note unknown keys; one that another measure owns is told apart (no measure, no telling)."""
    foreign = [key for key in table.untaken() if key in _READERS]
    for key in foreign if measure else ():
        owners = ", ".join(owner for owner in OWN_KEYS if key in OWN_KEYS[owner])
        message = N_("The key {key} belongs to {owners}; the measure here is {measure}.")
        table.refuse(key, message, key=key, owners=owners, measure=measure)
    table.close(settled=foreign)


def _success(measure: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        word, known = text(value), SUCCESSES[measure]
        if word not in known:
            message = N_(
                "The measure {measure} does not know the success {value}; the nearest it knows is "
                "{nearest}."
            )
            raise RefusedError(message, measure=measure, value=word, nearest=nearest(word, known))
        return word

    return read


def _line(table: Table) -> GoalLine:
    line = GoalLine(table.need("label", name, ""), table.need("target", share, Fraction(0)))
    table.close()
    return line


def _ceiling(table: Table) -> Ceiling:
    ceiling = Ceiling(
        start=table.take("from", money, number(0)),
        end=table.take("to", money, None),
        share=table.need("share", share, Fraction(0)),
        cap=table.take("cap", money, None),
    )
    table.close()
    if ceiling.end is not None and ceiling.end <= ceiling.start:
        table.refuse("to", N_("The step ends at {to}, not above its start."), to=ceiling.end)
    return ceiling


def _item(table: Table) -> ChecklistItem | None:
    label, due = table.need("benämning", name, ""), table.need("senast", day, None)
    table.close()
    return ChecklistItem(label, due) if due else None


def _every(table: Table, _measure: str) -> Every | None:
    inner = table.inner("every")
    if "every" not in table.values:
        return None
    who, months = inner.need("who", some(name), ()), inner.need("months", whole(1, _LONGEST), 1)
    inner.close()
    return Every(who, months)


def _items(table: Table, _measure: str) -> tuple[ChecklistItem, ...]:
    return tuple(item for item in table.rows("items", _item) if item)


_ATTRIBUTES = {"ceiling": "ceilings"}

_READERS: dict[str, Callable[[Table, str], Any]] = {
    "success": lambda table, measure: table.take("success", some(_success(measure)), ()),
    "require": lambda table, _: table.take("require", code(("any", "all")), "any"),
    "months": lambda table, _: table.take("months", whole(1, _LONGEST), 3),
    "among": lambda table, _: table.take("among", code(("alla", "minskade")), "alla"),
    "variable": lambda table, _: table.take(
        "variable", code(("hälsa", "arbetsförmåga", "sjukfrånvaro", "försörjning")), "hälsa"
    ),
    "better": lambda table, _: table.take("better", code(("higher", "lower")), "higher"),
    "indicators": lambda table, _: table.take("indicators", some(whole(1, 99)), ()),
    "questions": lambda table, _: table.take("questions", some(name), ()),
    "groups": lambda table, _: table.take("groups", listed(code(_GROUPS)), ()),
    "combine": lambda table, _: table.take("combine", code(COMBINES), COMBINES[0]),
    "min": lambda table, _: table.take("min", number, None),
    "max": lambda table, _: table.take("max", number, None),
    "part": lambda table, _: table.take("part", some(code(_KINDS)), ()),
    "whole": lambda table, _: table.take("whole", some(code(_KINDS)), ()),
    "basis": lambda table, measure: table.take("basis", code(BASES[measure]), "utfall"),
    "per": lambda table, _: table.take("per", code(("insats", "total")), "insats"),
    "tolerance": lambda table, _: table.take("tolerance", share, None),
    "ceiling": lambda table, _: table.rows("ceiling", _ceiling),
    "of": lambda table, _: table.take("of", code(("resultat", "eget_kapital")), "resultat"),
    "items": _items,
    "every": _every,
}

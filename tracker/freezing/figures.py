"""The figures of a scorecard one by one, as values that can be compared and sealed."""

from collections.abc import Iterator, Mapping
from typing import Any

NUMBERS = ("x", "n", "persons", "eligible", "missing", "known", "excluded", "worse", "not_due")
MADE = ("value", "low", "high", "bounds", "method")
JUDGED = ("status", "hidden", "lines", "parts")
DIGITS = 10
"""Significant digits that are compared: what comes after them depends on the machine."""
Json = dict[str, Any]
BETWEEN = " · "
UNKNOWN = "okänt"
Name = str
"""`goal`, or `goal · split · part`."""


def figures_of(document: Mapping[str, Any]) -> dict[Name, Json]:
    """Every figure of a status document by its name: what was counted, made of it and judged."""
    return dict(_figures(document))


def _figures(document: Mapping[str, Any]) -> Iterator[tuple[Name, Json]]:
    for goal in document["goals"]:
        yield goal["id"], _figure(goal)
        for split, parts in goal["by"].items():
            for part in parts:
                name = BETWEEN.join((goal["id"], split, part["key"] or UNKNOWN))
                yield name, _figure(part)


def _figure(found: Mapping[str, Any]) -> Json:
    names = (*NUMBERS, *MADE, *JUDGED)
    return {name: rounded(found[name]) for name in names if found.get(name) is not None}


def rounded(value: Any) -> Any:
    """A value as it is compared: floats without their last digits."""
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    return [rounded(each) for each in value] if isinstance(value, list) else value


def goal_of(name: Name) -> str:
    """The goal that a figure belongs to."""
    return name.split(BETWEEN, 1)[0]


def insats_of(name: Name) -> str | None:
    """The intervention that a figure is of; None for one of all, or of another split."""
    _, _, part = name.partition(f"{BETWEEN}insats{BETWEEN}")
    return part or None

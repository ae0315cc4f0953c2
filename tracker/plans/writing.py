"""A plan as the text of a plan file, which reads back as the same plan."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tracker.errors import UsageError
from tracker.plans.document import to_document
from tracker.plans.lexing import quoted
from tracker.plans.model import Plan
from tracker.problems import N_

_BARE = re.compile(r"[A-Za-z0-9_-]+|[\wåäöÅÄÖ-]+")
TABLES = ("plan", "settings")
ARRAYS = ("insats", "budget", "budget_sum", "question", "goal")
INNER = ("line", "ceiling")
"""Arrays of tables inside a goal."""


def to_toml(plan: Plan) -> str:
    """The text of the plan file."""
    document = to_document(plan)
    return "\n".join(_lines(document)) + "\n"


def save_plan(plan: Plan, path: Path) -> None:
    """Write the plan to a new file.

    Raises:
        UsageError: there is a file already, or the place cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(to_toml(plan))
    except FileExistsError as error:
        message = N_("There is already a file {path}; choose another name.")
        raise UsageError(message, path=str(path)) from error
    except OSError as error:
        message = N_("The file {path} cannot be written: {reason}.")
        raise UsageError(message, path=str(path), reason=error.strerror) from error


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    for name in TABLES:
        if document[name]:
            yield f"[{name}]"
            yield from _pairs(document[name])
            yield ""
    for name in ARRAYS:
        for row in document[name]:
            yield f"[[{name}]]"
            yield from _pairs({key: row[key] for key in row if key not in INNER})
            for inner in INNER:
                for line in row.get(inner, ()):
                    yield f"[[{name}.{inner}]]"
                    yield from _pairs(line)
            yield ""


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    return (f"{_key(key)} = {_value(value)}" for key, value in table.items())


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else quoted(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        inside = (f"{quoted(key)} = {_value(each)}" for key, each in value.items())
        return f"{{ {', '.join(inside)} }}" if value else "{}"
    return quoted(value)

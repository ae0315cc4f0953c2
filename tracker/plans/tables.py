"""One table of a plan document: hands out its keys, and notes what is wrong, missing or unknown."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tracker.plans.locating import Path
from tracker.plans.values import RefusedError, nearest
from tracker.problems import N_, Problem

T = TypeVar("T")
D = TypeVar("D")


@dataclass
class Findings:
    """The problems found so far, each placed in its file where there is one."""

    file: str | None = None
    line_of: Callable[[Path], int | None] = lambda _path: None
    problems: list[Problem] = field(default_factory=list)

    def add(self, path: Path, message: str, /, **params: Any) -> None:
        """Note a problem with what stands at `path`; its last name is the key."""
        column = next((str(name) for name in reversed(path) if isinstance(name, str)), None)
        self.problems.append(Problem(message, params, self.file, self.line_of(path), column))


class Table:
    """One table: each key is taken once, by the function that checks it; `close` finds the rest."""

    def __init__(self, values: dict[str, Any], path: Path, findings: Findings) -> None:
        self.values = values
        self.path = path
        self.findings = findings
        self.known: list[str] = []

    def refuse(self, key: str, message: str, /, **params: Any) -> None:
        """Note a problem with `key`."""
        self.findings.add((*self.path, key), message, **params)

    def take(self, key: str, convert: Callable[[Any], T], default: D) -> T | D:
        """The value of `key` through `convert`; `default` where it is absent or refused."""
        self.known.append(key)
        if key not in self.values:
            return default
        try:
            return convert(self.values[key])
        except RefusedError as refused:
            self.refuse(key, refused.message, **refused.params)
            return default

    def need(self, key: str, convert: Callable[[Any], T], default: D) -> T | D:
        """As `take`, for a key that must be there."""
        if key not in self.values:
            self.refuse(key, N_("The key {key} is missing."), key=key)
        return self.take(key, convert, default)

    def inner(self, key: str) -> "Table":
        """The table under `key`; an empty one where it is absent."""
        value = self.values.get(key, {})
        self.known.append(key)
        if not isinstance(value, dict):
            self.refuse(key, N_("{key} is not a table of keys and values."), key=key)
            value = {}
        return Table(value, (*self.path, key), self.findings)

    def rows(self, key: str, read: Callable[["Table"], T]) -> tuple[T, ...]:
        """Each table of the array under `key`, read by `read`."""
        value = self.values.get(key, [])
        self.known.append(key)
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            self.refuse(key, N_("{key} is not an array of tables, written [[{key}]]."), key=key)
            return ()
        path = (*self.path, key)
        return tuple(
            read(Table(row, (*path, place), self.findings)) for place, row in enumerate(value)
        )

    def untaken(self) -> list[str]:
        """The keys that nobody has taken."""
        return [key for key in self.values if key not in self.known]

    def close(self, settled: Collection[str] = ()) -> None:
        """Note every key that nobody has taken or `settled`, with the nearest known key."""
        for key in [key for key in self.untaken() if key not in settled]:
            message = N_("The key {key} is not known here; the nearest known key is {nearest}.")
            self.refuse(key, message, key=key, nearest=nearest(key, self.known))

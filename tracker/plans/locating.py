"""Finds the line of a table or key in TOML text; the reading itself is left to `tomllib`."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from tracker.plans.lexing import STRING_OR_COMMENT

Path = tuple[str | int, ...]
"""Where something stands: table names, numbers in arrays of tables (from 0), a key at the end."""

_TOKEN = re.compile(STRING_OR_COMMENT + r"|[\[\]{}\n]", re.DOTALL)
_NAME = re.compile(r"\"[^\"]*\"|'[^']*'|[^.\s\"']+")


def locator(text: str) -> Callable[[Path], int]:
    """A function from a path to its line; of what is not written, the table it would stand in."""

    @cache
    def lines() -> dict[Path, int]:
        return _index(text.replace("\r\n", "\n"))

    def line_of(path: Path) -> int:
        while path and path not in lines():
            path = path[:-1]
        return lines().get(path, 1)

    return line_of


def _index(text: str) -> dict[Path, int]:
    """Path to line, for every table header and every key that starts a line."""
    lines: dict[Path, int] = {}
    latest: dict[Path, int] = {}
    table: Path = ()
    for line, statement in _statements(text):
        if statement.startswith("["):
            table = _open(statement, latest)
            array = table[:-1] if isinstance(table[-1], int) else table
            lines.setdefault(array, line)
            lines.setdefault(table, line)
        else:
            path = table + _names(statement.partition("=")[0])
            for depth in range(len(table) + 1, len(path) + 1):
                lines.setdefault(path[:depth], line)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each header or key with its value, and the line where it begins."""
    start = depth = newlines = 0
    line = 1
    for token in _TOKEN.finditer(text + "\n"):
        mark = token[0]
        newlines += mark.count("\n")
        depth += (mark in ("[", "{")) - (mark in ("]", "}"))
        if mark == "\n" and depth <= 0:
            statement = text[start : token.start()].strip()
            if statement and not statement.startswith("#"):
                yield line, statement
            start, line, depth = token.end(), newlines + 1, 0


def _open(header: str, latest: dict[Path, int]) -> Path:
    """The path that a header opens; counts the members of arrays of tables in `latest`."""
    *outer, last = _names(header.strip("[").partition("]")[0]) or ("",)
    path: Path = ()
    for name in outer:
        path = _member((*path, name), latest)
    path = (*path, last)
    if header.startswith("[["):
        latest[path] = latest.get(path, -1) + 1
    return _member(path, latest)


def _member(path: Path, latest: dict[Path, int]) -> Path:
    return (*path, latest[path]) if path in latest else path


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in _NAME.findall(dotted))

"""`--mapping FILE`: another system's headers and codes, told in ours (TOML).

```toml
[columns]
"Avslutsdatum" = "slutdatum"
"Handläggare" = ""            # left out

[values.kön]
"K" = "kvinna"
```
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tracker.errors import UsageError
from tracker.plans.lexing import quote_swedish_keys
from tracker.plans.locating import locator
from tracker.plans.values import nearest
from tracker.problems import N_, Problem
from tracker.transfer.spelling import composed, folded
from tracker.validation.checking import understand
from tracker.validation.context import Context
from tracker.validation.fields import Refused
from tracker.validation.kinds import Kind

LEFT_OUT = ""
TABLES = ("columns", "values")
NO_TABLE = N_("The key {key} must be a table.")
NOT_QUOTED = N_("{key} must be given a text in quotes.")
_VALUES = re.compile(r"^([ \t]*\[[ \t]*values[ \t]*\.[ \t]*)([^\"'\]\s]+)([ \t]*\])", re.MULTILINE)
"""A table of values whose column, such as kön, TOML wants in quotes."""


@dataclass(frozen=True)
class ColumnMapping:
    """What a mapping file says."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Their header, folded, to our column; "" leaves it out."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For each of our columns: their text to our code."""

    def translated(self, column: str, text: str) -> str:
        """A cell in our words: whole, or each of several codes with + between."""
        ours = self.values.get(column)
        if ours is None:
            return text
        if text in ours:
            return ours[text]
        return "+".join(ours.get(part.strip(), part) for part in text.split("+"))


NO_MAPPING = ColumnMapping()


def read_mapping(path: Path, kind: Kind, context: Context) -> ColumnMapping:
    """The mapping in a file, for a kind of rows.

    Raises:
        UsageError: it cannot be read, or names a column or a code that is not there.
    """
    file = str(path)
    text, document = _document(path, file)
    line_of = locator(text)
    problems = [
        Problem(message, params, file, line_of(key))
        for key, message, params in _wrong(document, kind, context)
    ]
    if problems:
        message = N_("The mapping {file} cannot be used as it stands.")
        raise UsageError(message, problems=tuple(problems), file=file)
    by_header = {folded(theirs): ours for theirs, ours in document.get("columns", {}).items()}
    values = {
        column: {composed(theirs): ours for theirs, ours in codes.items()}
        for column, codes in document.get("values", {}).items()
    }
    return ColumnMapping(by_header, values)


def _document(path: Path, file: str) -> tuple[str, dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        quoted = _VALUES.sub(r'\1"\2"\3', quote_swedish_keys(text))
        return text, tomllib.loads(quoted)
    except FileNotFoundError as error:
        raise UsageError(N_("There is no mapping file {file}."), file=file) from error
    except OSError as error:
        message = N_("The mapping file {file} cannot be read: {reason}.")
        raise UsageError(message, file=file, reason=error.strerror) from error
    except ValueError as error:
        message = N_("The mapping file {file} is not TOML in UTF-8: {reason}.")
        raise UsageError(message, file=file, reason=str(error)) from error


Wrong = tuple[tuple[str, ...], str, dict[str, Any]]
"""Where in the mapping, a sentence marked with `N_`, its values."""


def _wrong(document: dict[str, Any], kind: Kind, context: Context) -> Iterator[Wrong]:
    for key, table in document.items():
        if key not in TABLES:
            message = N_("The key {key} is not known; the nearest known key is {nearest}.")
            yield (key,), message, {"key": key, "nearest": nearest(key, TABLES)}
        elif not isinstance(table, dict):
            yield (key,), NO_TABLE, {"key": key}
        elif key == "columns":
            questions = context.questions if kind.name == "enkätsvar" else ()
            yield from _wrong_columns(table, [*kind.by_name, *questions])
        else:
            yield from _wrong_values(table, kind, context)


def _wrong_columns(table: dict[str, Any], columns: Collection[str]) -> Iterator[Wrong]:
    for theirs, ours in table.items():
        if not isinstance(ours, str):
            yield ("columns", theirs), NOT_QUOTED, {"key": theirs}
        elif ours != LEFT_OUT and ours not in columns:
            yield ("columns", theirs), *_unknown_column(theirs, ours, columns)


def _wrong_values(table: dict[str, Any], kind: Kind, context: Context) -> Iterator[Wrong]:
    for name, codes in table.items():
        key = ("values", name)
        column = kind.by_name.get(name)
        if column is None:
            yield key, *_unknown_column(f"values.{name}", name, kind.by_name)
        elif not isinstance(codes, dict):
            yield key, NO_TABLE, {"key": f"values.{name}"}
        else:
            for theirs, ours in codes.items():
                if not isinstance(ours, str):
                    yield (*key, theirs), NOT_QUOTED, {"key": theirs}
                elif ours and isinstance(
                    refused := understand(kind, column, ours, context), Refused
                ):
                    yield (*key, theirs), refused.message, refused.params


def _unknown_column(key: str, column: str, columns: Collection[str]) -> tuple[str, dict[str, Any]]:
    message = N_("{key}: there is no column {column}; the nearest is {nearest}.")
    return message, {"key": key, "column": column, "nearest": nearest(column, columns)}

"""How each kind of file is stored: its table, its columns there, what names a row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import inspect
from sqlmodel import SQLModel

from db import tables
from tracker.validation.kinds import KINDS, Kind

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Shape:
    """A kind of file as its table holds it."""

    table: type[SQLModel]
    key: tuple[str, ...]
    """Columns of the table that together name a row."""
    columns: tuple[str, ...]
    """Columns of the table that a file can set."""
    empty: Mapping[str, Any]
    """What a new row holds in a column that is not filled in, where that is not nothing."""
    same: Callable[[Key], Key] = tuple
    """The key in its normal form."""


@cache
def shape_of(name: str) -> Shape:
    """The shape of a kind, by its Swedish name."""
    kind = KINDS[name]
    table: type[SQLModel] = getattr(tables, kind.table)
    stored = set(inspect(table).columns.keys())
    named = [name for each in kind.columns for name in (each.attribute, each.why)]
    columns = [name for name in named if name in stored]
    empty = {each.attribute: each.empty for each in kind.columns if each.empty is not None}
    if name == "deltaganden":
        return Shape(table, _key(kind), (*columns, "voided"), {**empty, "voided": False})
    if name == "uppföljningar":
        return Shape(table, ("episode_id", "months"), ("episode_id", *columns), empty)
    if name == "antal":
        key = ("delivery_id", *_key(kind)[1:])
        return Shape(table, key, ("delivery_id", *columns), {**empty, "replaced": False})
    if name == "aktiviteter":
        return Shape(table, (*_key(kind), "done"), tuple(columns), empty, _activity_key)
    return Shape(table, _key(kind), tuple(columns), empty)


def _key(kind: Kind) -> tuple[str, ...]:
    return tuple(kind.by_name[name].attribute for name in kind.key)


def _activity_key(key: Key) -> Key:
    """An activity with a last day is the same whenever it was done."""
    goal, label, due, done = key
    return (goal, label, due, None if due else done)

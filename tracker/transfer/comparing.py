"""Rows of a file beside what is stored: which are new, which differ, which are the same."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from tracker.problems import N_
from tracker.transfer.file_rows import FileRows, Place
from tracker.transfer.shapes import Key, Shape
from tracker.transfer.stored import stored_rows
from tracker.validation.kinds import Kind


@dataclass(frozen=True)
class Difference:
    """A row that is stored with other values."""

    place: int
    row_id: int
    after: Mapping[str, Any]
    """The columns of the table that differ, with what the file says."""


@dataclass
class Compared:
    """What a file would do."""

    added: Sequence[int] = ()
    """Places of new rows."""
    changed: list[Difference] = field(default_factory=list)
    unchanged: list[Place] = field(default_factory=list)

    def leave_out(self, refused: Collection[Place]) -> None:
        """Leave the rows out that have a problem."""
        if refused:
            self.added = [place for place in self.added if place not in refused]
            self.changed = [each for each in self.changed if each.place not in refused]
            self.unchanged = [place for place in self.unchanged if place not in refused]


def compare(
    session: Session, association_id: int, kind: Kind, shape: Shape, rows: FileRows
) -> Compared:
    """Sort the rows of a file into new, differing and the same; the same key twice is refused."""
    keys = keys_of(shape, rows)
    places = _once(kind, rows, keys)
    names = ["id", *dict.fromkeys((*shape.key, *_settable(shape, rows)))]
    wanted = [keys[place] for place in places]
    found = stored_rows(session, association_id, kind.name, shape, wanted, names)
    if not found:
        return Compared(places)
    stored = [place for place in places if keys[place] in found]
    changed = _differences(shape, rows, [(place, found[keys[place]]) for place in stored], names)
    added = [place for place in places if keys[place] not in found]
    differing = {each.place for each in changed}
    return Compared(added, changed, [place for place in stored if place not in differing])


def keys_of(shape: Shape, rows: FileRows) -> Sequence[Key]:
    """What names each row, in the normal form."""
    parts = (rows.given(name, shape.empty.get(name)) for name in shape.key)
    keys = zip(*parts, strict=True)
    return list(keys) if shape.same is tuple else [shape.same(key) for key in keys]


def _settable(shape: Shape, rows: FileRows) -> list[str]:
    return [name for name in rows.values if name in shape.columns]


def _once(kind: Kind, rows: FileRows, keys: Sequence[Key]) -> Sequence[int]:
    """The places of rows with a key of their own; a second row with the same key is refused."""
    places = rows.with_key()
    if len({keys[place] for place in places}) == len(places):
        return places
    first: dict[Key, int] = {}
    for place in places:
        other = first.setdefault(keys[place], place)
        if other != place:
            message = N_("The same row stands on row {first} too: {columns} are alike.")
            params = {"first": rows.rows[other], "columns": ", ".join(kind.key)}
            rows.refuse(place, None, message, params)
    return list(first.values())


def _differences(
    shape: Shape, rows: FileRows, pairs: Sequence[tuple[int, Any]], names: Sequence[str]
) -> list[Difference]:
    """The stored rows that a filled cell differs from; an empty cell leaves what is stored."""
    after: dict[int, dict[str, Any]] = {}
    for name in _settable(shape, rows):
        at, values, stated = names.index(name), rows.values[name], rows.stated[name]
        for place, row in pairs:
            if stated[place] and values[place] != row[at]:
                after.setdefault(place, {})[name] = values[place]
    return [Difference(place, row[0], after[place]) for place, row in pairs if place in after]

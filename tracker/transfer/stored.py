"""The stored rows that the rows of a file may be, found many at once by their keys."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from db.rows_by_key import rows_where
from tracker.transfer.shapes import Key, Shape

NARROWEST = {
    "insatser": "key",
    "deltaganden": "number",
    "uppföljningar": "episode_id",
    "enkätsvar": "round",
    "utskick": "round",
    "ekonomi": "year",
    "aktiviteter": "goal",
    "bedömningar": "goal",
    "antal": "start_date",
}
"""The column of the key that leaves fewest rows to look through."""
Found = dict[Key, Row[Any]]


def stored_rows(
    session: Session,
    association_id: int,
    kind: str,
    shape: Shape,
    keys: Collection[Key],
    names: Sequence[str],
) -> Found:
    """The rows with these keys, with the named columns; `names` holds those of the key."""
    places = [names.index(name) for name in shape.key]
    wanted = set(keys)
    found = {}
    for row in _candidates(session, association_id, kind, shape, wanted, names):
        key = shape.same(tuple(row[place] for place in places))
        if key in wanted:
            found[key] = row
    return found


def _candidates(
    session: Session,
    association_id: int,
    kind: str,
    shape: Shape,
    keys: set[Key],
    names: Sequence[str],
) -> Iterator[Row[Any]]:
    narrow = shape.key.index(NARROWEST[kind])
    by_scope: dict[int | None, set[Any]] = defaultdict(set)
    for key in keys:
        by_scope[key[0] if kind == "deltaganden" else None].add(key[narrow])
    for intervention_id, values in by_scope.items():
        fixed = {"association_id": association_id}
        if intervention_id is not None:
            fixed = {"intervention_id": intervention_id}
        yield from rows_where(session, shape.table, names, fixed, (NARROWEST[kind], values))

"""Deliveries (*leveranser*): which are new, and which older ones they replace."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlmodel import Session

from db.bulk_changes import Alteration, alter_rows
from db.delivered import DeliveryRow, counts_of_delivery, deliveries
from db.records import ChangeRef, add_row
from db.tables import Count, Delivery
from tracker.problems import N_
from tracker.transfer.delivery_keys import rows_in, seal_in
from tracker.transfer.file_rows import FileRows, Place

OLDER = N_(
    "Delivery {other} for the same intervention and days, or a part of them, is newer, created "
    "{created}."
)
TWO = N_(
    "The file has another new delivery for the same intervention and dates, {other}. Import the "
    "older one first, in a file of its own."
)
REPLACED = N_("This delivery was replaced by {other}; a correction needs a delivery of its own.")
NOT_WHOLE = N_(
    "Delivery {key} has {number} rows here, but {expected} when it was made: the file has been cut "
    "or edited. Ask for the delivery again."
)
EDITED = N_(
    "Delivery {key} has been imported before with other numbers. A delivery is never edited: its "
    "owner makes a new one, which takes its place."
)
Scope = tuple[int | None, date, date]
"""Intervention, first day, last day: what a delivery is for."""
Named = tuple[str, Scope]
"""A delivery by its key and what it is for."""


@dataclass(frozen=True)
class NewDelivery:
    """A delivery that is not stored yet."""

    provisional: int
    """A number below zero that stands for it until it is stored."""
    key: str
    scope: Scope
    plan: str | None
    created: str | None
    replaces: tuple[DeliveryRow, ...]
    """For the same days, or for parts of them if that was asked for."""

    def covers(self, older: DeliveryRow) -> bool:
        """Whether an older delivery is for the same intervention and for parts of its days."""
        return _takes_place(self.scope, _scope(older), parts=True)


@dataclass
class Deliveries:
    """The deliveries of a file."""

    new: list[NewDelivery] = field(default_factory=list)
    outdated: dict[int, str] = field(default_factory=dict)
    """Stored deliveries that were replaced, with the key of what replaced them."""
    stored: dict[int, DeliveryRow] = field(default_factory=dict)

    @property
    def replaced(self) -> set[int]:
        """The numbers of stored deliveries that the new ones replace."""
        return {older.id for each in self.new for older in each.replaces}


def find_deliveries(
    session: Session, association_id: int, rows: FileRows, *, overwrite: bool
) -> Deliveries:
    """Point each row to its delivery, stored or new.

    Args:
        session: an open session.
        association_id: whose deliveries.
        rows: the file.
        overwrite: whether a delivery takes the place of those for parts of its days, too.
    """
    stored = deliveries(session, association_id)
    by_key = {(each.key, _scope(each)): each.id for each in stored}
    in_force = [each for each in stored if each.replaced_by is None]
    keys = {each.id: each.key for each in stored}
    found = Deliveries(
        outdated={each.id: keys[each.replaced_by] for each in stored if each.replaced_by},
        stored={each.id: each for each in stored},
    )
    numbers: list[int | None] = [None] * len(rows)
    for (key, scope), places in _as_sent(_grouped(rows), by_key).items():
        number = by_key.get((key, scope))
        if number is None:
            older = [one for one in in_force if _takes_place(scope, _scope(one), parts=overwrite)]
            number = _new_delivery(found, rows, (key, scope), places, older)
        for place in places:
            numbers[place] = number
    rows.values["delivery_id"] = numbers
    rows.stated["delivery_id"] = [True] * len(rows)
    return found


def refuse_edited(
    rows: FileRows, found: Deliveries, added: Iterable[Place], changed: Iterable[Place]
) -> None:
    """A delivery that was replaced stays as it came, and so does one that its sender sealed."""
    numbers = rows.values["delivery_id"]
    by_delivery: dict[int, list[Place]] = defaultdict(list)
    for place in sorted([*added, *changed]):
        if numbers[place] is not None:
            by_delivery[numbers[place]].append(place)
    for number, places in by_delivery.items():
        if (other := found.outdated.get(number)) is not None:
            rows.refuse_together(places, "leverans", REPLACED, {"other": other})
        elif number in found.stored and seal_in(key := found.stored[number].key):
            rows.refuse_together(places, "leverans", EDITED, {"key": key})


def store_deliveries(session: Session, change: ChangeRef, found: Deliveries) -> dict[int, int]:
    """Store the new deliveries and what they replace; provisional numbers to real ones."""
    numbers = {}
    for new in found.new:
        intervention_id, start, end = new.scope
        values = {"key": new.key, "intervention_id": intervention_id, "start": start, "end": end}
        values |= {"plan": new.plan, "created": new.created}
        number = add_row(session, change, Delivery, values)
        numbers[new.provisional] = number
        for older in new.replaces:
            _replace(session, change, older.id, number)
    return numbers


def _replace(session: Session, change: ChangeRef, old: int, new: int) -> None:
    line = Alteration(old, {"replaced_by": None}, {"replaced_by": new})
    alter_rows(session, change, Delivery, [line])
    before, after = {"replaced": False}, {"replaced": True}
    counts = [Alteration(row, before, after) for row in counts_of_delivery(session, old)]
    alter_rows(session, change, Count, counts)


def _new_delivery(
    found: Deliveries,
    rows: FileRows,
    named: Named,
    places: list[Place],
    older: Sequence[DeliveryRow],
) -> int:
    """Note a delivery that is not stored yet; refuse it when it is not the newest, or not whole."""
    key, scope = named
    plan, created = (_first(rows, name, places) for name in ("plan", "created"))
    new = NewDelivery(-1 - len(found.new), key, scope, plan, created, tuple(older))
    if (objection := _objection(found, new, len(places))) is not None:
        rows.refuse_together(places, "leverans", *objection)
    found.new.append(new)
    return new.provisional


def _objection(
    found: Deliveries, new: NewDelivery, number: int
) -> tuple[str, dict[str, Any]] | None:
    """Why a delivery cannot be taken as it is, with what the sentence says."""
    expected = rows_in(new.key)
    if expected not in (None, number):
        return NOT_WHOLE, {"key": new.key, "number": number, "expected": expected}
    other = next((each.key for each in found.new if each.scope == new.scope), None)
    if other is not None:
        return TWO, {"other": other}
    for one in new.replaces:
        if new.created and one.created and new.created < one.created:
            return OLDER, {"other": one.key, "created": one.created}
    return None


def _takes_place(scope: Scope, older: Scope, *, parts: bool) -> bool:
    """Whether a delivery replaces an older one: of the same days, or of parts of its own."""
    if scope == older or not parts:
        return scope == older
    return scope[0] == older[0] and scope[1] <= older[1] and older[2] <= scope[2]


def _grouped(rows: FileRows) -> dict[Named, list[Place]]:
    """The rows of each delivery and scope."""
    names = ("delivery", "intervention_id", "start_date", "end_date")
    columns = [rows.given(name) for name in names]
    groups: dict[Named, list[Place]] = defaultdict(list)
    for place in rows.with_key():
        key, intervention_id, start, end = (column[place] for column in columns)
        if key is not None:
            groups[key, (intervention_id, start, end)].append(place)
    return groups


def _as_sent(
    groups: Mapping[Named, list[Place]], stored: Collection[Named]
) -> Mapping[Named, list[Place]]:
    """The same with days within other days of the same key as part of that delivery.

    What does not add up over time is sent with days of its own, and is replaced with the rest.
    """
    wide: dict[tuple[str, int | None], list[Scope]] = defaultdict(list)
    for key, scope in (*groups, *stored):
        wide[key, scope[0]].append(scope)
    found: dict[Named, list[Place]] = defaultdict(list)
    for (key, scope), places in groups.items():
        around = [one for one in wide[key, scope[0]] if one[1] <= scope[1] and one[2] >= scope[2]]
        known = (key, scope) in stored
        found[key, scope if known else max(around, key=lambda one: one[2] - one[1])] += places
    return found


def _first(rows: FileRows, name: str, places: list[Place]) -> str | None:
    values = rows.given(name)
    return next((values[place] for place in places if values[place]), None)


def _scope(row: DeliveryRow) -> Scope:
    return row.intervention_id, row.start, row.end

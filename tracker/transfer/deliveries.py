"""Deliveries (*leveranser*): which are new, and which older ones they replace."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlmodel import Session

from db.bulk_changes import Alteration, alter_rows
from db.delivered import DeliveryRow, counts_of_delivery, deliveries
from db.records import ChangeRef, add_row
from db.tables import Count, Delivery
from tracker.problems import N_
from tracker.transfer.file_rows import FileRows, Place

OLDER = N_("Delivery {other} for the same intervention and dates is newer, created {created}.")
TWO = N_(
    "The file has another new delivery for the same intervention and dates, {other}. Import the "
    "older one first, in a file of its own."
)
REPLACED = N_("This delivery was replaced by {other}; a correction needs a delivery of its own.")
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
    replaces: DeliveryRow | None


@dataclass
class Deliveries:
    """The deliveries of a file."""

    new: list[NewDelivery] = field(default_factory=list)
    outdated: dict[int, str] = field(default_factory=dict)
    """Stored deliveries that were replaced, with the key of what replaced them."""

    @property
    def replaced(self) -> set[int]:
        """The numbers of stored deliveries that the new ones replace."""
        return {each.replaces.id for each in self.new if each.replaces}


def find_deliveries(session: Session, association_id: int, rows: FileRows) -> Deliveries:
    """Point each row to its delivery, stored or new."""
    stored = deliveries(session, association_id)
    by_key = {(each.key, _scope(each)): each.id for each in stored}
    in_force = {_scope(each): each for each in stored if each.replaced_by is None}
    keys = {each.id: each.key for each in stored}
    found = Deliveries(
        outdated={each.id: keys[each.replaced_by] for each in stored if each.replaced_by}
    )
    numbers: list[int | None] = [None] * len(rows)
    for (key, scope), places in _as_sent(_grouped(rows), by_key).items():
        number = by_key.get((key, scope))
        if number is None:
            number = _new_delivery(found, rows, (key, scope), places, in_force.get(scope))
        for place in places:
            numbers[place] = number
    rows.values["delivery_id"] = numbers
    rows.stated["delivery_id"] = [True] * len(rows)
    return found


def refuse_outdated(rows: FileRows, found: Deliveries, places: list[Place]) -> None:
    """A delivery that was replaced stays as it came."""
    numbers = rows.values["delivery_id"]
    for place in places:
        if (other := found.outdated.get(numbers[place])) is not None:
            rows.refuse(place, "leverans", REPLACED, {"other": other})


def store_deliveries(session: Session, change: ChangeRef, found: Deliveries) -> dict[int, int]:
    """Store the new deliveries and what they replace; provisional numbers to real ones."""
    numbers = {}
    for new in found.new:
        intervention_id, start, end = new.scope
        values = {"key": new.key, "intervention_id": intervention_id, "start": start, "end": end}
        values |= {"plan": new.plan, "created": new.created}
        number = add_row(session, change, Delivery, values)
        numbers[new.provisional] = number
        if new.replaces is not None:
            _replace(session, change, new.replaces.id, number)
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
    older: DeliveryRow | None,
) -> int:
    """Note a delivery that is not stored yet; refuse it when it is not the newest."""
    key, scope = named
    plan, created = (_first(rows, name, places) for name in ("plan", "created"))
    other = next((each.key for each in found.new if each.scope == scope), None)
    objection: tuple[str, dict[str, Any]] | None = None
    if other is not None:
        objection = TWO, {"other": other}
    elif older and created and older.created and created < older.created:
        objection = OLDER, {"other": older.key, "created": older.created}
    if objection is not None:
        for place in places:
            rows.refuse(place, "leverans", *objection)
    found.new.append(NewDelivery(-1 - len(found.new), key, scope, plan, created, older))
    return found.new[-1].provisional


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

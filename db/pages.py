"""Pages of episodes for the register, by keyset: the last page costs what the first one does.

Rows are looked for in one index that holds all that is looked for (`ix_episode_register`), and
only the rows of the page are fetched. So the conditions name what no other index begins with. It
holds the latest start first, as rows stand among equals: most of those that come later are left.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, not_, or_, select
from sqlmodel import Session, col

from db.codes import ExitReason
from db.tables import Episode, Intervention


class EpisodeState(StrEnum):
    """What an episode can be looked for as."""

    ONGOING = "ongoing"
    ENDED = "ended"
    MISSING = "missing"
    """Ended, with an outcome that nobody has filled in."""
    VOIDED = "voided"


@dataclass(frozen=True)
class Word:
    """One typed word: the beginning of a running number or digits in it, or one of these codes."""

    number: str
    interventions: tuple[int, ...] = ()
    sexes: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class EpisodeFilter:
    """Which episodes are looked for; all parts must hold."""

    association_id: int
    intervention_id: int | None = None
    state: EpisodeState | None = None
    words: tuple[Word, ...] = ()
    outcomes: tuple[str, ...] = ()
    """Columns of the table without which an outcome is missing."""
    ended_from: date | None = None
    """Only those that ended on this day or later."""


@dataclass(frozen=True)
class Order:
    """The column that rows stand in the order of; latest start first among equals."""

    column: str = "start_date"
    """Column of the table."""
    descending: bool = True
    ranks: Mapping[Any, int] = field(default_factory=dict)
    """Places of codes by their words; a column without ranks goes by its own values."""


@dataclass(frozen=True)
class Place:
    """Where a page ends: what the order goes by, the start and the number of the last row."""

    value: Any
    """None: those without a value have begun, which come last in either direction."""
    start: date
    row_id: int


@dataclass(frozen=True)
class EpisodeLine:
    """An episode as the register shows it, by the columns of the table."""

    id: int
    intervention_id: int
    number: str
    voided: bool
    sex: str | None
    sex_why: str | None
    age_band: str | None
    age_band_why: str | None
    start_date: date
    end_date: date | None
    exit_reason: str | None
    work_after: Any
    work_after_why: str | None
    study_after: Any
    study_after_why: str | None


@dataclass(frozen=True)
class StateCounts:
    """How many episodes of each state a filter holds, its own state left aside."""

    total: int
    ongoing: int
    ended: int
    missing: int
    voided: int


NEVER_EMPTY = frozenset({"start_date", "number", "intervention_id"})
_SHOWN = [col(getattr(Episode, name)) for name in EpisodeLine.__dataclass_fields__]
_START, _END, _ID = col(Episode.start_date), col(Episode.end_date), col(Episode.id)
_REASON = col(Episode.exit_reason)
"""Stands where an end stands, by a constraint of the table."""
_PLACED_IN = col(Episode.intervention_id) + 0
"""Added to, so that no other index is thought to be better."""


def page(
    session: Session, wanted: EpisodeFilter, order: Order, after: Place | None, size: int
) -> tuple[list[EpisodeLine], list[Place]]:
    """The episodes after a place, and the place of each."""
    value = _value(order)
    chosen = select(_ID, value, _START).where(*_conditions(wanted))
    if wanted.state is not None:
        chosen = chosen.where(_in_state(wanted.state, wanted.outcomes))
    if after is not None:
        chosen = chosen.where(_beyond(order, value, after))
    found = session.execute(chosen.order_by(*_ordering(order, value)).limit(size)).all()
    places = [Place(each[1], each[2], each[0]) for each in found]
    return _lines(session, [place.row_id for place in places]), places


def state_counts(session: Session, wanted: EpisodeFilter) -> StateCounts:
    """How many there are of each state, in one pass."""
    counted = [
        func.count().filter(_in_state(state, wanted.outcomes))
        for state in (
            EpisodeState.ONGOING,
            EpisodeState.ENDED,
            EpisodeState.MISSING,
            EpisodeState.VOIDED,
        )
    ]
    row = session.execute(select(func.count(), *counted).where(*_conditions(wanted))).one()
    return StateCounts(*row)


def lines_of(session: Session, association_id: int, row_ids: list[int]) -> list[EpisodeLine]:
    """The episodes with these numbers, in their order."""
    mine = set(
        session.execute(
            select(_ID).where(_ID.in_(row_ids), col(Episode.association_id) == association_id)
        ).scalars()
    )
    return _lines(session, [row_id for row_id in row_ids if row_id in mine])


def municipalities(session: Session, association_id: int) -> tuple[str, ...]:
    """The municipalities that the interventions of an association name, in order."""
    texts = session.execute(
        select(col(Intervention.municipalities)).where(
            col(Intervention.association_id) == association_id
        )
    ).scalars()
    return tuple(sorted({place for text in texts if text for place in text.split("+")}))


def _lines(session: Session, row_ids: list[int]) -> list[EpisodeLine]:
    """The rows with these numbers, in their order."""
    rows = session.execute(select(*_SHOWN).where(_ID.in_(row_ids)))
    by_id = {row[0]: EpisodeLine(*row) for row in rows}
    return [by_id[row_id] for row_id in row_ids]


def _value(order: Order) -> ColumnElement[Any]:
    column: Any = col(getattr(Episode, order.column))
    return case(dict(order.ranks), value=column) if order.ranks else column


def _ordering(order: Order, value: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    ordering: list[ColumnElement[Any]] = []
    if order.column not in NEVER_EMPTY:
        ordering.append(value.is_(None))
    ordering.append(value.desc() if order.descending else value.asc())
    if order.column == "start_date":
        return [*ordering, _ID.desc() if order.descending else _ID.asc()]
    return [*ordering, _START.desc(), _ID.desc()]


def _beyond(order: Order, value: ColumnElement[Any], after: Place) -> ColumnElement[bool]:
    """What comes after a place in an order; a bound that an index can start from stands first."""
    start, row_id = _START, _ID
    if order.column == "start_date":
        if order.descending:
            further = or_(start < after.start, row_id < after.row_id)
            return and_(start <= after.start, further)
        further = or_(start > after.start, row_id > after.row_id)
        return and_(start >= after.start, further)
    within = or_(start < after.start, and_(start == after.start, row_id < after.row_id))
    if after.value is None:
        return and_(value.is_(None), within)
    further = value < after.value if order.descending else value > after.value
    return or_(further, and_(value == after.value, within), value.is_(None))


def _conditions(wanted: EpisodeFilter) -> list[ColumnElement[bool]]:
    conditions = [col(Episode.association_id) == wanted.association_id]
    if wanted.intervention_id is not None:
        conditions.append(col(Episode.intervention_id) + 0 == wanted.intervention_id)
    if wanted.ended_from is not None:
        conditions.append(func.coalesce(_END, date.min) >= wanted.ended_from)
    return conditions + [_holds(word) for word in wanted.words]


def _holds(word: Word) -> ColumnElement[bool]:
    number = col(Episode.number)
    if word.number.isdecimal():
        holds = [number.contains(word.number)]
    else:
        holds = [func.lower(number).startswith(word.number.lower(), autoescape=True)]
    for column, codes in (
        (_PLACED_IN, word.interventions),
        (col(Episode.sex), word.sexes),
        (col(Episode.age_band), word.ages),
        (_REASON, word.reasons),
    ):
        if codes:
            holds.append(column.in_(codes))
    return or_(*holds)


def _in_state(state: EpisodeState, outcomes: tuple[str, ...]) -> ColumnElement[bool]:
    voided = col(Episode.voided)
    if state is EpisodeState.VOIDED:
        return voided.is_(True)
    if state is EpisodeState.ONGOING:
        return and_(voided.is_(False), _REASON.is_(None))
    ended = and_(voided.is_(False), _REASON.is_not(None))
    if state is EpisodeState.ENDED:
        return ended
    alive = not_(_REASON == ExitReason.DECEASED)
    empty = (
        and_(getattr(Episode, name).is_(None), getattr(Episode, f"{name}_why").is_(None))
        for name in outcomes
    )
    return and_(ended, alive, or_(False, *empty))  # noqa: FBT003 - no outcome asked: none missing

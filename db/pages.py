"""Pages of episodes for the register, by keyset: the last page costs what the first one does."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
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
    """One typed word: the beginning of a running number or digits in it, or one of these places."""

    number: str
    interventions: tuple[int, ...] = ()


@dataclass(frozen=True)
class EpisodeFilter:
    """Which episodes are looked for; all parts must hold."""

    association_id: int
    intervention_id: int | None = None
    state: EpisodeState | None = None
    words: tuple[Word, ...] = ()
    outcomes: tuple[str, ...] = ()
    """Columns of the table without which an outcome is missing."""


@dataclass(frozen=True)
class Place:
    """Where a page ends: the day that the order goes by, and the number of the row."""

    day: date
    row_id: int
    ongoing: bool = False
    """In the order by end: those without an end, which come last, by start."""


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
    work_after: int | None
    work_after_why: str | None
    study_after: int | None
    study_after_why: str | None


@dataclass(frozen=True)
class StateCounts:
    """How many episodes of each state a filter holds, its own state left aside."""

    total: int
    ongoing: int
    ended: int
    missing: int
    voided: int


_SHOWN = [col(getattr(Episode, name)) for name in EpisodeLine.__dataclass_fields__]
_START, _END, _ID = col(Episode.start_date), col(Episode.end_date), col(Episode.id)


def page_by_start(
    session: Session, wanted: EpisodeFilter, after: Place | None, size: int
) -> list[EpisodeLine]:
    """The episodes after a place, latest start first."""
    return _lines(session, _chosen(wanted), _START, after, size)


def page_by_end(
    session: Session, wanted: EpisodeFilter, after: Place | None, size: int
) -> list[EpisodeLine]:
    """The episodes after a place, latest end first; those without an end come last, by start."""
    lines: list[EpisodeLine] = []
    if after is None or not after.ongoing:
        lines = _lines(session, _chosen(wanted).where(_END.is_not(None)), _END, after, size)
        after = None
    if len(lines) < size:
        ongoing = _chosen(wanted).where(_END.is_(None))
        lines += _lines(session, ongoing, _START, after, size - len(lines))
    return lines


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


def municipalities(session: Session, association_id: int) -> tuple[str, ...]:
    """The municipalities that the interventions of an association name, in order."""
    texts = session.execute(
        select(col(Intervention.municipalities)).where(
            col(Intervention.association_id) == association_id
        )
    ).scalars()
    return tuple(sorted({place for text in texts if text for place in text.split("+")}))


def _chosen(wanted: EpisodeFilter) -> Select[Any]:
    statement = select(*_SHOWN).where(*_conditions(wanted))
    if wanted.state is not None:
        statement = statement.where(_in_state(wanted.state, wanted.outcomes))
    return statement


def _lines(
    session: Session, chosen: Select[Any], day: Any, after: Place | None, size: int
) -> list[EpisodeLine]:
    if after is not None:
        chosen = chosen.where(day <= after.day, or_(day < after.day, after.row_id > _ID))
    ordered = chosen.order_by(day.desc(), _ID.desc()).limit(size)
    return [EpisodeLine(*row) for row in session.execute(ordered)]


def _conditions(wanted: EpisodeFilter) -> list[ColumnElement[bool]]:
    conditions = [col(Episode.association_id) == wanted.association_id]
    if wanted.intervention_id is not None:
        conditions.append(col(Episode.intervention_id) == wanted.intervention_id)
    return conditions + [_holds(word) for word in wanted.words]


def _holds(word: Word) -> ColumnElement[bool]:
    number, text = func.lower(col(Episode.number)), word.number.lower()
    holds = number.contains(text) if text.isdecimal() else number.startswith(text, autoescape=True)
    if not word.interventions:
        return holds
    return or_(holds, col(Episode.intervention_id).in_(word.interventions))


def _in_state(state: EpisodeState, outcomes: tuple[str, ...]) -> ColumnElement[bool]:
    voided = col(Episode.voided)
    if state is EpisodeState.VOIDED:
        return voided.is_(True)
    if state is EpisodeState.ONGOING:
        return and_(voided.is_(False), _END.is_(None))
    ended = and_(voided.is_(False), _END.is_not(None))
    if state is EpisodeState.ENDED:
        return ended
    alive = not_(col(Episode.exit_reason) == ExitReason.DECEASED)
    empty = (
        and_(getattr(Episode, name).is_(None), getattr(Episode, f"{name}_why").is_(None))
        for name in outcomes
    )
    return and_(ended, alive, or_(False, *empty))  # noqa: FBT003 - no outcome asked: none missing

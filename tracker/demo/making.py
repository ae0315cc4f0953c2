"""Making a demo: a store with its plan, then everything that chance makes up, in one change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlmodel import Session, SQLModel

from db.associations import associations
from db.recorded_rows import add_recorded_rows, episode_ids, filling
from db.records import ChangeRef, begin_change
from db.tables import Activity, Answer, Assessment, Count, Episode, FollowUp, Mailing, Money
from tracker.demo.board import activities_of, assessments_of
from tracker.demo.completing import complete_interventions
from tracker.demo.episodes import episodes_of
from tracker.demo.follow_ups import follow_ups_of
from tracker.demo.money import money_of
from tracker.demo.numbers import counts_of
from tracker.demo.people import Row
from tracker.demo.setting import ACTOR, Setting
from tracker.demo.sites import Site, sites_of
from tracker.demo.surveys import Taking, Takings, surveys_of
from tracker.planning import create_store

PORTION = 20_000
"""Rows that are handed to the database at a time."""


@dataclass(frozen=True)
class Made:
    """How much a demo holds."""

    episodes: int
    follow_ups: int
    answers: int


def make_demo(where: str, setting: Setting) -> Made:
    """Create a store at a place where there is none and fill it.

    Raises:
        UsageError: there is something at that place already.
        DataError: the plan's interventions are not right.
    """
    store = create_store(
        where, setting.plan, controller=setting.mark, actor=ACTOR, now=lambda: setting.now
    )
    try:
        with store.write() as session:
            return _fill(session, setting)
    finally:
        store.close()


def _fill(session: Session, setting: Setting) -> Made:
    change = begin_change(
        session,
        association_id=associations(session)[0].id,
        at=setting.now,
        by=ACTOR,
        kind="import",
        subject=f"demo {setting.plan.id}",
    )
    sites = sites_of(setting)
    ids = complete_interventions(session, change, setting, sites)
    with filling(session, Episode, FollowUp, Answer):
        takings: Takings = {}
        episodes = follow_ups = 0
        for site in sites:
            rows = list(episodes_of(setting, site, ids[site.key]))
            takings[site.key] = [_taking(row) for row in rows if not row["voided"]]
            _add(session, change, Episode, rows)
            episodes += len(rows)
            follow_ups += _add_follow_ups(session, change, setting, site, rows)
        answers, mailings = surveys_of(setting, sites, takings, ids)
        _add(session, change, Answer, answers)
    _add(session, change, Mailing, mailings)
    _add(session, change, Money, money_of(setting, sites, ids))
    _add(session, change, Count, counts_of(setting, sites, ids))
    _add(session, change, Activity, activities_of(setting))
    _add(session, change, Assessment, assessments_of(setting))
    return Made(episodes, follow_ups, len(answers))


def _taking(row: Row) -> Taking:
    """An episode as surveys see it; who died is asked nothing."""
    ended = row["start_date"] if row["exit_reason"] == "avliden" else row["end_date"]
    return Taking(row["start_date"], ended, row["sex"])


def _add_follow_ups(
    session: Session, change: ChangeRef, setting: Setting, site: Site, episodes: list[Row]
) -> int:
    """Follow-ups point to the rows of their episodes, which the database has numbered."""
    rows = list(follow_ups_of(setting, site, episodes))
    if rows:
        by_number = episode_ids(session, int(episodes[0]["intervention_id"]))
        for row in rows:
            row["episode_id"] = by_number[row.pop("number")]
        _add(session, change, FollowUp, rows)
    return len(rows)


def _add(session: Session, change: ChangeRef, table: type[SQLModel], rows: Sequence[Row]) -> None:
    for portion in _portions(rows):
        add_recorded_rows(session, change, table, portion)


def _portions(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), PORTION):
        yield rows[start : start + PORTION]

"""A store with very many episodes in one association, for the benchmarks of the register."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from db.bulk_rows import add_columns
from db.existing import interventions
from db.records import begin_change
from db.schema import create_store
from db.tables import Episode
from tracker.planning import apply_plan
from tracker.plans import load

TODAY = date(2022, 3, 1)
AGES = ("16-24", "25-29", "30-39", "40-49", "50-59", "60-")
REASONS = ("enligt_plan", "enligt_plan", "eget_avbrott", "ohälsa")


def now() -> datetime:
    """The moment of every change."""
    return datetime(2022, 3, 1, tzinfo=UTC)


def build(where: str, count: int) -> None:
    """Make a store with the plan of Kalmar and so many episodes, all of one association."""
    draw = random.Random(1)
    store = create_store(where)
    apply_plan(store, load("kalmar-2021"), actor="bench", now=now)
    with store.write() as session:
        places = [row.id for row in interventions(session, 1)]
        change = begin_change(session, association_id=1, at=now(), by="bench", kind="import")
        add_columns(session, change, Episode, _columns(draw, places, count), count)
    store.close()


def _columns(draw: random.Random, places: list[int], count: int) -> dict[str, list[Any]]:
    starts = [date(2012, 1, 1) + timedelta(days=draw.randrange(3700)) for _ in range(count)]
    ends: list[date | None] = []
    for start in starts:
        end = start + timedelta(days=draw.randrange(30, 500))
        ends.append(end if end <= TODAY else None)
    known = [end is not None and draw.random() < 0.9 for end in ends]
    return {
        "intervention_id": draw.choices(places, k=count),
        "number": [f"K-{number:06}" for number in draw.sample(range(count), count)],
        "voided": [draw.random() < 0.01 for _ in range(count)],
        "sex": draw.choices(("kvinna", "man", None), (50, 48, 2), k=count),
        "age_band": draw.choices(AGES, k=count),
        "start_date": starts,
        "support_before": draw.choices((1, 64, 0), k=count),
        "work_before": [0] * count,
        "study_before": [0] * count,
        "end_date": ends,
        "exit_reason": [draw.choice(REASONS) if end else None for end in ends],
        "work_after": [draw.choice((0, 0, 50)) if each else None for each in known],
        "study_after": [draw.choice((0, 0, 0, 100)) if each else None for each in known],
        "support_after": [draw.choice((0, 1, 64)) if each else None for each in known],
    }

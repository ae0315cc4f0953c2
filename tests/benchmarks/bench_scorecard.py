"""The scorecard of one association-year in a national store, against the bare SQL of its tallies.

The bars: at most 20 ms, and at most twice the bare SQL. `--scale 1` makes 75 associations, 500,000
episodes and 5 million answers; the default is a tenth of that. Time is the processor's, so that
the ratio does not depend on what else the machine does.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event, insert

from db.records import begin_change
from db.schema import create_store
from db.store import Store
from db.tables import Answer, Association, Episode, Intervention
from tracker.periods import year_of
from tracker.planning import apply_plan
from tracker.plans import load
from tracker.scorecard import make_scorecard
from tracker.wording import language
from tracker.workspace import open_workspace

ASSOCIATIONS, EPISODES, ANSWERS = 75, 500_000, 5_000_000
BATCH = 50_000
ROUNDS = 15
TODAY = date(2022, 3, 1)


def _now() -> datetime:
    return datetime(2022, 3, 1, tzinfo=UTC)


def _rows(count: int, make: Callable[[int], dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for first in range(0, count, BATCH):
        yield [make(number) for number in range(first, min(first + BATCH, count))]


def fill(store: Store, scale: float) -> None:
    """Rows of many associations; the first one has the plan of Kalmar."""
    draw = random.Random(1)
    apply_plan(store, load("kalmar-2021"), actor="bench", now=_now)
    with store.write() as session:
        session.execute(
            insert(Association), [{"name": f"Förbund {n}"} for n in range(2, ASSOCIATIONS + 1)]
        )
        change = begin_change(session, association_id=1, at=_now(), by="bench", kind="import")
        recorded = {"recorded_at": change.at, "recorded_by": "bench", "recorded_in": change.id}
        session.execute(
            insert(Intervention),
            [
                {**recorded, "association_id": n, "key": "a", "name": "A", "orientation": "individ"}
                for n in range(2, ASSOCIATIONS + 1)
            ],
        )
        own = {1: list(range(1, 10))} | {n: [n + 8] for n in range(2, ASSOCIATIONS + 1)}

        def episode(number: int) -> dict[str, Any]:
            association = number % ASSOCIATIONS + 1
            start = date(2012, 1, 1) + timedelta(days=draw.randrange(3650))
            end = start + timedelta(days=draw.randrange(30, 500))
            ended = end <= TODAY
            return {
                **recorded,
                "association_id": association,
                "intervention_id": draw.choice(own[association]),
                "number": f"N-{number}",
                "voided": False,
                "sex": draw.choice(("kvinna", "man")),
                "start_date": start,
                "end_date": end if ended else None,
                "exit_reason": "enligt_plan" if ended else None,
                "work_after": draw.choice((0, 0, 0, 50, None)) if ended else None,
                "study_after": draw.choice((0, 0, 0, 0, 100)) if ended else None,
            }

        def answer(number: int) -> dict[str, Any]:
            form, question = divmod(number, 14)
            association = form % ASSOCIATIONS + 1
            year = 2012 + form // ASSOCIATIONS % 10
            return {
                **recorded,
                "association_id": association,
                "round": f"{year}",
                "date": date(year, 10, 1),
                "respondent_group": "deltagare_avslut",
                "form": str(form),
                "question": f"i{question + 1}",
                "value": draw.choice((2, 3, 4, 4)),
            }

        for rows in _rows(int(EPISODES * scale), episode):
            session.execute(insert(Episode), rows)
        for rows in _rows(int(ANSWERS * scale), answer):
            session.execute(insert(Answer), rows)


def main() -> None:
    """Fill a store, time the scorecard and the statements that it ran, print the ratio."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=float, default=0.1)
    scale = parser.parse_args().scale
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "national.db")
        store = create_store(where)
        fill(store, scale)
        store.close()
        workspace = open_workspace(
            where,
            language=language("sv"),
            actor="bench",
            today=TODAY,
            now=_now,
            association="Samordningsförbundet i Kalmar län",
        )
        said: list[tuple[str, Any]] = []

        def listen(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            if statement != "BEGIN":
                said.append((statement, parameters))

        make_scorecard(workspace, year_of(2021))
        event.listen(workspace.store.engine, "before_cursor_execute", listen)
        make_scorecard(workspace, year_of(2021))
        event.remove(workspace.store.engine, "before_cursor_execute", listen)
        whole, bare = [], []
        raw: Any = workspace.store.engine.raw_connection()
        for _ in range(ROUNDS):
            start = time.process_time()
            make_scorecard(workspace, year_of(2021))
            whole.append(time.process_time() - start)
            start = time.process_time()
            for statement, parameters in said:
                raw.execute(statement, parameters).fetchall()
            bare.append(time.process_time() - start)
        raw.close()
        workspace.close()
    ours, sql = statistics.median(whole) * 1000, statistics.median(bare) * 1000
    alone = f"its {len(said)} statements alone {sql:.1f} ms"
    print(f"scorecard {ours:.1f} ms, {alone}: {ours / sql:.2f} x")


if __name__ == "__main__":
    main()

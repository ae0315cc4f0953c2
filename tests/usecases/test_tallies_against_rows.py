"""SQL against Python: every tally equals a naive count over the same random rows."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import and_, select, true
from sqlmodel import col

from db import records
from db.associations import add_association
from db.codes import Orientation
from db.schema import create_store
from db.tables import Episode, FollowUp, Intervention
from db.tallies import exits as exit_tallies
from db.tallies import success as sql
from db.tallies.participants import flow
from db.tallies.scope import Scope
from tests.usecases import naive
from tracker.measures.exits import base_of
from tracker.measures.figure import reading_of
from tracker.measures.follow_ups import follow_up
from tracker.measures.frame import Frame
from tracker.periods import parse_period
from tracker.plans.model import Goal, Plan

TODAY = date(2022, 3, 1)
PERIOD = parse_period("2021")


def _maybe(draw, values):
    return draw.choice([None, *values])


def _episode(draw, number, interventions):
    start = date(2020, 1, 1) + timedelta(days=draw.randrange(700))
    ended = draw.random() < 0.8
    end = min(start + timedelta(days=draw.randrange(500)), TODAY + timedelta(days=30))
    return {
        "intervention_id": draw.choice(interventions),
        "number": f"R-{next(number)}",
        "voided": draw.random() < 0.05,
        "sex": _maybe(draw, ["kvinna", "man"]),
        "start_date": start,
        "end_date": max(start, end) if ended else None,
        "exit_reason": draw.choice(["enligt_plan", "flytt", "avliden"]) if ended else None,
        "support_before": _maybe(draw, [0, 1, 64, 65]),
        "support_degree_before": _maybe(draw, [0, 50, 100]),
        "support_after": _maybe(draw, [0, 0, 64, 3]),
        "support_degree_after": _maybe(draw, [0, 25, 100]),
        "work_before": _maybe(draw, [0, 0, 50]),
        "work_after": _maybe(draw, [0, 0, 50, 100]),
        "work_kind_after": _maybe(draw, ["osubventionerat", "subventionerat", "eget_företag"]),
        "study_before": _maybe(draw, [0, 0, 50]),
        "study_after": _maybe(draw, [0, 0, 100]),
        "health_before": _maybe(draw, [1, 3, 5]),
        "health_after": _maybe(draw, [1, 3, 5]),
        "next_step": _maybe(draw, [0, 1, 4, 9, 32]),
        "plan_after": _maybe(draw, [True, False]),
        "step_forward": _maybe(draw, [True, False]),
    }


def _follow_up(draw, episode, months):
    outcome = draw.choice(["svarat", "svarat", "svarat", "ej_nådd", "avliden"])
    seen = outcome == "svarat"
    return {
        "episode_id": episode["id"],
        "months": months,
        "date": episode["end_date"] + timedelta(days=30 * months),
        "outcome": outcome,
        "support": _maybe(draw, [0, 64]) if seen else None,
        "support_degree": _maybe(draw, [0, 50]) if seen else None,
        "work": _maybe(draw, [0, 100]) if seen else None,
        "study": _maybe(draw, [0, 100]) if seen else None,
    }


@pytest.fixture(scope="module", params=[1, 2, 3])
def filled(request, tmp_path_factory):
    """A store of random rows with every kind of gap, and the rows as plain values."""
    draw = random.Random(request.param)
    store = create_store(str(tmp_path_factory.mktemp("rows") / "rows.db"))
    number = count(1)
    with store.write() as session:
        association = add_association(session, "Exempelby", None)
        change = records.begin_change(
            session,
            association_id=association,
            at=datetime(2022, 1, 1, tzinfo=UTC),
            by="prov",
            kind="import",
        )
        ids = [
            records.add_row(
                session,
                change,
                Intervention,
                {"key": key, "name": key, "orientation": Orientation.INDIVIDUAL},
            )
            for key in ("ett", "två")
        ]
        records.add_rows(
            session, change, Episode, [_episode(draw, number, ids) for _ in range(600)]
        )
        rows = [dict(row) for row in session.execute(select(Episode.__table__)).mappings()]
        candidates = [row for row in rows if row["end_date"] and row["end_date"] <= TODAY]
        records.add_rows(
            session,
            change,
            FollowUp,
            [
                _follow_up(draw, row, months)
                for row in candidates
                for months in (3, 6)
                if draw.random() < 0.6
            ],
        )
        follow_ups = [dict(row) for row in session.execute(select(FollowUp.__table__)).mappings()]
    yield store, association, tuple(ids), rows, follow_ups
    store.close()


SUCCESSES = [
    (("arbete",), "any"),
    (("arbete", "studier"), "any"),
    (("arbete", "studier"), "all"),
    (("osubventionerat_arbete", "studier"), "any"),
    (("egen_försörjning",), "any"),
    (("minskad_försörjning",), "any"),
    (("arbete", "minskad_försörjning"), "any"),
    (("plan", "minskad_försörjning"), "all"),
    (("nästa_steg:arbete", "nästa_steg:förstärkt_samarbete", "stegförflyttning"), "any"),
]


def _sums(cells):
    total = sum((tally for _, tally in cells), start=type(cells[0][1])())
    return total.eligible, total.hits, total.missing


@pytest.mark.parametrize(("codes", "require"), SUCCESSES)
def test_exits_equal_a_count_person_by_person(filled, codes, require):
    store, association, ids, rows, _ = filled
    success = sql.Success(codes, require)
    scope = Scope(association, PERIOD.start, PERIOD.end, TODAY, ids)
    with store.read() as session:
        cells = exit_tallies.share_of_exits(
            session, scope, sql.eligible(success), sql.at_exit(success), ("sex", "intervention_id")
        )
    ended = naive.exits(rows, PERIOD.start, PERIOD.end, TODAY, ids)
    outcomes = [
        naive.combined(codes, require, row, lambda code, row=row: naive.success_at_exit(code, row))
        for row in ended
    ]
    assert _sums(cells) == naive.tally(outcomes)
    women = [
        outcome for row, outcome in zip(ended, outcomes, strict=True) if row["sex"] == "kvinna"
    ]
    assert _sums([cell for cell in cells if cell[0].sex == "kvinna"]) == naive.tally(women)


def test_started_or_increased_equals_a_count_person_by_person(filled):
    store, association, ids, rows, _ = filled
    scope = Scope(association, PERIOD.start, PERIOD.end, TODAY, ids)
    with store.read() as session:
        cells = exit_tallies.share_of_exits(session, scope, true(), sql.started_or_increased(), ())

    def more(row, what):
        before, after = row[f"{what}_before"], row[f"{what}_after"]
        return None if None in (before, after) else after > before

    outcomes = [
        naive.any_of([more(row, "work"), more(row, "study")])
        for row in naive.exits(rows, PERIOD.start, PERIOD.end, TODAY, ids)
    ]
    assert _sums(cells) == naive.tally(outcomes)


@pytest.mark.parametrize("variable", ["hälsa", "försörjning"])
def test_pairs_equal_a_count_person_by_person(filled, variable):
    store, association, ids, rows, _ = filled
    scope = Scope(association, PERIOD.start, PERIOD.end, TODAY, ids)
    with store.read() as session:
        cells = exit_tallies.pairs_of_exits(
            session, scope, true(), variable, (), higher_is_better=variable == "hälsa"
        )

    def change(row):
        if variable == "hälsa":
            pair = row["health_before"], row["health_after"]
        else:
            pair = row["support_degree_before"], row["support_degree_after"]
            if None in pair:
                masks = row["support_before"], row["support_after"]
                pair = tuple(None if mask is None else int(mask > 0) for mask in masks)
        if None in pair:
            return None
        return (pair[1] - pair[0]) * (1 if variable == "hälsa" else -1)

    changes = [change(row) for row in naive.exits(rows, PERIOD.start, PERIOD.end, TODAY, ids)]
    known = [value for value in changes if value is not None]
    total = cells[0][1]
    assert (total.eligible, total.missing) == (len(changes), len(changes) - len(known))
    assert total.hits == sum(value > 0 for value in known)
    assert total.worse == sum(value < 0 for value in known)


FOLLOWED = [
    (3, ("arbete", "studier"), "alla", "2021"),
    (6, ("egen_försörjning",), "alla", "2021"),
    (3, ("kvarstår",), "minskade", "2021"),
    (6, ("kvarstår",), "alla", "2022"),
    (3, ("minskad_försörjning",), "alla", "2022-H1"),
]


@pytest.mark.parametrize(("months", "codes", "among", "label"), FOLLOWED)
def test_follow_ups_equal_a_count_person_by_person(filled, months, codes, among, label):
    store, association, ids, rows, follow_ups = filled
    goal = Goal(
        id="m", level="individ", text="", measure="follow_up",
        months=months, success=codes, among=among, exclude=("flytt",),
    )  # fmt: skip
    plan = Plan(id="p", association="Exempelby", year=2021)
    period = parse_period(label)
    with store.read() as session:
        from db.tallies.board import interventions

        known = tuple(interventions(session, association))
        frame = Frame(session, association, TODAY, period, plan, known, reading_of(goal, plan))
        figure = follow_up(goal, frame).total
    came, later = naive.due_at(rows, follow_ups, months, (period.start, period.end), TODAY, ids)

    def outcome(row):
        if row["exit_reason"] == "flytt":
            return "not eligible"
        if among == "minskade" and (
            naive.nothing_to_reduce(row) or naive.reduced_at_exit(row) is not True
        ):
            return "not eligible"
        seen = naive.answered(row, follow_ups, months, TODAY)
        return naive.combined(
            codes, "any", row, lambda code: naive.success_at_horizon(code, row, seen)
        )

    expected = naive.tally([outcome(row) for row in came])
    assert (figure.eligible, figure.x, figure.missing) == expected
    assert figure.not_due == sum(outcome(row) != "not eligible" for row in later)


def test_the_flow_adds_up_and_equals_a_count_person_by_person(filled):
    store, association, ids, rows, _ = filled
    scope = Scope(association, PERIOD.start, PERIOD.end, TODAY, ids)
    with store.read() as session:
        cells = flow(session, scope, ("intervention_id", "sex"))
    total = sum((tally for _, tally in cells), start=type(cells[0][1])())
    live = [row for row in rows if not row["voided"] and row["start_date"] < PERIOD.end]
    there = [row for row in live if row["end_date"] is None or row["end_date"] >= PERIOD.start]
    ended = [row for row in there if row["end_date"] and row["end_date"] < PERIOD.end]
    assert total.participants == len(there)
    assert total.new == sum(row["start_date"] >= PERIOD.start for row in there)
    assert total.ended == len(ended)
    for _, tally in cells:
        assert tally.ongoing_start + tally.new - tally.ended == tally.ongoing_end


def test_only_completed_exits_and_exclusions_leave_the_base(filled):
    store, association, ids, rows, _ = filled
    goal = Goal(
        id="g", level="individ", text="", measure="exits",
        success=("arbete",), denominator="fullföljda",
    )  # fmt: skip
    scope = Scope(association, PERIOD.start, PERIOD.end, TODAY, ids)
    with store.read() as session:
        kept = exit_tallies.share_of_exits(
            session, scope, base_of(goal), sql.at_exit(sql.Success(("arbete",))), ()
        )[0][1]
        without = exit_tallies.share_of_exits(
            session,
            scope,
            and_(base_of(replace(goal, denominator="alla", exclude=("flytt", "avliden")))),
            sql.at_exit(sql.Success(("arbete",))),
            (),
        )[0][1]
        voided = session.execute(
            select(col(Episode.id)).where(col(Episode.voided).is_(True))
        ).scalars()
        assert list(voided)
    ended = naive.exits(rows, PERIOD.start, PERIOD.end, TODAY, ids)
    completed = [row for row in ended if row["exit_reason"] == "enligt_plan"]
    assert kept.eligible == without.eligible == len(completed)
    assert kept.excluded == len(ended) - len(completed)

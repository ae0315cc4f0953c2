"""The SQL of the work list against a naive look at the same random rows, one person at a time."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from db.records import add_rows, begin_change
from db.store import open_store
from db.tables import Episode, FollowUp
from db.tallies.board import interventions
from tests.factories import PLAN, a_plan, a_store, a_workspace
from tracker.periods import add_months
from tracker.worklist import due

TODAY = date(2022, 3, 1)
FIRST = date(2021, 1, 1)
TEXT = PLAN.replace('namn = "KRUS"', 'namn = "KRUS"\nplanerad_längd = 7', 1)
REASONS = ["enligt_plan", "flytt", "avliden", "återtaget_samtycke"]


def an_episode(draw, number, place):
    start = date(2020, 6, 1) + timedelta(days=draw.randrange(630))
    ended = draw.random() < 0.75
    return {
        "intervention_id": place,
        "number": f"R-{number}",
        "voided": draw.random() < 0.06,
        "start_date": start,
        "end_date": start + timedelta(days=draw.randrange(300)) if ended else None,
        "exit_reason": draw.choice(REASONS) if ended else None,
        "work_after": draw.choice([None, 0, 50]) if ended else None,
        "work_after_why": None,
        "study_after": draw.choice([0, 100]) if ended else None,
        "may_contact": draw.choice([None, True, True, False]) if ended else None,
    }


def a_call(draw, episode, months):
    return {
        "episode_id": episode["id"],
        "months": months,
        "date": add_months(episode["end_date"], months) + timedelta(days=draw.randrange(40)),
        "outcome": draw.choice(["svarat", "ej_nådd", "ej_nådd", "avböjt", "avliden"]),
    }


@pytest.fixture(scope="module", params=[4])
def filled(request, tmp_path_factory):
    """A workspace on random rows, its episodes and follow-ups as plain values, and the places."""
    draw = random.Random(request.param)
    place = a_store(tmp_path_factory.mktemp("random"), a_plan(TEXT))
    store = open_store(str(place))
    with store.write() as session:
        places = {row.id: row for row in interventions(session, 1) if row.orientation == "individ"}
        change = begin_change(
            session, association_id=1, at=datetime(2022, 1, 1, tzinfo=UTC), by="x", kind="import"
        )
        rows = [an_episode(draw, number, draw.choice(list(places))) for number in range(700)]
        add_rows(session, change, Episode, rows)
        episodes = [dict(row) for row in session.execute(select(Episode.__table__)).mappings()]
        calls = [
            a_call(draw, episode, months)
            for episode in episodes
            for months in (3, 6)
            if episode["end_date"] and draw.random() < 0.4
        ]
        add_rows(session, change, FollowUp, calls)
    store.close()
    workspace = a_workspace(place, today=TODAY)
    yield workspace, episodes, calls, places
    workspace.close()


def is_open(episode):
    return episode["end_date"] is None or episode["end_date"] > TODAY


def stopped(episode, own, calls, months):
    if episode["voided"] or episode["may_contact"] is False:
        return True
    if episode["exit_reason"] in ("avliden", "återtaget_samtycke"):
        return True
    if own is not None and own["outcome"] != "ej_nådd":
        return True
    return any(
        each["outcome"] in ("avböjt", "avliden")
        or (each["outcome"] == "svarat" and each["months"] > months)
        for each in calls
    )


def test_follow_ups_are_those_of_a_naive_look(filled):
    workspace, episodes, calls, places = filled
    expected = set()
    for episode in episodes:
        if is_open(episode):
            continue
        place = places[episode["intervention_id"]]
        made = [x for x in calls if x["episode_id"] == episode["id"] and x["date"] <= TODAY]
        for months in (3, 6, 12) if place.key == "navet" else (3, 6):
            day = add_months(episode["end_date"], months)
            own = next((each for each in made if each["months"] == months), None)
            within = FIRST <= day <= TODAY + timedelta(days=30)
            lost = own is not None and own["date"] > day + timedelta(days=30)
            if within and not lost and not stopped(episode, own, made, months):
                expected.add((episode["number"], months, day, own and own["date"]))
    found = due(workspace).items
    follow_ups = [each for each in found if each.kind == "follow_up"]
    assert {(each.deltagande, each.months, each.due, each.seen) for each in follow_ups} == expected
    assert len(follow_ups) == len(expected) > 50


def test_exits_are_those_of_a_naive_look(filled):
    workspace, episodes, _, places = filled
    expected = {
        (episode["number"], add_months(episode["start_date"], 7))
        for episode in episodes
        if places[episode["intervention_id"]].key == "krus"
        and is_open(episode)
        and not episode["voided"]
        and episode["start_date"] <= TODAY
        and add_months(episode["start_date"], 7) <= TODAY
    }
    found = {(each.deltagande, each.due) for each in due(workspace).items if each.kind == "exit"}
    assert found == expected
    assert expected


def test_missing_outcomes_are_those_of_a_naive_look(filled):
    workspace, episodes, _, _ = filled
    expected = {
        episode["number"]
        for episode in episodes
        if not is_open(episode)
        and episode["end_date"] >= FIRST
        and not stopped(episode, None, [], 0)
        and episode["work_after"] is None
    }
    items = [each for each in due(workspace).items if each.kind == "outcome"]
    assert {each.deltagande for each in items} == expected
    assert {each.columns for each in items} == {("arbete_efter",)}


def test_what_is_due_first_comes_first(filled):
    days = [each.due for each in due(filled[0]).items]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[: len(dated)] == dated

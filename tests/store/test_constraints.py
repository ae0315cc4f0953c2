"""What the database itself refuses, whoever writes: every check, key and reference."""

import datetime as dt

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from db import tables
from tests.factories import NOW

DAY = dt.date(2021, 3, 1)
RECORDED = {"recorded_at": NOW, "recorded_by": "anna", "recorded_in": 1, "association_id": 1}
ROWS = {
    "Episode": {"intervention_id": 1, "number": "K-1", "start_date": DAY, "voided": False},
    "FollowUp": {"episode_id": 1, "months": 3, "date": DAY, "outcome": "svarat"},
    "Intervention": {"key": "ny", "name": "Ny", "orientation": "individ"},
    "Answer": {
        "round": "1", "date": DAY, "respondent_group": "styrelse", "form": "1", "question": "i1",
    },
    "Mailing": {"round": "1", "respondent_group": "styrelse", "number": 9},
    "Money": {"year": 2021, "kind": "bidrag", "label": ""},
    "Activity": {"goal": "x", "label": "y", "due": DAY},
    "Assessment": {"goal": "x", "period": "2021"},
    "Count": {
        "start_date": DAY, "end_date": DAY, "measure": "volym", "municipality": "", "part": "",
        "hidden": False, "replaced": False,
    },
}  # fmt: skip
ENDED = {"end_date": DAY, "exit_reason": "annan"}

REFUSED = [
    ("Episode", {"sex": "okänd"}),
    ("Episode", {"sex": "man", "sex_why": "vet_ej"}),
    ("Episode", {"sex_why": "annat"}),
    ("Episode", {"age_band": "17"}),
    ("Episode", {"work_before": 101}),
    ("Episode", {"work_before": -1}),
    ("Episode", {"health_before": 0}),
    ("Episode", {"ability_before": 11}),
    ("Episode", {"support_before": 1 << 9}),
    ("Episode", {"next_step": 1 << 9, **ENDED}),
    ("Episode", {"work_kind_after": "okänt", **ENDED}),
    ("Episode", {"end_date": DAY}),
    ("Episode", {"exit_reason": "annan"}),
    ("Episode", {**ENDED, "end_date": dt.date(2021, 2, 28)}),
    ("Episode", {"intervention_id": 99}),
    ("Episode", {"association_id": 99}),
    ("Episode", {"recorded_in": 99}),
    ("Episode", {"number": None}),
    ("Episode", {"start_date": None}),
    ("FollowUp", {"months": 0}),
    ("FollowUp", {"outcome": "kanske"}),
    ("FollowUp", {"work": 101}),
    ("FollowUp", {"support": 3, "support_why": "vet_ej"}),
    ("FollowUp", {"episode_id": 99}),
    ("Intervention", {"orientation": "båda"}),
    ("Intervention", {"planned_min": -1}),
    ("Answer", {"respondent_group": "alla"}),
    ("Answer", {"value": 3, "value_why": "vill_ej"}),
    ("Mailing", {"number": -1}),
    ("Money", {"kind": "lån"}),
    ("Assessment", {"verdict": "bra"}),
    ("Count", {"sex": "alla"}),
    ("Count", {"numerator": -1}),
    ("Count", {"end_date": dt.date(2021, 2, 28)}),
]
TWICE = [
    ("Episode", {}),
    ("FollowUp", {}),
    ("Intervention", {}),
    ("Answer", {}),
    ("Answer", {"intervention_id": 1}),
    ("Mailing", {}),
    ("Mailing", {"intervention_id": 1}),
    ("Money", {}),
    ("Money", {"through": DAY, "intervention_id": 1}),
    ("Assessment", {}),
    ("Count", {}),
    ("Count", {"sex": "man", "intervention_id": 1}),
]


@pytest.fixture
def put(workspace):
    """Add a row as it stands; a follow-up gets the episode that it needs."""

    def insert_row(name, changes):
        with workspace.store.write() as session:
            if (
                name == "FollowUp"
                and changes.get("episode_id", 1) == 1
                and not changes.get("again")
            ):
                session.execute(insert(tables.Episode).values(**RECORDED, **ROWS["Episode"]))
            values = {**RECORDED, **ROWS[name], **changes}
            values.pop("again", None)
            session.execute(insert(getattr(tables, name)).values(**values))

    return insert_row


def stored(workspace, name):
    """How many rows a table holds."""
    query = select(func.count()).select_from(getattr(tables, name))
    with workspace.store.read() as session:
        return session.execute(query).scalar_one()


@pytest.mark.parametrize("name", ROWS)
def test_a_right_row_is_taken(put, workspace, name):
    before = stored(workspace, name)
    put(name, {})
    assert stored(workspace, name) == before + 1


@pytest.mark.parametrize(("name", "changes"), REFUSED)
def test_a_wrong_row_is_refused(put, name, changes):
    with pytest.raises(IntegrityError):
        put(name, changes)


@pytest.mark.parametrize(("name", "changes"), TWICE)
def test_the_same_key_twice_is_refused_also_where_a_part_of_it_is_empty(put, name, changes):
    put(name, changes)
    with pytest.raises(IntegrityError):
        put(name, {**changes, "again": True})


def test_rows_that_differ_in_a_part_of_the_key_stand_side_by_side(put, workspace):
    put("Count", {})
    for part in ({"sex": "man"}, {"intervention_id": 1}, {"municipality": "Åby"}, {"part": "x"}):
        put("Count", part)
    put("Money", {})
    for part in ({"through": DAY}, {"intervention_id": 1}, {"label": "x"}, {"year": 2022}):
        put("Money", part)
    assert (stored(workspace, "Count"), stored(workspace, "Money")) == (5, 5)

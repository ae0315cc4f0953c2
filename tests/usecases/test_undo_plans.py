"""Undo and redo of what is no row: plans, settings, who is responsible; and every other kind."""

from dataclasses import replace

import pytest
from sqlmodel import select

from db.codes import DELIVERY_KEY
from db.tables import Goal, PlanVersion
from tests.factories import NOW, PLAN, a_plan, a_workspace, an_entry
from tracker.errors import DataError
from tracker.exports.sealing import delivery_key
from tracker.keeping import name_controller
from tracker.planning import apply_plan, change_plan
from tracker.plans.editing import next_year, without_goal
from tracker.quality import accept, accepted
from tracker.registration import correct, history, redo, save, stored_draft, undo, undoable
from tracker.settings import change_setting
from tracker.workspace import reread


@pytest.fixture
def plan(workspace):
    return workspace.plans[0]


def in_force(workspace):
    """What plans and settings hold, read from the file again."""
    again = reread(workspace)
    return again.plans, dict(again.association.settings), again.association.controller


def stored(workspace):
    """Every plan version with its goals, to the letter."""
    with workspace.store.read() as session:
        tables = (session.exec(select(table)).all() for table in (PlanVersion, Goal))
        return [sorted((row.model_dump() for row in rows), key=lambda row: row["id"])
                for rows in tables]  # fmt: skip


def other_goal(plan):
    goals = (replace(plan.goals[0], text="Något annat"), *plan.goals[1:])
    return replace(plan, goals=goals)


CHANGES = {
    "goal edited": lambda ws, plan: change_plan(ws, plan, other_goal(plan)),
    "goal removed": lambda ws, plan: change_plan(ws, plan, without_goal(plan, 0)),
    "goal added": lambda ws, plan: change_plan(
        ws, plan, replace(plan, goals=(*plan.goals, replace(plan.goals[0], id="ny")))
    ),
    "next year": lambda ws, plan: change_plan(ws, None, next_year(plan)),
    "plan applied": lambda ws, plan: apply_plan(
        ws.store,
        a_plan(PLAN.replace('namn = "KRUS"', 'namn = "KRUS 2"\nägare = "Lillby"'), year="2022"),
        actor=ws.actor,
        now=lambda: NOW,
    ),
    "setting": lambda ws, plan: change_setting(ws, "min_show", "8"),
    "setting as usual": lambda ws, plan: change_setting(
        change_setting(ws, "min_show", "8"), "min_show", None
    ),
    "controller": lambda ws, plan: name_controller(ws, "Storby kommun"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_it_is_taken_back_and_brought_back_to_the_letter(workspace, plan, name):
    save(workspace, "deltaganden", an_entry())
    before = in_force(workspace), stored(workspace), stored_draft(*KRUS(workspace))
    CHANGES[name](workspace, plan)
    steps = len([line for line in history(workspace) if line.kind in ("plan", "settings")]) - 1
    after = in_force(workspace), stored(workspace), stored_draft(*KRUS(workspace))
    assert (before != after) == (name != "setting as usual")
    for _ in range(2):
        for _ in range(steps):
            assert undo(workspace).kind in ("plan", "settings")
        assert (in_force(workspace), stored(workspace), stored_draft(*KRUS(workspace))) == before
        assert undoable(workspace).subject == "deltaganden krus K-001"
        for _ in range(steps):
            redo(workspace)
        assert (in_force(workspace), stored(workspace), stored_draft(*KRUS(workspace))) == after


def KRUS(workspace):  # noqa: N802 - what is asked for
    return workspace, "insatser", {"insats": "krus"}


def test_the_first_plan_stays_and_it_is_said_why(workspace):
    assert undoable(workspace) is None
    with pytest.raises(DataError) as caught:
        undo(workspace)
    assert "the first plan, which stays" in caught.value.message
    assert len(reread(workspace).plans) == 1


def test_a_plan_that_somebody_changed_since_is_refused_by_its_year(workspace, plan, store_file):
    save(workspace, "deltaganden", an_entry())
    changed = change_plan(workspace, plan, without_goal(plan, 0))
    eva = a_workspace(store_file, actor="eva")
    change_plan(eva, changed.plans[0], plan)
    eva.close()
    before = stored(workspace)
    with pytest.raises(DataError) as caught:
        undo(workspace)
    assert caught.value.message.startswith("The plan of {year} was changed again")
    assert caught.value.params == {"year": "2021"}
    assert stored(workspace) == before


def test_a_plan_cannot_be_brought_back_over_a_newer_one(workspace, plan, store_file):
    change_plan(workspace, plan, without_goal(plan, 0))
    undo(workspace)
    eva = a_workspace(store_file, actor="eva")
    change_plan(eva, eva.plans[0], other_goal(plan))
    eva.close()
    with pytest.raises(DataError) as caught:
        redo(workspace)
    assert caught.value.params == {"year": "2021"}
    assert reread(workspace).plans[0].goals[0].text == "Något annat"


def test_a_new_intervention_of_a_plan_that_is_in_use_keeps_the_plan(workspace, plan):
    text = PLAN + '\n[[insats]]\ninsats = "ny"\nnamn = "Ny"\n'
    apply_plan(workspace.store, a_plan(text, year="2022"), actor="eva", now=lambda: NOW)
    eva = replace(workspace, actor="eva")
    save(workspace, "deltaganden", an_entry(insats="ny"))
    with pytest.raises(DataError) as caught:
        undo(eva)
    assert caught.value.params["row"] == "insatser ny"
    assert len(reread(workspace).plans) == 2


def test_another_setting_set_since_stays_and_the_same_one_is_refused(workspace, store_file):
    change_setting(workspace, "min_show", "8")
    eva = a_workspace(store_file, actor="eva")
    eva = change_setting(eva, "min_judge", "12")
    undo(workspace)
    assert reread(workspace).association.settings == {"min_judge": 12}
    redo(workspace)
    change_setting(reread(eva), "min_show", "9")
    eva.close()
    with pytest.raises(DataError) as caught:
        undo(workspace)
    assert caught.value.params["setting"] == workspace.language.text("Fewest persons to publish")
    assert reread(workspace).association.settings == {"min_judge": 12, "min_show": 9}


def test_the_key_of_deliveries_is_nobodys_to_take_back(workspace):
    save(workspace, "deltaganden", an_entry())
    change_setting(workspace, "min_show", "8")
    key = delivery_key(workspace)
    assert undoable(workspace).kind == "settings"
    undo(workspace)
    assert reread(workspace).association.settings == {DELIVERY_KEY: key}


ROWS = {
    "ekonomi": {"år": "2021", "slag": "administration", "benämning": "Kansli", "utfall": "5"},
    "bedömningar": {"mål": "arbete-studier", "period": "2021", "bedömning": "delvis"},
    "utskick": {"omgång": "h", "datum": "2021-11-01", "grupp": "deltagare_avslut", "antal": "9"},
    "enkätsvar": {"omgång": "h", "datum": "2021-11-01", "grupp": "deltagare_avslut", "svar": "1",
                  "fråga": "i1", "värde": "3"},
    "aktiviteter": {"mål": "presenterat", "benämning": "Möte", "senast": "2021-12-31"},
    "insatser": {"insats": "ny", "namn": "Ny", "inriktning": "individ"},
    "antal": {"från": "2020-01-01", "till": "2020-12-31", "insats": "krus", "mått": "deltagare",
              "täljare": "5"},
}  # fmt: skip
OTHERWISE = {"ekonomi": "utfall", "bedömningar": "kommentar", "utskick": "antal",
             "enkätsvar": "värde", "aktiviteter": "benämning", "insatser": "målgrupp",
             "antal": "täljare"}  # fmt: skip


@pytest.mark.parametrize("kind", ROWS)
def test_rows_of_every_kind_are_taken_back_and_so_are_their_corrections(workspace, kind):
    key = save(workspace, kind, ROWS[kind]).key
    correct(workspace, kind, key, {OTHERWISE[kind]: "2"}, "Felskrivet")
    column = OTHERWISE[kind]
    named = {**key, column: "2"} if column in key else key
    assert stored_draft(workspace, kind, named)[column] == "2"
    undo(workspace)
    assert stored_draft(workspace, kind, key)[column] == ROWS[kind].get(column, "")
    undo(workspace)
    with pytest.raises(DataError):
        stored_draft(workspace, kind, key)
    redo(workspace)
    redo(workspace)
    assert stored_draft(workspace, kind, named)[column] == "2"


def test_an_acceptance_is_taken_back(workspace):
    save(workspace, "deltaganden", an_entry(försörjning_före="ingen", tid_i_försörjning="1-2_år"))
    name = "försörjning_mot_tid"
    accept(workspace, name, "Kontrollerat")
    assert [each.check for each in accepted(workspace)] == [name]
    undo(workspace)
    assert accepted(workspace) == []
    redo(workspace)
    assert [each.reason for each in accepted(workspace)] == ["Kontrollerat"]

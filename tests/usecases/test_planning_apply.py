"""Applying plans: a new store, a new year, another association, and what stays as it was."""

import pytest
from sqlmodel import select

from db.associations import associations, plan_documents
from db.errors import StoreExistsError
from db.store import open_store
from db.tables import Intervention
from tests.factories import NOW, PLAN, a_plan, a_store, a_workspace, an_entry
from tracker.errors import DataError, UsageError
from tracker.planning import apply_plan, create_store
from tracker.plans import load, shipped
from tracker.registration import correct, history, save, stored_draft


def apply(place, plan):
    """Apply a plan to a store, as anna."""
    store = open_store(str(place))
    try:
        return apply_plan(store, plan, actor="anna", now=lambda: NOW)
    finally:
        store.close()


def intervention(place, key, association=None):
    """An intervention as a draft."""
    workspace = a_workspace(place, association=association)
    try:
        return stored_draft(workspace, "insatser", {"insats": key})
    finally:
        workspace.close()


def changed(old, new):
    """The plan of the examples with one text replaced."""
    assert old in PLAN
    return a_plan(PLAN.replace(old, new))


def test_a_new_store_has_association_plan_and_interventions(store_file):
    workspace = a_workspace(store_file)
    assert workspace.association.name == "Samordningsförbundet Exempel"
    assert workspace.association.controller == "Lillby kommun"
    assert [plan.year for plan in workspace.plans] == [2021]
    assert [goal.id for goal in workspace.plans[0].goals] == ["arbete-studier", "presenterat"]
    workspace.close()
    draft = intervention(store_file, "navet")
    assert (draft["namn"], draft["inriktning"], draft["uppföljningar"]) == (
        "Navet i Lillby",
        "individ",
        "3+6+12",
    )


def test_a_store_is_never_written_over(store_file):
    with pytest.raises(UsageError) as caught:
        create_store(str(store_file), a_plan(), controller=None, actor="x", now=lambda: NOW)
    assert isinstance(caught.value.__cause__, StoreExistsError)
    assert a_workspace(store_file).association.controller == "Lillby kommun"


@pytest.mark.parametrize("plan_id", shipped())
def test_every_shipped_plan_makes_a_store(tmp_path, plan_id):
    plan = load(plan_id)
    workspace = a_workspace(a_store(tmp_path, plan))
    assert workspace.plans == (plan,)
    keys = {each.key for each in plan.interventions}
    with workspace.store.read() as session:
        stored = session.exec(select(Intervention)).all()
    assert {row.key for row in stored} == keys
    workspace.close()


def test_a_plan_that_says_no_more_than_the_id_of_an_intervention_is_enough(tmp_path):
    text = PLAN + '\n[[insats]]\ninsats = "bara-id"\n'
    draft = intervention(a_store(tmp_path, a_plan(text)), "bara-id")
    assert (draft["namn"], draft["inriktning"]) == ("bara-id", "individ")


def test_an_identifier_in_a_plan_stops_it_before_anything_is_created(tmp_path):
    plan = changed('namn = "KRUS"', 'namn = "KRUS, ring 070-123 45 67"')
    place = str(tmp_path / "tracker.db")
    with pytest.raises(DataError) as caught:
        create_store(place, plan, controller=None, actor="anna", now=lambda: NOW)
    [problem] = caught.value.problems
    assert problem.column == "krus.namn"
    assert list(tmp_path.iterdir()) == []


def test_a_new_year_stands_beside_the_earlier_one(store_file):
    applied = apply(store_file, a_plan(year="2022"))
    assert (applied.year, applied.new_association, applied.new_version) == (2022, False, True)
    assert applied.added == applied.changed == ()
    workspace = a_workspace(store_file)
    assert [plan.year for plan in workspace.plans] == [2021, 2022]
    workspace.close()


def test_changed_goals_of_a_year_replace_those_and_keep_the_version_before(store_file):
    before = a_workspace(store_file).plans
    apply(store_file, changed('target = "0.30"', 'target = "0.35"'))
    workspace = a_workspace(store_file)
    assert workspace.plans[0].goals[0].target_text == "0.35"
    assert before[0].goals[0].target_text == "0.30"
    assert [line.kind for line in history(workspace)] == ["plan", "plan"]
    workspace.close()


def test_the_same_plan_again_changes_nothing(store_file):
    applied = apply(store_file, a_plan())
    assert not applied.new_version
    workspace = a_workspace(store_file)
    assert len(history(workspace)) == 1
    workspace.close()


def test_interventions_are_added_filled_and_changed(store_file):
    text = PLAN.replace('namn = "KRUS"', 'namn = "KRUS 2"\nägare = "Lillby kommun"')
    applied = apply(store_file, a_plan(text + '\n[[insats]]\ninsats = "ny"\nnamn = "Ny"\n'))
    assert (applied.added, applied.changed, applied.kept) == (("ny",), ("krus",), ())
    assert intervention(store_file, "krus")["namn"] == "KRUS 2"
    assert intervention(store_file, "krus")["ägare"] == "Lillby kommun"
    assert intervention(store_file, "krus")["start"] == "2019-01-01"
    assert intervention(store_file, "ny")["namn"] == "Ny"


def test_what_was_corrected_by_hand_stays(store_file):
    workspace = a_workspace(store_file)
    correct(workspace, "insatser", {"insats": "krus"}, {"namn": "Krus i Lillby"})
    workspace.close()
    applied = apply(store_file, changed('namn = "KRUS"', 'namn = "KRUS"\nmålgrupp = "unga"'))
    assert (applied.changed, applied.kept) == (("krus",), ("krus",))
    assert intervention(store_file, "krus")["namn"] == "Krus i Lillby"
    assert intervention(store_file, "krus")["målgrupp"] == "unga"


def test_the_plan_of_an_earlier_year_only_fills(store_file):
    text = PLAN.replace("2021", "2020").replace('namn = "KRUS"', 'namn = "Förr"\nesf = true')
    applied = apply(store_file, a_plan(text))
    assert applied.changed == ("krus",)
    assert intervention(store_file, "krus")["namn"] == "KRUS"
    assert intervention(store_file, "krus")["esf"] == "ja"


def test_interventions_that_a_plan_no_longer_names_stay(store_file):
    workspace = a_workspace(store_file)
    save(workspace, "deltaganden", an_entry())
    workspace.close()
    start = PLAN.index("[[insats]]")
    end = PLAN.index("[[question]]")
    apply(store_file, a_plan(PLAN[:start] + PLAN[end:]))
    assert intervention(store_file, "krus")["namn"] == "KRUS"


def test_another_association_is_added_beside(store_file):
    applied = apply(store_file, a_plan(association="Andra förbundet"))
    assert applied.new_association
    assert applied.added == ("krus", "navet", "guiden")
    store = open_store(str(store_file))
    with store.read() as session:
        first, second = associations(session)
        assert (first.name, first.controller) == ("Andra förbundet", None)
        assert (
            len(plan_documents(session, first.id)) == len(plan_documents(session, second.id)) == 1
        )
    store.close()

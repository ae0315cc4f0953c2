"""Saved views: those that all have, one's own, and none of anybody else's."""

from dataclasses import replace

import pytest

from db.pages import EpisodeState
from tests.factories import a_workspace
from tracker.errors import DataError
from tracker.register.searching import Search
from tracker.register.views import drop, save_view, views

WANTED = Search("kvinna", "krus", EpisodeState.ENDED, this_year=True, column="kön")


def own(workspace):
    return {view.name: view.search for view in views(workspace) if view.is_own}


def test_everybody_has_the_usual_ones(workspace):
    names = [view.name for view in views(workspace)]
    assert names == ["Alla", "Pågående", "Avslutade i år", "Utfall saknas"]


def test_a_view_comes_back_as_it_was_saved(workspace):
    save_view(workspace, " Kvinnor  i KRUS ", WANTED)
    assert own(workspace) == {"Kvinnor i KRUS": WANTED}


def test_the_same_name_replaces(workspace):
    save_view(workspace, "min", WANTED)
    save_view(workspace, "min", Search("k-1"))
    assert own(workspace) == {"min": Search("k-1")}


def test_another_person_has_other_views(store_file):
    anna, bo = a_workspace(store_file), a_workspace(store_file, actor="bo")
    save_view(anna, "min", WANTED)
    save_view(bo, "min", Search("k-2"))
    drop(bo, "min")
    assert (own(anna), own(bo)) == ({"min": WANTED}, {})
    drop(bo, "min")
    anna.close()
    bo.close()


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "19850101-1234", "anna@lillby.se"])
def test_a_name_that_cannot_be_one_is_refused(workspace, name):
    with pytest.raises(DataError) as refused:
        save_view(workspace, name, WANTED)
    said = str(refused.value) + str(refused.value.problems)
    assert not name.strip() or name not in said
    assert own(workspace) == {}


def test_what_another_version_stored_is_passed_over(workspace, monkeypatch):
    monkeypatch.setattr(
        "tracker.register.views._document",
        lambda search: {**vars(replace(search, state=None)), "column": "sko", "new": 1},
    )
    save_view(workspace, "min", WANTED)
    assert own(workspace) == {"min": replace(WANTED, state=None, column="startdatum")}

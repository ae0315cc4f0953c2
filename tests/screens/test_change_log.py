"""Ändringslogg by keyboard: who, when, what; old and new; filter, pages, taking back."""

import pytest

from db.records import begin_change
from tests.factories import NOW, a_store, a_workspace, an_entry
from tests.screens.at_pane import at_pane
from tests.screens.painted import text_of
from tracker.registration import correct, episode, save, void
from tui.screens.confirm import Confirm

KEY = {"insats": "krus", "deltagande": "K-1"}


@pytest.fixture
def small(tmp_path):
    """A store with a plan and nothing else."""
    opened = a_workspace(a_store(tmp_path / "small"))
    yield opened
    opened.close()


@pytest.fixture
def changed(small):
    """An entry of anna's that she has corrected."""
    save(small, "deltaganden", an_entry(deltagande="K-1"))
    correct(small, "deltaganden", KEY, {"kön": "man", "hälsa_före": ""})
    return small


def what(keys):
    return [line.cells[2] for line in keys.pane.table.lines]


async def test_a_new_store_has_the_plan_alone(small):
    async with at_pane(small, "changes") as keys:
        assert what(keys) == ["Plan inläst: exempel-2021, 3 rader"]
        assert "Inget som fanns förut ändrades." in keys.told("guidance")


async def test_a_change_is_who_when_what_and_old_and_new(changed):
    async with at_pane(changed, "changes") as keys:
        when, who, said = keys.row()
        assert (who, said) == ("anna", "Rättat: deltaganden krus K-1, 1 rad")
        assert when.startswith("2022-03-01")
        told = keys.told("guidance").splitlines()
        assert told[1:] == [
            "deltaganden krus K-1",
            "  Kön: kvinna → man",
            "  Hälsa före: 2 → –",
        ]
        await keys.type("down")
        assert "Registrerat" in keys.told("guidance")


async def test_why_something_was_corrected_is_shown_and_found(small):
    save(small, "deltaganden", an_entry(deltagande="K-1"))
    correct(small, "deltaganden", KEY, {"kön": "man"}, reason="Felskrivet")
    async with at_pane(small, "changes") as keys:
        assert "Skäl: Felskrivet" in keys.told("guidance")
        await keys.type("/felskr enter")
        assert what(keys) == ["Rättat: deltaganden krus K-1, 1 rad"]


async def test_typing_narrows_and_escape_shows_everything(changed):
    save(changed, "deltaganden", an_entry(deltagande="K-2"))
    async with at_pane(changed, "changes") as keys:
        await keys.type("/k-2 enter")
        assert what(keys) == ["Registrerat: deltaganden krus K-2, 1 rad"]
        await keys.type("/zz")
        assert "Inget stämmer" in keys.told("nobody")
        await keys.type("escape escape")
        assert len(what(keys)) == 4


async def test_taking_back_names_the_change_and_asks_first(changed):
    async with at_pane(changed, "changes") as keys:
        await keys.type("ctrl+z")
        assert isinstance(keys.screen, Confirm)
        assert "Rättat: deltaganden krus K-1" in keys.screen.question
        await keys.type("escape")
        assert episode(changed, "krus", "K-1")["kön"] == "man"
        await keys.type("ctrl+z right enter")
        assert episode(changed, "krus", "K-1")["kön"] == "kvinna"
        assert what(keys)[:2] == [
            "Ångrat: deltaganden krus K-1, 1 rad",
            "Rättat: deltaganden krus K-1, 1 rad (ångrad)",
        ]
        await keys.type("u")
        assert episode(changed, "krus", "K-1")["kön"] == "man"


async def test_only_ones_own_change_can_be_taken_back(changed, tmp_path):
    nils = a_workspace(tmp_path / "small" / "tracker.db", actor="nils")
    async with at_pane(nils, "changes") as keys:
        await keys.type("ctrl+z")
        assert not isinstance(keys.screen, Confirm)
        assert "ingen ändring" in keys.happened.lower()
    nils.close()


async def test_a_change_that_another_rests_on_is_refused_with_the_row(changed, tmp_path):
    eva = a_workspace(tmp_path / "small" / "tracker.db", actor="eva")
    void(eva, "krus", "K-1")
    eva.close()
    async with at_pane(changed, "changes") as keys:
        await keys.type("ctrl+z right enter")
        assert "deltaganden krus K-1" in keys.happened
        assert episode(changed, "krus", "K-1")["kön"] == "man"


async def test_many_changes_come_a_page_at_a_time(small):
    with small.store.write() as session:
        for number in range(450):
            begin_change(
                session, association_id=1, at=NOW, by="anna", kind="log", subject=f"rad {number}"
            )
    async with at_pane(small, "changes") as keys:
        assert len(keys.pane.shown) == 200
        assert keys.row()[2] == "Registrerat: rad 449, 0 rader"
        await keys.type("end")
        assert len(keys.pane.shown) == 400
        await keys.type("end end end")
        assert len(keys.pane.shown) == 451
        assert keys.row()[2] == "Plan inläst: exempel-2021, 3 rader"


async def test_enter_goes_to_what_was_altered_and_escape_back(changed):
    async with at_pane(changed, "changes") as keys:
        await keys.type("enter")
        assert keys.app.focused.id == "detail"
        await keys.type("escape")
        assert keys.app.focused is keys.pane.table


async def test_what_is_saved_elsewhere_stands_in_the_log(changed):
    async with at_pane(changed, "changes") as keys:
        await keys.type("7 g ok enter 0")
        assert what(keys)[0] == "Registrerat: datakvalitet sen_registrering, 1 rad"


async def test_wide_screens_show_what_was_altered_beside(changed):
    async with at_pane(changed, "changes", (140, 36)) as keys:
        line = next(each for each in text_of(keys.app).split("│") if "Kön" in each)
        assert "kvinna → man" in line

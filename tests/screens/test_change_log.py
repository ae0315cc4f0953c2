"""Ändringslogg by keyboard: who, when, what; old and new; filter, pages, taking back."""

from dataclasses import replace

import pytest

from db.records import begin_change
from tests.factories import NOW, a_store, a_workspace, an_entry
from tests.screens.at_pane import at_pane
from tests.screens.painted import text_of
from tracker.planning import change_plan
from tracker.registration import correct, episode, save, undo, void
from tracker.settings import change_setting
from tui.screens.change_log.screen import ChangeScreen
from tui.screens.questions.choice import ChoiceScreen
from tui.screens.questions.confirm import Confirm
from tui.screens.register.row_history import RowHistoryScreen

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
        told = keys.told("guidance")
        assert "exempel-2021: arbete-studier\n  arbete-studier: tillagd" in told


async def test_a_change_is_who_when_what_and_old_and_new(changed):
    async with at_pane(changed, "changes") as keys:
        when, who, said = keys.row()
        assert (who, said) == ("anna", "Rättat: deltaganden krus K-1, 1 rad")
        assert when.startswith("2022-03-01")
        told = keys.told("guidance").splitlines()
        assert told[1:] == [
            "Deltaganden krus K-1",
            "  Kön: Kvinna → Man",
            "  Hälsa före: … → …",
        ]
        await keys.type("down")
        told = keys.told("guidance").splitlines()
        assert told[1:3] == ["Deltaganden krus K-1", "  Deltaganden krus K-1: tillagd"]
        assert "  Kön: Kvinna" in told, "as it was registered"
        assert "  Hälsa före: …" in told, "ratings stay hidden until the exit"


async def test_a_row_that_was_voided_or_taken_back_keeps_what_it_held(changed):
    void(changed, "krus", "K-1")
    undo(changed)
    undo(changed)
    undo(changed)
    async with at_pane(changed, "changes") as keys:
        told = keys.told("guidance").splitlines()
        assert "  Deltaganden krus K-1: borttagen" in told
        assert "  Kön: Kvinna" in told
        await keys.type("down down down")
        assert "  Anledning till avslut: tomt → Felregistrering" in keys.told("guidance")
        await keys.type("end up")
        assert "  Kön: Kvinna" in keys.told("guidance").splitlines()


async def test_plans_and_settings_say_what_was_before(small):
    plan = small.plans[0]
    goal = replace(plan.goals[0], text="Något annat", success=("plan",), target_text="0.375")
    other = replace(plan, goals=(goal, *plan.goals[1:]))
    change_setting(change_plan(small, plan, other), "min_show", "8")
    async with at_pane(small, "changes") as keys:
        assert "  Minsta antal att publicera: som vanligt → 8" in keys.told("guidance")
        await keys.type("down")
        said = keys.told("guidance")
        assert "exempel-2021: arbete-studier" in said
        assert f"{plan.goals[0].text} → Något annat" in said
        assert "Räknas som uppnått: Arbete, Studier → Har en plan" in said
        assert "Målvärde: 30\N{NO-BREAK SPACE}% → 37,5\N{NO-BREAK SPACE}%" in said
        undo(small)
        undo(small)
        await keys.type("f5 home")
        assert f"Något annat → {plan.goals[0].text}" in keys.told("guidance")
        await keys.type("h")
        assert isinstance(keys.screen, RowHistoryScreen)
        done = [entry.done for entry in keys.screen.entries]
        assert done == ["Ångrat", "Plan inläst", "Plan inläst"]


async def test_enter_shows_all_of_a_change_and_h_the_history_of_its_row(changed):
    assess = {"mål": "arbete-studier", "period": "2021", "bedömning": "delvis"}
    save(changed, "bedömningar", {**assess, "kommentar": "lång text " * 40})
    async with at_pane(changed, "changes") as keys:
        assert "↵ visar allt." in keys.told("guidance")
        await keys.type("enter")
        assert isinstance(keys.screen, ChangeScreen)
        (thing,) = keys.screen.things
        assert ("lång text " * 40).strip() in [each.text for each in thing.alterations]
        await keys.type("escape down h")
        assert isinstance(keys.screen, RowHistoryScreen)
        assert [entry.done for entry in keys.screen.entries] == ["Rättat", "Registrerat"]
        assert "Deltaganden krus K-1" in text_of(keys.app)
        await keys.type("escape enter h")
        assert isinstance(keys.screen, RowHistoryScreen)
        await keys.type("escape")
        assert isinstance(keys.screen, ChangeScreen), "back to the change that it was asked from"
        await keys.type("escape")
        assert keys.app.focused is keys.pane.table


async def test_of_several_rows_one_is_chosen_for_its_history(small):
    async with at_pane(small, "changes") as keys:
        await keys.type("h")
        assert isinstance(keys.screen, ChoiceScreen)
        await keys.type("krus enter")
        assert isinstance(keys.screen, RowHistoryScreen)
        assert "Insatser krus" in text_of(keys.app)


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
        assert keys.row()[2] == "Registrerat: rad 449"
        await keys.type("end")
        assert len(keys.pane.shown) == 400
        await keys.type("end end end")
        assert len(keys.pane.shown) == 451
        assert keys.row()[2] == "Plan inläst: exempel-2021, 3 rader"


async def test_what_is_saved_elsewhere_stands_in_the_log(changed):
    async with at_pane(changed, "changes") as keys:
        await keys.type("7 g ok enter 0")
        assert what(keys)[0] == "Registrerat: datakvalitet sen_registrering, 1 rad"


async def test_wide_screens_show_what_was_altered_beside(changed):
    async with at_pane(changed, "changes", (140, 36)) as keys:
        line = next(each for each in text_of(keys.app).split("│") if "Kön" in each)
        assert "Kvinna → Man" in line

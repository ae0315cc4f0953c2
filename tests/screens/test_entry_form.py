"""The form of an entry: what it proposes, warns of, refuses and saves."""

import pytest

from tests.factories import an_entry
from tests.screens.keyboard import at_register
from tracker.registration import episode, save
from tui.screens.forms.entry import EntryForm
from tui.screens.questions.confirm import Confirm


async def test_the_number_follows_the_intervention_until_one_is_typed(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/krus escape n shift+tab shift+tab väg enter")
        assert keys.field("insats").draft == "vägknuten"
        assert keys.field("deltagande").draft == "V-108"
        assert keys.focused == "kön"
        await keys.type("shift+tab V-500 shift+tab krus enter")
        assert keys.focused == "deltagande"
        assert keys.field("deltagande").draft == "V-500"


@pytest.mark.parametrize(
    ("number", "warning"),
    [("Anna-1", "namn eller initialer"), ("840312", "födelsedatum"), ("K-777", "")],
)
async def test_warns_of_numbers_that_tell_who_it_is(workspace, number, warning):
    async with at_register(workspace) as keys:
        await keys.type(f"/krus escape n shift+tab {number} enter")
        assert warning in keys.field("deltagande").warning
        assert bool(warning) == bool(keys.field("deltagande").warning)


async def test_a_personnummer_is_refused_and_not_repeated(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/krus escape n shift+tab 19840312-1234 enter")
        problem = keys.field("deltagande").problem
        assert problem
        assert "1234" not in problem


async def test_a_twin_is_warned_of_once_and_can_still_be_saved(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-200", startdatum="2022-01-03"))
    async with at_register(workspace) as keys:
        await keys.type("/krus escape")
        await keys.type("n k enter 30 enter enter 3/1 ctrl+s")
        assert isinstance(keys.screen, EntryForm)
        assert "K-200" in keys.notice
        assert keys.field("kön").draft == "kvinna"
        await keys.type("ctrl+s")
        assert keys.happened == "Sparat: K-201 har startat. ctrl+z ångrar."


async def test_a_refused_draft_comes_back_with_everything_and_the_reason(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/krus escape n m enter 30 enter")
        save(workspace, "deltaganden", an_entry(deltagande="K-110"))
        await keys.type("ctrl+s")
        assert isinstance(keys.screen, EntryForm)
        assert "redan" in keys.field("deltagande").problem
        assert keys.field("kön").draft == "man"
        assert keys.focused == "deltagande"
        await keys.type("K-111 ctrl+s")
        assert keys.happened == "Sparat: K-111 har startat. ctrl+z ångrar."


async def test_escape_asks_only_when_something_would_be_lost(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/krus escape n escape")
        assert not isinstance(keys.screen, EntryForm | Confirm)
        await keys.type("n k enter escape")
        assert isinstance(keys.screen, Confirm)
        assert str(keys.screen.focused.label) == "Fortsätt fylla i"
        await keys.type("escape")
        assert keys.field("kön").draft == "kvinna"
        await keys.type("escape right enter")
        assert not isinstance(keys.screen, EntryForm | Confirm)


async def test_the_rest_folds_away_until_it_is_asked_for(workspace):
    async with at_register(workspace) as keys:
        await keys.type("n")
        assert not keys.field("hälsa_före").display
        await keys.type("f6")
        assert keys.field("hälsa_före").display
        await keys.type("f6")
        assert not keys.field("hälsa_före").display


async def test_seeking_work_is_asked_only_of_who_neither_works_nor_studies(workspace):
    async with at_register(workspace) as keys:
        await keys.type("n")
        assert not keys.field("arbetssökande_före").display
        keys.field("arbete_före").input.focus()
        await keys.type("0 enter 0 enter")
        assert keys.focused == "arbetssökande_före"
        await keys.type("shift+tab 50")
        assert not keys.field("arbetssökande_före").display


async def test_a_wrong_entry_is_corrected_in_the_same_form(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/k-109 escape r")
        assert keys.field("kön").draft == "man"
        await keys.type("down")
        keys.field("kön").input.focus()
        await keys.type("k enter ctrl+s felskrivet enter")
        assert keys.happened == "K-109 är rättad. ctrl+z ångrar."
    assert episode(workspace, "krus", "K-109")["kön"] == "kvinna"


async def test_what_was_so_the_last_time_is_proposed_and_said_to_be(workspace):
    last = {"initierad_av": "region", "kommun": "Nybro kommun", "deltagande": "K-200"}
    save(workspace, "deltaganden", an_entry(**last))
    save(workspace, "deltaganden", an_entry(insats="samba", deltagande="S-200", initierad_av="AF"))
    async with at_register(workspace) as keys:
        await keys.type("/samba escape n")
        assert keys.field("insats").draft == "samba"
        assert keys.field("initierad_av").draft == "AF"
        assert keys.field("initierad_av").beside() == "som sist"
        await keys.type("shift+tab shift+tab krus enter")
        assert keys.field("initierad_av").draft == "region"
        assert keys.field("kommun").draft == "Nybro kommun"
        assert keys.field("kön").draft == ""
        keys.field("initierad_av").input.focus()
        await keys.type("k enter")
        assert keys.field("initierad_av").beside() == ""


async def test_not_known_declined_and_later_by_one_key_each(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/krus escape n f8 f9 f7 enter enter f8")
        assert keys.field("kön").draft == "vet_ej"
        assert keys.field("åldersgrupp").draft == "vill_ej"
        assert keys.field("kommun").draft == ""
        assert keys.field("initierad_av").draft == ""
        assert keys.field("utbildning").input.value == "Vet ej"


async def test_help_follows_the_field(workspace):
    async with at_register(workspace) as keys:
        await keys.type("n shift+tab f1")
        shown = keys.screen.query_one("#help")
        assert "personnummer" in str(shown.content)
        await keys.type("tab")
        assert "ordet" in str(shown.content)
        await keys.type("f1")
        assert not shown.display


async def test_escape_closes_the_help_before_the_form(workspace):
    async with at_register(workspace) as keys:
        await keys.type("n k enter f1")
        shown = keys.screen.query_one("#help")
        assert shown.display
        await keys.type("escape")
        assert not shown.display
        assert keys.field("kön").draft == "kvinna"
        await keys.type("escape")
        assert isinstance(keys.screen, Confirm)

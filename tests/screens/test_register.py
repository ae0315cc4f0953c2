"""The register: reading, looking for, and what is done to a row, by keyboard."""

import pytest

from tests.factories import an_entry, an_exit
from tests.screens.keyboard import at_register, said
from tracker.registration import episode, save, void
from tui.screens.forms.entry import EntryForm
from tui.screens.forms.exit import ExitForm
from tui.screens.questions.reason import AskReason


async def test_opens_on_the_latest_start_with_the_keys_for_the_table(workspace):
    async with at_register(workspace) as keys:
        starts = [row.start for row in keys.pane.table.shown]
        assert starts == sorted(starts, reverse=True)
        assert keys.app.focused is keys.pane.table


async def test_reads_on_when_the_end_is_near(workspace, monkeypatch):
    monkeypatch.setattr("tracker.register.pages.read_page.__defaults__", (None, 30))
    async with at_register(workspace) as keys:
        assert len(keys.numbers) == 30
        await keys.type("end")
        assert len(keys.numbers) == 60
        await keys.type("end end end end")
        assert len(set(keys.pane.table.shown)) == len(keys.numbers) == 135


async def test_typing_narrows_at_once(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/k-10")
        assert keys.numbers == [f"K-10{number}" for number in range(9, 0, -1)]
        await keys.type("9")
        assert keys.numbers == ["K-109"]


async def test_enter_opens_the_only_one_that_matches(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/k-109 enter")
        assert isinstance(keys.screen, ExitForm)


async def test_enter_goes_to_the_table_when_several_match(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/k-10 enter")
        assert keys.app.focused is keys.pane.table
        assert not isinstance(keys.screen, ExitForm)


async def test_words_for_states_can_be_typed(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/utfall space saknas")
        assert len(keys.numbers) == 14
        assert {row.work for row in keys.pane.table.shown} == {"saknas"}


async def test_chips_step_through_states_and_interventions(workspace):
    async with at_register(workspace) as keys:
        await keys.type("f")
        assert all(row.is_ongoing for row in keys.pane.table.shown)
        await keys.type("ii")
        assert len({row.insats for row in keys.pane.table.shown}) <= 1
        await keys.type("escape")
        assert len(keys.numbers) == 135


async def test_the_order_turns(workspace):
    async with at_register(workspace) as keys:
        await keys.type("right right right right right s")
        ends = [row.end for row in keys.pane.table.shown if row.end]
        assert ends == sorted(ends, reverse=True)
        assert keys.pane.table.shown[0].end is not None


async def test_chips_can_be_clicked(workspace):
    async with at_register(workspace) as keys:
        await keys.pilot.click("#state-1")
        await keys.type("end")
        assert all(row.is_ongoing for row in keys.pane.table.shown)
        assert len(keys.numbers) == 23


async def test_nobody_found_says_how_to_go_on(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/zzz")
        assert "Esc visar alla" in said(keys.pane.query_one("#nobody"))
        await keys.type("escape escape")
        assert len(keys.numbers) == 135
        assert said(keys.pane.query_one("#nobody")) == ""


async def test_void_asks_first_and_undo_takes_it_back(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/k-109 escape v")
        assert isinstance(keys.screen, AskReason)
        await keys.type("escape")
        assert episode(workspace, "krus", "K-109")["avslutsanledning"] == ""
        await keys.type("v enter enter")
        assert keys.pane.table.current.reason == "Makulerad"
        assert "makulerad" in keys.happened
        await keys.type("ctrl+z")
        assert keys.pane.table.current.is_ongoing
        assert keys.happened == "Ångrat: makuleringen av krus K-109. ctrl+y gör om."
        await keys.type("u")
        assert keys.pane.table.current.voided


async def test_a_voided_row_opens_no_form(workspace):
    void(workspace, "krus", "K-109")
    async with at_register(workspace) as keys:
        await keys.type("/k-109 enter")
        assert keys.happened == "K-109 är makulerad och kan inte ändras."
        await keys.type("v")
        assert not isinstance(keys.screen, AskReason)


async def test_undo_with_nothing_of_ones_own_says_so(workspace):
    async with at_register(workspace) as keys:
        await keys.type("ctrl+z")
        assert "ingen ändring" in keys.happened.lower() or "ångra" in keys.happened.lower()


async def test_the_cursor_stands_on_the_row_that_was_changed(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-900", startdatum="2020-05-05"))
    async with at_register(workspace) as keys:
        await keys.type("/krus escape")
        await keys.type("end r ctrl+s")
        assert keys.happened == "Ingenting skilde sig, så ingenting ändrades."


async def test_refresh_shows_what_somebody_else_saved(workspace):
    async with at_register(workspace) as keys:
        save(workspace, "deltaganden", an_entry(deltagande="K-901", startdatum="2022-02-28"))
        await keys.type("f5")
        assert keys.numbers[0] == "K-901"


async def test_an_ended_one_opens_for_correction(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-902") | an_exit())
    async with at_register(workspace) as keys:
        await keys.type("/k-902 enter")
        assert keys.screen.start.is_correction


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_n_opens_an_entry_in_the_intervention_of_the_row(workspace, size):
    async with at_register(workspace, size) as keys:
        await keys.type("/k-109 escape n")
        assert isinstance(keys.screen, EntryForm)
        assert keys.screen.draft["insats"] == "krus"
        assert keys.screen.draft["deltagande"] == "K-110"

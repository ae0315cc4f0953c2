"""The register: one cell, all of a row, its history, views, copies and reasons, by keyboard."""

import base64

from db.pages import EpisodeState
from tests.factories import an_entry, an_exit
from tests.screens.keyboard import at_register, said, settled
from tests.screens.painted import text_of
from tracker.register.copying import cells
from tracker.register.row_history import row_history
from tracker.register.searching import COLUMNS
from tracker.register.views import views
from tracker.registration import record_exit, save
from tui.screens.forms.exit import ExitForm
from tui.screens.questions.reason import AskReason
from tui.screens.register.row_history import RowHistoryScreen
from tui.screens.register.views import ViewsScreen
from tui.screens.register.whole_row import WholeRowScreen


def cell(keys):
    return said(keys.pane.query_one("#cell"))


def ended(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-052"))
    record_exit(workspace, "krus", "K-052", an_exit())
    return workspace


async def test_the_cell_that_is_looked_at_stands_in_full(workspace):
    async with at_register(ended(workspace)) as keys:
        await keys.type("/k-052 escape")
        assert cell(keys) == "Nummer: K-052"
        await keys.type("right right right right right right")
        assert cell(keys) == f"Anledning: {cells(keys.pane.table.current)[6]}"
        assert "…" not in cell(keys)
        await keys.type("left left left left left left left left")
        assert keys.pane.table.column == "deltagande"


async def test_no_cell_on_the_narrow_screen_is_cut_without_a_way_to_read_it(workspace):
    async with at_register(ended(workspace)) as keys:
        await keys.type("/k-052 escape")
        for text in cells(keys.pane.table.current):
            assert (text or "–") in cell(keys)
            await keys.type("right")


async def test_space_shows_all_of_the_row_from_that_cell_on(workspace):
    async with at_register(ended(workspace)) as keys:
        await keys.type("/k-052 escape right right space")
        assert isinstance(keys.screen, WholeRowScreen)
        assert keys.screen.cells[keys.screen.query_one("OptionList").highlighted].column == "kön"
        await keys.type("c")
        assert keys.app.clipboard == "Kvinna"
        await keys.type("C")
        assert "Kvinna" in keys.app.clipboard
        assert len(keys.app.clipboard.splitlines()) == 32
        await keys.type("h")
        assert isinstance(keys.screen, RowHistoryScreen)
        await keys.type("escape")
        assert keys.app.focused is keys.pane.table
        await keys.type("space space")
        assert keys.app.focused is keys.pane.table


async def test_the_row_that_was_found_stays_marked_when_all_are_shown_again(workspace):
    async with at_register(ended(workspace)) as keys:
        last = keys.pane.table.shown[-1].number
        await keys.type(f"/{last} escape")
        assert len(keys.pane.table.shown) == 1
        await keys.type("escape")
        assert len(keys.pane.table.shown) > 1
        assert keys.pane.table.current.number == last


async def test_h_shows_who_changed_the_row_and_why(workspace):
    async with at_register(ended(workspace)) as keys:
        await keys.type("/k-052 escape h")
        assert isinstance(keys.screen, RowHistoryScreen)
        shown = text_of(keys.app)
        assert "anna · Registrerat" in shown
        assert "tomt → 2022-01-20" in shown or "20 januari 2022" in shown
        await keys.type("escape")
        assert keys.app.focused is keys.pane.table


async def test_a_correction_asks_why_and_keeps_it(workspace):
    async with at_register(ended(workspace)) as keys:
        await keys.type("/k-052 enter")
        assert isinstance(keys.screen, ExitForm)
        await keys.type("21/1 ctrl+s")
        assert isinstance(keys.screen, AskReason)
        await keys.type("escape")
        assert isinstance(keys.screen, ExitForm)
        await keys.type("ctrl+s fel space dag enter")
        assert keys.happened.startswith("K-052 är rättad.")
    assert row_history(workspace, "krus", "K-052")[0].reason == "fel dag"


async def test_filling_in_what_was_missing_asks_nothing(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-052"))
    record_exit(workspace, "krus", "K-052", an_exit(får_kontaktas="") | {"får_kontaktas": ""})
    async with at_register(workspace) as keys:
        await keys.type("/k-052 escape r")
        await keys.type("ctrl+s")
        assert not isinstance(keys.screen, AskReason)


async def test_a_usual_reason_is_chosen_without_typing(workspace):
    async with at_register(ended(workspace)) as keys:
        await keys.type("/k-052 escape v down down enter")
        assert keys.pane.table.current.voided
    assert row_history(workspace, "krus", "K-052")[0].reason == "Registrerad av misstag"


async def test_a_reason_that_names_somebody_is_refused(workspace):
    async with at_register(ended(workspace)) as keys:
        await keys.type("/k-052 escape v 19850101-1234 enter")
        assert not keys.pane.table.current.voided
        assert "personnummer" in keys.happened
        assert "19850101" not in text_of(keys.app)


async def test_the_usual_views_are_two_keys_away(workspace):
    async with at_register(workspace) as keys:
        await keys.type("y down enter")
        assert keys.pane.bar.search.state is EpisodeState.ONGOING
        assert len(keys.numbers) == 23
        await keys.type("y down down down enter")
        assert {row.work for row in keys.pane.table.shown} == {"saknas"}
        await keys.type("y enter")
        assert len(keys.numbers) == 135


async def test_ended_this_year_leaves_out_the_year_before(workspace):
    async with at_register(ended(workspace)) as keys:
        await keys.type("y down down enter")
        assert keys.numbers == ["K-052"]
        assert "Avslutade i år" in text_of(keys.app)
        await keys.type("f")
        assert not keys.pane.bar.search.this_year


async def test_a_view_of_ones_own_is_saved_used_and_dropped(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/k-10 escape right right s y n mina enter")
        assert isinstance(keys.screen, ViewsScreen)
        assert "mina är sparad" in text_of(keys.app)
        await keys.type("escape escape")
        assert len(keys.numbers) == 135
        await keys.type("y up enter")
        assert len(keys.numbers) == 9
        assert keys.pane.bar.search.column == "kön"
        await keys.type("y up delete")
        assert "mina är borttagen" in text_of(keys.app)
        await keys.type("delete")
        assert "kan inte tas bort" in text_of(keys.app)


async def test_a_view_that_was_dropped_or_replaced_is_taken_back(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/k-10 escape y n mina enter up delete ctrl+z")
        assert "mina är som den var förut" in text_of(keys.app)
        await keys.type("escape escape y up enter")
        assert len(keys.numbers) == 9
        await keys.type("escape y n mina enter ctrl+z up enter")
        assert len(keys.numbers) == 9
        await keys.type("y n ny enter escape y ctrl+z")  # also after the list was closed
        names = {view.name for view in views(workspace)}
        assert ("mina" in names, "ny" in names) == (True, False)
        await keys.type("ctrl+z")
        assert {view.name for view in views(workspace)} == names


async def test_an_interventions_name_leaves_room_to_type(workspace):
    async with at_register(workspace) as keys:
        await keys.type("i")
        longest = max(keys.pane.bar.interventions.items(), key=lambda each: len(each[1]))
        while keys.pane.bar.search.insats != longest[0]:
            await keys.type("i")
        assert len(longest[1]) > 40
        assert keys.pane.bar.input.size.width > 25
        assert f"Insats: {longest[1][:10]}" in text_of(keys.app)


async def test_cell_row_and_table_are_copied(workspace):
    async with at_register(ended(workspace), (120, 36)) as keys:
        await keys.type("/k-052 escape c")
        assert (keys.app.clipboard, keys.happened) == ("K-052", "Kopierade: K-052")
        await keys.type("C")
        assert keys.app.clipboard.split("\t") == list(cells(keys.pane.table.current))
        await keys.type("T")
        head, row, *rest = keys.app.clipboard.splitlines()
        assert (len(head.split("\t")), row.split("\t")[0], rest) == (len(COLUMNS), "K-052", [])
        assert keys.happened == "Kopierade tabellen: 1 rad, för ett kalkylblad."


async def test_what_is_copied_goes_to_the_terminal_that_is_looked_at(workspace, monkeypatch):
    async with at_register(ended(workspace)) as keys:
        sent = []
        monkeypatch.setattr(keys.app._driver, "write", sent.append)
        await keys.type("/k-052 escape c")
        code = base64.b64encode(b"K-052").decode()
        assert f"\x1b]52;c;{code}\a" in sent


async def test_a_click_on_a_heading_sorts_and_another_turns(workspace):
    async with at_register(workspace) as keys:
        for first in (True, False):
            await keys.pilot.click("EpisodeTable", offset=(2, 0))
            await settled(keys.pilot)
            numbers = keys.numbers
            assert numbers == sorted(numbers, reverse=not first)


async def test_another_pane_can_ask_for_a_row(workspace):
    async with at_register(workspace) as keys:
        keys.pane.show_subject("krus K-005")
        await settled(keys.pilot)
        assert keys.numbers == ["K-005"]

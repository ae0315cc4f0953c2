"""The form of an exit: typed dates, codes by part of their words, facts from entry, corrections."""

import pytest

from tests.factories import an_entry, an_exit
from tests.screens.keyboard import at_register
from tests.screens.painted import text_of
from tracker.registration import episode, save
from tui.screens.forms.exit import ExitForm


@pytest.fixture
def with_k_052(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-052"))
    return workspace


async def test_dates_are_typed_as_people_do_and_answered_in_words(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter 20/1 enter")
        end = keys.field("slutdatum")
        assert end.draft == "2022-01-20"
        assert end.beside() == "torsdag 20 januari 2022 · 352 dagar"
        await keys.type("shift+tab idag enter")
        assert end.draft == "2022-03-01"


async def test_a_wrong_date_is_told_of_when_the_field_is_left(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter 31/2 enter")
        assert keys.field("slutdatum").problem.startswith("”31/2” är inget datum")
        await keys.type("shift+tab 28/2")
        assert keys.field("slutdatum").problem == ""


async def test_an_end_before_the_start_is_told_of_at_save(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter 1/1/20 enter enl enter ctrl+s")
        assert isinstance(keys.screen, ExitForm)
        assert "Startdatum" in keys.field("slutdatum").problem
        assert keys.focused == "slutdatum"
        assert keys.notice == "1 uppgift behöver rättas innan det går att spara."


async def test_saving_needs_a_date_and_a_reason(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter ctrl+s")
        assert keys.field("slutdatum").problem == "Fyll i Slutdatum."
        assert keys.field("avslutsanledning").problem
    assert episode(with_k_052, "krus", "K-052")["slutdatum"] == ""


async def test_matches_open_below_and_arrows_choose(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter enter s")
        reason = keys.field("avslutsanledning")
        assert reason.is_open
        await keys.type("down")
        second = reason.matches.highlighted_option.id
        await keys.type("enter")
        assert reason.draft == second
        assert keys.focused == "arbete_efter"


async def test_a_long_code_with_nothing_beside_it_has_the_room_of_the_line(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter enter enl enter")
        assert "Avslutad enligt plan (även tidigare till arbete" in text_of(keys.app)
        support = keys.field("försörjning_efter")
        assert support.beside()
        assert support.input.size.width < keys.field("avslutsanledning").input.size.width


async def test_words_that_need_the_line_have_it_before_what_stood_before(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter enter enter enter enter a-k")
        support = keys.field("försörjning_efter")
        await keys.type("tab shift+tab")
        assert "före:" in text_of(keys.app)
        support.fill("a-kassa+aktivitetsersättning")
        await keys.type("tab")
        assert "A-kassa + Aktivitetsersättning" in text_of(keys.app)
        support.fill("a-kassa+aktivitetsersättning+aktivitetsstöd")
        await keys.type("shift+tab tab")
        assert "A-kassa + Aktivitetsstöd" in support.beside()
        assert not support.has_class("-alone")


async def test_tab_takes_the_first_match_and_escape_only_closes(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter enter enl escape")
        assert isinstance(keys.screen, ExitForm)
        assert not keys.field("avslutsanledning").is_open
        await keys.type("i tab")
        assert keys.field("avslutsanledning").draft == "enligt_plan"
        assert keys.focused == "arbete_efter"


async def test_several_codes_with_plus_between(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter")
        keys.field("försörjning_efter").input.focus()
        await keys.type("förs+a-k enter")
        assert keys.field("försörjning_efter").draft == "a-kassa+försörjningsstöd"
        assert keys.focused == "nästa_steg"


async def test_one_sign_fills_in_what_stood_before(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter")
        keys.field("försörjning_efter").input.focus()
        await keys.type("=")
        assert keys.field("försörjning_efter").draft == "sjukpenning+försörjningsstöd"
        assert keys.focused == "nästa_steg"
        await keys.type("=")
        assert keys.field("nästa_steg").input.value == "="


async def test_part_time_with_decimals(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter 20/1 enter e enter 37,5 enter")
        assert keys.focused == "arbetstyp_efter"
        await keys.type("o enter 0 enter ctrl+s")
    assert episode(with_k_052, "krus", "K-052")["arbete_efter"] == "37,5"


async def test_none_cannot_stand_with_others(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter")
        keys.field("försörjning_efter").input.focus()
        await keys.type("ingen+a-k enter")
        assert "ingen" in keys.field("försörjning_efter").problem


async def test_one_answer_decides_what_else_is_asked(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter")
        kind, seeking = keys.field("arbetstyp_efter"), keys.field("arbetssökande_efter")
        assert not kind.display
        keys.field("arbete_efter").input.focus()
        await keys.type("50 enter")
        assert keys.focused == "arbetstyp_efter"
        await keys.type("o enter 0 enter")
        assert not seeking.display
        keys.field("arbete_efter").input.focus()
        await keys.type("0 enter")
        assert not kind.display
        assert seeking.display
        assert keys.screen.draft["arbetstyp_efter"] == ""


async def test_facts_from_entry_stand_beside_but_ratings_do_not(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter f6")
        assert "Sjukpenning" in keys.field("försörjning_efter").beside()
        assert keys.field("arbete_efter").beside().endswith("= före: 0 %")
        assert keys.field("hälsa_efter").beside() == ""
        await keys.type("1/2 enter enl enter")
        keys.field("hälsa_efter").input.focus()
        await keys.type("4 ctrl+s")
        assert "Hälsa före 2, Hälsa nu 4 (+2)." in keys.happened


async def test_saving_says_what_follows_and_what_is_missing(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter 20/1 enter enl enter 50 enter o enter ctrl+s")
        assert keys.happened == (
            "Sparat. Uppföljning 3 månader 20 april, 6 månader 20 juli. "
            "Saknas än: Studerar, Försörjning efter. ctrl+z ångrar."
        )
        assert keys.pane.table.current.work == "50 %"


async def test_undo_and_redo_of_an_exit(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter 20/1 enter enl enter ctrl+s")
        await keys.type("ctrl+z")
        assert keys.pane.table.current.is_ongoing
        await keys.type("ctrl+y")
        assert keys.pane.table.current.end is not None


async def test_an_exit_is_corrected_in_the_same_form(with_k_052):
    save(with_k_052, "deltaganden", an_entry(deltagande="K-053") | an_exit())
    async with at_register(with_k_052) as keys:
        await keys.type("/k-053 enter")
        assert keys.field("hälsa_efter").beside() == "före: 2"
        keys.field("arbete_efter").input.focus()
        await keys.type("0 enter ctrl+s felskrivet enter")
        assert keys.happened.startswith("K-053 är rättad.")
    stored = episode(with_k_052, "krus", "K-053")
    assert (stored["arbete_efter"], stored["arbetstyp_efter"]) == ("0", "")
    assert stored["slutdatum"] == "2022-01-20"


async def test_taking_the_end_date_away_makes_it_ongoing_again(with_k_052):
    save(with_k_052, "deltaganden", an_entry(deltagande="K-053") | an_exit())
    async with at_register(with_k_052) as keys:
        await keys.type("/k-053 enter")
        keys.field("slutdatum").input.focus()
        await keys.type("f7 ctrl+s felskrivet enter")
        assert keys.pane.table.current.is_ongoing
    stored = episode(with_k_052, "krus", "K-053")
    assert (stored["slutdatum"], stored["arbete_efter"]) == ("", "")


async def test_a_misregistration_voids(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/k-052 enter enter felreg enter ctrl+s")
        assert keys.happened.startswith("K-052 är makulerad")
        assert keys.pane.table.current.voided


async def test_leaving_a_field_by_mouse_takes_the_only_match(with_k_052):
    async with at_register(with_k_052, (120, 36)) as keys:
        await keys.type("/k-052 enter enter enl")
        await keys.pilot.click(keys.field("får_kontaktas").input)
        assert keys.field("avslutsanledning").draft == "enligt_plan"


async def test_a_match_can_be_clicked(with_k_052):
    async with at_register(with_k_052, (120, 36)) as keys:
        await keys.type("/k-052 enter enter e")
        reason = keys.field("avslutsanledning")
        await keys.pilot.click(reason.matches, offset=(4, 2))
        assert reason.draft == "eget_avbrott"
        assert keys.focused == "avslutsanledning"

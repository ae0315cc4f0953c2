"""The form of a follow-up: which one it proposes, what it asks of whom, and what it says after."""

import pytest

from tests.factories import a_follow_up, an_entry, an_exit
from tests.screens.keyboard import at_register, said
from tracker.registration import save, stored_draft
from tui.screens.forms.follow_up import FollowUpForm

KEY = {"insats": "krus", "deltagande": "K-052"}


@pytest.fixture
def exited(workspace):
    """Somebody who ended so long ago that two follow-ups could have been made."""
    save(workspace, "deltaganden", an_entry(**KEY) | an_exit(slutdatum="2021-08-20"))
    return workspace


def follow_up(workspace, months):
    """A stored follow-up."""
    return stored_draft(workspace, "uppföljningar", {**KEY, "månader": str(months)})


async def opened(keys):
    """Go to the row and open its follow-up."""
    await keys.type("/k-052 escape m")
    assert isinstance(keys.screen, FollowUpForm)


async def test_the_first_one_that_is_to_be_made_is_proposed_for_today(exited):
    async with at_register(exited) as keys:
        await opened(keys)
        assert keys.field("månader").draft == "3"
        assert keys.field("månader").beside() == "planerad 20 november 2021"
        assert keys.field("datum").draft == "2022-03-01"
        assert keys.focused == "utfall"


async def test_what_became_of_somebody_is_asked_only_of_who_answered(exited):
    async with at_register(exited) as keys:
        await opened(keys)
        assert not keys.field("arbete").display
        await keys.type("sv enter")
        assert keys.focused == "arbete"
        assert keys.field("arbete").beside() == "= vid avslut: 50 %"
        assert not keys.field("försörjningsgrad").display
        await keys.type("100 enter shift+tab shift+tab ej enter ctrl+s")
        assert keys.happened == (
            "Sparat: K-052 ej nådd. Påminnelsen ligger kvar. Uppföljning 6 månader 20 februari. "
            "ctrl+z ångrar."
        )
    assert follow_up(exited, 3)["arbete"] == ""


async def test_another_try_says_when_nobody_was_reached_and_fills_the_same_one(exited):
    tried = a_follow_up(**KEY, månader="3", datum="2021-11-25", utfall="ej_nådd")
    save(exited, "uppföljningar", {**tried, "försörjning": "", "arbete": "", "studier": ""})
    async with at_register(exited) as keys:
        await opened(keys)
        assert keys.field("månader").draft == "3"
        assert keys.notice == "Ej nådd 25 november 2021."
        await keys.type("s enter 100 enter 0 enter i enter ctrl+s")
        assert keys.happened.startswith("Sparat: K-052 har svarat.")
    assert follow_up(exited, 3)["utfall"] == "svarat"
    assert follow_up(exited, 3)["datum"] == "2022-03-01"


async def test_one_that_is_there_is_corrected_with_a_reason(exited):
    for months, day in (("3", "2021-11-25"), ("6", "2022-02-20")):
        save(exited, "uppföljningar", a_follow_up(**KEY, månader=months, datum=day))
    async with at_register(exited) as keys:
        await opened(keys)
        assert keys.field("månader").draft == "6"
        assert keys.field("arbete").draft == "100"
        keys.field("arbete").input.focus()
        await keys.type("50 enter ctrl+s felskrivet enter")
        assert keys.happened.startswith("K-052 är rättad.")
    assert follow_up(exited, 6)["arbete"] == "50"


async def test_who_declines_is_not_reminded_of_again(exited):
    async with at_register(exited) as keys:
        await opened(keys)
        await keys.type("avb enter ctrl+s")
        assert keys.happened == (
            "Sparat: K-052 har avböjt och tas bort från påminnelserna. ctrl+z ångrar."
        )
        await keys.type("ctrl+z m")
        assert keys.field("månader").draft == "3"


async def test_a_follow_up_before_the_exit_is_refused_beside_the_field(exited):
    async with at_register(exited) as keys:
        await opened(keys)
        await keys.type("shift+tab 1/8 2021 enter av enter ctrl+s")
        assert isinstance(keys.screen, FollowUpForm)
        assert "20" in keys.field("datum").problem
        assert keys.focused == "datum"


async def test_who_has_not_ended_has_no_follow_up(workspace):
    save(workspace, "deltaganden", an_entry(**KEY))
    async with at_register(workspace) as keys:
        await keys.type("/k-052 escape m")
        assert not isinstance(keys.screen, FollowUpForm)
        assert "inte avslutat" in said(keys.pane.query_one("#happened")) or keys.happened


async def test_an_outcome_is_needed(exited):
    async with at_register(exited) as keys:
        await opened(keys)
        await keys.type("ctrl+s")
        assert keys.field("utfall").problem
        assert keys.focused == "utfall"

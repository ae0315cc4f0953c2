"""What is filled in outlives the application; what is saved or thrown away does not."""

from threading import Event

import pytest
from sqlalchemy import text

from tests.factories import an_entry
from tests.screens.keyboard import at_register, settled
from tracker.registration import save
from tui.screens.forms.asking import Asking
from tui.screens.forms.draft_offer import DraftOffer
from tui.screens.forms.entry import EntryForm
from tui.screens.forms.exit import ExitForm


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Drafts are kept without waiting for a pause."""
    monkeypatch.setattr("tui.screens.forms.keeping.KEEP_AFTER", 0.001)


@pytest.fixture
def with_k_052(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-052"))
    return workspace


async def kept(keys):
    """Wait until the draft lies in the store."""
    await keys.pilot.pause(0.05)
    await settled(keys.pilot)


def everything(workspace):
    """Every text of every draft, as the store has it."""
    with workspace.store.read() as session:
        return str(session.execute(text("SELECT form, texts FROM form_draft")).all())


async def test_an_entry_goes_on_after_the_application_has_died(workspace):
    async with at_register(workspace) as keys:
        await keys.type("/krus escape n k enter 30 enter")
        await kept(keys)
    async with at_register(workspace) as keys:
        await keys.type("/krus escape n")
        assert isinstance(keys.screen, DraftOffer)
        await keys.type("enter")
        assert isinstance(keys.screen, EntryForm)
        assert keys.field("kön").draft == "kvinna"
        assert keys.field("åldersgrupp").draft == "30-39"
        assert keys.field("deltagande").draft == "K-110"
        await keys.type("ctrl+s")
        assert keys.happened.startswith("Sparat: K-110 har startat.")
        await keys.type("n")
        assert isinstance(keys.screen, EntryForm)
    assert everything(workspace) == "[]"


async def test_an_exit_goes_on_where_it_was_left_and_others_are_not_disturbed(with_k_052):
    save(with_k_052, "deltaganden", an_entry(deltagande="K-053"))
    async with at_register(with_k_052) as keys:
        await keys.type("/052 enter 20/1 enter e enter")
        await kept(keys)
    async with at_register(with_k_052) as keys:
        await keys.type("/053 enter")
        assert isinstance(keys.screen, ExitForm)
        await keys.type("escape /052 enter enter")
        assert keys.field("avslutsanledning").draft == "enligt_plan"
        assert keys.focused == "arbete_efter"


async def test_beginning_anew_throws_the_draft_away_and_escape_keeps_it(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/052 enter 20/1 enter")
        await kept(keys)
    async with at_register(with_k_052) as keys:
        await keys.type("/052 enter escape")
        assert not isinstance(keys.screen, DraftOffer | ExitForm)
        await keys.type("e right enter")
        assert isinstance(keys.screen, ExitForm)
        assert keys.field("slutdatum").draft == ""
    assert everything(with_k_052) == "[]"


async def test_what_is_thrown_away_on_escape_is_not_offered_again(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/052 enter 20/1 enter")
        await kept(keys)
        await keys.type("escape right enter")
        await kept(keys)
    assert everything(with_k_052) == "[]"


async def test_escape_asks_before_a_draft_that_was_taken_up_again_is_lost(with_k_052):
    async with at_register(with_k_052) as keys:
        await keys.type("/052 enter 20/1 enter")
        await kept(keys)
    async with at_register(with_k_052) as keys:
        await keys.type("/052 enter enter escape")
        assert not isinstance(keys.screen, ExitForm)
        await keys.type("enter")
        assert isinstance(keys.screen, ExitForm)


@pytest.mark.parametrize("typed", ["19840312-1234", "840312-12", "Anna-1", "840312"])
async def test_what_may_tell_who_it_is_never_lies_in_a_draft(workspace, typed):
    async with at_register(workspace) as keys:
        await keys.type(f"/krus escape n k enter shift+tab shift+tab {typed}")
        await kept(keys)
        assert typed not in everything(workspace)
        await keys.type("enter")
        await kept(keys)
        left = everything(workspace)
        assert "kvinna" in left
        assert typed not in left


async def test_leaving_while_the_store_is_written_to_is_no_error(workspace):
    written = Event()
    try:
        async with at_register(workspace) as keys:
            asking = Asking(workspace, keys.pane)
            keeping = keys.pane.run_worker(asking.in_store(written.wait), group="drafts")
            await keys.pilot.pause()
            assert keeping.is_running
    finally:
        written.set()
    assert keeping.is_cancelled
    assert keys.app.return_code is None  # no error ended it

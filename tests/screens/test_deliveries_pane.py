"""Leveranser by keyboard: the grid, what is known of a delivery, reminders, taking one in."""

from datetime import date

import pytest

from tests.factories import a_store, a_workspace
from tests.screens.at_pane import at_pane
from tests.screens.painted import text_of
from tests.usecases.files import taken
from tests.usecases.test_deliveries import a_delivery
from tracker.wording import language
from tracker.wording.deliveries import stretch_text
from tui.screens.importing.screen import ImportScreen
from tui.screens.report.told import ToldScreen


@pytest.fixture
def counts_store(tmp_path):
    opened = a_workspace(a_store(tmp_path / "counts"))
    taken(opened, "antal", a_delivery())
    yield opened
    opened.close()


async def test_the_tab_is_there_only_where_counts_are_delivered(workspace):
    async with at_pane(workspace, "report") as keys:
        assert "Leveranser" not in text_of(keys.app)


async def test_signs_and_words_stand_in_the_grid(counts_store):
    async with at_pane(counts_store, "deliveries") as keys:
        shown = text_of(keys.app)
        assert "Leveranser 2021: 1 av 2 saknas" in shown
        assert "!! Saknas, försenad" in shown
        assert "✓ Har kommit" in shown


async def test_what_is_known_of_a_delivery(counts_store):
    taken(counts_store, "antal", a_delivery(key="n-2", created="2022-02-01", number="41"))
    async with at_pane(counts_store, "deliveries") as keys:
        await keys.type("down")
        told = keys.told("guidance")
        assert "2021-01-01 – 2021-12-31" in told
        assert "Leverans: n-2" in told
        assert "Plan: exempel-2021" in told
        assert "2 siffror" in told
        assert "Den ersatte 1 tidigare leverans." in told


async def test_a_delivery_that_was_taken_in_is_taken_back_and_the_one_before_holds_again(
    counts_store,
):
    taken(counts_store, "antal", a_delivery(key="n-2", created="2022-02-01", number="41"))
    async with at_pane(counts_store, "deliveries") as keys:
        await keys.type("down ctrl+z")
        assert keys.told("happened").startswith("Ångrat: importen av ")
        assert "Leverans: n-1" in keys.told("guidance")
        await keys.type("ctrl+y")
        assert "Leverans: n-2" in keys.told("guidance")
        await keys.type("8 ctrl+z")
        assert keys.app.screen.query_one("#report #happened").content.startswith("Ångrat: importen")
        await keys.type("9")
        assert "Leverans: n-1" in keys.told("guidance")


async def test_a_reminder_is_shown_and_copied(counts_store):
    async with at_pane(counts_store, "deliveries") as keys:
        await keys.type("m")
        assert isinstance(keys.screen, ToldScreen)
        assert "KRUS" in keys.screen.text
        assert keys.app.clipboard == keys.screen.text
        await keys.type("escape down m")
        assert keys.told("happened") == "Där saknas inget."
        await keys.type("M")
        assert isinstance(keys.screen, ToldScreen)


async def test_another_period_is_another_grid_and_an_empty_one_says_what_to_do(counts_store):
    async with at_pane(counts_store, "deliveries") as keys:
        await keys.type(".")
        assert "Leveranser 2022" in text_of(keys.app)
        assert "Inga antal har levererats för 2022, och inga saknas" in text_of(keys.app)
        await keys.type("M")
        assert keys.told("happened") == "Ingen leverans saknas."


async def test_a_delivery_is_taken_in_on_the_import_screen(counts_store):
    async with at_pane(counts_store, "deliveries") as keys:
        await keys.pilot.press("i")
        await keys.pilot.pause()
        assert any(isinstance(screen, ImportScreen) for screen in keys.app.screen_stack)


async def test_it_can_be_shown_at_an_intervention(counts_store):
    async with at_pane(counts_store, "deliveries") as keys:
        keys.pane.show_subject("navet")
        await keys.pilot.pause()
        assert keys.pane.table.line.insats == "navet"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2021, 7, 1), date(2021, 12, 31), "2021-H2"),
        (date(2021, 5, 1), date(2021, 8, 31), "2021-T2"),
        (date(2021, 10, 1), date(2021, 12, 31), "2021-Q4"),
        (date(2021, 2, 1), date(2021, 4, 30), "1 feb – 30 apr 2021"),
    ],
)
def test_days_are_called_by_their_label(first, last, said):
    assert stretch_text(language("sv"), first, last) == said

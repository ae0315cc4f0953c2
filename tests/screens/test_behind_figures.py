"""From a figure to the episodes behind it, to one of them, and to the register; by keyboard."""

import pytest

from tests.screens.keyboard import Keyboard, said, settled
from tests.screens.painted import text_of
from tui.app import TrackerApp
from tui.screens.goals.behind import BehindScreen
from tui.screens.goals.detail import GoalDetailScreen
from tui.screens.main import MainScreen
from tui.screens.register.whole_row import WholeRowScreen
from tui.widgets.line_table import LineTable
from tui.widgets.part_line import PartLine


async def opened(pilot, goal_id, keys=""):
    await settled(pilot)
    keyboard = Keyboard(pilot)
    if keys:
        await keyboard.type(keys)
    pilot.app.screen.open_goal(goal_id)
    await settled(pilot)
    return keyboard


def listed(keys):
    return len(keys.screen.query_one(LineTable).lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_enter_lists_the_episodes_of_the_whole_figure(workspace, size):
    async with TrackerApp.on(workspace).run_test(size=size) as pilot:
        keys = await opened(pilot, "arbete-studier")
        await keys.type("enter")
        assert isinstance(keys.screen, BehindScreen)
        assert listed(keys) == 112
        shown = text_of(keys.app)
        assert "● Alla 112 ○ Uppnått 37 ○ Ej uppnått 61 ○ Okänt 14" in shown
        await keys.type("f")
        assert listed(keys) == 37
        await keys.type("ff")
        assert listed(keys) == 14


async def test_a_part_is_opened_by_itself_and_the_arrows_go_on(workspace):
    async with TrackerApp.on(workspace).run_test(size=(80, 60)) as pilot:
        keys = await opened(pilot, "arbete-studier")
        await keys.type("tab tab")
        part = keys.app.focused
        assert isinstance(part, PartLine)
        await keys.type("enter")
        assert keys.screen.part == part.part
        first = listed(keys)
        await keys.type("right")
        assert keys.screen.part != part.part
        await keys.type("left left left left")
        assert keys.screen.part is None or listed(keys) != first
        await keys.type("escape")
        assert isinstance(keys.screen, GoalDetailScreen)


async def test_women_and_men_are_all_there_are(workspace):
    async with TrackerApp.on(workspace).run_test(size=(80, 24)) as pilot:
        keys = await opened(pilot, "arbete-studier")
        await keys.type("enter right")
        women = listed(keys)
        await keys.type("right")
        assert women + listed(keys) == 112


async def test_enter_opens_a_row_and_e_finds_it_in_the_register(workspace):
    async with TrackerApp.on(workspace).run_test(size=(80, 24)) as pilot:
        keys = await opened(pilot, "arbete-studier")
        await keys.type("enter down enter")
        assert isinstance(keys.screen, WholeRowScreen)
        await keys.type("escape e")
        assert isinstance(keys.screen, MainScreen)
        assert len(keys.numbers) == 1


async def test_readers_of_the_published_view_see_no_episodes(workspace):
    async with TrackerApp.on(workspace).run_test(size=(80, 24)) as pilot:
        keys = await opened(pilot, "arbete-studier", "p")
        await keys.type("enter")
        assert isinstance(keys.screen, GoalDetailScreen)
        assert not keys.screen.query(PartLine)


async def test_a_goal_on_money_opens_nothing(workspace):
    async with TrackerApp.on(workspace).run_test(size=(80, 24)) as pilot:
        keys = await opened(pilot, "utfall-inom-5-procent")
        await keys.type("enter")
        assert isinstance(keys.screen, GoalDetailScreen)


async def test_a_click_opens_a_part(workspace):
    async with TrackerApp.on(workspace).run_test(size=(80, 200)) as pilot:
        keys = await opened(pilot, "arbete-studier")
        await pilot.click(next(iter(keys.screen.query(PartLine))))
        await settled(pilot)
        assert isinstance(keys.screen, BehindScreen)
        assert said(keys.screen.query_one("#behind-part")).startswith("◂")

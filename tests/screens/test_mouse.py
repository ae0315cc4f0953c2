"""By mouse: rows, marks, headings, the wheel; they do what the keys do."""

import pytest
from textual.events import MouseScrollDown
from textual.widgets import DataTable

from tests.factories import PLAN, a_plan, a_store, a_workspace, an_entry, an_exit
from tests.screens.at_pane import at_pane
from tests.screens.keyboard import at_register, settled
from tracker.registration import save
from tui.screens.forms.exit import ExitForm
from tui.screens.forms.follow_up import FollowUpForm
from tui.screens.forms.intervention import InterventionForm

TEXT = PLAN.replace('namn = "KRUS"', 'namn = "KRUS"\nplanerad_längd = 12', 1)


@pytest.fixture
def small(tmp_path):
    """Three that are to be followed up, one that has stayed too long."""
    opened = a_workspace(a_store(tmp_path / "small", a_plan(TEXT)))
    for number in ("K-1", "K-2", "K-3"):
        left = an_exit(slutdatum="2021-11-20")
        draft = an_entry(deltagande=number, startdatum="2021-01-04")
        save(opened, "deltaganden", {**draft, **left})
    save(opened, "deltaganden", an_entry(deltagande="K-9", startdatum="2021-01-10"))
    yield opened
    opened.close()


async def click(keys, table, row, column=1):
    """Click on a cell of a table; row -1 is the heading."""
    across = sum(each.get_render_width(table) for each in table.ordered_columns[:column])
    down = row + table.header_height - (table.scroll_offset.y if row >= 0 else 0)
    await keys.pilot.click(table, offset=(across + 1, down if row >= 0 else 0))
    await settled(keys.pilot)


async def test_the_second_click_on_a_row_opens_it_in_whichever_column(small):
    async with at_pane(small, "due") as keys:
        table = keys.pane.table
        await click(keys, table, 2, column=2)
        assert keys.row()[4] == "K-2"
        assert keys.app.screen is keys.app.screen_stack[0], "the first click only marks the row"
        await click(keys, table, 2, column=4)
        assert isinstance(keys.screen, FollowUpForm)
        assert keys.screen.start.stored["deltagande"] == "K-2"


async def test_a_click_on_the_place_of_the_mark_marks_and_takes_the_mark_away(small):
    async with at_pane(small, "due") as keys:
        table = keys.pane.table
        await click(keys, table, 1, column=0)
        await click(keys, table, 3, column=0)
        assert keys.told("amount").endswith("2 markerade")
        assert table.at == 3
        await click(keys, table, 3, column=0)
        assert keys.told("amount").endswith("1 markerad")
        assert keys.app.screen is keys.app.screen_stack[0], "nothing was opened"
        await click(keys, table, 0, column=0)
        assert keys.happened == "Bara uppföljningar kan markeras."


async def test_the_register_opens_sorts_and_looks_at_the_cell_that_is_clicked(small):
    async with at_register(small) as keys:
        table = keys.pane.table
        await click(keys, table, 2, column=4)
        assert (table.current.number, table.column) == (keys.numbers[2], "startdatum")
        await click(keys, table, 2, column=0)
        assert isinstance(keys.screen, ExitForm)
        await keys.type("escape")
        before = keys.numbers
        await click(keys, table, -1, column=0)
        assert keys.numbers == sorted(before)
        await click(keys, table, -1, column=0)
        assert keys.numbers == sorted(before, reverse=True)


async def test_the_second_click_opens_an_intervention(small):
    async with at_pane(small, "interventions", (120, 36)) as keys:
        await click(keys, keys.pane.table, 1)
        await click(keys, keys.pane.table, 1)
        assert isinstance(keys.screen, InterventionForm)


async def test_the_wheel_scrolls_and_leaves_the_cursor(small):
    for number in range(10, 60):
        draft = an_entry(deltagande=f"K-{number}", startdatum="2022-02-01")
        save(small, "deltaganden", draft)
    async with at_register(small) as keys:
        table = keys.pane.query_one(DataTable)
        at = table.cursor_row
        await keys.pilot._post_mouse_events([MouseScrollDown], table, (5, 5))
        await settled(keys.pilot)
        assert table.scroll_offset.y > 0
        assert table.cursor_row == at

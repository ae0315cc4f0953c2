"""Pictures of the goals while something is done with them, and of one goal.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

import pytest
from textual.widgets import Input

from tests.screens.settling import press, settle
from tui.app import TrackerApp

NARROW, WIDE, WIDEST = (80, 24), (120, 36), (200, 50)
VIEWS = {
    "chosen": ("down", "down"),
    "published": ("p", "end"),
    "open_period": ("right",),
    "search": ("slash", *"arbete"),
    "goal": ("down", "down", "enter"),
    "period": ("g",),
    "help": ("question_mark",),
}


def ready(*keys):
    """Come to rest, press, and still the cursors."""

    async def prepare(pilot):
        await settle(pilot)
        await press(pilot, *keys)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()

    return prepare


@pytest.mark.parametrize("keys", VIEWS.values(), ids=VIEWS)
def test_in_swedish(snap_compare, workspace, keys):
    assert snap_compare(TrackerApp.on(workspace), terminal_size=NARROW, run_before=ready(*keys))


def test_a_goal_on_the_widest_screen(snap_compare, workspace):
    app = TrackerApp.on(workspace)
    assert snap_compare(app, terminal_size=WIDEST, run_before=ready(*VIEWS["goal"]))


@pytest.mark.parametrize("view", ["goal", "help"])
def test_in_english(snap_compare, english, view):
    app = TrackerApp.on(english)
    assert snap_compare(app, terminal_size=NARROW, run_before=ready(*VIEWS[view]))


@pytest.mark.parametrize("theme", ["tracker-light", "tracker-contrast"])
def test_in_other_colours(snap_compare, workspace, theme):
    app = TrackerApp.on(workspace)
    app.theme = theme
    assert snap_compare(app, terminal_size=WIDE, run_before=ready("down", "down"))

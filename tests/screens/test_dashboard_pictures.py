"""Pictures of the dashboard and the goal detail, in two sizes and both languages.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

import pytest
from textual.widgets import Input

from tests.screens.settling import press, settle
from tui.app import TrackerApp

SIZES = {"narrow": (80, 24), "wide": (120, 36)}
VIEWS = {
    "dashboard": (),
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


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("keys", VIEWS.values(), ids=VIEWS)
def test_in_swedish(snap_compare, workspace, keys, size):
    assert snap_compare(TrackerApp.on(workspace), terminal_size=size, run_before=ready(*keys))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("view", ["dashboard", "goal", "help"])
def test_in_english(snap_compare, english, view, size):
    app = TrackerApp.on(english)
    assert snap_compare(app, terminal_size=size, run_before=ready(*VIEWS[view]))


@pytest.mark.parametrize("theme", ["tracker-light", "tracker-contrast"])
def test_in_other_colours(snap_compare, workspace, theme):
    app = TrackerApp.on(workspace)
    app.theme = theme
    assert snap_compare(app, terminal_size=SIZES["wide"], run_before=ready("down", "down"))

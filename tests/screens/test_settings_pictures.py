"""Pictures of the import, the settings and the form of a goal.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

from dataclasses import replace

import pytest
from textual.widgets import Input

from tests.factories import an_entry
from tests.screens.keyboard import Keyboard, settled, still
from tests.screens.painted import contrasts_in
from tests.usecases.files import a_file
from tracker.wording import language
from tui.app import TrackerApp
from tui.screens.spoken import SpokenModal
from tui.themes import THEMES

NARROW = (80, 24)
VIEWS = {
    "goal-en": ("f2 end enter", "en", NARROW),
    "import-sv": ("f3 PASTE enter enter enter", "sv", NARROW),
    "mapping-en": ("f3 PASTE enter enter", "en", NARROW),
}


@pytest.fixture
def path(tmp_path):
    """A file with a foreign header, a foreign code and a new row."""
    rows = [
        {**an_entry(deltagande="K-901"), "Handläggare": "x"},
        {**an_entry(deltagande="K-902", kön="K"), "Handläggare": "x"},
        {**an_entry(deltagande="K-101"), "Handläggare": "x"},
    ]
    return a_file(tmp_path, rows, "utdrag.csv")


async def go(pilot, keys, path):
    """Press, and paste the path where a file is asked for."""
    keyboard = Keyboard(pilot)
    for part in keys.split(" "):
        if part == "PASTE":
            pilot.app.screen.query_one(Input).value = str(path)
            await settled(pilot)
        else:
            await keyboard.type(part)
    await pilot.pause()


def ready(keys, path):
    """Come to rest, press, and still the cursors."""

    async def prepare(pilot):
        pilot.app.animation_level = "none"
        await settled(pilot)
        await go(pilot, keys, path)
        await pilot.wait_for_scheduled_animations()
        still(pilot.app)
        await pilot.pause()

    return prepare


@pytest.mark.parametrize(("keys", "lang", "size"), VIEWS.values(), ids=VIEWS)
def test_looks_as_it_did(snap_compare, workspace, path, keys, lang, size):
    app = TrackerApp.on(replace(workspace, language=language(lang)))
    assert snap_compare(app, terminal_size=size, run_before=ready(keys, path))


def on_top(app):
    """The contrasts of what can be used now: not of what lies dimmed behind a question."""
    strips = app.screen._compositor.render_strips()
    if isinstance(app.screen, SpokenModal):
        box = app.screen.children[0].region
        strips = [strip.crop(box.x, box.right) for strip in strips[box.y : box.bottom]]
    return contrasts_in(strips)


@pytest.mark.parametrize("theme", THEMES)
async def test_everything_can_be_read_in_every_theme(workspace, path, theme):
    app = TrackerApp.on(workspace)
    app.animation_level = "none"
    least = 7 if theme == "tracker-contrast" else 4.5
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        app.theme = theme
        for keys in ("f2", "enter", "escape end enter", "escape f3 PASTE", "enter", "enter"):
            await go(pilot, keys, path)
            await pilot.pause(0.1)
            low = [(ratio, text) for ratio, text in on_top(app) if ratio < least]
            assert low == []

"""Pictures of the first start, and of the frame without colours.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.screens.settling import app_rest, press, settle
from tests.screens.starting import first_start
from tui.app import TrackerApp

SIZES = {"narrow": (80, 24), "widest": (200, 50)}
STEPS = {
    "begin": (),
    "plan": ("down", "enter"),
    "controller": ("down", "enter", "enter"),
    "key": ("down", "enter", "enter", "enter"),
    "place": ("down", "enter", "enter", "enter", "enter"),
}
PLACE = Path("OneDrive - Lillby kommun", "tracker.db")


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A folder to start in, so that no picture names a folder of this machine."""
    monkeypatch.chdir(tmp_path)


def at_step(*keys):
    async def prepare(pilot):
        await app_rest(pilot)
        await press(pilot, *keys)
        still(pilot)
        await pilot.pause()

    return prepare


async def at_rest(pilot):
    await settle(pilot)
    still(pilot)
    await pilot.pause()


def still(pilot):
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("view", ["begin", "place"])
def test_the_first_start_in_swedish(snap_compare, elsewhere, view, size):
    app = first_start(PLACE)
    assert snap_compare(app, terminal_size=size, run_before=at_step(*STEPS[view]))


@pytest.mark.parametrize("view", ["plan", "controller", "key"])
def test_its_questions_in_swedish(snap_compare, elsewhere, view):
    app = first_start(PLACE)
    assert snap_compare(app, terminal_size=(80, 24), run_before=at_step(*STEPS[view]))


@pytest.mark.parametrize("view", ["begin", "place"])
def test_the_first_start_in_english(snap_compare, elsewhere, view):
    app = first_start(PLACE, "en")
    assert snap_compare(app, terminal_size=(80, 24), run_before=at_step(*STEPS[view]))


def test_the_frame_without_colours(snap_compare, workspace, monkeypatch):
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    assert snap_compare(TrackerApp.on(workspace), terminal_size=(80, 24), run_before=at_rest)

"""Pictures of the register while something is done in it, and of its forms.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

from dataclasses import replace

import pytest

from tests.factories import a_store, a_workspace, an_entry, an_exit
from tests.screens.keyboard import Keyboard, settled, still
from tracker.registration import record_exit, save, void
from tracker.wording import language
from tui.app import TrackerApp

NARROW, WIDEST = (80, 24), (200, 50)
VIEWS = {
    "found": "3 /05",
    "entry": "3 n k enter 30",
    "exit": "3 /052 escape enter 20/1 enter e enter 50 enter o enter 0 enter fö",
    "exit_wrong": "3 /052 escape enter 20/1/20 enter xyz enter 150 ctrl+s f1",
    "void": "3 /053 escape v",
    "whole": "3 /053 escape right right right space",
    "behind": "down down enter enter",
}
"""Nothing in a picture follows the clock: no pause, no animation, no cursor that blinks."""


@pytest.fixture(autouse=True)
def no_pause(monkeypatch):
    """What is half typed is never told of because time has passed."""
    monkeypatch.setattr("tui.widgets.field.PAUSE", 3600)


@pytest.fixture
def logged(workspace):
    """The filled store with an ongoing, an ended and a voided one that begin this year."""
    for number in ("052", "053", "054"):
        save(
            workspace,
            "deltaganden",
            an_entry(deltagande=f"K-{number}", startdatum="2022-01-10"),
        )
    save(workspace, "deltaganden", an_entry(deltagande="K-055", startdatum="2021-02-02"))
    record_exit(workspace, "krus", "K-053", an_exit())
    void(workspace, "krus", "K-054")
    return workspace


@pytest.fixture
def empty(tmp_path):
    """A store with a plan and nothing else."""
    opened = a_workspace(a_store(tmp_path))
    yield opened
    opened.close()


def ready(keys):
    """Come to rest, press, and still the cursors."""

    async def prepare(pilot):
        pilot.app.animation_level = "none"
        await settled(pilot)
        await Keyboard(pilot).type(keys)
        await pilot.wait_for_scheduled_animations()
        still(pilot.app)
        await pilot.pause()

    return prepare


@pytest.mark.parametrize("view", VIEWS)
def test_with_rows(snap_compare, logged, view):
    app = TrackerApp.on(logged)
    assert snap_compare(app, terminal_size=NARROW, run_before=ready(VIEWS[view]))


@pytest.mark.parametrize("view", ["exit", "behind"])
def test_on_the_widest_screen(snap_compare, logged, view):
    app = TrackerApp.on(logged)
    assert snap_compare(app, terminal_size=WIDEST, run_before=ready(VIEWS[view]))


@pytest.mark.parametrize("view", ["entry", "exit"])
def test_in_english(snap_compare, logged, view):
    app = TrackerApp.on(replace(logged, language=language("en")))
    assert snap_compare(app, terminal_size=NARROW, run_before=ready(VIEWS[view]))


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_without_rows(snap_compare, empty, lang):
    app = TrackerApp.on(replace(empty, language=language(lang)))
    assert snap_compare(app, terminal_size=NARROW, run_before=ready("3"))

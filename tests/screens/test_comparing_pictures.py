"""Pictures of Jämför, Trend and the forecast, in Swedish and some of them in English.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from tests.factories import a_workspace
from tests.screens.settling import press, settle
from tests.usecases.region import a_region
from tracker.wording import language
from tui.app import TrackerApp

NARROW, WIDEST = (80, 24), (200, 50)
CLOSED = {
    "compare": ("down", "down", "j"),
    "compare_published": ("down", "down", "j", "p"),
    "tipping": ("s",),
    "status": ("s", "s"),
}
OPEN = {
    "funnel": ("slash", *"sju", "enter", "j"),
    "few": ("slash", *"tre", "enter", "j"),
    "trend": ("slash", *"ändrat", "enter", "t"),
    "forecast": ("slash", *"planerat", "enter", "enter", "pagedown"),
}


@pytest.fixture(scope="module")
def region_store(tmp_path_factory):
    return a_region(tmp_path_factory.mktemp("region"))


@pytest.fixture
def region(region_store, tmp_path):
    """Several years, the last of them open."""
    place = tmp_path / "region.db"
    shutil.copy2(region_store, place)
    workspace = a_workspace(place, today=date(2021, 9, 1))
    yield workspace
    workspace.close()


def ready(*keys):
    """Come to rest, and press."""

    async def prepare(pilot):
        await settle(pilot)
        await press(pilot, *keys)
        await settle(pilot)
        await pilot.wait_for_animation()

    return prepare


@pytest.mark.parametrize("keys", CLOSED.values(), ids=CLOSED)
def test_of_a_closed_year(snap_compare, workspace, keys):
    assert snap_compare(TrackerApp.on(workspace), terminal_size=NARROW, run_before=ready(*keys))


@pytest.mark.parametrize("keys", OPEN.values(), ids=OPEN)
def test_of_an_open_year(snap_compare, region, keys):
    assert snap_compare(TrackerApp.on(region), terminal_size=NARROW, run_before=ready(*keys))


@pytest.mark.parametrize("view", ["funnel", "trend"])
def test_on_the_widest_screen(snap_compare, region, view):
    app = TrackerApp.on(region)
    assert snap_compare(app, terminal_size=WIDEST, run_before=ready(*OPEN[view]))


@pytest.mark.parametrize("view", ["funnel", "trend"])
def test_in_english(snap_compare, region, view):
    app = TrackerApp.on(replace(region, language=language("en")))
    assert snap_compare(app, terminal_size=NARROW, run_before=ready(*OPEN[view]))

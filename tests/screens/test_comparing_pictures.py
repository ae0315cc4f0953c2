"""Pictures of Jämför, Trend and the forecast, in two sizes and both languages.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

import shutil
from datetime import date

import pytest

from tests.factories import a_workspace
from tests.screens.settling import press, settle
from tests.usecases.region import a_region
from tui.app import TrackerApp

SIZES = {"narrow": (80, 24), "wide": (120, 36)}
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


@pytest.fixture(params=["sv", "en"])
def region(region_store, tmp_path, request):
    """Several years, the last of them open, in either language."""
    place = tmp_path / "region.db"
    shutil.copy2(region_store, place)
    workspace = a_workspace(place, today=date(2021, 9, 1), lang=request.param)
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


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("keys", CLOSED.values(), ids=CLOSED)
def test_of_a_closed_year(snap_compare, workspace, keys, size):
    assert snap_compare(TrackerApp.on(workspace), terminal_size=size, run_before=ready(*keys))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("keys", OPEN.values(), ids=OPEN)
def test_of_an_open_year(snap_compare, region, keys, size):
    assert snap_compare(TrackerApp.on(region), terminal_size=size, run_before=ready(*keys))

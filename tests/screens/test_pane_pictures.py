"""Pictures of every pane in three sizes, in English in one; one start shows them all.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

import time
from dataclasses import replace

import pytest
from pytest_textual_snapshot import SVGImageExtension

from tests.factories import a_store, a_workspace
from tests.screens.keyboard import settled, still
from tests.usecases.files import taken
from tests.usecases.test_deliveries import a_delivery
from tracker.registration import correct
from tracker.wording import language
from tui.app import TrackerApp
from tui.messages import ShowPane
from tui.screens.panes import PANES

VIEWS = {
    "narrow": ((80, 24), "sv"),
    "wide": ((120, 36), "sv"),
    "widest": ((200, 50), "sv"),
    "english": ((80, 24), "en"),
}
PARAMETERS = pytest.mark.parametrize(("size", "lang"), VIEWS.values(), ids=VIEWS)


@pytest.fixture(autouse=True)
def anywhere(tmp_path, monkeypatch):
    """The clock and the folders of a picture are the same everywhere."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "UTC")
        patched.setenv("HOME", str(tmp_path))
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def pictured(snapshot):
    """Compares what the panes look like with what they looked like; returns those that differ."""
    kept = snapshot.use_extension(SVGImageExtension)

    async def compare(workspace, size, panes):
        app = TrackerApp.on(workspace)
        app.animation_level = "none"
        others = []
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            for pane in panes:
                app.screen.post_message(ShowPane(pane))
                await settled(pilot)
                still(app)
                await pilot.pause()
                if kept(name=pane) != app.export_screenshot():
                    others.append(pane)
        return others

    return compare


@PARAMETERS
async def test_of_rows(pictured, workspace, size, lang):
    key = {"insats": "krus", "deltagande": "K-101"}
    correct(workspace, "deltaganden", key, {"kön": "kvinna", "hälsa_före": ""})
    panes = [pane.id for pane in PANES if pane.is_offered is None]
    assert not await pictured(replace(workspace, language=language(lang)), size, panes)


@PARAMETERS
async def test_of_deliveries(pictured, tmp_path, size, lang):
    opened = a_workspace(a_store(tmp_path / "counts"))
    taken(opened, "antal", a_delivery())
    assert not await pictured(replace(opened, language=language(lang)), size, ["deliveries"])
    opened.close()

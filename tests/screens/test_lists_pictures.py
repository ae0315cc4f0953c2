"""Pictures of the work list, data quality and the audit trail.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

import time
from dataclasses import replace

import pytest

from tests.factories import a_store, a_workspace
from tests.screens.keyboard import Keyboard, settled, still
from tracker.registration import correct
from tracker.wording import language
from tui.app import TrackerApp

NARROW, WIDEST = (80, 24), (200, 50)
VIEWS = {
    "work-sv": ("2 n x x", "sv", NARROW),
    "sure-sv": ("2 /krus enter X a", "sv", NARROW),
    "fields-wide-sv": ("7 end up", "sv", WIDEST),
    "reason-en": ("7 g enter", "en", NARROW),
}


@pytest.fixture(autouse=True)
def one_time_zone(monkeypatch):
    """The clock of a picture is the same everywhere."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def changed(workspace):
    """The filled store with a correction, so that there is something to look back at."""
    key = {"insats": "krus", "deltagande": "K-101"}
    correct(workspace, "deltaganden", key, {"kön": "kvinna", "hälsa_före": ""})
    return workspace


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


@pytest.mark.parametrize(("keys", "lang", "size"), VIEWS.values(), ids=VIEWS)
def test_with_rows(snap_compare, changed, keys, lang, size):
    app = TrackerApp.on(replace(changed, language=language(lang)))
    assert snap_compare(app, terminal_size=size, run_before=ready(keys))


def test_nothing_to_do(snap_compare, tmp_path):
    opened = a_workspace(a_store(tmp_path))
    assert snap_compare(TrackerApp.on(opened), terminal_size=NARROW, run_before=ready("2"))
    opened.close()

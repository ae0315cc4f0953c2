"""A language chosen on the screens is the one that they begin in the next time."""

import pytest

from tests.screens.at_pane import AtPane
from tests.screens.keyboard import settled
from tests.screens.painted import text_of
from tracker.cli import main
from tui.app import TrackerApp
from tui.remembering import MOST, Left, Memory


@pytest.fixture
def begun(built_store, tmp_path, monkeypatch):
    """What `tracker` with some arguments would open; nothing is drawn."""
    found = []

    def run(app):
        found.append(app)

    monkeypatch.setattr(TrackerApp, "run", run)
    monkeypatch.setattr("tracker.cli.screens.default_screens", lambda: tmp_path / "screens.json")
    monkeypatch.delenv("TRACKER_LANG", raising=False)

    def begin(*more):
        main(["--store", str(built_store), *more])
        return found.pop().language.code

    return begin


async def choose(workspace, place, keys):
    app = TrackerApp.on(workspace, Memory(place))
    app.animation_level = "none"
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await AtPane(pilot).type(keys)
        said = text_of(app)
        await pilot.press("q")
    return said


@pytest.mark.parametrize("keys", ["f2 down enter", "ctrl+p språk: enter"])
async def test_chosen_in_settings_or_the_palette(workspace, begun, tmp_path, keys):
    assert begun() == "sv"
    said = await choose(workspace, tmp_path / "screens.json", keys)
    assert "1 Goals 2 Work list" in said
    assert begun() == "en"


def test_the_command_line_and_the_environment_go_before(begun, tmp_path, monkeypatch):
    Memory(tmp_path / "screens.json").speak("en")
    assert begun() == "en"
    assert begun("--lang", "sv") == "sv"
    monkeypatch.setenv("TRACKER_LANG", "sv")
    assert begun() == "sv"


async def test_a_language_for_one_start_is_not_remembered(english, begun, tmp_path):
    await choose(english, tmp_path / "screens.json", "2")
    assert begun() == "sv"


@pytest.mark.parametrize("code", ["de", "", "../x"])
def test_another_language_is_let_be(begun, tmp_path, code):
    Memory(tmp_path / "screens.json").speak(code)
    assert begun() == "sv"


def test_it_stays_whatever_else_is_remembered(tmp_path):
    memory = Memory(tmp_path / "screens.json")
    memory.speak("en")
    for number in range(MOST + 1):
        memory.write(f"/lillby/{number}.db", Left("register", theme="tracker-light"))
    memory.choose("/lillby/3.db", {"folder": "x"})
    assert memory.language == "en"
    memory.speak("sv")
    assert memory.language == "sv"
    assert memory.read("/lillby/9.db") == Left("register", theme="tracker-light")
    assert memory.read("/lillby/0.db") == Left(theme="tracker-light")

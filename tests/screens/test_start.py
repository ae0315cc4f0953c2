"""The first start by keyboard: a demo, or a store from a plan, step by step."""

from contextlib import asynccontextmanager

import pytest
from textual.widgets import Input

from tests.factories import PLAN, a_workspace
from tests.screens.painted import text_of
from tests.screens.settling import app_rest, press, settle
from tests.screens.starting import first_start
from tui.app import TrackerApp
from tui.remembering import Left, Memory
from tui.screens.start.screen import StartScreen

TO_CONTROLLER = ("down", "enter", "enter")
TO_PLACE = (*TO_CONTROLLER, *"Lillby", "enter", "enter")


@asynccontextmanager
async def started(place, *keys, size=(80, 24)):
    app = first_start(place)
    async with app.run_test(size=size) as pilot:
        await app_rest(pilot)
        await press(pilot, *keys)
        yield app, pilot
        if workspace := app.screen_stack[0].workspace:
            workspace.close()


async def test_four_answers_make_a_store_and_open_it(tmp_path):
    place = tmp_path / "data" / "tracker.db"
    async with started(place, "down", "enter", "down", "enter") as (app, pilot):
        await press(pilot, *"Lillby", "enter", "enter")
        assert not place.exists()
        await press(pilot, "enter")
        await settle(pilot)
        said = text_of(app)
        assert "Samordningsförbundet i Kalmar län" in said
        assert "tracker.db · ingen kopia" in said
    made = a_workspace(place)
    assert made.association.controller == "Lillby"
    made.close()


async def test_the_demo_is_opened_on_its_own_day(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "usual"))
    place = tmp_path / "tracker.db"
    async with started(place, "enter") as (app, pilot):
        await settle(pilot)
        assert "demo-kalmar-2021.db · påhittat" in text_of(app)
    assert not place.exists()


async def test_escape_goes_a_step_back_and_answers_stay(tmp_path):
    async with started(tmp_path / "tracker.db", *TO_PLACE) as (app, pilot):
        assert "4 av 4" in text_of(app)
        await press(pilot, "escape", "escape")
        assert app.screen.current.query_one(Input).value == "Lillby"
        await press(pilot, "escape", "escape", "escape")
        assert "Välkommen" in text_of(app)


async def test_the_language_is_chosen_before_anything_else_and_kept(tmp_path):
    place, memory = tmp_path / "tracker.db", Memory(tmp_path / "screens.json")
    app = first_start(place, memory=memory)
    async with app.run_test(size=(80, 24)) as pilot:
        await app_rest(pilot)
        assert "l English" in text_of(app)
        await press(pilot, "l")
        assert "l Svenska" in text_of(app)
        await press(pilot, "down", "enter")
        assert "1 of 4" in text_of(app)
        assert "Svenska" not in text_of(app)
        await press(pilot, "enter", *"Lil", "enter", "enter", "enter")
        await settle(pilot)
        assert "1 Goals 2 Work list" in text_of(app)
        app.screen_stack[0].workspace.close()
    assert memory.language == "en"
    made = a_workspace(place)
    assert made.association.controller == "Lil"
    made.close()


async def test_the_key_is_explained_and_never_asked_for(tmp_path):
    async with started(tmp_path / "tracker.db", *TO_CONTROLLER, "enter") as (app, _):
        assert "Den ska aldrig in i det här programmet" in text_of(app)
        assert not app.screen.current.query(Input)


async def test_nobody_named_is_not_stated(tmp_path):
    place = tmp_path / "tracker.db"
    async with started(place, *TO_CONTROLLER, "enter", "enter", "enter") as (_, pilot):
        await settle(pilot)
    made = a_workspace(place)
    assert made.association.controller is None
    made.close()


async def test_a_plan_file_with_faults_is_told_of_by_line(tmp_path):
    (tmp_path / "plan.toml").write_text(PLAN.replace("individ", "indvid"), encoding="utf-8")
    async with started(tmp_path / "tracker.db", "down", "enter", "tab") as (app, pilot):
        app.screen.current.query_one(Input).value = str(tmp_path / "plan.toml")
        await press(pilot, "enter")
        said = text_of(app)
        assert "1 av 4" in said
        assert "rad 11" in said
        app.screen.current.query_one(Input).value = str(tmp_path / "none.toml")
        await press(pilot, "enter")
        assert "1 av 4" in text_of(app)
        (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
        app.screen.current.query_one(Input).value = str(tmp_path / "plan.toml")
        await press(pilot, "enter")
        assert "2 av 4" in text_of(app)


async def test_a_synced_folder_is_warned_of_and_used_only_when_asked_again(tmp_path):
    place = tmp_path / "OneDrive - Lillby kommun" / "tracker.db"
    async with started(place, *TO_PLACE) as (app, pilot):
        assert "Den här mappen synkas" in text_of(app)
        await press(pilot, "enter")
        assert "↵ en gång till" in text_of(app)
        assert not place.exists()
        await press(pilot, "enter")
        await settle(pilot)
        assert place.exists()


async def test_what_lies_at_the_place_is_left_alone(tmp_path):
    place = tmp_path / "tracker.db"
    async with started(place, *TO_PLACE) as (app, pilot):
        place.write_text("annat")
        await press(pilot, "enter")
        assert "Det finns redan en fil" in text_of(app)
    assert place.read_text() == "annat"


@pytest.mark.parametrize("keys", [("question_mark",), ("question_mark", "escape"), ("f5",), ("d",)])
async def test_other_keys_do_no_harm(tmp_path, keys):
    async with started(tmp_path / "tracker.db", *keys) as (app, _):
        assert isinstance(app.screen_stack[1], StartScreen)


async def test_it_opens_where_it_was_left(workspace, tmp_path):
    memory = Memory(tmp_path / "screens.json")
    for keys, goal, period in (
        (("down", "left", "d"), "redo-arbete-studier", "2020"),
        ((), "redo-arbete-studier", "2020"),
        (("3",), "redo-arbete-studier", "2020"),
    ):
        app = TrackerApp.on(workspace, memory)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await press(pilot, *keys)
            assert app.screen.left == Left(app.screen.wanted, period, goal)
            assert app.theme == "tracker-light"
            await pilot.press("q")
    app = TrackerApp.on(workspace, memory)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.screen.shown.id == "register"


async def test_the_usual_period_is_not_remembered(workspace, tmp_path):
    """Next year the plan of next year is the usual one."""
    memory = Memory(tmp_path / "screens.json")
    app = TrackerApp.on(workspace, memory)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("q")
    assert memory.read(workspace.store.where).period == ""


def test_each_store_has_its_own_and_no_path_is_kept(tmp_path):
    memory = Memory(tmp_path / "folder" / "screens.json")
    memory.write("/lillby/one.db", Left("register", "2021-H1", "arbete", "tracker-light"))
    memory.write("/lillby/two.db", Left("goals", theme="tracker-contrast"))
    assert memory.read("/lillby/one.db").period == "2021-H1"
    assert memory.read("/lillby/two.db").tab == "goals"
    assert memory.read("/lillby/three.db") == Left(theme="tracker-contrast")
    assert "lillby" not in memory.place.read_text()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"x": 3}', '{"x": {"tab": 3, "new": 1}}'])
def test_what_cannot_be_read_is_let_be(tmp_path, content):
    memory = Memory(tmp_path / "screens.json")
    memory.place.write_text(content)
    assert memory.read("/lillby/one.db").tab == ""
    memory.write("/lillby/one.db", Left("register"))
    assert memory.read("/lillby/one.db").tab == "register"


def test_a_place_that_cannot_be_written_is_let_be(tmp_path):
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file" / "screens.json")
    memory.write("/lillby/one.db", Left("register"))
    assert memory.read("/lillby/one.db") == Left()


async def test_a_backup_is_made_from_the_palette(workspace, tmp_path):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "filled.db · ingen kopia" in text_of(app)
        await press(pilot, "ctrl+p", *"säkerhetsk")
        await press(pilot, "enter")
        app.screen.query_one(Input).value = str(tmp_path / "copy.db")
        await press(pilot, "enter")
        await app_rest(pilot)
        assert (tmp_path / "copy.db").exists()
        assert "filled.db · kopia i dag" in text_of(app)
        await press(pilot, "ctrl+p", *"säkerhetsk")
        await press(pilot, "enter")
        app.screen.query_one(Input).value = str(tmp_path / "copy.db")
        await press(pilot, "enter")
        await app_rest(pilot)
        assert "Det finns redan en fil" in text_of(app)

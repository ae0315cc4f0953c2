"""The shell around every pane: palette, help, colours, room, and errors in the program."""

import pytest
from textual.widgets import Input
from textual.worker import WorkerFailed

from tests.screens.in_every_theme import LEAST, unreadable, unreadable_now
from tests.screens.painted import contrasts_in, lines_of, text_of
from tests.screens.settling import app_rest, press, settle
from tests.screens.starting import first_start
from tui.app import TrackerApp
from tui.messages import ShowPane
from tui.screens.main import MainScreen
from tui.screens.panes import PANES
from tui.screens.progress import Working
from tui.sentences import place_of_error
from tui.widgets.empty_state import EmptyState

NUMBER = "19121212-1212"


def window(app):
    """The contrasts of what lies over the screen alone: what is below it is dimmed."""
    strips = app.screen._compositor.render_strips()
    boxes = [each.region for each in app.screen.query("*") if not each.children]
    rows = [strip.crop(box.x, box.right) for box in boxes for strip in strips[box.y : box.bottom]]
    return contrasts_in(rows)


async def test_every_pane_can_be_read_in_every_theme(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        found = {}
        for pane in app.screen.panes_offered:
            app.screen.post_message(ShowPane(pane.id))
            await app_rest(pilot)
            assert app.screen.shown.id == pane.id
            found[pane.id] = await unreadable(pilot)
        assert not any(found.values()), found


@pytest.mark.parametrize("theme", LEAST)
async def test_what_opens_over_the_screens_can_be_read(workspace, theme):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.theme = theme
        found = {}
        for keys in (("question_mark",), ("ctrl+p", "s"), ("g", "x", "enter")):
            await press(pilot, *keys)
            await app_rest(pilot)
            found[keys] = unreadable_now(app, window)
            await press(pilot, "escape")
        app.screen.action_back_up()
        await app_rest(pilot)
        found["backup"] = unreadable_now(app, window)
        app.push_screen(Working("Rapporten görs …", wait_for_cancel))
        await pilot.pause()
        await pilot.pause()
        found["working"] = unreadable_now(app, window)
        await pilot.press("escape")
        await app_rest(pilot)
        assert not any(found.values()), found


def wait_for_cancel(step):
    for number in range(100_000_000):
        step(number, 100_000_000)


async def test_the_first_start_can_be_read_in_every_theme(tmp_path):
    app = first_start(tmp_path / "OneDrive" / "tracker.db")
    async with app.run_test(size=(80, 24)) as pilot:
        await app_rest(pilot)
        found = [await unreadable(pilot)]
        for keys in (("down", "enter"), ("enter",), ("enter",), ("enter",)):
            await press(pilot, *keys)
            found.append(await unreadable(pilot))
        assert "synkas" in text_of(app)
        assert found == [set()] * 5


async def test_the_palette_goes_to_every_pane_and_does_what_keys_do(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        text = app.language.text
        offered = {command.title: command.help for command in app.get_system_commands(app.screen)}
        for pane in app.screen.panes_offered:
            assert f"Gå till: {text(pane.title)}" in offered
        assert offered["Jämför"] == "Tangent: j"
        assert offered["Läs om"] == "Tangent: F5"
        assert "Avsluta" in offered
        await press(pilot, "ctrl+p", *"gå till: delt")
        await press(pilot, "enter")
        assert app.screen.shown.id == "register"
        offered = {command.title for command in app.get_system_commands(app.screen)}
        assert "Makulera" in offered
        assert "Jämför" not in offered


async def test_a_command_does_what_its_key_does(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"trend")
        await press(pilot, "enter")
        assert type(app.screen).__name__ == "TrendScreen"


async def test_help_names_the_keys_of_the_pane_and_the_tabs(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "3", "question_mark")
        said = text_of(app)
        for words in ("Makulera", "Datakvalitet", "Avsluta"):
            assert words in said, words


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_no_pane_leaves_the_screen(workspace, size):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for pane in app.screen.panes_offered:
            app.screen.post_message(ShowPane(pane.id))
            await app_rest(pilot)
            lines = lines_of(app)
            assert app.language.text(pane.title) in " ".join(lines[1:3]), pane.id
            shown = app.screen.shown.region
            assert (shown.right, shown.bottom) == (size[0], size[1] - 1), pane.id


def fail():
    """An error while somebody's number is at hand."""
    number = NUMBER
    raise ValueError(number)


@pytest.mark.parametrize("in_thread", [False, True])
async def test_an_error_in_the_program_is_a_sentence_without_values(workspace, in_thread, capfd):
    app = TrackerApp.on(workspace)
    with pytest.raises((ValueError, WorkerFailed), match="1212"):  # noqa: PT012
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            if in_thread:
                app.run_worker(fail, thread=True)
            else:
                app.call_later(fail)
            await pilot.pause(0.1)
    said = " ".join(capfd.readouterr().err.split())
    assert "Programmet stannade på grund av ett fel i det (ValueError " in said
    assert "test_shell:" in said
    assert NUMBER not in said
    assert app.return_code == 1


def test_the_place_of_an_error_says_nothing_of_its_values():
    with pytest.raises(ValueError, match=NUMBER) as raised:
        fail()
    assert place_of_error(raised.value).startswith("ValueError ")
    assert NUMBER not in place_of_error(raised.value)
    assert place_of_error(None) == "NoneType"


async def test_an_empty_pane_says_what_is_missing_and_what_to_press(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        empty = EmptyState()
        await app.screen.query_one("#overview").mount(empty, before=0)
        await pilot.pause()
        assert not empty.display
        empty.show("Inga deltagare än.", ("n", "registrera den första"))
        await pilot.pause()
        assert "Inga deltagare än. n registrera den första" in text_of(app)
        empty.show("Inga deltagare än.", ("n", "registrera den första"), ("F3", "läs in en fil"))
        empty.styles.text_align = "center"
        await pilot.pause()
        first, second = (line for line in lines_of(app) if "registrera" in line or "läs in" in line)
        assert first.index("registrera") == second.index("läs in")
        empty.show()
        await pilot.pause()
        assert "Inga deltagare än." not in text_of(app)


def test_every_tab_has_its_own_key_that_does_nothing_else():
    keys = [pane.key for pane in PANES]
    others = [binding.key for binding in MainScreen.BINDINGS] + ["d", "question_mark", "q"]
    assert len(set(keys)) == len(keys)
    assert not {key for names in others for key in names.split(",")} & set(keys)


async def test_a_tab_gives_the_keys_to_a_list_never_to_its_search_line(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in "2233445566770011":
            await press(pilot, key)
            assert not isinstance(app.screen.focused, Input), key

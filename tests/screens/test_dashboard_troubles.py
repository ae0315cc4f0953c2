"""No store, a busy store, no plan, no rows: a sentence with what to do, never a traceback."""

from dataclasses import replace

import pytest

from tests.factories import TODAY, a_store, a_workspace
from tests.screens.painted import text_of
from tests.screens.settling import app_rest, press, settle
from tracker.cli.main import main
from tracker.cli.options import Options
from tracker.wording import language
from tui.app import TrackerApp


def options(place, **changes):
    """The command line's options for a store."""
    return Options(str(place), language("sv"), "anna", TODAY, **changes)


async def text_after(app, *keys):
    async with app.run_test(size=(80, 24)) as pilot:
        await app_rest(pilot)
        await press(pilot, *keys)
        await app_rest(pilot)
        return text_of(app)


async def test_without_a_store_it_says_how_to_begin(tmp_path):
    said = await text_after(TrackerApp(options(tmp_path / "none.db")))
    assert "Det finns inget" in said
    assert "tracker init" in said
    assert "F5 försöker igen." in said


async def test_keys_do_no_harm_before_the_store_is_open(tmp_path):
    said = await text_after(
        TrackerApp(options(tmp_path / "none.db")), "p", "left", "g", "3", "1", "f5"
    )
    assert "tracker init" in said


async def test_another_programs_file_is_a_sentence(tmp_path):
    place = tmp_path / "other.db"
    place.write_bytes(b"not a database" * 100)
    said = await text_after(TrackerApp(options(place)))
    assert "Inget har ändrats." in said
    assert "Traceback" not in said


async def test_f5_opens_a_store_that_has_come_meanwhile(built_store, tmp_path):
    place = tmp_path / "late.db"
    app = TrackerApp(options(place))
    async with app.run_test(size=(80, 24)) as pilot:
        await app_rest(pilot)
        assert app.screen.workspace is None
        place.write_bytes(built_store.read_bytes())
        await pilot.press("f5")
        await settle(pilot)
        assert "Samordningsförbundet i Kalmar län" in text_of(app)
        app.screen.workspace.close()


async def test_a_busy_store_keeps_what_is_shown_and_says_so(workspace, monkeypatch):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(type(workspace.store), "read", refuse)
        await press(pilot, "f5")
        assert "är upptaget" in text_of(app)
        monkeypatch.undo()
        await press(pilot, "f5")
        assert "Av 14 mål är" in text_of(app)
        assert "är upptaget" not in text_of(app)


def refuse(store):
    """A store that answers no one."""
    from db.errors import StoreBusyError

    raise StoreBusyError(store.where)


async def test_without_a_plan_it_says_how_to_apply_one(workspace):
    said = await text_after(TrackerApp.on(replace(workspace, plans=())))
    assert "tracker plan apply" in said


async def test_without_rows_it_says_what_to_do_next(tmp_path):
    empty = a_workspace(a_store(tmp_path))
    said = await text_after(TrackerApp.on(empty))
    assert "Ingenting är registrerat för 2021 ännu" in said
    assert "– 30 % ska ha kommit ut" in said
    empty.close()


@pytest.mark.parametrize("keys", [("3",), ("question_mark",), ("ctrl+p",)])
async def test_without_rows_everything_opens(tmp_path, keys):
    empty = a_workspace(a_store(tmp_path))
    assert await text_after(TrackerApp.on(empty), *keys)
    empty.close()


def test_the_command_line_says_how_to_get_a_store(tmp_path, capsys):
    assert main(["--store", str(tmp_path / "none.db")]) == 2
    said = capsys.readouterr().err
    assert "tracker demo" in said
    assert "tracker init" in said
    assert "påhittade" in said


async def test_keys_of_the_goals_are_not_offered_in_the_register(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        assert "p publicerat" not in text_of(app)
        await press(pilot, "1")
        assert "p publicerat" in text_of(app)

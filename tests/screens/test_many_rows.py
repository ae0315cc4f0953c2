"""A hundred thousand episodes: every pane opens, its keys work, and slow reading blocks no key."""

import shutil
import sqlite3
import threading

import pytest

import tui.screens.board.interventions
import tui.screens.quality.pane
import tui.screens.work.pane
from tests.factories import a_workspace
from tests.screens.at_pane import KEYS, at_pane
from tests.screens.keyboard import at_register
from tests.screens.painted import text_of
from tui.screens.forms.exit import ExitForm
from tui.widgets.line_table import LineTable

MANY = 100_000
WALKED = ("quality", "interventions", "surveys", "money", "report", "goals")
COPIES = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO episode ({columns})
SELECT {values} FROM n JOIN episode ON episode.id = 1 + n.i % ?
"""
"""Nine of ten lie years back, and are nothing to do any more."""
BACK = "CASE n.i % 10 WHEN 0 THEN {0} ELSE date({0}, '-' || (800 + n.i % 1000) || ' days') END"
OTHERWISE = {
    "number": "'X-' || n.i",
    "start_date": BACK.format("start_date"),
    "end_date": BACK.format("end_date"),
}


def multiply(place, number):
    """Copy episodes until there are so many, in one statement."""
    with sqlite3.connect(place) as store:
        named = [row[1] for row in store.execute("PRAGMA table_info(episode)") if row[1] != "id"]
        (there,) = store.execute("SELECT count(*) FROM episode").fetchone()
        values = ", ".join(OTHERWISE.get(name, name) for name in named)
        query = COPIES.format(columns=", ".join(named), values=values)
        store.execute(query, (number - there - 1, there))
        store.execute("ANALYZE")
    store.close()


@pytest.fixture(scope="module")
def many(built_store, tmp_path_factory):
    place = tmp_path_factory.mktemp("many") / "tracker.db"
    shutil.copy2(built_store, place)
    multiply(place, MANY)
    opened = a_workspace(place)
    yield opened
    opened.close()


async def test_the_register_is_paged_searched_sorted_and_opened(many):
    async with at_register(many, (120, 36)) as keys:
        assert "Alla 100 000" in " ".join(text_of(keys.app).split())
        assert len(keys.numbers) == 200
        await keys.type("end")
        assert len(keys.numbers) == 400, "the next page"
        await keys.type("home s /x-99000 enter")
        assert keys.numbers == ["X-99000"]
        await keys.type("enter")
        assert isinstance(keys.screen, ExitForm)
        await keys.type("escape escape")
        assert len(keys.numbers) == 200


async def test_thousands_of_things_to_do_are_narrowed_and_marked(many):
    async with at_pane(many, "due", (120, 36)) as keys:
        assert len(keys.pane.view.lines) > 5_000
        assert keys.pane.table.row_count == 200
        await keys.type("/krus enter")
        shown = len(keys.pane.table.shown)
        assert 100 < shown < len(keys.pane.view.lines)
        await keys.type("X")
        assert 0 < len(keys.pane.table.marked) <= shown
        await keys.type("escape escape s")
        assert len(keys.pane.table.shown) >= len(keys.pane.view.lines)


async def test_every_other_pane_opens_and_is_walked_through(many):
    async with at_pane(many, "quality", (120, 36)) as keys:
        for name in WALKED:
            keys.name = name
            await keys.type(f"{KEYS[name]} end home")
            assert keys.pane.display, name
            assert "Letar …" not in text_of(keys.app), name
            tables = [table for table in keys.pane.query(LineTable) if table.lines]
            assert all(table.at is not None for table in tables), name


@pytest.mark.parametrize(
    ("name", "module", "reads"),
    [
        ("due", tui.screens.work.pane, "view"),
        ("quality", tui.screens.quality.pane, "findings"),
        ("interventions", tui.screens.board.interventions, "views_of"),
    ],
)
async def test_keys_are_answered_while_something_slow_is_read(
    workspace, monkeypatch, name, module, reads
):
    read, going_on, may_go_on = getattr(module, reads), threading.Event(), threading.Event()

    def slowly(*given, **named):
        going_on.set()
        assert may_go_on.wait(60)
        return read(*given, **named)

    async with at_pane(workspace, "changes") as keys:
        monkeypatch.setattr(module, reads, slowly)
        keys.name = name
        await keys.pilot.press({"due": "2", "quality": "7", "interventions": "4"}[name])
        while not going_on.is_set():
            await keys.pilot.pause(0.01)
        assert "Letar …" in text_of(keys.app)
        await keys.pilot.press("down", "0")
        while keys.app.screen.wanted != "changes":
            await keys.pilot.pause(0.01)
        assert not may_go_on.is_set(), "it is still being read"
        may_go_on.set()
        await keys.type("f5")

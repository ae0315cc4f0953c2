"""The top line: association, period, store and last backup are seen at any width."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW
from tests.screens.painted import lines_of
from tests.screens.settling import press, settle
from tracker.keeping import back_up
from tui.app import TrackerApp
from tui.widgets.title_line import BETWEEN, AboutStore, shared

LONG = "Samordningsförbundet Västra Skaraborg, Södra Vätterbygden och Ödeshög"
WORDS = st.text("abcdå ", min_size=1, max_size=80).map(str.strip).filter(bool)
KEPT = ("säkerhetskopian är 3 dagar gammal", "kopia 3 d")


@given(association=WORDS, name=WORDS, room=st.integers(42, 200))
def test_both_are_seen_and_never_wider_than_the_room(association, name, room):
    whose, store = shared(association, AboutStore(name, KEPT), room)
    assert whose.strip("… ")
    assert store.endswith(KEPT)
    assert store.startswith(name[:5])
    assert len(whose) + BETWEEN + len(store) <= room


@pytest.mark.parametrize(
    ("room", "whose", "store"),
    [
        (124, LONG, f"förbundet-2021.db · {KEPT[0]}"),
        (104, LONG, f"förbundet-2021.db · {KEPT[1]}"),
        (98, LONG, f"förbu…021.db · {KEPT[1]}"),
        (88, LONG.replace("Samordningsförbundet", "…"), f"förbundet-2021.db · {KEPT[1]}"),
        (64, "… Västra Skaraborg, Södra Vätterbygde…", f"förbu…021.db · {KEPT[1]}"),
    ],
)
def test_what_gives_way_first(room, whose, store):
    assert shared(LONG, AboutStore("förbundet-2021.db", KEPT), room) == (whose, store)


def test_a_server_tells_of_no_backup():
    assert shared("Lillby", AboutStore("tracker", ("", "")), 60) == ("Lillby", "tracker")


@pytest.mark.parametrize("keys", [(), ("p",), ("enter",), ("j",), ("left",)])
async def test_everything_is_seen_on_eighty_columns(workspace, tmp_path, keys):
    back_up(workspace, tmp_path / "copy.db")
    later = replace(workspace, today=NOW.date() + timedelta(days=12))
    app = TrackerApp.on(later)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        top = lines_of(app)[0]
        assert "i Kalmar län" in top
        assert ("2020" if keys == ("left",) else "2021") in top
        assert "filled.db · kopia 12 d" in top


async def test_a_wide_screen_says_it_in_words_in_english_too(english):
    app = TrackerApp.on(english)
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        assert "filled.db · no backup  Tuesday 1 March 2022" in lines_of(app)[0]

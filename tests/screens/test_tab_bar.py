"""The tabs: none is hidden at any width, the active one keeps its words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screens import painted
from tests.screens.settling import app_rest, settle
from tui.app import TrackerApp
from tui.widgets.tab_bar import LINES, TabBar, laid_out, lines_of

WORDS = (
    *("Mål", "Att göra", "Deltagare", "Insatser", "Enkäter", "Ekonomi", "Datakvalitet"),
    *("Rapport", "Leveranser", "Ändringslogg", "Inställningar"),
)
KEYS = (*"1234567890", "F2")
ALL = [
    (words.casefold(), key, words, "128" if words in ("Att göra", "Datakvalitet") else "")
    for words, key in zip(WORDS, KEYS, strict=True)
]
NAMES = st.sampled_from([name for name, *_ in ALL])


@given(active=NAMES, width=st.integers(60, 240))
def test_every_tab_is_seen_and_the_active_one_in_full(active, width):
    placed = laid_out(ALL, active, width)
    assert [each.id for each in placed] == [name for name, *_ in ALL]
    assert all(each.line < LINES and each.end <= width for each in placed)
    shown = next(each.label for each in placed if each.id == active)
    assert next(words for name, _, words, _ in ALL if name == active) in shown


@given(active=NAMES, width=st.integers(60, 240))
def test_no_two_tabs_lie_over_each_other(active, width):
    placed = laid_out(ALL, active, width)
    for one, after in pairwise(placed):
        assert one.line < after.line or one.end <= after.start


@pytest.mark.parametrize("width", [80, 120, 200])
def test_words_are_whole_from_eighty_columns(width):
    said = [each.label for each in laid_out(ALL, "mål", width)]
    assert not any("…" in label for label in said)


@pytest.mark.parametrize(("width", "lines"), [(80, 2), (120, 2), (150, 1), (200, 1)])
def test_lines_are_as_few_as_the_words_allow_and_about_as_long(width, lines):
    placed = laid_out(ALL, "mål", width)
    ends = [max(each.end for each in placed if each.line == line) for line in range(lines)]
    assert lines_of(placed) == lines
    assert max(ends) - min(ends) <= len(" F2 Inställningar ")


async def test_a_click_goes_to_the_tab(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        line = painted.lines_of(app)[1]
        await pilot.click(TabBar, offset=(line.index("Deltagare"), 0))
        await app_rest(pilot)
        assert app.screen.wanted == "register"
        assert app.screen.shown.id == "register"

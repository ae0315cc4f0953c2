"""The keys at the bottom: those that do something, whole, and always the way to the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screens.keyboard import Keyboard, settled
from tests.screens.painted import lines_of
from tui.app import TrackerApp
from tui.messages import ShowPane
from tui.widgets.key_line import GAP, KeyShown, fitting, taken

ALWAYS = [
    KeyShown("help", "question_mark", "?", "hjälp", is_first=True),
    KeyShown("quit", "q", "q", "avsluta", is_first=True),
]
OTHERS = st.lists(
    st.builds(
        KeyShown,
        action=st.uuids().map(str),
        key=st.just("x"),
        display=st.sampled_from(["x", "F10", "ctrl+z"]),
        words=st.text("abcå ", min_size=1, max_size=30),
        is_first=st.booleans(),
    )
)
AT_EIGHTY = {
    "goals": "↵ öppna / sök j jämför t trend s ordning p publicerat b bedöm ? hjälp q avsluta",
    "due": "↵ öppna n ej nådd a avböjt x markera ctrl+z ångra F3 läs in ? hjälp q avsluta",
    "register": "n ny e avslut r rätta start m uppföljning v makulera + räkna ? hjälp q avsluta",
    "interventions": "↵ öppna n ny insats e ändra p publicerat F3 läs in ? hjälp q avsluta",
    "surveys": "↵ öppna n pappersenkäter u utdelade f frågor F3 läs in ? hjälp q avsluta",
    "money": "↵ öppna n ny rad b bedöm o öppna mål p publicerat F3 läs in ? hjälp q avsluta",
    "quality": "↵ öppna g godta t godta inte längre ctrl+z ångra F3 läs in ? hjälp q avsluta",
    "report": "↵ välj s skriv rapporten v förhandsvisa f frys F3 läs in ? hjälp q avsluta",
    "changes": "↵ öppna h radens historik ctrl+z ångra u gör om F3 läs in ? hjälp q avsluta",
    "settings": "↵ öppna n nytt mål a nästa års plan x exportera planen ? hjälp q avsluta",
}


@given(others=OTHERS, width=st.integers(20, 240))
def test_keys_are_whole_and_help_is_never_given_up(others, width):
    shown = fitting([*others, *ALWAYS], width)
    assert taken(shown) <= width + GAP
    assert shown[-2:] == ALWAYS
    first = [each for each in others if each.is_first]
    assert shown[:-2] == [*first, *(each for each in others if not each.is_first)][: len(shown) - 2]


@given(others=OTHERS, width=st.integers(40, 240))
def test_import_gives_way_to_what_a_pane_has_first(others, width):
    key = KeyShown("import_file", "f3", "F3", "läs in", is_first=True)
    shown = fitting([*others, key, *ALWAYS], width)
    first = [each for each in others if each.is_first]
    fits = taken([*first, key, *ALWAYS]) <= width + GAP
    assert (key in shown) is fits


async def test_every_pane_says_its_keys_on_eighty_columns(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        said = {}
        for pane in AT_EIGHTY:
            app.screen.post_message(ShowPane(pane))
            await settled(pilot)
            said[pane] = lines_of(app)[-1].rstrip()
        assert said == AT_EIGHTY


async def test_a_wide_screen_says_more_keys_and_a_narrow_one_fewer_again(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(200, 50)) as pilot:
        await settled(pilot)
        await Keyboard(pilot).type("3")
        assert "h historik y vyer / sök ctrl+z ångra" in lines_of(app)[-1]
        await pilot.resize_terminal(80, 24)
        await said(pilot, AT_EIGHTY["register"])


async def said(pilot, line):
    """Wait until the last line says so; a new size is told to the screen a little later."""
    for _ in range(200):
        if lines_of(pilot.app)[-1].rstrip() == line:
            return
        await pilot.pause()
    assert lines_of(pilot.app)[-1].rstrip() == line


async def test_why_something_is_not_known_is_offered_where_it_can_be_said(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        keys = Keyboard(pilot)
        await keys.type("3")
        assert "F8" not in lines_of(app)[-1]
        await keys.type("n")
        assert keys.focused == "kön"
        assert "F8 vet ej F9 vill ej" in lines_of(app)[-1]
        await keys.type("shift+tab")
        assert keys.focused == "deltagande"
        assert "F8" not in lines_of(app)[-1]
        assert "F6 fler" in lines_of(app)[-1]
        await keys.type("f8")
        assert keys.field("deltagande").draft == "K-110"


@pytest.mark.parametrize("width", [80, 120])
async def test_a_form_without_such_fields_never_offers_it(workspace, width):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(width, 24)) as pilot:
        await settled(pilot)
        await Keyboard(pilot).type("4 n")
        assert "ctrl+s spara Esc avbryt" in lines_of(app)[-1]
        assert "F8" not in lines_of(app)[-1]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("3 v", "↵ svara Esc avbryt"),
        ("3 v down", "↵ välj Esc avbryt"),
        ("3 n k enter escape", "↵ svara Esc avbryt ← → välj"),
        ("3 y", "↵ välj Esc tillbaka n spara sökningen Del ta bort"),
        ("f2 down down down down down down down enter", "↵ välj Esc tillbaka"),
        ("f2 enter", "↵ svara Esc tillbaka"),
        ("f2 x", "↵ svara Esc tillbaka"),
    ],
)
async def test_a_question_says_that_enter_answers(workspace, keys, line):
    app = TrackerApp.on(workspace)
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await Keyboard(pilot).type(keys)
        assert lines_of(app)[-1].rstrip() == line

"""Colours: contrast of what is painted, no meaning by colour alone, terminals without signs."""

import re

import pytest

from tests.screens.in_every_theme import unreadable
from tests.screens.painted import lines_of, text_of
from tests.screens.settling import press, settle
from tui.app import TrackerApp
from tui.source import Opened
from tui.themes import CONTRAST, DARK, LIGHT, THEMES, following
from tui.widgets.glyphs import ASCII, AsciiFilter, needs_ascii

SIZE = (120, 40)


@pytest.mark.parametrize("keys", [(), ("p", "down"), ("down", "down", "enter")])
async def test_everything_painted_has_contrast(workspace, keys):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert await unreadable(pilot) == set()


async def test_a_key_steps_through_the_themes(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        seen = [app.theme]
        for _ in THEMES:
            await press(pilot, "d")
            seen.append(app.theme)
        assert seen == [DARK.name, LIGHT.name, CONTRAST.name, DARK.name]


def test_an_unknown_theme_is_followed_by_the_first():
    assert following("nord") == DARK.name


async def test_without_signs_everything_is_painted_in_latin_letters(workspace):
    app = TrackerApp(Opened(workspace), ascii_only=True)
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        said = "\n".join(lines_of(app))
        assert said.encode("latin-1")
        assert "^ 30 % av deltagarna" in said
        assert re.search(r"\[-*\|o:+\]", said)


async def test_signs_are_one_cell_in_ascii_too(workspace):
    app = TrackerApp.on(workspace)
    plain = TrackerApp(Opened(workspace), ascii_only=True)
    widths = []
    for one in (app, plain):
        async with one.run_test(size=(80, 40)) as pilot:
            await settle(pilot)
            widths.append([len(line) for line in lines_of(one)])
    assert widths[0] == widths[1]


def test_statuses_differ_in_ascii():
    from tracker.wording.status import SIGNS

    signs = [ASCII.get(sign, sign) for sign in SIGNS.values()]
    assert len(set(signs)) == len(signs)


@pytest.mark.parametrize(
    ("encoding", "environment", "needed"),
    [
        ("utf-8", {}, False),
        ("utf-8", {"TERM": "xterm-256color"}, False),
        ("latin-1", {}, True),
        ("cp850", {}, True),
        ("ascii", {}, True),
        (None, {}, True),
        ("no-such", {}, True),
        ("utf-8", {"TERM": "linux"}, True),
        ("utf-8", {"TRACKER_ASCII": "1"}, True),
    ],
)
def test_ascii_is_for_terminals_that_lack_the_signs(encoding, environment, needed):
    assert needs_ascii(encoding, environment) is needed


def test_swedish_letters_stay():
    from rich.segment import Segment
    from textual.color import Color

    painted = AsciiFilter().apply([Segment("▲ Mål – för få")], Color(0, 0, 0))
    assert painted[0].text == "A Mål - för få"


async def test_no_color_is_honoured(workspace, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = TrackerApp.on(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        colours = {
            style.color.triplet
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if (style := segment.style) and style.color and style.color.triplet
        }
        shown = {colour.rgb if hasattr(colour, "rgb") else tuple(colour) for colour in colours}
        assert app.no_color
        assert "Målet uppfyllt" in text_of(app)
        assert shown

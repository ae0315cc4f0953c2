"""Without colours nothing is lost: what is marked stands out by more than a shade."""

import pytest
from textual.color import Color

from tests.screens.keyboard import Keyboard, settled
from tests.screens.painted import contrast
from tui.app import TrackerApp
from tui.messages import ShowPane

LEAST = 3
"""The contrast that WCAG asks of what is no text."""


@pytest.fixture
def app(workspace, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = TrackerApp.on(workspace)
    app.animation_level = "none"
    return app


def grounds(app):
    """The backgrounds of each line, most of it first; reversed ones as they are seen."""
    for strip in app.screen._compositor.render_strips():
        found = {}
        for segment in strip:
            pair = [segment.style.color, segment.style.bgcolor]
            seen = Color.from_rich_color(pair[0 if segment.style.reverse else 1])
            found[seen] = found.get(seen, 0) + len(segment.text)
        yield max(found, key=found.get)


def stands_out(app):
    """Whether some line is of quite another ground than most lines are."""
    lines = list(grounds(app))
    usual = max(lines, key=lines.count)
    return any(contrast(usual, each) >= LEAST for each in lines)


def is_grey(app):
    """Whether nothing has a colour."""
    styles = [
        segment.style for strip in app.screen._compositor.render_strips() for segment in strip
    ]
    shades = [
        Color.from_rich_color(each) for style in styles for each in (style.color, style.bgcolor)
    ]
    return all(len(set(shade.rgb)) == 1 for shade in shades)


async def test_the_marked_line_of_every_pane_stands_out(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for pane in app.screen.panes_offered:
            app.screen.post_message(ShowPane(pane.id))
            await settled(pilot)
            assert is_grey(app), pane.id
            assert stands_out(app), pane.id


@pytest.mark.parametrize(
    "keys",
    ["3 space", "3 n k", "f2 down down down down down down enter", "3 v down"],
)
async def test_the_marked_line_of_a_list_in_a_window_stands_out(app, keys):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await Keyboard(pilot).type(keys)
        assert len(app.screen_stack) > 1
        assert is_grey(app)
        boxes = [each.region for each in app.screen.query("MarkedList") if each.display]
        marks = [
            segment
            for box in boxes
            for strip in app.screen._compositor.render_strips()[box.y : box.bottom]
            for segment in strip.crop(box.x, box.right)
            if segment.style.reverse and segment.text.strip()
        ]
        assert marks


async def test_every_theme_can_be_chosen_in_the_palette(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        for words, theme in (
            ("ljust", "tracker-light"),
            ("kontrast", "tracker-contrast"),
            ("mörkt", "tracker-dark"),
        ):
            await Keyboard(pilot).type(f"ctrl+p {words} enter")
            assert app.theme == theme

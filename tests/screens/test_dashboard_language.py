"""A Swedish screen has no English on it, and an English one no Swedish but the plan's words."""

import re

import pytest
from textual.widgets import Input

from tests.screens.painted import text_of
from tests.screens.settling import press, settle
from tui.app import TrackerApp

ENGLISH = re.compile(
    r"\b(the|of|and|is|are|not|goals?|open|quit|help|back|search|show|all|exits?|answers?|"
    r"unknown|published|persons?|interventions?|activities|met|with|no|data|type|command|"
    r"colours?|dark|light|high|read|again|earlier|later|first|last|next|previous|palette)\b",
    re.IGNORECASE,
)
SWEDISH = re.compile(r"\b(och|mål|avsluta|hjälp|sök|öppna|uppfyllt|okända|slumpen|kommandon)\b")
WAYS = {
    "dashboard": (),
    "end of the list": ("end",),
    "published": ("p",),
    "open period": ("right",),
    "search": ("slash", "x"),
    "goal": ("down", "down", "enter"),
    "survey goal": ("enter",),
    "period": ("g",),
    "help": ("question_mark",),
    "commands": ("ctrl+p",),
    "nothing found": ("ctrl+p", *"qqq"),
}


@pytest.mark.parametrize("keys", WAYS.values(), ids=WAYS)
async def test_no_english_on_a_swedish_screen(workspace, keys):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(120, 70)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        found = set(ENGLISH.findall(text_of(app)))
        assert found - {"all"} == set(), text_of(app)


@pytest.mark.parametrize("keys", WAYS.values(), ids=WAYS)
async def test_no_swedish_words_of_ours_on_an_english_screen(english, keys):
    app = TrackerApp.on(english)
    async with app.run_test(size=(120, 70)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        said = text_of(app)
        for card in app.screen_stack[0].scorecard.goals:
            for theirs in (card.goal.text, card.comment or "", card.goal.note):
                said = said.replace(theirs, "")
        assert not re.search(r"\b(avsluta|hjälp|sök|öppna|kommandon)\b", said)


async def test_the_palette_offers_no_picture_of_the_screen(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(120, 70)) as pilot:
        await settle(pilot)
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert "Färger: hög kontrast" in titles
        assert any(title.startswith("Mål: 30 %") for title in titles)
        assert not any("creenshot" in title for title in titles)


async def test_a_command_opens_a_goal(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"lux")
        await press(pilot, "enter")
        assert "LUX, pilot 1" in text_of(app)


async def test_help_is_searched_by_typing_at_once(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark", *"slumpen")
        said = text_of(app)
        assert "Målet uppfyllt – kan bero på slumpen" in said
        assert "Avsluta" not in said.split("Esc")[0].replace("q avsluta", "")
        assert isinstance(app.focused, Input)
        await press(pilot, "escape")
        assert app.screen is app.screen_stack[0]

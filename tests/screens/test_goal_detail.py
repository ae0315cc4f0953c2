"""The goal on a screen of its own: definition, figures, parts, what the board says."""

import pytest

from tests.screens.painted import text_of
from tests.screens.settling import press, settle
from tracker.comparisons import compare
from tui.app import TrackerApp
from tui.widgets.goal_detail import GoalDetail

ALL_OF_IT = (80, 200)


async def detail_of(workspace, goal_id, *keys, size=ALL_OF_IT):
    """The text of a goal's screen."""
    app = TrackerApp.on(workspace)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        app.screen.open_goal(goal_id)
        await settle(pilot)
        return text_of(app)


async def test_the_figure_its_parts_and_the_board(workspace):
    said = await detail_of(workspace, "arbete-studier")
    assert "37 av 112 avslut · 33,0 % (25–42 %) · 14 okända" in said
    assert "△ Kvinnor" in said
    assert "△ Män" in said
    assert "Vägknuten 2.0" in said
    assert "4 av 20 avslut" in said
    assert "Styrelsen: delvis uppfyllt. Fler än väntat gick vidare" in said


async def test_how_women_and_men_differ_is_said_as_the_comparison_says_it(workspace):
    said = " ".join((await detail_of(workspace, "arbete-studier")).split())
    assert compare(workspace, "arbete-studier").gap.sentence in said


async def test_the_definition_stands_in_words(workspace):
    said = await detail_of(workspace, "arbete-studier")
    assert "Räknas: Alla avslut i perioden, efter avslutsdagen, oavsett anledning." in said
    assert "Uppnått: Arbete eller studier." in said
    assert "Okänt: Den vars utfall är okänt räknas som ej uppnått." in said
    assert "Mål: Minst 30 %." in said
    assert "Så läses det här: Gäller enligt planen" in said


async def test_a_survey_goal_shows_every_indicator(workspace):
    said = await detail_of(workspace, "stöd-inflytande")
    assert all(f"Indikator {number}" in said for number in (1, 2, 3, 4))
    assert "Svarar gör: deltagare, pågående; deltagare vid avslut." in said
    assert "37 av 59 personer svarade" in said


async def test_an_activity_is_noted_where_the_goal_lists_activities(workspace):
    goals = workspace.plans[0].goals
    listing = next(goal.id for goal in goals if goal.measure == "checklist")
    assert "k aktivitet genomförd" in await detail_of(workspace, listing)
    assert "k aktivitet genomförd" not in await detail_of(workspace, "stöd-inflytande")


@pytest.mark.parametrize(
    ("goal_id", "line"),
    [
        (
            "utfall-inom-5-procent",
            "✗ Resa i Torsås kommun 655 560 kr av 607 000 kr (+8,0 %) · utanför gränsen",
        ),
        ("lunchseminarier", "samverkansområde 6 senast 31 december 2021 · inte genomförd i tid"),
        ("presenterat-ledning", "✓ Kalmar kommun besökt"),
        ("rapporterar-sus", "✗ Arbetsterapeut, länsövergripande insats saknar registreringar"),
    ],
)
async def test_what_few_things_make_up_is_listed(workspace, goal_id, line):
    assert line in await detail_of(workspace, goal_id)


async def test_flags_are_words(workspace):
    said = await detail_of(workspace, "redo-arbete-studier")
    assert "BRA ATT VETA • Färre än 30 svarande" in said


async def test_what_is_ahead_is_told(workspace):
    said = await detail_of(workspace, "arbete-studier")
    assert "VAD SOM VÄNTAR" in said
    assert "behövs" in said


async def test_small_parts_are_hidden_where_it_is_published(workspace):
    said = await detail_of(workspace, "stöd-inflytande", "p")
    assert "som det publiceras" in said


async def test_it_scrolls_by_keyboard(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "end")
        await pilot.wait_for_animation()
        detail = app.screen.query_one(GoalDetail)
        assert detail.scroll_offset.y > 0
        await press(pilot, "home")
        await pilot.wait_for_animation()
        assert detail.scroll_offset.y == 0


async def test_english_all_through(english):
    said = await detail_of(english, "arbete-studier")
    assert "Counted: All exits of the period, by the day of the exit, whatever the reason." in said
    assert "Reached: Work or studies." in said
    assert "The board: partly met." in said

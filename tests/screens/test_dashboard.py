"""The dashboard by keyboard alone: reading, searching, changing period and view."""

from contextlib import asynccontextmanager

import pytest
from textual.widgets import ContentSwitcher, Input

from db.records import add_row, begin_change
from db.tables import Assessment
from tests.factories import NOW
from tests.screens.painted import text_of
from tests.screens.settling import press, settle
from tui.app import TrackerApp
from tui.screens.goals.detail import GoalDetailScreen
from tui.widgets.goal_detail import GoalDetail
from tui.widgets.goal_list import GoalList

NARROW, TALL, WIDE = (80, 24), (80, 60), (120, 36)


@asynccontextmanager
async def opened(workspace, size=NARROW):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


def selected(app):
    return app.screen.query_one(GoalList).selected


async def test_the_first_screen_answers_which_hold_and_which_do_not(workspace):
    async with opened(workspace, TALL) as (app, _):
        said = text_of(app)
        assert "Av 14 mål är 4 uppfyllda (1 kan bero på slumpen) och 7 ej uppfyllda (1 kan " in said
        assert "37 av 112 avslut · 33,0 % (25–42 %) 14 okända" in said
        assert "△ 30 % av deltagarna" in said
        assert said.index("INDIVID") < said.index("STRUKTUR") < said.index("EKONOMI")


async def test_every_sign_has_its_words(workspace):
    async with opened(workspace, TALL) as (app, _):
        for card in app.screen.scorecard.goals:
            assert card.label in text_of(app)


async def test_arrows_home_and_end_walk_through_the_goals(workspace):
    async with opened(workspace) as (app, pilot):
        assert selected(app) == "stöd-inflytande"
        await press(pilot, "down", "down")
        assert selected(app) == "arbete-studier"
        assert "som högst kan andelen vara 45,5 %" in text_of(app)
        await press(pilot, "end")
        assert selected(app) == "utfall-inom-5-procent"
        await press(pilot, "home")
        assert selected(app) == "stöd-inflytande"


async def test_enter_opens_the_goal_and_escape_goes_back_to_it(workspace):
    async with opened(workspace) as (app, pilot):
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, GoalDetailScreen)
        await press(pilot, "escape")
        assert not isinstance(app.screen, GoalDetailScreen)
        assert selected(app) == "redo-arbete-studier"


async def test_slash_filters_goals_as_one_types(workspace):
    async with opened(workspace) as (app, pilot):
        await press(pilot, "slash", *"medel")
        assert selected(app) == "medel-individinsatser"
        await press(pilot, *"xyz")
        assert "Inget mål passar på ”medelxyz”" in text_of(app)
        await press(pilot, "escape")
        assert selected(app) is not None
        assert isinstance(app.focused, GoalList)
        assert "30 % av deltagarna" in text_of(app)


async def test_what_was_found_is_walked_through_after_enter(workspace):
    async with opened(workspace) as (app, pilot):
        await press(pilot, "slash", *"ekonomi", "enter", "down")
        assert selected(app) == "behållning"


async def test_letters_are_letters_while_a_field_has_the_keys(workspace):
    async with opened(workspace) as (app, pilot):
        await press(pilot, "slash", "p", "q", "3")
        assert app.screen.query_one("#filter", Input).value == "pq3"
        assert not app.screen.published


async def test_too_few_shows_counts_and_no_per_cent(workspace):
    async with opened(workspace, TALL) as (app, _):
        said = text_of(app)
        row = said[said.index("För litet underlag") :][:80]
        assert row.startswith("För litet underlag för bedömning · 40 av 46 svar (8 personer)")
        assert "%" not in row


async def test_p_shows_what_readers_will_see_and_back(workspace):
    async with opened(workspace, TALL) as (app, pilot):
        await press(pilot, "p")
        assert app.screen.scorecard.published
        assert "som det publiceras" in text_of(app).split("tisdag")[0]
        assert "▒ Vi följer upp" in text_of(app)
        await press(pilot, "p")
        assert not app.screen.scorecard.published


async def test_the_period_steps_with_arrows_and_comma_and_point(workspace):
    async with opened(workspace) as (app, pilot):
        await press(pilot, "right")
        assert app.screen.scorecard.period.label == "2022"
        assert "Hittills" in text_of(app)
        assert "Bedöms efter ett annat års plan" in text_of(app)
        await press(pilot, "comma", "comma")
        assert app.screen.scorecard.period.label == "2020"
        await press(pilot, "full_stop")
        assert app.screen.scorecard.period.label == "2021"


@pytest.mark.parametrize("label", ["2021-H1", "2021-Q3", "2021-ack-T2", "2021-01..2021-06"])
async def test_a_period_can_be_typed_in_every_form(workspace, label):
    async with opened(workspace) as (app, pilot):
        await press(pilot, "g")
        app.screen.query_one(Input).value = label
        await press(pilot, "enter")
        assert app.screen.scorecard.period.label == label


async def test_a_wrong_period_is_refused_with_a_sentence(workspace):
    async with opened(workspace) as (app, pilot):
        await press(pilot, "g", *"igår", "enter")
        assert "”igår” är ingen period" in text_of(app)
        await press(pilot, "escape")
        assert app.screen.scorecard.period.label == "2021"


async def test_the_selected_goal_stays_when_the_period_changes(workspace):
    async with opened(workspace) as (app, pilot):
        await press(pilot, "down", "down", "left")
        assert selected(app) == "arbete-studier"


async def test_the_detail_stands_beside_the_list_where_there_is_room(workspace):
    async with opened(workspace, WIDE) as (app, pilot):
        await press(pilot, "down", "down")
        beside = app.screen.query_one("#beside", GoalDetail)
        assert beside.display
        assert beside.region.x >= app.screen.query_one("#overview").region.right
        assert beside.card.goal.id == "arbete-studier"
        assert "KVINNOR OCH MÄN" in text_of(app)


async def test_the_detail_is_not_made_where_there_is_no_room(workspace):
    async with opened(workspace) as (app, _):
        assert app.screen.detail is None


async def test_digits_change_the_tab(workspace):
    async with opened(workspace) as (app, pilot):
        await press(pilot, "3")
        assert app.screen.query_one(ContentSwitcher).current == "register"
        await press(pilot, "1")
        assert app.screen.query_one(ContentSwitcher).current == "goals"
        assert isinstance(app.focused, GoalList)


async def test_the_mouse_works_too(workspace):
    async with opened(workspace) as (app, pilot):
        await pilot.click("#later")
        await settle(pilot)
        assert app.screen.scorecard.period.label == "2022"
        await pilot.click("#period")
        await settle(pilot)
        assert app.screen.query("#period-input")


async def test_f5_reads_again(workspace):
    async with opened(workspace) as (app, pilot):
        comment(workspace, "lunchseminarier", "Två återstår.")
        await press(pilot, "f5")
        assert app.screen.scorecard.goal("lunchseminarier").comment == "Två återstår."


def comment(workspace, goal, words):
    """Somebody else comments on a goal meanwhile."""
    with workspace.store.write() as session:
        change = begin_change(session, association_id=1, at=NOW, by="bo", kind="log")
        row = {"goal": goal, "period": "2021", "verdict": None, "comment": words}
        add_row(session, change, Assessment, row)


async def test_q_quits(workspace):
    async with opened(workspace) as (app, pilot):
        await pilot.press("q")
        await pilot.pause()
        assert app.return_code == 0

"""Jämför, Trend and what is ahead, by keyboard alone: a director's five questions."""

import shutil
from contextlib import asynccontextmanager
from datetime import date

import pytest

from db.existing import interventions
from db.records import add_rows, begin_change
from db.tables import Episode
from tests.factories import NOW, a_workspace
from tests.screens.painted import contrasts_of, lines_of, text_of
from tests.screens.settling import press, settle
from tests.screens.stored import _entry, _exit
from tests.usecases.region import a_region
from tui.app import TrackerApp
from tui.screens.goals.comparing import CompareScreen, TrendScreen
from tui.screens.goals.detail import GoalDetailScreen
from tui.screens.main import MainScreen
from tui.widgets.goal_list import GoalList

NARROW, TALL, WIDE = (80, 24), (80, 90), (120, 36)


@asynccontextmanager
async def opened(workspace, *keys, size=NARROW):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        await settle(pilot)
        yield app, pilot


@pytest.fixture(scope="module")
def region_store(tmp_path_factory):
    return a_region(tmp_path_factory.mktemp("region"))


@pytest.fixture
def region(region_store, tmp_path):
    """Several years, the last of them open."""
    place = tmp_path / "region.db"
    shutil.copy2(region_store, place)
    workspace = a_workspace(place, today=date(2021, 9, 1))
    yield workspace
    workspace.close()


@pytest.fixture
def autumn(built_store, tmp_path):
    """The filled store while its year is open."""
    place = tmp_path / "autumn.db"
    shutil.copy2(built_store, place)
    workspace = a_workspace(place, today=date(2021, 9, 1))
    yield workspace
    workspace.close()


async def open_goal(app, pilot, goal_id, *keys):
    """Type a part of the goal's id, and press keys on it."""
    await press(pilot, "slash", *goal_id, "enter", *keys)
    await settle(pilot)


async def test_is_krus_worse_than_the_others(workspace):
    async with opened(workspace, "down", "down", "j") as (app, _):
        assert isinstance(app.screen, CompareScreen)
        said = text_of(app)
        assert "● KRUS" in said
        assert "Av 6 jämförda insatser avviker 0" in said
        assert "för få för att säga något om: Pontibus, Resa" in said
        assert "Ingen rangordning: skillnader innanför linjerna kan bero på slumpen." in said


async def test_do_women_and_men_differ(workspace):
    async with opened(workspace, "down", "down", "j", size=TALL) as (app, _):
        said = text_of(app)
        assert "Ingen tydlig skillnad mellan kvinnor och män." in said
        assert "◂ män högre" in said
        assert "kvinnor högre ▸" in said
        assert "7 jämförelser har gjorts." in said


async def test_the_table_behind_the_funnel(workspace):
    async with opened(workspace, "down", "down", "j", size=TALL) as (app, _):
        said = text_of(app)
        assert "INSATSERNA I SIFFROR" in said
        assert "4 av 20 avslut 20 % (8–42 %)" in said
        assert "linjer 12–54 %" in said
        assert "· Resa 3 av 7 avslut för få för att säga något" in said


async def test_it_is_reached_by_scrolling_at_any_height(workspace):
    async with opened(workspace, "down", "down", "j", "end") as (app, pilot):
        await pilot.wait_for_animation()
        assert "INSATSERNA I SIFFROR" in text_of(app)


def three_exits(workspace):
    """Exits of an intervention that has no others."""
    with workspace.store.write() as session:
        change = begin_change(session, association_id=1, at=NOW, by="prov", kind="import")
        ids = {row.key: row.id for row in interventions(session, 1)}
        row = _entry(ids["arbetsterapeut"], "arbetsterapeut", 1, date(2021, 2, 1))
        rows = [
            row | _exit(date(2021, 9, number), 2, "hit") | {"number": f"A-{number}"}
            for number in (1, 2, 3)
        ]
        add_rows(session, change, Episode, rows)


async def test_published_units_are_shaded_with_the_reason(workspace):
    three_exits(workspace)
    async with opened(workspace, "down", "down", "j", "p", size=TALL) as (app, _):
        said = text_of(app)
        assert "▒ Redovisas inte: " in said
        assert "Redovisas inte – färre än 5 personer" in said
        assert "som det publiceras" in said


async def test_a_goal_that_cannot_be_compared_says_why(workspace):
    async with opened(workspace, "end", "j") as (app, pilot):
        assert "räknar inte personer" in text_of(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_few_units_are_held_against_the_others(region):
    async with opened(region) as (app, pilot):
        await open_goal(app, pilot, "tre", "j")
        said = text_of(app)
        assert "◂ lägre än de andra" in said
        assert "Varje insats jämförs med alla de andra tillsammans." in said
        assert "Avviker: Insats i03" in said


async def test_trend_shows_years_breaks_and_what_they_say(region):
    async with opened(region, size=TALL) as (app, pilot):
        await open_goal(app, pilot, "ändrat", "t")
        assert isinstance(app.screen, TrendScreen)
        said = text_of(app)
        assert "╎ annan definition" in said
        assert "ingen jämförelse görs över ändringen" in said
        assert "2018 ▼ 6 av 30 avslut" in said


async def test_trend_in_a_word(region):
    async with opened(region) as (app, pilot):
        await open_goal(app, pilot, "stiger", "t")
        said = text_of(app)
        assert "Tydlig trend: stigande med 13,3 procentenheter om året 2018–2020." in said
        assert "○ hittills" in said


async def test_from_picture_to_picture_and_back(workspace):
    async with opened(workspace, "down", "down", "enter", "j") as (app, pilot):
        await press(pilot, "t")
        assert isinstance(app.screen, TrendScreen)
        await press(pilot, "j")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, GoalDetailScreen)
        await press(pilot, "t", "escape", "escape")
        assert isinstance(app.screen, MainScreen)


async def test_another_size_is_another_picture(workspace):
    async with opened(workspace, "down", "down", "j") as (app, pilot):
        before = lines_of(app)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        after = lines_of(app)
        assert sum("│" in line for line in after) > sum("│" in line for line in before)
        assert "Vägknuten" in text_of(app)


async def test_which_is_nearest_to_tipping(workspace):
    async with opened(workspace, "s") as (app, _):
        said = text_of(app)
        assert "NÄRMAST ATT TIPPA ÖVER" in said
        assert "Närmast att tippa över först." in said
        assert app.screen.query_one(GoalList).selected == "arbete-studier"
        assert "med 4 färre hade målet inte nåtts" in said
        assert "8 fler hade räckt" in said


async def test_which_hold_for_sure(workspace):
    async with opened(workspace, "s", "s") as (app, pilot):
        assert "Efter status: de säkert uppfyllda först." in text_of(app)
        card = app.screen.scorecard.goal(app.screen.query_one(GoalList).selected)
        assert card.status in ("met_clear", "met")
        await press(pilot, "s")
        assert "Efter status" not in text_of(app)
        assert app.screen.query_one(GoalList).selected == "stöd-inflytande"


async def test_what_is_still_needed_this_year_stands_in_the_list(region):
    async with opened(region) as (app, pilot):
        await open_goal(app, pilot, "planerat")
        assert "5 fler till arbete av de 12 som återstår" in text_of(app)


async def test_an_early_signal_is_one_quiet_line(autumn, workspace):
    async with opened(autumn) as (app, pilot):
        assert "Tidig signal: ▲ 30 % av deltagarna" in text_of(app)
        assert "1 mål bevakas." in text_of(app)
        await press(pilot, "p")
        await settle(pilot)
        assert "Tidig signal" not in text_of(app)
    async with opened(workspace) as (app, _):
        assert "Tidig signal" not in text_of(app)


async def test_the_signal_stands_with_the_goal_too(autumn):
    async with opened(autumn, "down", "down", size=WIDE) as (app, pilot):
        assert "▲ Läget talar för" in text_of(app)
        await press(pilot, "up")
        await settle(pilot)
        assert "▲ Läget talar för" not in text_of(app)


async def test_the_forecast_has_its_band(autumn):
    async with opened(autumn, "down", "down", "enter", size=TALL) as (app, _):
        said = text_of(app)
        assert "VAD SOM VÄNTAR" in said
        assert "■ hittills: " in said
        assert "├●┤ väntas till slut: " in said
        assert "┃ målet kräver " in said
        assert "▲ Läget talar för att nivån ligger över målet 30 %" in said


async def test_the_year_before_has_its_bar_beside(region):
    async with opened(region, size=TALL) as (app, pilot):
        await open_goal(app, pilot, "stiger", "enter")
        said = text_of(app)
        assert "ÅRET FÖRE Den här perioden" in said
        assert "2020" in said


async def test_colours_of_pictures_can_be_read(workspace):
    async with opened(workspace, "down", "down", "j", size=TALL) as (app, _):
        assert min(ratio for ratio, _ in contrasts_of(app)) >= 4.5

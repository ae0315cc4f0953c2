"""Names as long as Swedish makes them: on eighty columns nothing breaks, in any pane or form."""

import pytest

from tests.factories import PLAN, a_plan, a_store, a_workspace, an_entry, an_exit
from tests.screens.keyboard import settled
from tests.screens.painted import lines_of, text_of
from tests.usecases.files import taken
from tests.usecases.test_deliveries import a_delivery
from tracker.registration import save
from tui.app import TrackerApp
from tui.messages import ShowPane

SIZE = (80, 24)
ASSOCIATION = "Samordningsförbundet Skärgårdskommunernasförsörjningsåtgärdssamverkan"
NAME = "Långtidsarbetslöshetsåtgärdssamordningsöverenskommelseenheten"
KEY = "långtidsarbetslöshetsåtgärd"
NAMED_IN = {"due", "register", "interventions", "surveys", "money", "quality", "changes"}
FORMS = {
    "register": ("n", "enter", "r", "m", "plus", "v", "space", "h"),
    "interventions": ("n", "e"),
    "surveys": ("n", "u"),
    "money": ("n",),
    "due": ("enter",),
    "settings": ("end enter",),
}


@pytest.fixture
def long_names(tmp_path):
    """A store in which an intervention and the association are called so, with some of each row."""
    text = PLAN.replace("Samordningsförbundet Exempel", ASSOCIATION)
    text = text.replace('"krus"', f'"{KEY}"').replace('"KRUS"', f'"{NAME}"')
    opened = a_workspace(a_store(tmp_path / "long", a_plan(text)))
    save(opened, "deltaganden", an_entry(insats=KEY))
    save(
        opened,
        "deltaganden",
        an_entry(insats=KEY, deltagande="K-2") | an_exit(slutdatum="2021-09-01"),
    )
    money = {"år": "2021", "slag": "individinsats", "insats": KEY, "budget": "1250000"}
    save(opened, "ekonomi", money)
    mailing = {"omgång": "2021", "datum": "2021-11-01", "grupp": "deltagare_avslut"}
    save(opened, "utskick", {**mailing, "insats": KEY, "antal": "20"})
    taken(opened, "antal", a_delivery())
    yield opened
    opened.close()


def out_of_place(app):
    """What is wider than the screen, or than what holds it."""
    shown = [
        each for each in app.screen.query("*").exclude("Input") if each.display and each.region
    ]
    return [
        *(each for each in shown if each.region.right > SIZE[0] or each.show_horizontal_scrollbar),
        *(line for line in lines_of(app) if len(line) > SIZE[0]),
    ]


async def test_in_every_pane(long_names):
    app = TrackerApp.on(long_names)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for pane in app.screen.panes_offered:
            app.screen.post_message(ShowPane(pane.id))
            await settled(pilot)
            assert not out_of_place(app), pane.id
            assert "långtids" in text_of(app).casefold() or pane.id not in NAMED_IN
            assert lines_of(app)[0].startswith(" … Skärgårdskommunernas")
            assert lines_of(app)[0].rstrip().endswith("… ◂  2021  ▸   tracker.db · ingen kopia")


@pytest.mark.parametrize("pane", FORMS)
async def test_in_every_form(long_names, pane):
    app = TrackerApp.on(long_names)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for keys in FORMS[pane]:
            app.screen.post_message(ShowPane(pane))
            await settled(pilot)
            for key in keys.split():
                await pilot.press(key)
                await settled(pilot)
            assert len(app.screen_stack) > 1, keys
            assert not out_of_place(app), keys
            while len(app.screen_stack) > 1:
                await pilot.press("escape")
                await settled(pilot)

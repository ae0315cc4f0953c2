"""Every pane with no rows and with one of each: its keys work, it says what to do next."""

import pytest

from tests.factories import PLAN, a_follow_up, a_plan, a_store, a_workspace, an_entry, an_exit
from tests.screens.at_pane import KEYS, at_pane
from tests.screens.painted import text_of
from tracker.registration import save

PANES = tuple(name for name in KEYS if name != "deliveries")
BARE = PLAN[: PLAN.index("[[insats]]")] + PLAN[PLAN.index("[[question]]") :]
WRITES = {"report": {"s", "f", "k", "u", "i", "l"}}
"""Keys that write files, which tests of their own press."""
NEXT = {
    "goals": "registrera deltagare med 3, eller läs in filer med F3",
    "due": "Inget att göra just nu.",
    "register": "n registrerar den första",
    "interventions": "Ingen insats är registrerad än. n registrera den första",
    "surveys": "n ",
    "money": "n registrera den första raden",
    "quality": "inget att anmärka på",
    "report": "Period",
    "changes": "Plan inläst",
    "settings": "a nästa års plan",
}
"""What a pane says when nothing is registered."""
ONE = {
    "deltaganden": an_entry() | an_exit(slutdatum="2021-11-20"),
    "uppföljningar": a_follow_up(deltagande="K-001", datum="2022-02-20"),
    "enkätsvar": {"omgång": "2021", "datum": "2021-11-15", "grupp": "deltagare_avslut",
                  "svar": "1", "fråga": "i1", "värde": "4"},
    "utskick": {"omgång": "2021", "datum": "2021-11-01", "grupp": "deltagare_avslut", "antal": "9"},
    "ekonomi": {"år": "2021", "slag": "individinsats", "insats": "krus", "utfall": "1000"},
    "bedömningar": {"mål": "presenterat", "period": "2021", "bedömning": "delvis"},
}  # fmt: skip


@pytest.fixture
def bare(tmp_path):
    """A plan with goals, without interventions; nothing is registered."""
    opened = a_workspace(a_store(tmp_path, a_plan(BARE)))
    yield opened
    opened.close()


@pytest.fixture
def one(tmp_path):
    """One row of every kind."""
    opened = a_workspace(a_store(tmp_path))
    for kind, row in ONE.items():
        save(opened, kind, row)
    yield opened
    opened.close()


def keys_of(pane):
    """The keys that a pane has itself, and a few that every list has."""
    found = [key for name in type(pane).__mro__ for key in getattr(name, "BINDINGS", ())]
    named = [one for each in found for one in getattr(each, "key", "").split(",") if one]
    usual = ("end", "home", "down", "up", "enter")
    return list(dict.fromkeys((*usual, *named)))


async def press_all(keys, name):
    """Press every key of a pane; whatever opens is closed again."""
    for key in keys_of(keys.pane):
        if key in WRITES.get(name, ()):
            continue
        await keys.pilot.press(key)
        await keys.type("f5")
        for _ in range(4):
            if len(keys.app.screen_stack) > 1:
                await keys.type("escape")
        assert len(keys.app.screen_stack) == 1, f"{name}: {key} opens what escape does not close"


@pytest.mark.parametrize("name", PANES)
async def test_with_nothing_it_says_what_to_do_and_every_key_is_answered(bare, name):
    async with at_pane(bare, name) as keys:
        said = text_of(keys.app)
        assert NEXT[name] in " ".join(said.split()), said
        await press_all(keys, name)


@pytest.mark.parametrize("name", PANES)
async def test_with_one_row_of_everything_every_key_is_answered(one, name):
    async with at_pane(one, name) as keys:
        before = text_of(keys.app)
        await press_all(keys, name)
        assert keys.pane.display
        assert before.strip()

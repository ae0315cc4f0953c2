"""Insatser by keyboard: the list, everything about one, its goals, and its form."""

import pytest

from tests.factories import PLAN, a_plan, a_store, a_workspace, an_entry, an_exit
from tests.screens.at_pane import at_pane
from tests.screens.painted import text_of
from tracker.registration import correct, save, stored_draft
from tui.messages import ShowPane
from tui.screens.forms.intervention import InterventionForm
from tui.screens.forms.money import MoneyForm
from tui.screens.goals.detail import GoalDetailScreen


@pytest.fixture
def small(tmp_path):
    """A store with a plan of three interventions and nothing else."""
    opened = a_workspace(a_store(tmp_path / "small"))
    yield opened
    opened.close()


def listed(keys):
    return [view.insats for view in keys.pane.shown]


async def test_those_for_individuals_come_first_and_ended_ones_last(small):
    correct(small, "insatser", {"insats": "krus"}, {"slut": "2020-06-30"})
    async with at_pane(small, "interventions", (120, 36)) as keys:
        assert listed(keys) == ["navet", "guiden", "krus"]
        assert keys.told("amount") == "2 insatser pågår under 2021"
        assert "KRUS (avslutad 30 juni 2020)" in [line.cells[0] for line in keys.pane.table.lines]


async def test_the_flow_of_one_adds_up_beside_what_was_planned(small):
    correct(small, "insatser", {"insats": "krus"}, {"planerat_min": "40", "planerat_max": "60"})
    save(small, "deltaganden", an_entry(deltagande="K-1", startdatum="2020-02-02"))
    save(small, "deltaganden", an_entry(deltagande="K-2", kön="man"))
    ended = an_exit(slutdatum="2021-03-04")
    save(small, "deltaganden", an_entry(deltagande="K-3", startdatum="2021-02-02") | ended)
    async with at_pane(small, "interventions", (200, 50)) as keys:
        assert keys.row() == ("KRUS", "2", "2", "1", "40–60", "30", "–")
        said = text_of(keys.app)
        assert "3 av planerade 40–60" in said
        assert "1 vid start + 2 nya − 1 avslutade = 2 vid slut" in said
        assert "kvinna 2 · man 1" in said or "kvinnor 2 · män 1" in said


async def test_readers_see_the_numbers_of_the_report_and_why_some_are_hidden(workspace):
    async with at_pane(workspace, "interventions", (120, 36)) as keys:
        inside = [line.cells for line in keys.pane.table.lines]
        await keys.type("p")
        outside = [line.cells for line in keys.pane.table.lines]
        assert {cell for row in outside for cell in row[1:4]} > {"▒"}
        for within, seen in zip(inside, outside, strict=True):
            assert all(cell in ("▒", was) for was, cell in zip(within[1:4], seen[1:4], strict=True))
        hidden = next(at for at, row in enumerate(outside) if "▒" in row[1:4])
        keys.pane.table.move_cursor(row=hidden)
        await keys.type("f5")
        assert "redovisas inte" in text_of(keys.app)
        await keys.type("p")
        assert [line.cells for line in keys.pane.table.lines] == inside


async def test_no_number_stands_there_while_the_report_is_judged(small):
    save(small, "deltaganden", an_entry())
    async with at_pane(small, "interventions") as keys:
        assert keys.row()[1:4] == ("1", "1", "0")
        keys.pane.watch_published()
        assert keys.row()[1:4] == ("…", "…", "…")
        assert not list(keys.pane.current.facts)


async def test_a_new_one_is_registered_and_the_cursor_finds_it(small):
    async with at_pane(small, "interventions") as keys:
        await keys.type("n")
        assert isinstance(keys.screen, InterventionForm)
        await keys.type("pilen enter Pilen enter ctrl+s")
        assert keys.happened == "Sparat: Pilen. ctrl+z ångrar."
        assert stored_draft(small, "insatser", {"insats": "pilen"})["inriktning"] == "individ"
        assert "pilen" in listed(keys)
        await keys.type("ctrl+z")
        assert "pilen" not in listed(keys)


async def test_a_short_id_that_is_taken_is_refused_beside_its_field(small):
    async with at_pane(small, "interventions") as keys:
        await keys.type("n krus enter Annan enter ctrl+s")
        assert isinstance(keys.screen, InterventionForm)
        assert keys.field("insats").problem


async def test_enter_corrects_the_marked_one_and_its_short_id_is_fixed(small):
    async with at_pane(small, "interventions") as keys:
        await keys.type("enter")
        assert "insats" not in keys.screen.fields
        keys.field("planerat_min").fill("60")
        keys.field("planerat_max").fill("40")
        await keys.type("ctrl+s")
        assert isinstance(keys.screen, InterventionForm), "at least more than at most"
        keys.field("planerat_max").fill("80")
        await keys.type("ctrl+s")
        assert keys.row()[4] == "60–80"


async def test_a_goal_that_concerns_it_is_opened(workspace):
    async with at_pane(workspace, "interventions") as keys:
        await keys.type("m enter")
        assert isinstance(keys.screen, GoalDetailScreen)
        assert keys.screen.card.goal.id == keys.pane.cards[0].goal.id


async def test_typing_narrows_the_list(small):
    async with at_pane(small, "interventions") as keys:
        await keys.type("/navet enter")
        assert listed(keys) == ["navet"]
        await keys.type("escape")
        assert listed(keys) == ["krus", "navet", "guiden"]
        await keys.type("/xyz enter")
        assert "Inget" in text_of(keys.app)


async def test_another_pane_can_ask_for_one(small):
    async with at_pane(small, "due") as keys:
        keys.pane.post_message(ShowPane("interventions", "navet"))
        await keys.type("f5")
        keys.name = "interventions"
        assert keys.pane.current.insats == "navet"


async def test_nothing_registered_yet_says_what_to_press(tmp_path):
    bare = PLAN[: PLAN.index("[[insats]]")] + PLAN[PLAN.index("[[question]]") :]
    opened = a_workspace(a_store(tmp_path, a_plan(bare)))
    async with at_pane(opened, "interventions") as keys:
        assert "Ingen insats är registrerad än." in text_of(keys.app)
        await keys.type("n pilen enter Pilen ctrl+s")
        assert listed(keys) == ["pilen"]
        await keys.type("6")
        assert "Ingen ekonomi är registrerad för perioden" in text_of(keys.app)
        await keys.type("n")
        assert isinstance(keys.screen, MoneyForm)
    opened.close()

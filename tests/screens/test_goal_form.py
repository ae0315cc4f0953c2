"""The form of a goal holds all that a plan file can say of it, and outlives a crash."""

import pytest

from tests.screens.at_pane import at_pane
from tests.screens.keyboard import settled
from tests.screens.painted import text_of
from tracker.workspace import reread
from tui.screens.forms.draft_offer import DraftOffer
from tui.screens.forms.goal import GoalForm


@pytest.fixture
def at_once(monkeypatch):
    """Drafts are kept without waiting for a pause."""
    monkeypatch.setattr("tui.screens.forms.keeping.KEEP_AFTER", 0.001)


async def test_opened_and_saved_unchanged_a_goal_of_every_measure_stays_as_it_is(workspace):
    """Every goal of every plan goes through what the form starts from in `test_plan_editing`."""
    plan = workspace.plans[0]
    first = {goal.measure: place for place, goal in reversed(list(enumerate(plan.goals)))}
    assert {"checklist", "money_ceiling"} <= first.keys()
    async with at_pane(workspace, "settings") as keys:
        for place in first.values():
            keys.pane.doing.edit(plan, place)
            await settled(keys.pilot)
            assert isinstance(keys.screen, GoalForm)
            assert keys.screen.check(keys.screen.draft).plan == plan
            shown = {name for name, field in keys.screen.fields.items() if field.draft}
            assert not any(map(keys.screen.is_needless, shown)), "nothing is held out of sight"
            await keys.type("ctrl+s")
            assert not isinstance(keys.screen, GoalForm)
    assert reread(workspace).plans == (plan,)


async def opened_on(keys, plan, goal):
    place = next(at for at, each in enumerate(plan.goals) if each.id == goal)
    keys.pane.doing.edit(plan, place)
    await settled(keys.pilot)


async def test_a_long_text_is_seen_from_its_beginning_and_can_be_added_to(workspace):
    plan = workspace.plans[0]
    goal = next(each for each in plan.goals if len(each.text) > 80)
    async with at_pane(workspace, "settings") as keys:
        await opened_on(keys, plan, goal.id)
        line = keys.field("text").input
        assert keys.focused == "text"
        assert goal.text[:40] in text_of(keys.app)
        await keys.type("end !")
        assert line.value == f"{goal.text}!"
        await keys.type("shift+tab tab ny")
        assert line.value == "ny", "what is marked is typed over"


@pytest.mark.usefixtures("at_once")
async def test_a_goal_that_was_never_saved_outlives_the_application(workspace):
    plan = workspace.plans[0]
    async with at_pane(workspace, "settings") as keys:
        await opened_on(keys, plan, "arbete-studier")
        keys.field("target").fill("35 %")
        keys.field("success").fill("studier")
        await keys.pilot.pause(0.05)
        await settled(keys.pilot)
    async with at_pane(workspace, "settings") as keys:
        await opened_on(keys, plan, plan.goals[1].id)
        assert isinstance(keys.screen, GoalForm), "another goal has no draft"
        await keys.type("escape")
        await opened_on(keys, plan, "arbete-studier")
        assert isinstance(keys.screen, DraftOffer)
        await keys.type("enter")
        assert keys.field("target").draft == "35 %"
        assert keys.field("success").draft == "studier"
        await keys.type("ctrl+s right enter")
        (goal,) = [each for each in reread(workspace).plans[0].goals if each.id == "arbete-studier"]
        assert (goal.target_text, goal.success) == ("0.35", ("studier",))
        await opened_on(keys, keys.pane.plan, "arbete-studier")
        assert isinstance(keys.screen, GoalForm), "what is saved is not offered again"


@pytest.mark.usefixtures("at_once")
async def test_a_new_goal_outlives_the_application_until_it_is_thrown_away(workspace):
    async with at_pane(workspace, "settings") as keys:
        await keys.type("n")
        keys.field("success").fill("arbete")
        await keys.pilot.pause(0.05)
        await settled(keys.pilot)
    async with at_pane(workspace, "settings") as keys:
        await keys.type("n enter")
        assert keys.field("success").draft == "arbete"
        await keys.type("escape right enter n")
        assert isinstance(keys.screen, GoalForm)
        assert keys.field("success").draft == ""

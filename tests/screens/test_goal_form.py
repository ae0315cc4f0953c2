"""The form of a goal holds all that a plan file can say of it, and outlives a crash."""

from tests.screens.at_pane import at_pane
from tests.screens.keyboard import settled
from tracker.workspace import reread
from tui.screens.goal_form import GoalForm


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

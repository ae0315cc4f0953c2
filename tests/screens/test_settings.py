"""Inställningar by keyboard: what holds, the goals of the plan, the plan of next year."""

from dataclasses import replace

import pytest
from textual.widgets import Input

from db.codes import DELIVERY_KEY
from tests.screens.at_pane import at_pane
from tests.screens.keyboard import settled
from tests.screens.painted import text_of
from tracker.exports.sealing import delivery_key
from tracker.plans import read_file
from tracker.register.searching import Search
from tracker.register.views import save_view
from tracker.registration import history
from tracker.wording import language
from tracker.workspace import open_workspace
from tui.screens.forms.goal import GoalForm
from tui.screens.questions.choice import ChoiceScreen
from tui.screens.questions.confirm import Confirm
from tui.screens.questions.text import TextQuestion

GOAL = "arbete-studier"


def stored(workspace):
    """The workspace as somebody else would open it."""
    return open_workspace(
        workspace.store.where,
        language=workspace.language,
        actor="bo",
        today=workspace.today,
        now=workspace.now,
    )


def goal(workspace, name=GOAL, year=2021):
    """A goal of a year's plan as it is stored; None: there is none."""
    plan = next(each for each in stored(workspace).plans if each.year == year)
    return next((each for each in plan.goals if each.id == name), None)


async def to_line(keys, name):
    """Put the cursor on a setting or a goal."""
    keys.pane.show_subject(name)
    await settled(keys.pilot)


def guidance(keys):
    return keys.told("guidance")


async def test_every_setting_has_value_source_and_meaning(workspace):
    async with at_pane(workspace, "settings") as keys:
        assert keys.row() == ("  Personuppgiftsansvarig", "ej angivet", "")
        assert "personuppgiftsansvarig" in guidance(keys)
        for name in ("inference", "method", "confidence", "min_show", "hide_numerators",
                     "min_judge", "grace_days", "unknown"):  # fmt: skip
            await to_line(keys, name)
            assert all(keys.row())
            assert "alla förbundets planer" in guidance(keys)


async def test_a_setting_is_chosen_and_goes_back_to_what_is_usual(workspace):
    async with at_pane(workspace, "settings") as keys:
        await to_line(keys, "method")
        assert keys.row()[1:] == ("Wilson", "programmet")
        await keys.type("enter")
        assert isinstance(keys.screen, ChoiceScreen)
        await keys.type("mid enter")
        assert keys.row()[1:] == ("mid-P", "förbundet")
        assert stored(workspace).plans[0].settings.method == "midp"
        assert keys.app.screen.workspace.plans[0].settings.method == "midp"
        await keys.type("enter vanligt enter")
        assert keys.row()[1:] == ("Wilson", "programmet")
    assert [line.kind for line in history(workspace)[:2]] == ["settings", "settings"]


async def test_a_number_that_cannot_be_is_answered_in_words(workspace):
    async with at_pane(workspace, "settings") as keys:
        await to_line(keys, "confidence")
        await keys.type("enter")
        keys.screen.query_one(Input).value = "2"
        await keys.type("enter")
        assert isinstance(keys.screen, TextQuestion)
        assert "0.5" in keys.screen.wrong
        keys.screen.query_one(Input).value = "0,9"
        await keys.type("enter")
        assert keys.row()[1:] == ("90\N{NO-BREAK SPACE}%", "förbundet")


async def test_who_is_responsible_is_stated(workspace):
    async with at_pane(workspace, "settings") as keys:
        await keys.type("enter")
        assert isinstance(keys.screen, TextQuestion)
        keys.screen.query_one(Input).value = "Lillby kommun"
        await keys.type("enter")
        assert keys.row()[1] == "Lillby kommun"
    assert stored(workspace).association.controller == "Lillby kommun"


async def test_the_secret_for_deliveries_is_never_shown(workspace):
    delivery_key(workspace)
    opened = replace(stored(workspace), actor="anna")
    secret = opened.association.settings[DELIVERY_KEY]
    assert len(secret) > 10
    async with at_pane(opened, "settings") as keys:
        told = [str(each) for each in keys.pane.lines]
        assert not any(secret in each or DELIVERY_KEY in each for each in told)
        await to_line(keys, "method")
        await keys.type("enter mid enter")
        assert secret not in text_of(keys.app)
    assert stored(workspace).association.settings[DELIVERY_KEY] == secret
    lines = history(workspace)
    assert secret not in str(lines)


async def test_colours_and_language_change_at_once(workspace):
    async with at_pane(workspace, "settings") as keys:
        await keys.type("down down enter")
        assert keys.app.theme == "tracker-light"
        assert keys.row()[1] == "ljust"
        await keys.type("up enter")
        assert keys.app.language.code == "en"
        assert "Settings" in text_of(keys.app)
        assert keys.pane.language.code == "en"
        await keys.type("down enter")
        assert keys.app.language.code == "sv"


async def test_saved_views_are_listed(workspace):
    save_view(workspace, "Mina i KRUS", Search("", "krus"))
    async with at_pane(workspace, "settings") as keys:
        await to_line(keys, "views")
        assert keys.row()[1] == "1"
        assert "Mina i KRUS" in guidance(keys)


async def test_b_asks_where_a_backup_is_to_be_kept(workspace):
    async with at_pane(workspace, "settings") as keys:
        await keys.type("b")
        assert keys.screen.query("#backup-box")


async def test_a_goal_gets_another_target(workspace):
    async with at_pane(workspace, "settings") as keys:
        await to_line(keys, GOAL)
        assert keys.row()[1] == "≥ 30\N{NO-BREAK SPACE}%"
        await keys.type("enter")
        assert isinstance(keys.screen, GoalForm)
        keys.field("target").fill("35 %")
        await keys.type("ctrl+s")
        assert keys.row()[1] == "≥ 35\N{NO-BREAK SPACE}%"
        assert keys.told("happened").startswith(f"Målet {GOAL} för 2021 är sparat")
        await keys.type("1")
        assert keys.app.screen.scorecard.goal(GOAL).goal.target_text == "0.35"
    assert goal(workspace).target_text == "0.35"
    assert history(workspace)[0].subject == f"kalmar-2021 {GOAL}"


async def test_undo_and_redo_of_a_goal_a_year_and_a_setting(workspace):
    before = stored(workspace).plans
    async with at_pane(workspace, "settings") as keys:
        await to_line(keys, GOAL)
        await keys.type("delete right enter")
        assert goal(workspace) is None
        await to_line(keys, "method")
        await keys.type("enter mid enter a right enter")
        assert keys.pane.plan.year == 2022
        changed = stored(workspace)
        await keys.type("ctrl+z")
        assert keys.happened.startswith("Ångrat: ändringen av planen kalmar-2022.")
        assert keys.pane.plan.year == 2021
        await keys.type("ctrl+z")
        assert keys.happened == "Ångrat: inställningen Hur intervall görs: mid-P. ctrl+y gör om."
        await keys.type("ctrl+z")
        assert keys.happened.startswith("Ångrat: ändringen av planen kalmar-2021: arbete-studier")
        assert stored(workspace).plans == before == keys.pane.workspace.plans
        assert keys.screen.workspace.plans == before, "figures are made with what holds"
        assert GOAL in [each.name for each in keys.pane.lines]
        await keys.type("ctrl+z")
        assert "den första planen" in keys.happened or "ingen ändring" in keys.happened
        await keys.type("ctrl+y ctrl+y ctrl+y")
        assert (stored(workspace).plans, stored(workspace).association.settings) == (
            changed.plans, changed.association.settings)  # fmt: skip
        await keys.type("1 u")
        assert GOAL not in [card.goal.id for card in keys.screen.scorecard.goals]
        await keys.type("ctrl+z ctrl+z ctrl+z")
        assert GOAL in [card.goal.id for card in keys.screen.scorecard.goals]


async def test_what_is_wrong_stands_beside_its_field(workspace):
    async with at_pane(workspace, "settings") as keys:
        await to_line(keys, GOAL)
        await keys.type("enter")
        keys.field("target").fill("hälften")
        await keys.type("ctrl+s")
        assert isinstance(keys.screen, GoalForm)
        assert keys.focused == "target"
        assert "30 %" in keys.field("target").problem
        await keys.type("escape right enter")
        assert not isinstance(keys.screen, GoalForm)
    assert goal(workspace).target_text == "0.30"


async def test_a_changed_definition_is_named_before_it_is_saved(workspace):
    async with at_pane(workspace, "settings") as keys:
        await to_line(keys, GOAL)
        await keys.type("enter")
        keys.field("success").fill("arbete")
        await keys.type("ctrl+s")
        assert isinstance(keys.screen, Confirm)
        assert "kan inte jämföras" in keys.screen.question
        await keys.type("escape")
        assert isinstance(keys.screen, GoalForm)
        assert goal(workspace).success == ("arbete", "studier")
        await keys.type("ctrl+s right enter")
        assert not isinstance(keys.screen, GoalForm)
    assert goal(workspace).success == ("arbete",)


async def test_fields_follow_the_measure(workspace):
    async with at_pane(workspace, "settings") as keys:
        await keys.type("n")
        shown = {name for name, field in keys.screen.fields.items() if field.display}
        assert {"text", "success", "target"} <= shown
        assert not {"months", "min", "part"} & shown
        keys.field("measure").fill("number")
        await settled(keys.pilot)
        shown = {name for name, field in keys.screen.fields.items() if field.display}
        assert {"min", "max"} <= shown
        assert not {"success", "target", "insatser"} & shown


async def test_a_goal_is_added_and_taken_out_again(workspace):
    async with at_pane(workspace, "settings") as keys:
        await keys.type("n")
        for name, text in (("text", "Fler i studier"), ("id", "fler"), ("success", "studier")):
            keys.field(name).fill(text)
        await keys.type("ctrl+s")
        assert goal(workspace, "fler").success == ("studier",)
        await to_line(keys, "fler")
        await keys.type("delete")
        assert isinstance(keys.screen, Confirm)
        await keys.type("right enter")
        assert goal(workspace, "fler") is None
    lines = [line.subject for line in history(workspace)[:2]]
    assert lines == ["kalmar-2021 -fler", "kalmar-2021 +fler"]


async def test_next_years_plan_is_made_and_changed_while_this_years_stays(workspace):
    async with at_pane(workspace, "settings") as keys:
        await keys.type("a right enter")
        assert keys.pane.plan.year == 2022
        await to_line(keys, GOAL)
        await keys.type("enter")
        keys.field("target").fill("40 %")
        await keys.type("ctrl+s")
        assert (goal(workspace).target_text, goal(workspace, year=2022).target_text) == (
            "0.30",
            "0.4",
        )
        keys.pane.year = 2021
        await keys.type("a right enter")
        assert "redan en plan för 2022" in keys.told("happened")


async def test_somebody_elses_change_is_not_written_over(workspace):
    async with at_pane(workspace, "settings") as keys:
        await to_line(keys, GOAL)
        await keys.type("enter")
        async with at_pane(stored(workspace), "settings") as other:
            await to_line(other, GOAL)
            await other.type("enter")
            other.field("target").fill("45 %")
            await other.type("ctrl+s")
        keys.field("target").fill("35 %")
        await keys.type("ctrl+s")
        assert isinstance(keys.screen, GoalForm)
        assert "Någon annan" in keys.notice
    assert goal(workspace).target_text == "0.45"


async def test_the_plan_is_exported_as_it_is(workspace, tmp_path):
    async with at_pane(workspace, "settings") as keys:
        await keys.type("x")
        keys.screen.query_one(Input).value = str(tmp_path)
        await keys.type("enter")
        assert "kalmar-2021.toml" in keys.told("happened")
        await keys.type("x")
        keys.screen.query_one(Input).value = str(tmp_path)
        await keys.type("enter")
        assert "finns redan" in text_of(keys.app)
    plan, problems = read_file(tmp_path / "kalmar-2021.toml")
    assert problems == []
    assert plan == stored(workspace).plans[0]


async def test_in_english_and_narrow(workspace):
    english = replace(workspace, language=language("en"))
    async with at_pane(english, "settings") as keys:
        await to_line(keys, GOAL)
        assert "del takes it out of the plan" in guidance(keys)
        await keys.type("enter")
        assert "Goal in the plan" in text_of(keys.app)


@pytest.mark.parametrize("size", [(80, 24), (140, 36)])
async def test_the_marked_line_is_explained_in_full_view(workspace, size):
    async with at_pane(workspace, "settings", size) as keys:
        await to_line(keys, "min_show")
        await keys.pilot.pause()
        assert "Minsta antal personer bakom" in text_of(keys.app)

"""Ekonomi by keyboard: the plan's table, what lies behind it, goals, and the form of a row."""

from tests.screens.at_pane import at_pane
from tests.screens.painted import text_of
from tracker.registration import history, stored_draft
from tui.screens.forms.activity import ActivityForm
from tui.screens.forms.assessment import AssessmentForm
from tui.screens.forms.money import MoneyForm
from tui.screens.goals.detail import GoalDetailScreen
from tui.screens.questions.reason import AskReason

OFFICE = {"år": "2021", "slag": "administration", "benämning": "Kansli"}
KRUS = {"år": "2021", "slag": "individinsats", "insats": "krus"}


def at(keys, beginning):
    """Where a line stands that begins so."""
    lines = keys.pane.table.lines
    return next(at for at, line in enumerate(lines) if line.cells[0].strip().startswith(beginning))


async def to_line(keys, beginning):
    await keys.type("home " + "down " * at(keys, beginning))


async def test_rows_and_printed_sums_stand_as_in_the_plan(workspace):
    async with at_pane(workspace, "money", (140, 40)) as keys:
        await to_line(keys, "≠ SUMMA verksamhetens kostnader")
        assert "18\xa0232\xa0500" in keys.told("guidance")
        assert "1 tryckt summa skiljer sig från sina rader" in text_of(keys.app)
        await to_line(keys, "Beslutade individinsatser")
        cells = [each.replace("\xa0", " ") for each in keys.row()]
        assert cells[1:] == ["12 618 000", "12 440 200", "", "−177 800", "−1,4 %"]
        assert len(keys.pane.behind.lines) == 9


async def test_the_one_row_behind_a_line_is_corrected(workspace):
    async with at_pane(workspace, "money") as keys:
        await to_line(keys, "Kansli")
        await keys.type("enter")
        assert isinstance(keys.screen, MoneyForm)
        assert keys.focused == "budget"
        keys.field("utfall").fill("3000000")
        await keys.type("ctrl+s")
        assert isinstance(keys.screen, AskReason)
        assert keys.screen.question == "Varför rättas Administration, Kansli, 2021?"
        await keys.type("Bokförtom enter")
        assert keys.happened.startswith("Sparat: Administration, Kansli")
        assert history(workspace)[0].reason == "Bokförtom"
        assert stored_draft(workspace, "ekonomi", OFFICE)["utfall"] == "3000000"
        assert keys.row()[0].strip() == "Kansli (inte i planen)", "the cursor stays"
        assert keys.row()[2].replace("\xa0", " ") == "3 000 000"
        await keys.type("ctrl+z")
        assert stored_draft(workspace, "ekonomi", OFFICE)["utfall"] == "2910000"


async def test_without_a_reason_nothing_that_stood_is_replaced(workspace):
    async with at_pane(workspace, "money") as keys:
        await to_line(keys, "Kansli")
        await keys.type("enter")
        keys.field("utfall").fill("3000000")
        await keys.type("ctrl+s escape")
        assert isinstance(keys.screen, MoneyForm)
        assert keys.field("utfall").draft == "3000000"
        assert stored_draft(workspace, "ekonomi", OFFICE)["utfall"] == "2910000"
        keys.field("utfall").fill("2910000")
        keys.field("prognos").fill("2950000")
        await keys.type("ctrl+s")
        assert keys.happened.startswith("Sparat: "), "filling in what was empty needs no reason"


async def test_a_line_without_rows_is_registered_with_its_own_name(workspace):
    async with at_pane(workspace, "money") as keys:
        await to_line(keys, "Styrelsen")
        await keys.type("enter")
        assert keys.field("benämning").draft == "Styrelsen"
        await keys.type("ctrl+s")
        assert keys.field("budget").problem == "Fyll i minst ett belopp."
        keys.field("utfall").fill("340000")
        await keys.type("ctrl+s")
        assert keys.row()[2].replace("\xa0", " ") == "340 000"


async def test_money_of_an_intervention_names_it(workspace):
    async with at_pane(workspace, "money") as keys:
        await keys.type("n")
        keys.field("slag").fill("individinsats")
        keys.field("utfall").fill("1")
        await keys.type("ctrl+s")
        assert keys.field("insats").problem
        assert not keys.field("benämning").problem


async def test_what_is_outside_its_budget_is_seen_on_the_narrow_screen_too(workspace):
    async with at_pane(workspace, "money") as keys:
        await to_line(keys, "✗ Insatsernas budgetar")
        assert "utanför gränsen" in text_of(keys.app)
        assert keys.told("guidance").count("Insatsernas budgetar") == 1


async def test_each_intervention_behind_the_tolerance_opens_its_row(workspace):
    async with at_pane(workspace, "money", (140, 40)) as keys:
        await to_line(keys, "✗ Insatsernas budgetar")
        rows = {line.cells[0]: line.cells[3:] for line in keys.pane.behind.lines}
        assert rows["Resa i Torsås kommun"][1] == "utanför gränsen"
        assert rows["KRUS i Kalmar kommun"] == ("−2,0\xa0%", "inom gränsen")
        stands = [row[1] for row in rows.values()]
        assert stands.index("utanför gränsen") == 0, "what is outside is what one looks for"
        await keys.type("enter " + "down " * list(rows).index("KRUS i Kalmar kommun") + "enter")
        assert isinstance(keys.screen, MoneyForm)
        assert keys.screen.start.stored["insats"] == "krus"


async def test_the_board_assesses_a_goal_on_money(workspace):
    async with at_pane(workspace, "money") as keys:
        await keys.type("b")
        assert "Ställ markören på ett mål" in keys.told("happened")
        await keys.type("end b")
        assert isinstance(keys.screen, AssessmentForm)
        await keys.type("ctrl+s")
        assert keys.field("bedömning").problem
        await keys.type("delvis enter")
        await keys.type("dyrare space lokaler ctrl+s")
        goal = keys.pane.current.goal
        stored = stored_draft(workspace, "bedömningar", {"mål": goal, "period": "2021"})
        assert (stored["bedömning"], stored["kommentar"]) == ("delvis", "dyrare lokaler")


async def test_an_assessment_is_corrected_from_the_goal_itself(workspace):
    key = {"mål": "arbete-studier", "period": "2021"}
    async with at_pane(workspace, "money") as keys:
        await keys.type("1")
        keys.app.screen_stack[0].open_goal("arbete-studier")
        await keys.type("b")
        assert isinstance(keys.screen, AssessmentForm)
        assert keys.field("bedömning").draft == "delvis"
        keys.field("bedömning").fill("uppfyllt")
        await keys.type("ctrl+s down enter")
        assert history(workspace)[0].reason == "Felskrivet"
        assert isinstance(keys.screen, GoalDetailScreen)
        assert keys.screen.card.verdict == "uppfyllt"
        assert stored_draft(workspace, "bedömningar", key)["kommentar"].startswith("Fler än")
        await keys.type("ctrl+z")
        assert stored_draft(workspace, "bedömningar", key)["bedömning"] == "delvis"


async def test_an_activity_is_recorded_as_done_and_counts(workspace):
    async with at_pane(workspace, "money") as keys:
        await keys.type("1")
        keys.app.screen_stack[0].open_goal("lunchseminarier")
        await keys.type("k")
        assert isinstance(keys.screen, ActivityForm)
        before, what = keys.app.screen_stack[1].card.figure.x, keys.field("benämning").draft
        assert what.startswith("Lunchseminarium")
        keys.field("genomförd").fill("2021-12-01")
        await keys.type("ctrl+s")
        assert keys.screen.card.figure.x == before + 1
        await keys.type("k")
        assert keys.field("benämning").draft != what, "the next one that is not done"


async def test_the_goal_that_is_marked_in_the_list_is_assessed(workspace):
    async with at_pane(workspace, "money") as keys:
        await keys.type("1 down b")
        assert isinstance(keys.screen, AssessmentForm)
        goal = keys.screen.start.goal.id
        await keys.type("upp enter enter ctrl+s")
        stored = stored_draft(workspace, "bedömningar", {"mål": goal, "period": "2021"})
        assert stored["bedömning"] == "uppfyllt"
        keys.name = "goals"
        assert keys.pane.scorecard.goal(goal).verdict == "uppfyllt"


async def test_goals_without_activities_have_none_to_record(workspace):
    async with at_pane(workspace, "money") as keys:
        await keys.type("end k")
        assert keys.told("happened") == "Bara mål som listar aktiviteter har några att notera."


async def test_a_partial_year_has_no_outcome_and_says_so(workspace):
    async with at_pane(workspace, "money") as keys:
        before = keys.told("amount")
        await keys.type("g backspace backspace backspace backspace 2021-H1 enter")
        assert keys.told("amount") != before

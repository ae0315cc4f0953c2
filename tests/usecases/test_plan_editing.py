"""Plans changed from within: goals as drafts, next year's plan, the plan as a file, the store."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import PLAN, a_plan, a_store, a_workspace
from tracker.errors import DataError, UsageError
from tracker.planning import apply_plan, change_plan
from tracker.planning.goal_drafts import edited, fields_of, goal_draft, new_draft
from tracker.planning.goal_fields import per_cent, share_of
from tracker.planning.goal_kind import keys_of
from tracker.planning.goal_steps import Steps, Visits
from tracker.plans import load, read_text, shipped, to_document
from tracker.plans.editing import next_year, with_goal, without_goal
from tracker.plans.model import Settings
from tracker.plans.settling import settled
from tracker.plans.vocabulary import OWN_KEYS
from tracker.plans.writing import save_plan, to_toml
from tracker.registration import correct, history, stored_draft
from tracker.transfer.templates import context_of
from tracker.validation.context import Context
from tracker.validation.fields import Refused
from tracker.validation.identifiers import looks_like_identifier
from tracker.wording import language


@pytest.fixture
def workspace(store_file):
    opened = a_workspace(store_file)
    yield opened
    opened.close()


@pytest.fixture
def context(workspace):
    return context_of(workspace)


def one_goal(workspace, **changes):
    """The first goal of the plan with other texts in its form."""
    plan, context = workspace.plans[0], context_of(workspace)
    return edited(plan, 0, {**goal_draft(plan, 0, context), **changes}, context)


@pytest.mark.parametrize("plan_id", shipped())
def test_every_goal_that_nobody_touches_stays_to_the_letter(tmp_path, plan_id):
    opened = a_workspace(a_store(tmp_path, load(plan_id)))
    plan, context = opened.plans[0], context_of(opened)
    for place in range(len(plan.goals)):
        result = edited(plan, place, goal_draft(plan, place, context), context)
        assert result.problems == ()
        assert result.plan == plan
        assert not result.is_redefined
    opened.close()


@pytest.mark.parametrize("plan_id", shipped())
def test_every_key_of_a_goal_has_its_field(plan_id):
    for table in to_document(load(plan_id))["goal"]:
        assert table.keys() <= fields_of(table["measure"], table)


def test_a_key_without_meaning_for_its_measure_can_be_seen_and_emptied(tmp_path):
    opened = a_workspace(a_store(tmp_path, load("lekeberg-orebro-2024")))
    plan, context = opened.plans[0], context_of(opened)
    place = next(at for at, goal in enumerate(plan.goals) if goal.measure == "number")
    draft = goal_draft(plan, place, context)
    assert draft["insatser"] == "välfärdsguiden"
    done = edited(plan, place, {**draft, "insatser": ""}, context)
    assert done.plan.goals[place] == replace(plan.goals[place], insatser=())
    opened.close()


def test_every_key_that_a_measure_owns_has_its_field():
    for measure, own in OWN_KEYS.items():
        assert set(own) <= keys_of(measure)


AMOUNTS = st.decimals(0, 10**9, places=2).map(str)
SHARES = st.integers(0, 10**6).map(lambda parts: f"{parts / 10**6:.6f}".rstrip("0").rstrip("."))
STEPS = st.lists(st.fixed_dictionaries({"share": SHARES}, optional={
    "from": AMOUNTS, "to": AMOUNTS, "cap": AMOUNTS}), min_size=1)  # fmt: skip
NAMES = st.text(st.characters(categories=("L", "N")), min_size=1)


@given(STEPS)
def test_steps_of_a_ceiling_read_back_as_they_are_written(context_alone, steps):
    read = Steps().parse(Steps().written(steps, context_alone), context_alone)
    exact = [{key: Decimal(step[key]) for key in step} for step in read]
    assert exact == [{"from": Decimal(0), **{key: Decimal(step[key]) for key in step}}
                     for step in steps]  # fmt: skip


@given(st.lists(NAMES, min_size=1, unique=True), st.integers(1, 120))
def test_visits_read_back_as_they_are_written(context_alone, who, months):
    visits = {"who": who, "months": months}
    assert Visits().parse(Visits().written(visits, context_alone), context_alone) == visits


@pytest.fixture(scope="module")
def context_alone():
    return Context(date(2022, 3, 1), language("en"))


@pytest.mark.parametrize("text", ["20 %", "0-5: ", "0–5: 120 %", "5 kr: 20 %", "1–2: 3 % / mycket"])
def test_a_step_that_is_none_is_answered_with_an_example(context_alone, text):
    refused = Steps().parse(text, context_alone)
    assert "such as" not in refused.message
    assert refused.params["example"].startswith("0–10 000 000: 20 %")
    assert isinstance(Visits().parse("Lillby", context_alone), Refused)


def test_the_rule_of_a_ceiling_is_entered_in_the_form(tmp_path):
    opened = a_workspace(a_store(tmp_path, load("kalmar-2021")))
    plan, context = opened.plans[0], context_of(opened)
    place = next(at for at, goal in enumerate(plan.goals) if goal.measure == "money_ceiling")
    draft = goal_draft(plan, place, context)
    done = edited(plan, place, {**draft, "ceiling": "0–10 000 000: 20 % / 1 500 000"}, context)
    (step,) = done.plan.goals[place].ceilings
    assert (step.end, step.share, step.cap) == (10_000_000, Fraction(1, 5), 1_500_000)
    assert replace(done.plan.goals[place], ceilings=()) == plan.goals[place]
    wrong = edited(plan, place, {**draft, "ceiling": "9–5: 20 %"}, context)
    assert [problem.column for problem in wrong.problems] == ["ceiling"]
    opened.close()


@pytest.mark.parametrize("plan_id", shipped())
def test_every_plan_reads_back_from_its_file(plan_id):
    for plan in (load(plan_id), next_year(load(plan_id))):
        assert read_text(to_toml(plan), "plan.toml") == (plan, [])


@given(st.text(min_size=1).filter(lambda text: text.strip() == text and "\r" not in text))
def test_any_text_reads_back_from_a_plan_file(text):
    plan = a_plan()
    goal = replace(plan.goals[0], text=text)
    changed = replace(plan, goals=(goal, *plan.goals[1:]))
    assert read_text(to_toml(changed), "plan.toml") == (changed, [])


def test_a_file_that_is_there_is_never_written_over(tmp_path):
    place = tmp_path / "plan.toml"
    save_plan(a_plan(), place)
    before = place.read_bytes()
    with pytest.raises(UsageError):
        save_plan(next_year(a_plan()), place)
    assert place.read_bytes() == before


@given(st.integers(0, 10_000))
def test_a_share_in_per_cent_is_exact(number):
    share = f"{number / 10_000:.4f}"
    assert share_of(per_cent(share)) is not None
    assert float(share_of(per_cent(share))) == float(share)


@pytest.mark.parametrize(
    ("typed", "exact"),
    [("30 %", "0.3"), ("30%", "0.3"), ("0,30", "0.3"), ("12,5 %", "0.125"), ("75", "0.75"),
     ("1", "1"), ("100 %", "1"), ("101 %", None), ("150", None), ("hälften", None), ("-5", None)],
)  # fmt: skip
def test_shares_as_people_type_them(typed, exact):
    assert share_of(typed) == exact


def test_a_changed_target_is_no_new_definition(workspace):
    result = one_goal(workspace, target="40 %")
    assert result.plan.goals[0].target_text == "0.4"
    assert not result.is_redefined
    assert result.plan.goals[1:] == workspace.plans[0].goals[1:]


def test_a_changed_success_is_a_new_definition(workspace):
    assert one_goal(workspace, success="arbete").is_redefined
    assert one_goal(workspace, unknown="left_out").is_redefined
    assert one_goal(workspace, id="annat").is_renamed


@pytest.mark.parametrize(
    ("column", "text"),
    [("target", "hälften"), ("success", "rikedom"), ("success", ""), ("text", ""),
     ("measured", "oktober"), ("id", "presenterat"), ("note", "ring 070-123 45 67"),
     ("line", "lägsta nivå"), ("measure", "gissning")],
)  # fmt: skip
def test_what_is_wrong_stands_at_its_field_and_echoes_nobody(workspace, column, text):
    result = one_goal(workspace, **{column: text})
    assert result.plan is None
    assert column in {problem.column for problem in result.problems}
    said = " ".join(workspace.language.problem(each) for each in result.problems)
    assert not looks_like_identifier(said)


def test_keys_of_another_measure_go_with_the_measure(workspace):
    result = one_goal(workspace, measure="number", min="10", max="20")
    goal = result.plan.goals[0]
    assert (goal.measure, goal.success, goal.min, goal.max) == ("number", (), 10, 20)


def test_a_new_goal_is_added_last(workspace, context):
    draft = {**new_draft(), "id": "nytt", "text": "Hälften ska studera", "success": "studier",
             "target": "50 %", "line": "lägsta nivå: 25 %"}  # fmt: skip
    result = edited(workspace.plans[0], None, draft, context)
    goal = result.plan.goals[-1]
    assert (goal.id, goal.success, str(goal.target)) == ("nytt", ("studier",), "1/2")
    assert [(line.label, str(line.target)) for line in goal.lines] == [("lägsta nivå", "1/4")]
    assert len(result.plan.goals) == len(workspace.plans[0].goals) + 1


def test_a_doubt_is_told_but_allowed(workspace):
    result = one_goal(workspace, measure="before_after", variable="sjukfrånvaro", better="higher")
    assert result.plan is not None
    assert [each.column for each in result.warnings] == ["better"]


def test_next_year_moves_days_and_leaves_the_printed_sums():
    plan = load("kalmar-2021")
    following = next_year(plan)
    assert (following.id, following.year, following.adopted) == ("kalmar-2022", 2022, None)
    assert following.budget_sums == ()
    assert following.budget == plan.budget
    assert [goal.id for goal in following.goals] == [goal.id for goal in plan.goals]
    moved = [(old, new) for one, other in zip(plan.goals, following.goals, strict=True)
             for old, new in zip(one.items, other.items, strict=True)]  # fmt: skip
    assert all(new.due.year == old.due.year + 1 for old, new in moved)
    goal = {"id": "x", "level": "individ", "text": "x", "measure": "checklist"}
    leap_day = {**goal, "items": [{"benämning": "a", "senast": "2024-02-29"}]}
    leap = with_goal(a_plan(), None, leap_day)[0]
    assert next_year(leap).goals[-1].items[0].due == date(2025, 2, 28)


def test_an_id_without_its_year_gets_the_next_one():
    assert next_year(replace(a_plan(), id="vår-plan")).id == "vår-plan-2022"


def test_changing_a_goal_leaves_interventions_and_other_years_alone(workspace, store_file):
    apply_plan(workspace.store, next_year(workspace.plans[0]), actor="x", now=workspace.now)
    workspace = a_workspace(store_file)
    correct(workspace, "insatser", {"insats": "krus"}, {"namn": "Krus nya namn"})
    changed = one_goal(workspace, target="40 %").plan
    after = change_plan(workspace, workspace.plans[0], changed)
    assert after.plans[0].goals[0].target_text == "0.4"
    assert after.plans[1] == workspace.plans[1]
    assert stored_draft(after, "insatser", {"insats": "krus"})["namn"] == "Krus nya namn"
    again = a_workspace(store_file)
    assert again.plans == after.plans
    line = history(again)[0]
    assert (line.kind, line.by) == ("plan", "anna")
    assert line.subject == "exempel-2021 arbete-studier"


def test_nothing_different_leaves_no_line(workspace):
    lines = len(history(workspace))
    change_plan(workspace, workspace.plans[0], workspace.plans[0])
    assert len(history(workspace)) == lines


def test_a_plan_that_somebody_else_changed_is_not_written_over(workspace):
    plan = workspace.plans[0]
    change_plan(workspace, plan, without_goal(plan, 1))
    with pytest.raises(DataError) as caught:
        change_plan(workspace, plan, without_goal(plan, 0))
    assert "2021" in workspace.language.text(caught.value.message, **caught.value.params)
    assert change_plan(workspace, without_goal(plan, 1), plan).plans == (plan,)


def test_a_year_that_has_a_plan_is_not_made_again(workspace):
    following = next_year(workspace.plans[0])
    after = change_plan(workspace, None, following)
    assert [plan.year for plan in after.plans] == [2021, 2022]
    with pytest.raises(DataError):
        change_plan(after, None, following)


def test_what_the_association_has_set_does_not_become_the_plans_own():
    plan = settled(a_plan(PLAN), Settings(method="midp", stated=frozenset({"method"})))
    assert plan.settings.method == "midp"
    assert to_document(next_year(plan))["settings"] == {}
    assert "midp" not in to_toml(plan)

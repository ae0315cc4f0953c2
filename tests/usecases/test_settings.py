"""Settings at their levels: the goal over the plan over the association over what is usual."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.tallies.scope import ShareTally
from tests.factories import PLAN, a_plan, a_workspace
from tracker.errors import DataError, UsageError
from tracker.goals import judge
from tracker.measures.figure import reading_of
from tracker.measures.shares import share_figure
from tracker.planning import apply_plan
from tracker.plans import from_document, to_document
from tracker.plans.model import Goal, Settings
from tracker.plans.settling import KEYS, association_settings, settled, source_of, stated_keys
from tracker.registration import history
from tracker.scorecard import make_scorecard
from tracker.settings import BY_MEASURE, change_setting, settings_in_force

STATES_WHAT_IS_USUAL = PLAN.replace(
    "[[insats]]", '[settings]\ninference = "process"\nmin_judge = 12\n\n[[insats]]', 1
)


def in_force(workspace):
    return {line.key: (line.value, line.source) for line in settings_in_force(workspace)}


def test_what_nobody_says_is_as_usual(workspace):
    found = in_force(workspace)
    assert tuple(found) == KEYS
    assert found["inference"] == ("process", "usual")
    assert found["confidence"] == ("0.95", "usual")
    assert found["unknown"] == (BY_MEASURE, "usual")


def test_the_association_goes_before_what_is_usual(workspace, store_file):
    changed = change_setting(workspace, "inference", "outcome")
    assert in_force(changed)["inference"] == ("outcome", "association")
    again = a_workspace(store_file)
    assert in_force(again) == in_force(changed)
    card = make_scorecard(again).goals[0]
    again.close()
    assert card.reading.inference == "outcome"


def test_the_plan_goes_before_the_association_also_with_what_is_usual():
    plan = a_plan(STATES_WHAT_IS_USUAL)
    usual = association_settings({"inference": "outcome", "min_judge": 20, "method": "midp"})
    found = settled(plan, usual).settings
    assert (found.inference, found.min_judge, found.method) == ("process", 12, "midp")
    assert [source_of(found, key) for key in ("inference", "min_judge", "method", "min_show")] == [
        "plan", "plan", "association", "usual",
    ]  # fmt: skip


def test_the_goal_goes_before_all_of_them(workspace):
    plan = change_setting(workspace, "method", "exact").plans[0]
    plan = settled(plan, association_settings({"unknown": "bounds", "method": "exact"}))
    goal = plan.goals[0]
    assert (reading_of(goal, plan).method, reading_of(goal, plan).unknown) == ("exact", "bounds")
    own = replace(goal, method="midp", unknown="left_out", inference="population")
    reading = reading_of(own, plan)
    assert (reading.method, reading.unknown, reading.inference) == (
        "midp",
        "left_out",
        "population",
    )


def test_goals_that_say_otherwise_are_listed(workspace):
    plan = workspace.plans[0]
    own = replace(plan.goals[0], inference="outcome")
    changed = workspace.with_plans((replace(plan, goals=(own, *plan.goals[1:])),))
    line = next(line for line in settings_in_force(changed) if line.key == "inference")
    assert line.goals == (("arbete-studier", "outcome"),)
    assert line.source == "usual"


def test_each_measure_has_its_own_way_with_the_unknown_until_somebody_says():
    plan = a_plan()
    follow_up = replace(plan.goals[0], measure="follow_up")
    assert reading_of(plan.goals[0], plan).unknown == "not_reached"
    assert reading_of(follow_up, plan).unknown == "left_out"
    said = settled(plan, association_settings({"unknown": "bounds"}))
    assert reading_of(follow_up, said).unknown == "bounds"


def test_settling_again_starts_from_what_the_plan_states():
    plan = settled(a_plan(), association_settings({"method": "midp", "min_show": 7}))
    again = settled(plan, association_settings({"min_show": 6}))
    assert again.settings == Settings(min_show=6)
    assert stated_keys(again.settings) == frozenset()


def test_a_document_holds_what_the_plan_states_and_nothing_of_the_association():
    plan = settled(a_plan(STATES_WHAT_IS_USUAL), association_settings({"method": "midp"}))
    document = to_document(plan)
    assert document["settings"] == {"inference": "process", "min_judge": 12}
    read, problems = from_document(document)
    assert problems == []
    assert stated_keys(read.settings) == {"inference", "min_judge"}


def test_a_plan_that_is_applied_later_is_settled_too(workspace, store_file):
    change_setting(workspace, "min_judge", "15")
    later = a_plan(year="2022")
    apply_plan(workspace.store, later, actor="anna", now=workspace.now)
    opened = a_workspace(store_file)
    assert [plan.settings.min_judge for plan in opened.plans] == [15, 15]
    opened.close()


def test_a_change_is_one_line_of_the_trail_with_what_was_there_before(workspace):
    changed = change_setting(workspace, "confidence", "0,9")
    line = history(changed)[0]
    assert (line.kind, line.subject, line.rows) == ("settings", "confidence 0.9", 1)
    assert changed.association.settings == {"confidence": "0.9"}
    assert changed.plans[0].settings.confidence == pytest.approx(0.9)
    unset = change_setting(changed, "confidence", None)
    assert history(unset)[0].subject == "confidence"
    assert in_force(unset)["confidence"] == ("0.95", "usual")


def test_the_same_value_again_is_no_change(workspace):
    changed = change_setting(workspace, "min_show", "6")
    before = len(history(changed))
    assert change_setting(changed, "min_show", "6").plans == changed.plans
    assert len(history(changed)) == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("inferens", "outcome"),
        ("inference", "census"),
        ("confidence", "95"),
        ("min_show", "0"),
        ("grace_days", "snart"),
        ("stated", "x"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_is_changed(workspace, key, value):
    before = len(history(workspace))
    with pytest.raises(UsageError):
        change_setting(workspace, key, value)
    assert len(history(workspace)) == before


def test_settings_of_a_later_version_are_refused_when_the_store_is_opened():
    with pytest.raises(DataError) as refused:
        association_settings({"colour": "red"})
    assert refused.value.problems[0].column == "colour"


@settings(deadline=None)
@given(
    st.integers(10, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.fractions(0, 1, max_denominator=50),
    st.sampled_from(["min", "max"]),
)
def test_the_census_switch_hides_the_interval_and_never_changes_the_fact(counts, target, direction):
    hits, n = counts
    goal = Goal(
        id="g", level="individ", text="", measure="exits", success=("arbete",),
        target=Fraction(target), direction=direction,
    )  # fmt: skip
    plan = a_plan()
    words = {}
    for inference in ("process", "outcome", "population"):
        reading = reading_of(goal, settled(plan, association_settings({"inference": inference})))
        figure = share_figure(ShareTally(n, hits), reading)
        words[inference] = judge(goal, figure, reading)
        assert (figure.x, figure.n, figure.value) == (hits, n, Fraction(hits, n))
        if inference == "outcome":
            assert (figure.low, figure.high, figure.method) == (None, None, None)
    assert len({word.value.startswith("met") for word in words.values()}) == 1
    assert words["outcome"].value in ("met", "not_met")


@pytest.mark.parametrize(("typed", "held"), [("nej", False), ("False", False), ("yes", True)])
def test_a_switch_is_set_by_yes_or_no(workspace, typed, held):
    changed = change_setting(workspace, "hide_numerators", typed)
    assert changed.plans[0].settings.hide_numerators is held
    assert reading_of(changed.plans[0].goals[0], changed.plans[0]).hide_numerators is held
    assert in_force(changed)["hide_numerators"] == (str(held).lower(), "association")
    with pytest.raises(UsageError):
        change_setting(changed, "hide_numerators", "kanske")

"""The five plans that come with the program: every row of them is there, and says what it says."""

import json
import time
import tomllib
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.plans import (
    SumDifference,
    from_document,
    load,
    read_text,
    shipped,
    shipped_text,
    sum_differences,
    to_document,
    warnings,
)

PLANS = (
    "finnveden-2021",
    "kalmar-2021",
    "lekeberg-orebro-2024",
    "nnv-skane-2020",
    "rar-sormland-2021",
)

# Row of the plan: the measure and target of each of its goals.
ROWS = {
    "kalmar-1": ["survey 0.90"],
    "kalmar-2": ["survey 0.75"],
    "kalmar-3": ["exits 0.30"],
    "kalmar-4": ["survey 0.90"],
    "kalmar-5": ["checklist 1", "checklist 1", "survey None"],
    "kalmar-6": ["checklist 1", "checklist 1", "checklist 1"],
    "kalmar-7": ["reporting 1"],
    "kalmar-8": ["money_share 0.75"],
    "kalmar-9": ["money_ceiling None"],
    "kalmar-10": ["money_tolerance None"],
    "nnv-1": ["exits 0.30"],
    "nnv-2": ["exits 1", "exits 1", "exits 1", "exits 1"],
    "nnv-3": ["exits last_year", "exits last_year"],
    "nnv-4": ["exits None"],
    "nnv-5": ["follow_up None", "follow_up None"],
    "nnv-6": ["before_after None", "assessment None"],
    "nnv-7": ["survey None", "assessment None"],
    "nnv-8": ["reporting 1"],
    "nnv-9": ["money_balance None"],
    "lo-1": ["checklist None", "assessment None"],
    "lo-2": ["checklist None", "assessment None"],
    "lo-3": ["checklist None", "assessment None"],
    "lo-4": ["exits 0.50"],
    "lo-5": ["exits 0.45", "exits None"],
    "lo-6": ["participants None", "participants None"],
    "lo-7": ["reporting 1", "response_rate None"],
    "lo-8": ["participants None", "survey None", "number None"],
    "lo-9": ["money_tolerance None"],
    "fv-1": ["before_after None", "before_after None", "before_after None"],
    "fv-2": ["before_after None", "exits None"],
    "fv-3": ["survey None", "survey None", "survey None", "survey None"],
    "fv-4": ["money_share 1", "money_balance None", "assessment None"],
    "fv-5": ["assessment None", "checklist 1"],
    "rar-1": ["exits 1"],
    "rar-2": ["exits None"],
    "rar-3": ["checklist None", "assessment None"],
    "rar-4": ["reporting 1", "assessment None"],
    "rar-5": ["money_ceiling None"],
}

LEVELS = {
    "individ": "kalmar-1 kalmar-2 kalmar-3 nnv-1 nnv-2 nnv-3 nnv-4 nnv-5 nnv-6 lo-4 lo-5 lo-6 fv-1 "
    "fv-2 fv-3 rar-1 rar-2",
    "struktur": "kalmar-4 nnv-7 lo-2 lo-8 rar-3",
    "organisation": "kalmar-5 kalmar-6 kalmar-7 nnv-8 lo-1 lo-7 fv-5 rar-4",
    "ekonomi": "kalmar-8 kalmar-9 kalmar-10 nnv-9 lo-3 lo-9 fv-4 rar-5",
}


def _goals():
    return [goal for plan_id in PLANS for goal in load(plan_id).goals]


def _goal(plan_id, goal_id):
    return next(goal for goal in load(plan_id).goals if goal.id == goal_id)


def test_the_five_plans_are_shipped():
    assert shipped() == list(PLANS)


def test_every_row_is_there_with_its_measures_and_targets():
    rows = defaultdict(list)
    for goal in _goals():
        rows[goal.row].append(f"{goal.measure} {goal.target_text}")

    assert len(ROWS) == 38
    assert dict(rows) == ROWS
    assert sum(map(len, ROWS.values())) == 68


def test_every_row_has_its_level():
    levels = {goal.row: goal.level for goal in _goals()}

    assert levels == {row: level for level, rows in LEVELS.items() for row in rows.split()}


def test_every_goal_has_text_and_source_and_ids_are_unique_within_a_plan():
    for plan_id in PLANS:
        goals = load(plan_id).goals
        assert all(goal.text and goal.source.startswith("Verksamhetsplan") for goal in goals)
        assert len({goal.id for goal in goals}) == len(goals)
        assert any(goal.key for goal in goals)
        assert all(goal.level == "individ" for goal in goals if goal.key)


@pytest.mark.parametrize("plan_id", PLANS)
def test_a_plan_reads_without_problems_and_is_plain_toml(plan_id):
    plan, problems = read_text(shipped_text(plan_id), plan_id)

    assert problems == []
    assert plan is not None
    assert plan.id == plan_id
    assert tomllib.loads(shipped_text(plan_id))["plan"]["year"] == plan.year


@pytest.mark.parametrize("plan_id", PLANS)
def test_a_plan_survives_the_way_through_the_store(plan_id):
    plan = load(plan_id)

    stored = json.dumps(to_document(plan))

    assert from_document(json.loads(stored)) == (plan, [])


@pytest.mark.parametrize("plan_id", PLANS)
def test_a_plan_is_read_at_once(plan_id):
    text = shipped_text(plan_id)
    spans = []
    for _ in range(3):
        start = time.perf_counter()
        read_text(text, plan_id)
        spans.append(time.perf_counter() - start)

    assert min(spans) < 0.1  # about 0.01 s on a quiet machine


@pytest.mark.parametrize(
    ("plan_id", "expected"),
    [
        ("finnveden-2021", []),
        ("lekeberg-orebro-2024", []),
        (
            "kalmar-2021",
            [
                ("SUMMA verksamhetens kostnader", 2021, 18232500, 18432500),
                ("SUMMA verksamhetens kostnader", 2022, 16888000, 16788000),
                ("SUMMA verksamhetens kostnader", 2023, 16798500, 16713500),
            ],
        ),
        ("nnv-skane-2020", [("Summa kostnader", 2020, 8402130, 8502130)]),
        (
            "rar-sormland-2021",
            [
                ("Summa kostnader", 2021, 22300000, 21850000),
                ("Summa kostnader", 2022, 18500000, 18050000),
                ("Summa kostnader", 2023, 18500000, 18050000),
            ],
        ),
    ],
)
def test_exactly_the_printed_sums_that_do_not_add_up_are_named(plan_id, expected):
    differences = [
        SumDifference(label, year, Decimal(printed), Decimal(parts), Decimal(printed - parts))
        for label, year, printed, parts in expected
    ]

    assert sum_differences(load(plan_id)) == differences


@pytest.mark.parametrize("plan_id", PLANS)
def test_the_check_has_nothing_else_to_say_but_that_guidelines_are_not_entered(plan_id):
    plan = load(plan_id)

    columns = {
        problem.column
        for problem in warnings(plan)
        if problem.column not in {str(year) for year in range(2020, 2030)}
    }

    has_guideline = any(goal.measure == "money_ceiling" for goal in plan.goals)
    assert columns == ({"ceiling"} if has_guideline else set())


def test_kalmar_lists_its_budgeted_interventions():
    plan = load("kalmar-2021")

    assert len(plan.interventions) == 9
    for year, printed in ((2021, 12618000), (2022, 12023000), (2023, 12103000)):
        assert sum(dict(planned.budget)[year] for planned in plan.interventions) == printed


def test_kalmar_counts_work_or_studies_over_all_interventions():
    goal = _goal("kalmar-2021", "arbete-studier")

    assert goal.success == ("arbete", "studier")
    assert goal.require == "any"
    assert goal.insatser == ()
    assert goal.target == Fraction(3, 10)


def test_kalmar_reads_its_surveys_on_the_indicators_of_the_plan():
    plan = load("kalmar-2021")

    indicators = {goal.row: goal.indicators for goal in plan.goals if goal.measure == "survey"}

    assert indicators == {
        "kalmar-1": (1, 2, 3, 4),
        "kalmar-2": (5, 6, 7),
        "kalmar-4": (7, 8, 9, 10, 12, 13),
        "kalmar-5": (12, 14),
    }
    assert [question.id for question in plan.questions] == [f"i{n}" for n in range(1, 17)]


def test_kalmar_visits_councils_once_a_term_and_leaderships_every_second_year():
    plan = load("kalmar-2021")

    visits = {goal.every.months: len(goal.every.who) for goal in plan.goals if goal.every}

    assert visits == {48: 13, 24: 13}


def test_kalmar_carries_over_its_activities():
    plan = load("kalmar-2021")

    assert sum(len(goal.items) for goal in plan.goals if goal.row == "kalmar-6") == 6 + 2 + 2


def test_kalmar_holds_requisitions_within_five_per_cent():
    goal = next(goal for goal in load("kalmar-2021").goals if goal.row == "kalmar-10")

    assert (goal.per, goal.tolerance, goal.basis) == ("insats", Fraction(1, 20), "rekvirerat")


def test_nnv_follows_a_reduction_after_three_and_six_months():
    goals = [goal for goal in load("nnv-skane-2020").goals if goal.row == "nnv-5"]

    assert [goal.months for goal in goals] == [3, 6]
    assert {goal.success for goal in goals} == {("kvarstår",)}
    assert {goal.among for goal in goals} == {"minskade"}


def test_nnv_has_one_goal_for_each_of_its_four_steps():
    goals = [goal for goal in load("nnv-skane-2020").goals if goal.row == "nnv-2"]

    assert len({goal.insatser for goal in goals}) == 4


def test_lekeberg_and_orebro_bound_their_participants():
    goals = [goal for goal in load("lekeberg-orebro-2024").goals if goal.row == "lo-6"]

    assert [(goal.min, goal.max) for goal in goals] == [(40, None), (70, 90)]


def test_finnveden_looks_at_those_who_complete():
    goals = [goal for goal in load("finnveden-2021").goals if goal.row in ("fv-1", "fv-2")]

    assert {goal.denominator for goal in goals} == {"fullföljda"}
    assert [(goal.variable, goal.better) for goal in goals if goal.measure == "before_after"] == [
        ("hälsa", "higher"),
        ("arbetsförmåga", "higher"),
        ("sjukfrånvaro", "lower"),
        ("försörjning", "lower"),
    ]


def test_finnveden_spends_at_most_its_income():
    goal = next(goal for goal in load("finnveden-2021").goals if goal.measure == "money_share")

    assert (goal.direction, goal.target) == ("max", Fraction(1))

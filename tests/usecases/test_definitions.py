"""Every goal of every shipped plan has a definition in words, in both languages."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from tracker.errors import UsageError
from tracker.goals.status import Status
from tracker.measures.figure import Detail, Figure
from tracker.periods import beside, parse_period
from tracker.plans import load
from tracker.plans.model import Goal, GoalLine
from tracker.plans.shipped import shipped
from tracker.wording import language
from tracker.wording.definitions import definition
from tracker.wording.details import detail_label, detail_text
from tracker.wording.earlier import difference_text, earlier_text
from tracker.wording.missing import missing_text
from tracker.wording.summary import summary

SV, EN = language("sv"), language("en")
PLANS = [load(name) for name in shipped()]
GOALS = [(plan, goal) for plan in PLANS for goal in plan.goals]


def said(spoken, goal, plan=PLANS[0]):
    """The definition by what its clauses are about, no-break spaces as plain ones."""
    clauses = definition(spoken, goal, plan)
    return {clause.about: clause.text.replace("\N{NO-BREAK SPACE}", " ") for clause in clauses}


@pytest.mark.parametrize(("plan", "goal"), GOALS, ids=[f"{p.id}/{g.id}" for p, g in GOALS])
def test_a_definition_says_what_is_counted_in_whole_sentences(plan, goal):
    swedish, english = said(SV, goal, plan), said(EN, goal, plan)
    assert "Räknas" in swedish
    assert "Counted" in english
    assert len(swedish) == len(english)
    for text in [*swedish.values(), *english.values()]:
        assert text.endswith(".")
        assert "{" not in text
    for about, text in zip(swedish, english.items(), strict=True):
        assert swedish[about] != text[1] or text[0] in ("Interventions", "Goal")


def a_goal(measure="exits", **values):
    return Goal("g", "individ", "Mål", measure, **values)


def test_the_rule_for_the_unknown_follows_the_goal():
    goal = a_goal(success=("arbete",))
    assert "räknas som ej uppnått" in said(SV, goal)["Okänt"]
    assert "räknas inte med" in said(SV, replace(goal, unknown="left_out"))["Okänt"]
    assert "kan avgöra" in said(SV, replace(goal, unknown="bounds"))["Okänt"]


def test_who_is_left_out_is_named():
    goal = a_goal(success=("arbete",), exclude=("avliden",), denominator="fullföljda")
    text = said(SV, goal)["Räknas"]
    assert text == "Avslut enligt plan, efter avslutsdagen. Undantagna: avliden."


def test_successes_are_joined_as_the_goal_requires():
    goal = a_goal(success=("arbete", "studier"))
    assert said(SV, goal)["Uppnått"].startswith("Arbete eller studier. Arbete är något arbete")
    together = replace(goal, require="all")
    assert said(SV, together)["Uppnått"].startswith("Arbete och studier.")


def test_target_and_lines_are_told():
    goal = a_goal(
        success=("arbete",),
        target=Fraction(3, 10),
        lines=(GoalLine("lägsta nivå", Fraction(1, 4)),),
    )
    assert said(SV, goal)["Mål"] == "Minst 30 %. Lägsta nivå: 25 %."


def test_a_goal_for_everyone_leaves_nothing_to_chance():
    goal = a_goal(success=("arbete",), target=Fraction(1))
    assert "inget lämnas åt slumpen" in said(SV, goal)["Säkerhet"]


def test_the_summary_counts_every_goal_once():
    statuses = list(Status)
    text = summary(SV, statuses)
    assert text.startswith(
        "Av 13 mål är 3 uppfyllda (1 kan bero på slumpen) och 3 ej uppfyllda (1 kan bero på "
        "slumpen). Övriga: 1 är delvis uppfyllt, "
    )
    outside = re.sub(r"\(.*?\)", "", text).removeprefix("Av 13")
    assert sum(map(int, re.findall(r"\d+", outside))) == 13
    assert summary(SV, statuses, is_open=True).startswith(
        "Hittills, av 13 mål: 3 på rätt sida om målvärdet (1 kan bero på slumpen) och 3 på fel sida"
    )
    assert summary(EN, [Status.MET]) == "Of 1 goal, 1 is met and 0 are not met."
    assert summary(EN, [Status.NO_DATA]).endswith(" The others: 1 lacks data.")


def test_what_is_missing_is_told_in_the_goals_own_terms():
    assert missing_text(SV, a_goal(), Figure(missing=1, not_due=2)) == "1 okänd, 2 återstår"
    survey = a_goal("survey")
    answered = Figure(persons=37, eligible=59, missing=22)
    assert missing_text(SV, survey, answered) == "37 av 59 personer svarade"
    assert missing_text(SV, survey, Figure(persons=37, missing=22)) == ""


def test_details_tell_money_and_what_lacks_it():
    goal = a_goal("money_tolerance")
    detail = Detail("KRUS", {"budget": Fraction(100), "actual": None, "met": None})
    assert detail_text(SV, goal, detail) == "belopp saknas, budget 100 kr".replace(
        "100 kr", SV.kronor(Fraction(100))
    )
    nothing = Detail("KRUS", {"budget": None, "actual": Fraction(3)})
    assert detail_text(SV, goal, nothing) == "ingen budget"
    assert detail_label(SV, Detail("ceiling", {})) == "Riktlinjens tak"


def test_the_year_before_beside_this_one():
    goal = a_goal(success=("arbete",))
    now, then = (Figure(x=x, n=50, value=Fraction(x, 50), persons=50) for x in (20, 25))
    assert earlier_text(EN, goal, then) == "The year before: 25 of 50 exits, 50%."
    text = difference_text(EN, now, then, -0.28, 0.09)
    assert text == "Difference: −10.0 percentage points (−28.0 to +9.0)."
    assert difference_text(EN, now, Figure(), None, None) == ""
    assert earlier_text(EN, goal, Figure()) == "The year before: no data."


@pytest.mark.parametrize(
    ("label", "before", "after"),
    [
        ("2021", "2020", "2022"),
        ("2021-H2", "2021-H1", "2022-H1"),
        ("2021-Q1", "2020-Q4", "2021-Q2"),
        ("2021-T3", "2021-T2", "2022-T1"),
        ("2021-ack-T3", "2021-ack-T2", "2022-ack-T1"),
        ("2021-03", "2021-02", "2021-04"),
        ("2021-01..2021-06", "2020-07..2020-12", "2021-07..2021-12"),
    ],
)
def test_the_period_beside(label, before, after):
    period = parse_period(label)
    assert beside(period, -1).label == before
    assert beside(period, 1).label == after
    assert beside(beside(period, 1), -1) == period


@pytest.mark.parametrize("label", ["1900", "1900-H1"])
def test_no_period_lies_before_the_first(label):
    with pytest.raises(UsageError):
        beside(parse_period(label), -1)


@pytest.mark.parametrize("label", ["0000", "9999", "1899", "2200", "0000-H1"])
def test_years_that_nobody_means_are_no_periods(label):
    with pytest.raises(UsageError):
        parse_period(label)

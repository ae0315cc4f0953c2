"""The one rule of goal status: the fact decides the first word, the interval the second."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.tallies.scope import ShareTally
from tracker.goals import Status, flags_of, judge, judge_against
from tracker.measures.exits import pairs_figure
from tracker.measures.figure import Figure, reading_of
from tracker.measures.shares import share_figure
from tracker.periods import parse_period
from tracker.plans.model import Goal, Plan, Settings

PLAN = Plan(id="p", association="Exempelby", year=2021)


def a_goal(**changes):
    base = {"id": "g", "level": "individ", "text": "", "measure": "exits", "success": ("arbete",)}
    return Goal(**{**base, **changes})


def status_of(goal, tally, plan=PLAN, **options):
    reading = reading_of(goal, plan)
    return judge(goal, share_figure(tally, reading), reading, **options)


@pytest.mark.parametrize(
    ("hits", "n", "expected"),
    [
        (39, 100, Status.MET_CLEAR),
        (38, 100, Status.MET_UNCLEAR),
        (30, 100, Status.MET_UNCLEAR),
        (29, 100, Status.NOT_MET_UNCLEAR),
        (22, 100, Status.NOT_MET_UNCLEAR),
        (21, 100, Status.NOT_MET_CLEAR),
        (3, 9, Status.TOO_FEW),
    ],
)
def test_thirty_per_cent_at_a_hundred(hits, n, expected):
    """The counts are those of the table in the rule book, section 9."""
    assert status_of(a_goal(target=Fraction(3, 10)), ShareTally(n, hits)) == expected


@pytest.mark.parametrize(
    ("hits", "expected"),
    [
        (21, Status.MET_CLEAR),
        (30, Status.MET_UNCLEAR),
        (31, Status.NOT_MET_UNCLEAR),
        (40, Status.NOT_MET_CLEAR),
    ],
)
def test_a_goal_of_at_most_is_judged_the_other_way(hits, expected):
    goal = a_goal(target=Fraction(3, 10), direction="max")
    assert status_of(goal, ShareTally(100, hits)) == expected


def test_a_value_on_the_limit_is_met_in_both_directions():
    for direction in ("min", "max"):
        goal = a_goal(target=Fraction(7, 100), direction=direction)
        assert status_of(goal, ShareTally(100, 7)) == Status.MET_UNCLEAR


def test_floats_never_decide():
    """0.55 * 100 is 55.00000000000001 in floats; 55 of 100 meets 55 %."""
    assert status_of(a_goal(target=Fraction(55, 100)), ShareTally(100, 55)) == Status.MET_UNCLEAR


def test_an_unknown_outcome_counts_as_not_reached_unless_it_is_left_out():
    tally = ShareTally(eligible=40, hits=12, missing=10)
    counted = share_figure(tally, reading_of(a_goal(), PLAN))
    assert (counted.x, counted.n, counted.known) == (12, 40, 30)
    left_out = share_figure(tally, reading_of(a_goal(unknown="left_out"), PLAN))
    assert (left_out.x, left_out.n) == (12, 30)
    assert counted.bounds == left_out.bounds == (Fraction(12, 40), Fraction(22, 40))


def test_bounds_that_disagree_leave_it_undetermined():
    goal = a_goal(target=Fraction(1, 2), unknown="bounds")
    assert status_of(goal, ShareTally(40, 15, 10)) == Status.UNDETERMINED
    assert status_of(goal, ShareTally(40, 35, 4)) == Status.MET_CLEAR
    assert status_of(goal, ShareTally(40, 2, 4)) == Status.NOT_MET_CLEAR


def test_everyone_means_everyone_and_has_no_interval():
    goal = a_goal(target=Fraction(1))
    reading = reading_of(goal, PLAN)
    figure = share_figure(ShareTally(3, 3), reading)
    assert (figure.low, figure.high) == (None, None)
    assert judge(goal, figure, reading) == Status.MET
    assert status_of(goal, ShareTally(100, 99)) == Status.NOT_MET
    nobody = a_goal(target=Fraction(0), direction="max")
    assert status_of(nobody, ShareTally(100, 0)) == Status.MET
    assert status_of(nobody, ShareTally(100, 1)) == Status.NOT_MET


def test_nothing_is_no_data_and_never_nought_per_cent():
    goal = a_goal(target=Fraction(3, 10))
    figure = share_figure(ShareTally(), reading_of(goal, PLAN))
    assert (figure.value, figure.low, figure.bounds) == (None, None, None)
    assert status_of(goal, ShareTally()) == Status.NO_DATA
    everyone_unknown = a_goal(target=Fraction(3, 10), unknown="left_out")
    assert status_of(everyone_unknown, ShareTally(5, 0, 5)) == Status.NO_DATA


def test_without_a_target_it_is_reported():
    assert status_of(a_goal(), ShareTally(40, 12)) == Status.NO_TARGET


def test_all_still_to_come_is_measured_later():
    goal = a_goal(measure="follow_up", target=Fraction(3, 10))
    assert status_of(goal, ShareTally(not_due=12)) == Status.NOT_DUE


def test_the_published_view_hides_few_persons():
    goal = a_goal(target=Fraction(3, 10))
    assert status_of(goal, ShareTally(4, 2), published=True) == Status.SUPPRESSED
    assert status_of(goal, ShareTally(4, 2)) == Status.TOO_FEW
    assert status_of(goal, ShareTally(5, 2), published=True) == Status.TOO_FEW


def test_the_census_reading_has_the_fact_alone():
    plan = replace(PLAN, settings=Settings(inference="outcome"))
    goal = a_goal(target=Fraction(3, 10))
    figure = share_figure(ShareTally(4, 2), reading_of(goal, plan))
    assert (figure.low, figure.high, figure.method) == (None, None, None)
    assert status_of(goal, ShareTally(4, 2), plan) == Status.MET
    assert status_of(goal, ShareTally(100, 29), plan) == Status.NOT_MET


def test_the_population_reading_of_everyone_has_no_width():
    goal = a_goal(target=Fraction(3, 10), inference="population")
    figure = share_figure(ShareTally(40, 13), reading_of(goal, PLAN))
    assert figure.low == figure.high == pytest.approx(13 / 40)
    assert status_of(goal, ShareTally(40, 13)) == Status.MET_CLEAR


def test_before_and_after_without_a_target_asks_for_more_better_than_worse():
    goal = a_goal(measure="before_after")
    reading = reading_of(goal, PLAN)

    def status(better, worse, same):
        pairs = ShareTally(eligible=better + worse + same, hits=better, worse=worse)
        return judge(goal, pairs_figure(pairs, reading), reading)

    assert status(30, 5, 10) == Status.MET_CLEAR
    assert status(10, 8, 10) == Status.MET_UNCLEAR
    assert status(8, 8, 10) == Status.NOT_MET_UNCLEAR
    assert status(5, 30, 10) == Status.NOT_MET_CLEAR


def test_better_than_last_year_is_judged_by_the_interval_of_the_difference():
    goal = a_goal(target="last_year")
    reading = reading_of(goal, PLAN)
    now, then = (share_figure(ShareTally(100, hits), reading) for hits in (40, 30))
    assert judge_against(goal, now, then, (0.01, 0.2), reading) == Status.MET_CLEAR
    assert judge_against(goal, now, then, (-0.03, 0.2), reading) == Status.MET_UNCLEAR
    assert judge_against(goal, then, now, (-0.2, -0.01), reading) == Status.NOT_MET_CLEAR
    assert judge_against(goal, then, then, (-0.1, 0.1), reading) == Status.NOT_MET_UNCLEAR
    nothing = share_figure(ShareTally(), reading)
    assert judge_against(goal, now, nothing, (None, None), reading) == Status.NO_DATA


def test_exact_figures_know_only_met_and_not_met():
    goal = a_goal(measure="money_share", target=Fraction(3, 4))
    reading = reading_of(goal, PLAN)
    for met, expected in ((True, Status.MET), (False, Status.NOT_MET), (None, Status.NO_TARGET)):
        figure = Figure(value=Fraction(1, 2), exact=True, met=met)
        assert judge(goal, figure, reading) == expected
    assert judge(goal, Figure(exact=True), reading) == Status.NO_DATA


@given(
    st.integers(10, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.fractions(0, 1, max_denominator=100),
    st.sampled_from(["min", "max"]),
    st.sampled_from(["wilson", "midp", "exact"]),
)
def test_the_status_never_contradicts_the_shown_interval(counts, target, direction, method):
    hits, n = counts
    goal = a_goal(target=target, direction=direction, method=method)
    reading = reading_of(goal, PLAN)
    figure = share_figure(ShareTally(n, hits), reading)
    status = judge(goal, figure, reading)
    share = Fraction(hits, n)
    met = share >= target if direction == "min" else share <= target
    assert status.value.startswith("met") == met
    if status.value.endswith("unclear"):
        assert figure.low <= float(target) <= figure.high
    if status.value.endswith("_clear"):
        assert not figure.low < float(target) < figure.high


def test_flags_tell_what_a_reader_should_know():
    goal = a_goal(target=Fraction(9, 10), unknown="left_out")
    reading = reading_of(goal, PLAN)
    period, today = parse_period("2021"), parse_period("2022").start
    few = share_figure(ShareTally(20, 12, 5), reading)
    raised = flags_of(goal, few, reading, period, today)
    assert raised == {"wide"}
    straddling = share_figure(ShareTally(20, 15, 5), reading)
    assert "missing_could_decide" in flags_of(goal, straddling, reading, period, today)
    nearly_none = share_figure(ShareTally(8, 7), reading_of(a_goal(target=Fraction(1, 2)), PLAN))
    assert "cannot_be_clear" not in flags_of(
        a_goal(target=Fraction(1, 2)), nearly_none, reading, period, today
    )
    three = share_figure(ShareTally(3, 2), reading)
    assert "cannot_be_clear" in flags_of(
        a_goal(target=Fraction(1, 2)), three, reading, period, today
    )
    assert "period_open" in flags_of(goal, few, reading, parse_period("2022"), today)

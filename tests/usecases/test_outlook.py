"""What is ahead of a goal: the forecast, and where the exits still to come are known from."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import a_workspace
from tracker import stats
from tracker.measures.figure import Figure
from tracker.outlook.forecast import scenario, word_of
from tracker.periods import parse_period, year_of
from tracker.plans.model import Goal
from tracker.scorecard import make_scorecard
from tracker.scorecard.document import to_document
from tracker.wording import language
from tracker.wording.outlook import probability_text

OPEN = date(2021, 10, 1)
YEAR = year_of(2021)


@pytest.fixture(scope="module")
def cards(region_file):
    workspace = a_workspace(region_file, today=OPEN, lang="en")
    yield make_scorecard(workspace, YEAR)
    workspace.close()


@pytest.fixture(scope="module")
def closed(region_file):
    workspace = a_workspace(region_file, lang="en")
    yield make_scorecard(workspace, YEAR)
    workspace.close()


def numbers(forecast):
    return (
        forecast.state, forecast.needed, forecast.probability, forecast.expected, forecast.low,
        forecast.high,
    )  # fmt: skip


def expected(x, n, remaining, goal):
    found = stats.forecast(x, n, remaining, Fraction(goal))
    return (found.state, found.needed, found.probability, found.expected, found.low, found.high)


def test_planned_ends_are_the_exits_to_come(cards):
    """12 began so that six months end within the year; 3 began a day too late."""
    forecast = cards.goal("planerat").forecast
    assert (forecast.basis, forecast.remaining, forecast.needed, forecast.more) == (
        "planned", 12, 13, 5,
    )  # fmt: skip
    assert numbers(forecast) == expected(8, 20, 12, "0.40")


def test_the_forecast_in_words(cards):
    forecast = cards.goal("planerat").forecast
    assert forecast.short == "5 more to work of the 12 that remain"
    assert forecast.sentence.startswith(
        "At least 5 of the coming 12 exits must lead to work, for the goal 40% to be met. "
        "That is uncertain (about "
    )
    assert forecast.word == "uncertain"


def test_the_same_days_of_last_year_where_no_length_is_planned(cards):
    """Seven of last year's exits came after 1 October, thirteen on it or before."""
    forecast = cards.goal("förra").forecast
    assert (forecast.basis, forecast.remaining) == ("last_year", 7)
    assert numbers(forecast) == expected(6, 15, 7, "0.40")


def test_each_intervention_gives_what_is_known_of_it(cards):
    forecast = cards.goal("båda").forecast
    assert (forecast.basis, forecast.remaining) == ("planned_and_last_year", 12 + 7)
    assert numbers(forecast) == expected(14, 35, 19, "0.40")


def test_unknown_outcomes_can_turn_what_looks_impossible(region_file):
    workspace = a_workspace(region_file, today=date(2021, 12, 31), lang="en")
    forecast = make_scorecard(workspace, YEAR, only="okänt").goals[0].forecast
    workspace.close()
    assert (forecast.basis, forecast.remaining, forecast.state) == ("pace", 0, "impossible")
    assert "The outcome of 5 exits is unknown and counts as not reached so far." in (
        forecast.sentence
    )


def test_a_pace_is_a_guess_with_three_scenarios(cards):
    """40 exits in all of last year, 91 of 365 days left: 10, and a fifth fewer and more."""
    forecast = cards.goal("takten").forecast
    assert forecast.basis == "pace"
    assert [each.remaining for each in forecast.scenarios] == [8, 10, 12]
    assert numbers(forecast) == numbers(forecast.scenarios[1]) == expected(10, 20, 10, "0.40")
    assert "a guess from the pace: 8 to 12." in forecast.sentence


def test_a_goal_of_at_most_is_forecast_from_the_other_side(cards):
    """Of 32 exits at most 12 may: with 8 so far, 4 of the 12 to come."""
    forecast = cards.goal("högst").forecast
    assert (forecast.needed, forecast.more, forecast.remaining) == (12, 4, 12)
    other = stats.forecast(12, 20, 12, Fraction(6, 10))
    assert forecast.probability == other.probability
    assert forecast.expected == pytest.approx(32 - other.expected)
    assert (forecast.low, forecast.high) == (32 - other.high, 32 - other.low)
    assert forecast.short == "at most 4 more of the 12 that remain"


def test_what_is_decided_has_no_probability(cards):
    locked, impossible = (cards.goal(key).forecast for key in ("säkert", "omöjligt"))
    assert (locked.state, locked.probability, locked.word) == ("locked", None, None)
    assert (impossible.state, impossible.probability, impossible.word) == ("impossible", None, None)
    assert locked.short == impossible.short == ""
    assert "already secured" in locked.sentence
    assert "can no longer be reached" in impossible.sentence


def test_a_closed_period_has_no_forecast(closed):
    assert {card.forecast for card in closed.goals} == {None}


def test_without_exits_or_target_there_is_no_forecast(region_file, cards):
    assert cards.goal("utan-mål").forecast is None
    assert cards.goal("svar").forecast is None
    workspace = a_workspace(region_file, today=date(2021, 1, 20))
    assert make_scorecard(workspace, YEAR, only="planerat").goals[0].forecast is None
    workspace.close()


def test_of_few_exits_there_is_an_interval_but_no_word(cards):
    few = cards.goal("få")
    assert few.figure.n == 7
    assert few.forecast.word is None
    assert few.forecast.low <= few.forecast.high


def test_the_document_has_the_keys_that_others_rely_on(cards):
    document = next(goal for goal in to_document(cards, "")["goals"] if goal["id"] == "planerat")
    assert {
        "state", "remaining", "needed", "probability", "expected", "low", "high",
    } <= document["forecast"].keys()  # fmt: skip
    assert document["last_period"] is None
    assert document["clarity"] == {"needed": None, "more": None, "sentence": document["clarity"][
        "sentence"]}  # fmt: skip


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (None, None), (1.0, "very_likely"), (0.9, "very_likely"), (0.8999, "likely"),
        (0.66, "likely"), (0.6599, "uncertain"), (0.3301, "uncertain"), (0.33, "less_likely"),
        (0.1001, "less_likely"), (0.1, "very_unlikely"), (0.0, "very_unlikely"),
    ],
)  # fmt: skip
def test_words_for_a_probability(probability, word):
    assert word_of(probability) == word


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.713, "ungefär 7 av 10"), (0.65, "ungefär 7 av 10"), (0.949, "ungefär 9 av 10"),
     (0.95, "mer än 9 av 10"), (0.05, "ungefär 1 av 10"), (0.049, "mindre än 1 av 10")],
)  # fmt: skip
def test_a_probability_is_told_in_tenths(probability, words):
    assert probability_text(language("sv"), probability) == words


GOAL = Goal("g", "individ", "", "exits", success=("arbete",), target=Fraction(3, 10))
COUNTS = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(deadline=None, max_examples=60)
@given(COUNTS, st.integers(0, 60), st.fractions(0, 1, max_denominator=100))
def test_at_least_and_at_most_together_cover_every_end(counts, remaining, target):
    x, n = counts
    figure = Figure(x=x, n=n)
    least = scenario(replace(GOAL, target=target), figure, target, remaining)
    most = scenario(replace(GOAL, target=target, direction="max"), figure, target, remaining)
    total = n + remaining
    assert Fraction(least.needed) >= target * total > least.needed - 1
    assert Fraction(most.needed) <= target * total < most.needed + 1
    assert x <= least.low <= least.expected + 1
    assert least.high <= x + remaining
    assert (least.low, least.high) == pytest.approx((most.low, most.high), abs=1)
    if least.probability is not None and most.probability is not None:
        assert least.probability + most.probability >= 1 - 1e-9


def test_how_many_exits_a_clear_result_takes(closed):
    """36 of 119 against 30 %: 30.25 % needs ceil(z² 0.21/(p - 0.3)²) exits."""
    clarity = closed.goal("sju").clarity
    assert clarity.needed == stats.exits_for_clarity(Fraction(36, 119), Fraction(3, 10))
    assert clarity.needed == 126931
    assert clarity.more == clarity.needed - 119
    assert clarity.sentence.startswith("With an unchanged share about 126,931 exits are needed")


def test_a_share_on_its_goal_is_never_clear(closed):
    clarity = closed.goal("planerat").clarity
    assert (clarity.needed, clarity.more) == (None, None)
    assert clarity.sentence.startswith("The share equals the goal")


def test_clarity_is_for_what_is_unclear(closed):
    assert closed.goal("säkert").status == "met_clear"
    assert [closed.goal(key).clarity for key in ("säkert", "få", "fakta", "svar", "hälsa")] == [
        None
    ] * 5


def test_the_year_before_stands_beside(closed):
    last = closed.goal("förra").last_period
    assert (last.label, last.figure.x, last.figure.n) == ("2020", 20, 20)
    low, high = stats.difference_interval(6, 15, 20, 20)
    assert last.difference.value == Fraction(6, 15) - 1
    assert (last.difference.low, last.difference.high) == (low, high)
    assert last.sentence.startswith("The year before: 20 of 20 exits, 100%.")


def test_an_open_period_is_not_compared_with_a_whole_year(cards):
    last = cards.goal("förra").last_period
    assert (last.figure.n, last.difference.value, last.is_comparable) == (20, None, True)


def test_part_of_a_year_is_forecast_to_its_own_end(region_file):
    """Last year had participants and no exits before September: none is known to come."""
    workspace = a_workspace(region_file, today=date(2021, 8, 1))
    card = make_scorecard(workspace, parse_period("2021-ack-T2"), only="förra").goals[0]
    workspace.close()
    assert (card.forecast.basis, card.forecast.remaining) == ("last_year", 0)

"""Survey goals: who is a respondent, how several questions are combined, who was asked."""

from fractions import Fraction

import pytest

from tests.usecases.measuring import HEAD, answer, goal_card
from tracker.goals import Status
from tracker.stats import clustered_share, finite_population_interval, share_interval

TWO = (
    HEAD
    + """
[[question]]
id = "i2"
indicators = [2]
steps = 4
positive = [3, 4]
groups = ["deltagare_avslut"]
"""
)
BOTH = 'measure = "survey"\nindicators = [1, 2]\ngroups = ["deltagare_avslut"]\ntarget = "0.50"\n'
ONE = 'measure = "survey"\nindicators = [1]\ngroups = ["deltagare_avslut"]\ntarget = "0.50"\n'
HANDED_OUT = {"omgång": "2021-höst", "grupp": "deltagare_avslut", "insats": "krus", "antal": "20"}
SENT = ("utskick", HANDED_OUT)
PATTERN = [("4", "4")] * 5 + [("4", "1")] * 4 + [("1", "")] * 2 + [("vet_ej", "3")]
"""Twelve respondents: what they answered to i1 and i2."""


def rows():
    answers = [
        answer(number, question, value, kön="man" if number % 2 else "kvinna")
        for number, pair in enumerate(PATTERN)
        for question, value in zip(("i1", "i2"), pair, strict=True)
    ]
    return [*answers, SENT]


def test_answers_are_pooled_and_the_interval_knows_whose_they_are(tmp_path):
    card = goal_card(tmp_path, BOTH, rows(), head=TWO, by=("kön",))
    figure = card.figure
    assert (figure.x, figure.n, figure.persons, figure.eligible) == (15, 21, 12, 20)
    expected = clustered_share([2] * 5 + [1] * 4 + [0] * 2 + [1], [2] * 9 + [1] * 3)
    assert (figure.low, figure.high) == pytest.approx((expected.low, expected.high))
    assert figure.method == "wilson_clustered"
    assert figure.bounds is None
    assert [part.indicator for part in figure.parts] == [1, 2]
    assert (figure.parts[0].x, figure.parts[0].n) == (9, 11)
    women, men = card.splits["kön"]
    assert women.figure.persons + men.figure.persons == 12
    assert women.figure.eligible is None
    assert "few_respondents" in card.flags


def test_one_answer_each_is_a_plain_share_with_bounds(tmp_path):
    answers = [row for row in rows() if row[1].get("fråga") != "i2"]
    figure = goal_card(tmp_path, ONE, answers).figure
    assert (figure.x, figure.n, figure.persons, figure.method) == (9, 11, 11, "wilson")
    assert (figure.low, figure.high) == pytest.approx(share_interval(9, 11))
    assert figure.bounds == (Fraction(9, 20), Fraction(18, 20))


@pytest.mark.parametrize(
    ("combine", "x"),
    [("respondent_all", 6), ("respondent_majority", 10), ("respondent_mean", Fraction(8))],
)
def test_each_respondent_can_weigh_the_same(tmp_path, combine, x):
    figure = goal_card(tmp_path, f'{BOTH}combine = "{combine}"', rows(), head=TWO).figure
    assert (figure.x, figure.n, figure.persons) == (x, 12, 12)


def test_a_mean_of_respondents_has_bounds_too(tmp_path):
    card = goal_card(
        tmp_path, BOTH + 'combine = "respondent_mean"\nunknown = "bounds"', rows(), head=TWO
    )
    assert card.figure.bounds == (Fraction(8, 20), Fraction(16, 20))
    assert card.status == Status.UNDETERMINED


@pytest.mark.parametrize(("asked", "low"), [("20", None), ("11", 9 / 11)])
def test_of_a_known_number_of_forms_the_interval_is_of_those_asked(tmp_path, asked, low):
    answers = [row for row in rows()[:-1] if row[1].get("fråga") != "i2"]
    sent = ("utskick", {**HANDED_OUT, "antal": asked})
    goal = ONE + 'inference = "population"'
    figure = goal_card(tmp_path, goal, [*answers, sent], by=("kön",)).figure
    expected = finite_population_interval(9, 11, int(asked))
    assert (figure.low, figure.high) == pytest.approx(expected)
    assert low is None or figure.low == figure.high == pytest.approx(low)


def test_the_lowest_indicator_decides(tmp_path):
    card = goal_card(tmp_path, BOTH + 'combine = "indicator_wise"', rows(), head=TWO)
    assert (card.figure.x, card.figure.n) == (6, 10)
    assert card.status == Status.MET_UNCLEAR


def test_without_answers_the_lowest_indicator_has_no_respondents(tmp_path):
    figure = goal_card(tmp_path, BOTH + 'combine = "indicator_wise"', [SENT], head=TWO).figure
    assert (figure.x, figure.n, figure.persons, figure.known) == (0, 0, 0, 0)


def test_without_a_hand_out_for_every_round_nobody_knows_how_many_were_asked(tmp_path):
    extra = answer(99, "i1", "4", omgång="2021-vår", datum="2021-05-03")
    figure = goal_card(tmp_path, ONE, [*rows()[:1], SENT, extra]).figure
    assert (figure.eligible, figure.missing, figure.bounds) == (None, None, None)


def test_the_answers_own_day_decides_the_period(tmp_path):
    late = [answer(1, "i1", "4", datum="2022-01-02")]
    assert goal_card(tmp_path, ONE, late).status == Status.NO_DATA
    assert goal_card(tmp_path / "b", ONE, late, period="2022").figure.n == 1


def test_the_response_rate_has_no_interval(tmp_path):
    goal = 'measure = "response_rate"\ngroups = ["deltagare_avslut"]\ntarget = "0.50"'
    card = goal_card(tmp_path, goal, rows(), head=TWO)
    assert (card.figure.x, card.figure.n) == (12, 20)
    assert (card.figure.low, card.status) == (None, Status.MET)

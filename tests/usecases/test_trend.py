"""Years beside each other: tested over whole years with one definition, never across a break."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.factories import a_plan, a_workspace
from tests.usecases.region import GOAL, YEARS, plan_text
from tracker import stats
from tracker.comparisons import trend
from tracker.comparisons.documents import trend_document
from tracker.errors import DataError
from tracker.goals import Status
from tracker.goals.definition import has_changed
from tracker.periods import year_of
from tracker.plans.model import Goal, Plan, Question
from tracker.scorecard import make_scorecard


@pytest.fixture(scope="module")
def region(region_file):
    workspace = a_workspace(region_file, lang="en")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def rising(region):
    return trend(region, "stiger")


def test_every_year_with_a_plan_or_data_is_there(rising):
    assert [(year.year, year.figure.x, year.figure.n) for year in rising.years] == [
        (year, *pair) for year, pair in YEARS.items()
    ]


def test_each_year_is_the_figure_of_its_scorecard(region, rising):
    for year in rising.years:
        card = make_scorecard(region, year_of(year.year), only="stiger").goals[0]
        assert (year.figure, year.status, year.flags) == (card.figure, card.status, card.flags)


def test_a_year_without_its_own_plan_is_judged_by_the_nearest(rising):
    flags = {year.year: year.flags for year in rising.years}
    assert {year for year in flags if "other_plan" in flags[year]} == {2018, 2022}


def test_the_trend_is_that_of_the_whole_years(rising):
    years = [2018, 2019, 2020, 2021]
    expected = stats.trend([6, 9, 14, 18], [30] * 4, years)
    assert [year.year for year in rising.years if year.in_trend] == years
    assert rising.trend == expected
    assert (rising.word, rising.change) == ("rising", None)


def test_the_trend_by_hand(rising):
    """P = 47/120, T = 1.5 (18 - 6) + 0.5 (14 - 9) = 20.5, S = 30 · 5 = 150."""
    p = 47 / 120
    assert rising.trend.slope == pytest.approx(20.5 / 150)
    assert rising.trend.chi2 == pytest.approx(20.5**2 / 150 / (p * (1 - p)))
    assert rising.sentence == ("Clear trend: rising by 13.7 percentage points a year 2018–2021.")


def test_a_year_that_is_not_over_is_shown_and_left_out(rising):
    last = rising.years[-1]
    assert (last.year, last.is_open, last.in_trend) == (2022, True, False)
    assert last.status == Status.TOO_FEW


def test_a_changed_definition_is_marked_and_not_crossed(region):
    series = trend(region, "ändrat")
    marked = {year.year: (year.other_definition, year.after_break) for year in series.years}
    assert marked == {
        2018: (True, False), 2019: (True, False), 2020: (False, True),
        2021: (False, False), 2022: (False, False),
    }  # fmt: skip
    assert [year.year for year in series.years if year.in_trend] == [2020, 2021]
    assert series.trend is None


def test_two_years_are_compared_by_their_difference(region):
    series = trend(region, "ändrat")
    low, high = stats.difference_interval(18, 30, 14, 30)
    change = series.change
    assert (change.first, change.last, change.value) == (2020, 2021, Fraction(4, 30))
    assert (change.low, change.high, change.clear) == (low, high, False)
    assert series.sentence == (
        "No clear difference between 2020 and 2021. "
        "The goal's definition has changed: no comparison is made across that."
    )


def test_one_year_is_no_trend(region):
    series = trend(region, "sju")
    assert [year.year for year in series.years if year.in_trend] == [2021]
    assert (series.trend, series.word, series.change) == (None, None, None)
    assert series.sentence == "There are too few years to compare."
    assert {year.status for year in series.years if year.year < 2021} == {Status.NO_DATA}


def test_years_that_are_all_alike_have_no_trend(region_file):
    workspace = a_workspace(region_file, today=date(2019, 12, 31))
    series = trend(workspace, "stiger")
    workspace.close()
    assert [year.year for year in series.years] == [2018, 2019]
    assert series.trend is None


def test_money_is_shown_year_by_year_and_not_tested(region):
    series = trend(region, "resultat")
    assert series.sentence == "No trend is computed for a goal of this kind."
    assert not any(year.in_trend for year in series.years)


def test_the_census_reading_has_no_trend(region):
    assert trend(region, "fakta").sentence.startswith("The outcomes are judged as they are")


def test_an_unknown_goal_names_those_there_are(region):
    with pytest.raises(DataError) as refused:
        trend(region, "finns-ej")
    said = region.language.text(refused.value.message, **refused.value.params)
    assert "“finns-ej”" in said
    assert "stiger" in said


def test_the_document_has_the_keys_that_others_rely_on(rising):
    document = trend_document(rising)
    assert {"goal", "years", "trend"} <= document.keys()
    assert {
        "year", "x", "n", "value", "low", "high", "status", "other_definition",
    } <= document["years"][0].keys()  # fmt: skip
    assert document["trend"] == {
        "chi2": rising.trend.chi2,
        "p": rising.trend.p,
        "points_per_year": pytest.approx(100 * 20.5 / 150),
        "word": "rising",
    }


def test_the_scorecard_flags_a_definition_that_has_changed(region):
    def flags(year, goal):
        return make_scorecard(region, year_of(year), only=goal).goals[0].flags

    assert "definition_changed" in flags(2020, "ändrat")
    assert "definition_changed" not in flags(2021, "ändrat")
    assert "definition_changed" not in flags(2020, "stiger")


def test_the_year_before_is_not_compared_across_a_changed_definition(region):
    last = make_scorecard(region, year_of(2020), only="ändrat").goals[0].last_period
    assert (last.figure.x, last.figure.n, last.is_comparable) == (9, 30, False)
    assert last.difference.value is None
    assert last.sentence.endswith("the two do not compare.")


GOAL_A = Goal("g", "individ", "", "exits", success=("arbete", "studier"))
PLAN_A = Plan("p", "a", 2021, questions=(Question("q1", (1,)), Question("q2", (2,))))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"success": ("studier", "arbete")}, False),
        ({"text": "annat", "source": "annan", "target": Fraction(1, 2)}, False),
        ({"unknown": "not_reached"}, False),
        ({"success": ("arbete",)}, True),
        ({"require": "all"}, True),
        ({"denominator": "fullföljda"}, True),
        ({"exclude": ("flytt",)}, True),
        ({"insatser": ("krus",)}, True),
        ({"unknown": "left_out"}, True),
        ({"measure": "follow_up"}, True),
        ({"months": 6}, True),
    ],
)
def test_what_belongs_to_a_definition(change, expected):
    assert has_changed(GOAL_A, PLAN_A, replace(GOAL_A, **change), PLAN_A) is expected


def test_the_questions_belong_to_the_definition_of_a_survey():
    goal = Goal("g", "individ", "", "survey", indicators=(1,))
    other = replace(PLAN_A, questions=(replace(PLAN_A.questions[0], positive=(4,)),))
    beside = replace(PLAN_A, questions=(*PLAN_A.questions, Question("q3", (3,))))
    assert has_changed(goal, PLAN_A, goal, other)
    assert not has_changed(goal, PLAN_A, goal, beside)


def test_answers_of_several_questions_count_as_independent_ones(tmp_path):
    """Effective counts, by Rao & Scott: three equal years of clustered answers have no slope."""
    from db.records import add_rows, begin_change
    from db.tables import Answer
    from tests.factories import NOW
    from tracker.planning import create_store

    questions = "\n".join(f'[[question]]\nid = "q{place}"\nindicators = [1]' for place in (1, 2))
    rest = 'measure = "survey"\nindicators = [1]\ntarget = "0.5"'
    text = f"{plan_text(2019).split('[[insats]]')[0]}{questions}{GOAL.format(key='s', rest=rest)}"
    create_store(
        str(tmp_path / "a.db"), a_plan(text), controller=None, actor="prov", now=lambda: NOW
    ).close()
    workspace = a_workspace(tmp_path / "a.db")
    number = workspace.association.id
    positive = {2019: 6, 2020: 9, 2021: 16}
    with workspace.store.write() as session:
        change = begin_change(session, association_id=number, at=NOW, by="prov", kind="import")
        rows = [
            {
                "association_id": number, "round": f"{year}", "date": date(year, 5, 1),
                "respondent_group": "deltagare_avslut", "form": f"{form}", "question": question,
                "value": 4 if form < hits or (question == "q1" and form == 19) else 1,
            }
            for year, hits in positive.items() for form in range(20) for question in ("q1", "q2")
        ]  # fmt: skip
        add_rows(session, change, Answer, rows)
    series = trend(workspace, "s")
    workspace.close()
    shares = [
        stats.clustered_share([2] * hits + [0] * (19 - hits) + [1], [2] * 20)
        for hits in positive.values()
    ]
    expected = stats.trend(
        [share.value * share.n_eff for share in shares],
        [share.n_eff for share in shares],
        list(positive),
    )
    assert series.trend.chi2 == pytest.approx(expected.chi2)
    naive = stats.trend([13, 19, 33], [40] * 3, list(positive))
    assert series.trend.chi2 < naive.chi2
    assert series.word == "rising"

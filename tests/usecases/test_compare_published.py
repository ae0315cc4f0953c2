"""What readers may see of comparisons and trends: few persons hide, and what gives them away."""

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.factories import a_workspace
from tests.usecases.region import SPREAD
from tracker import privacy
from tracker.comparisons import compare, trend
from tracker.comparisons.documents import comparison_document, trend_document
from tracker.goals import Status
from tracker.measures.figure import Figure
from tracker.outlook import Forecast
from tracker.periods import parse_period, year_of
from tracker.privacy.outlook_door import publish_outlook
from tracker.scorecard import make_scorecard

YEAR = parse_period("2021")
NUMBERS = ("x", "n", "persons", "value", "low", "high", "limits_95", "limits_998", "p_adjusted",
           "against_rest", "mark")  # fmt: skip


@pytest.fixture(scope="module")
def region(region_file):
    workspace = a_workspace(region_file, lang="en")
    yield workspace
    workspace.close()


def published(workspace, made, **changes):
    reading = replace(made.reading, **changes)
    return privacy.publish_comparison(replace(made, reading=reading), workspace.language)


def hidden_units(document):
    return {unit["insats"]: unit["hidden"] for unit in document["units"] if "hidden" in unit}


def test_enough_persons_are_shown_as_they_are(region):
    made = compare(region, "tre", YEAR)
    reading = replace(made.reading, hide_numerators=False)
    shown = published(region, made, hide_numerators=False)
    assert shown == replace(made, reading=reading, published=True)


def test_few_with_the_result_hide_their_intervention_and_another(region):
    """Two of ten, twelve of twenty and two of thirty succeeded."""
    document = comparison_document(published(region, compare(region, "tre", YEAR)))
    assert hidden_units(document) == {"i01": "small", "i03": "complementary", "i04": "small"}


def test_a_small_unit_hides_and_takes_another_with_it(region):
    """Fewest to show is eight here: i07 has seven, and i01 is the smallest that hides it."""
    made = published(region, compare(region, "sju", YEAR), min_show=8, hide_numerators=False)
    document = comparison_document(made)
    assert hidden_units(document) == {"i07": "small", "i01": "complementary"}
    for unit in document["units"]:
        if "hidden" in unit:
            assert [unit[key] for key in NUMBERS] == [None] * len(NUMBERS)
            assert unit["label"].startswith("Not shown")


def test_p_values_that_were_adjusted_with_a_hidden_one_go_too(region):
    made = published(region, compare(region, "sju", YEAR), min_show=8)
    shown = [unit for unit in made.units if unit.hidden is None]
    assert {unit.p_adjusted for unit in made.units} == {None}
    assert all(unit.limits_95 is not None and unit.mark for unit in shown)


def test_lines_widened_by_a_hidden_unit_go_too(region):
    made = compare(region, "tio", YEAR)
    units = (replace(made.units[0], figure=replace(made.units[0].figure, persons=3, n=3,
                     eligible=3)), *made.units[1:])  # fmt: skip
    few = sum(n for _, n in SPREAD.values()) - 40 + 3
    total = replace(made.total, persons=few, n=few, eligible=few)
    shown = published(region, replace(made, units=units, total=total))
    assert shown.overdispersion is None
    assert {unit.limits_95 for unit in shown.units} == {None}


def test_the_units_hidden_are_those_of_the_scorecard(region):
    made = compare(region, "sju", YEAR)
    shown = published(region, made)
    card = make_scorecard(region, YEAR, only="sju", by=("insats",), published=True).goals[0]
    hidden = {part.key for part in card.splits["insats"] if part.hidden}
    assert {unit.insats for unit in shown.units if unit.hidden} == hidden


def test_a_goal_of_few_persons_says_nothing_but_why(region):
    document = comparison_document(published(region, compare(region, "få", YEAR), min_show=8))
    assert (document["units"], document["target_line"], document["gap"]) == ([], None, None)
    assert document["notes"] == ["Not shown – fewer than 8 persons."]


def test_women_and_men_are_hidden_together(region):
    """Three women and four men: the one and the difference would give the other."""
    shown = published(region, compare(region, "få", YEAR), min_show=4)
    document = comparison_document(shown)["gap"]
    assert document["hidden"] in ("small", "complementary")
    assert [document[key] for key in ("kvinna", "man", "difference", "low", "high", "clear")] == [
        None
    ] * 6
    assert shown.gap.parts == {}


def test_a_year_of_few_persons_is_hidden(region):
    """2022 has one exit so far."""
    series = privacy.publish_trend(trend(region, "stiger"), region.language)
    last = series.years[-1]
    assert (last.figure, last.status, last.hidden) == (Figure(), Status.SUPPRESSED, "small")
    assert series.trend is not None
    document = trend_document(series)
    assert document["years"][-1]["value"] is None
    assert "100" not in json.dumps(document["years"][-1])


def test_a_trend_through_a_hidden_year_is_hidden(region):
    series = trend(region, "stiger")
    years = tuple(
        replace(year, figure=replace(year.figure, persons=4, n=4, eligible=4))
        if year.year == 2019
        else year
        for year in series.years
    )
    shown = privacy.publish_trend(replace(series, years=years), region.language)
    assert (shown.trend, shown.word, shown.change) == (None, None, None)


def test_a_forecast_of_few_who_are_there_is_hidden(region_file, region):
    workspace = a_workspace(region_file, today=date(2021, 10, 1))
    card = make_scorecard(workspace, YEAR, only="planerat").goals[0]
    workspace.close()
    assert isinstance(publish_outlook(card, region.language).forecast, Forecast)
    few = replace(card, forecast=replace(card.forecast, remaining=3))
    assert publish_outlook(few, region.language).forecast is None


def test_a_year_before_of_few_is_hidden_beside_a_card_that_is_shown(region):
    card = make_scorecard(region, year_of(2021), only="stiger").goals[0]
    few = replace(card.last_period.figure, persons=4, n=4, eligible=4)
    card = replace(card, last_period=replace(card.last_period, figure=few))
    last = publish_outlook(card, region.language).last_period
    assert (last.figure, last.difference.value, last.hidden) == (Figure(), None, "small")
    assert last.sentence.startswith("The year before is not shown")


def test_a_hidden_card_has_no_outlook(region):
    reading = make_scorecard(region, YEAR, only="stiger")
    card = reading.goals[0]
    few = replace(card, reading=replace(card.reading, min_show=50))
    shown = privacy.publish(replace(reading, goals=(few,)), region.language).goals[0]
    assert shown.hidden == "small"
    assert (shown.forecast, shown.clarity, shown.call_backs, shown.last_period) == (None,) * 4

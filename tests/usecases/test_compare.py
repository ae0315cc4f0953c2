"""Interventions against each other: the funnel, the rest where there are few, women and men."""

from fractions import Fraction

import pytest

from tests.factories import a_workspace
from tests.usecases.region import SPREAD, UNITS, answers, episodes
from tracker import stats
from tracker.comparisons import compare
from tracker.comparisons.documents import comparison_document
from tracker.comparisons.sexes import gap_words
from tracker.errors import DataError
from tracker.periods import parse_period
from tracker.scorecard import make_scorecard

YEAR = parse_period("2021")
ENOUGH = {key: pair for key, pair in UNITS.items() if pair[1] >= 10}


@pytest.fixture(scope="module")
def region(region_file):
    workspace = a_workspace(region_file, lang="en")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def funnel(region):
    return compare(region, "sju", YEAR)


def unit(made, key):
    return next(each for each in made.units if each.insats == key)


def test_the_line_is_the_share_of_all_together(funnel):
    x, n = (sum(pair[place] for pair in UNITS.values()) for place in (0, 1))
    assert (x, n) == (36, 119)
    assert funnel.line == funnel.total.value == Fraction(36, 119)


def test_the_line_may_be_the_goal(region):
    made = compare(region, "tre", YEAR, against="goal")
    assert (made.line, made.way) == (Fraction(3, 10), "funnel")
    low, high = stats.funnel_limits(0.3, 20)
    assert unit(made, "i03").limits_95 == pytest.approx((low, high))


def test_units_come_by_key_and_never_as_a_ranking(funnel):
    assert [each.insats for each in funnel.units] == list(UNITS)
    assert any(note.startswith("No ranking") for note in funnel.notes)


@pytest.mark.parametrize("key", ENOUGH)
def test_limits_and_p_are_those_of_the_rule_book(funnel, key):
    x, n = ENOUGH[key]
    line = 36 / 119
    place = list(ENOUGH).index(key)
    adjusted = stats.adjust([stats.unit_p(*pair, line) for pair in ENOUGH.values()])
    found = unit(funnel, key)
    assert (found.figure.x, found.figure.n) == (x, n)
    assert found.limits_95 == pytest.approx(stats.funnel_limits(line, n, confidence=0.95))
    assert found.limits_998 == pytest.approx(stats.funnel_limits(line, n, confidence=0.998))
    assert found.p == pytest.approx(stats.unit_p(x, n, line))
    assert found.p_adjusted == pytest.approx(adjusted[place])


def test_limits_by_hand(funnel):
    """36/119 ± 1.959964 sqrt(36/119 · 83/119 / 20)."""
    assert unit(funnel, "i03").limits_95 == pytest.approx((0.101206, 0.503836), abs=1e-6)


def test_marks_follow_the_limits_and_the_adjusted_p(funnel):
    marks = {each.insats: each.mark for each in funnel.units}
    assert marks.pop("i07") == "too_few"
    for key, mark in marks.items():
        found = unit(funnel, key)
        low, high = found.limits_95
        outside = not low <= found.figure.value <= high
        clear = found.p_adjusted < 0.05
        assert mark == ("inside" if not outside else "deviates" if clear else "may_deviate")
    assert {"i03": marks["i03"], "i04": marks["i04"], "i05": marks["i05"]} == {
        "i03": "deviates", "i04": "deviates", "i05": "inside",
    }  # fmt: skip


def test_too_few_are_counts_only(funnel):
    few = unit(funnel, "i07")
    assert (few.figure.x, few.figure.n, few.label) == (1, 7, "too few to say")
    assert (few.limits_95, few.limits_998, few.p, few.p_adjusted) == (None, None, None, None)


def test_the_number_of_comparisons_is_told(funnel):
    assert funnel.made == len(ENOUGH) + 1  # and women against men
    assert f"{funnel.made} comparisons were made." in funnel.notes


def test_few_units_are_held_against_the_rest(region):
    made = compare(region, "tre", YEAR)
    assert (made.way, made.made) == ("rest", 4)
    for key, (x, n) in {"i01": (2, 10), "i03": (12, 20), "i04": (2, 30)}.items():
        found = unit(made, key)
        rest = stats.difference_interval(x, n, 16 - x, 60 - n)
        assert found.against_rest.value == Fraction(x, n) - Fraction(16 - x, 60 - n)
        assert (found.against_rest.low, found.against_rest.high) == pytest.approx(rest)
        assert (found.limits_95, found.p_adjusted) == (None, None)
    marks = [each.mark for each in made.units]
    assert marks == ["inside", "deviates", "deviates"]


def test_the_mark_allows_for_how_many_were_compared(region):
    """i03 against the rest: clear at 95 %, not at the 1 - 0.05/4 that four comparisons ask for."""
    assert stats.difference_interval(12, 20, 11, 37)[0] > 0
    assert stats.difference_interval(12, 20, 11, 37, confidence=1 - 0.05 / 4)[0] < 0
    marks = {each.insats: each.mark for each in compare(region, "fyra", YEAR).units}
    assert marks == {"i01": "inside", "i02": "inside", "i03": "may_deviate", "i06": "inside"}


def test_two_units_are_one_comparison(region):
    made = compare(region, "två", YEAR)
    first, second = made.units
    assert first.against_rest.value == -second.against_rest.value
    assert made.made == 1 + 1


def test_one_unit_has_nothing_to_compare_with(region):
    made = compare(region, "en", YEAR)
    (alone,) = made.units
    assert (alone.mark, alone.against_rest, made.made) == (None, None, 0)
    assert alone.label == "nothing to compare with"


def test_a_unit_of_few_is_all_there_is(region):
    made = compare(region, "få", YEAR)
    assert [each.mark for each in made.units] == ["too_few"]
    assert (made.way, made.made) == ("none", 0)
    assert "There are too few interventions to compare." in made.notes


def test_units_that_are_all_alike_have_no_funnel(region):
    made = compare(region, "lika", YEAR)
    assert made.line == 1
    assert {(each.mark, each.limits_95, each.p) for each in made.units} == {("inside", None, None)}


def test_no_data_is_no_unit(region):
    made = compare(region, "sju", parse_period("2017"))
    assert (made.units, made.line, made.gap, made.made) == ((), None, None, 0)


def test_overdispersion_widens_the_lines(region):
    made = compare(region, "tio", YEAR)
    x, n = zip(*SPREAD.values(), strict=True)
    phi = stats.overdispersion(x, n, 0.5)
    assert made.overdispersion == pytest.approx(phi)
    assert phi == pytest.approx(25.6)  # z = ±0.4/sqrt(0.25/40) = ±5.0596
    half = 1.959963985 * (0.25 / 40 * phi) ** 0.5
    low, high = unit(made, "s01").limits_95
    assert (low, high) == pytest.approx((max(0, 0.5 - half), min(1, 0.5 + half)))
    assert {each.mark for each in made.units} == {"inside"}
    assert any("5.1 times as wide" in note for note in made.notes)


def test_fewer_than_ten_units_have_no_overdispersion(funnel):
    assert funnel.overdispersion is None


def test_the_gap_of_women_and_men(funnel):
    rows = [row for row in episodes() if row["insats"] in UNITS]
    groups = {
        sex: [row["work_after"] > 0 for row in rows if row["sex"] == sex]
        for sex in ("kvinna", "man")
    }
    counted = [number for hits in groups.values() for number in (sum(hits), len(hits))]
    gap = funnel.gap
    assert [gap.woman.x, gap.woman.n, gap.man.x, gap.man.n] == counted
    assert gap.difference.value == Fraction(*counted[:2]) - Fraction(*counted[2:])
    limits = stats.difference_interval(*counted)
    assert (gap.difference.low, gap.difference.high) == pytest.approx(limits)
    assert gap.difference.is_clear is False
    assert gap.sentence == "No clear difference between women and men."


def test_a_small_group_is_not_compared(region):
    gap = compare(region, "få", YEAR).gap
    assert (gap.woman.n, gap.man.n) == (3, 4)
    assert (gap.difference.value, gap.difference.is_clear) == (None, None)
    assert gap.sentence == "Women and men are not compared: there are too few to say."


@pytest.mark.parametrize(
    ("goal_id", "sentence"),
    [
        ("sju", "No clear difference between women and men."),
        ("få", "Women and men are not compared: there are too few to say."),
    ],
)
def test_a_card_says_of_the_gap_what_the_comparison_says(region, goal_id, sentence):
    (card,) = make_scorecard(region, YEAR, by=("kön",), only=goal_id).goals
    assert gap_words(region, card, YEAR) == sentence


def test_nothing_is_said_of_women_and_men_who_are_not_shown(region):
    (card,) = make_scorecard(region, YEAR, by=("kön",), only="få", published=True).goals
    assert all(part.hidden for part in card.splits["kön"])
    assert gap_words(region, card, YEAR) == ""
    (whole,) = make_scorecard(region, YEAR, only="sju").goals
    assert gap_words(region, whole, YEAR) == ""


def clustered(rows, *, confidence=0.95):
    forms = {}
    for row in rows:
        forms.setdefault((row["insats"], row["form"]), []).append(row["value"] == 4)
    return stats.clustered_share(
        [sum(form) for form in forms.values()],
        [len(form) for form in forms.values()],
        confidence=confidence,
    )


def test_answers_of_several_questions_are_held_against_the_rest_with_their_own_intervals(region):
    made = compare(region, "svar", YEAR)
    assert made.way == "rest"
    assert [(each.insats, each.mark) for each in made.units][2] == ("i03", "too_few")
    rows = list(answers())
    mine = clustered([row for row in rows if row["insats"] == "i01"])
    rest = clustered([row for row in rows if row["insats"] != "i01"])
    expected = stats.difference_of(
        mine.value, (mine.low, mine.high), rest.value, (rest.low, rest.high)
    )
    found = unit(made, "i01").against_rest
    assert (found.low, found.high) == pytest.approx(expected)
    naive = stats.difference_interval(21, 48, 60, 84)
    assert found.high - found.low > naive[1] - naive[0]


def test_women_and_men_of_a_survey_use_the_intervals_of_persons(region):
    gap = compare(region, "svar", YEAR).gap
    rows = list(answers())
    women, men = (
        clustered([row for row in rows if row["sex"] == sex]) for sex in ("kvinna", "man")
    )
    expected = stats.difference_of(
        women.value, (women.low, women.high), men.value, (men.low, men.high)
    )
    assert (gap.difference.low, gap.difference.high) == pytest.approx(expected)


def test_changes_of_pairs_are_compared_on_the_scale_of_change(region):
    made = compare(region, "hälsa", YEAR)
    assert made.way == "rest"
    found = unit(made, "i03")
    better, worse, n = found.figure.x, found.figure.worse, found.figure.n
    assert found.figure.value == Fraction(better - worse, n)
    all_better, all_worse, whole = made.total.x, made.total.worse, made.total.n
    mine = stats.paired_interval(0, better, worse, n - better - worse)
    others = (all_better - better, all_worse - worse, whole - n)
    theirs = stats.paired_interval(0, *others[:2], others[2] - sum(others[:2]))
    apart = (better - worse) / n - (others[0] - others[1]) / others[2]
    down = ((found.figure.value - mine[0]) ** 2 + (theirs[1] - (others[0] - others[1]) / others[2])
            ** 2) ** 0.5  # fmt: skip
    assert float(found.against_rest.value) == pytest.approx(apart)
    assert found.against_rest.low == pytest.approx(apart - float(down))


def test_the_census_reading_says_nothing_about_chance(region):
    made = compare(region, "fakta", YEAR)
    assert (made.way, made.made) == ("none", 0)
    assert {each.mark for each in made.units} == {None, "too_few"}
    assert made.gap.difference.is_clear is None
    assert made.notes[0].startswith("The outcome is judged as it is")


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("resultat", "does not count persons"),
        ("indikatorer", "one indicator at a time"),
        ("finns-ej", "There is no goal"),
    ],
)
def test_what_cannot_be_compared_says_so(region, goal, words):
    with pytest.raises(DataError) as refused:
        compare(region, goal, YEAR)
    assert words in region.language.text(refused.value.message, **refused.value.params)


def test_the_document_has_the_keys_that_others_rely_on(funnel):
    document = comparison_document(funnel)
    assert {"goal", "target_line", "units", "overdispersion", "gap"} <= document.keys()
    assert document["target_line"] == pytest.approx(36 / 119)
    first = document["units"][0]
    assert {
        "insats", "x", "n", "value", "low", "high", "limits_95", "limits_998", "p_adjusted", "mark",
    } <= first.keys()  # fmt: skip
    gap = document["gap"]
    assert {"kvinna", "man", "difference", "low", "high", "clear"} <= gap.keys()
    assert gap["difference"] == pytest.approx(gap["kvinna"] - gap["man"])

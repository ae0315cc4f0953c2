"""Several answers per person: against the survey package of R, and the rules for the edges."""

import numpy as np
import pytest
from hypothesis import given
from scipy.special import betaincinv

from tests.arithmetic.draws import drawn, respondents
from tests.arithmetic.reference import label, number, rows
from tests.benchmarks.bench_stats import coverage
from tracker.stats import (
    clustered_mean_from_sums,
    clustered_share,
    clustered_share_from_sums,
    share_interval,
)

EXPECTED = rows("clustered_expected.csv")


def answers_of(dataset):
    people = {}
    for row in rows("clustered_answers.csv", dataset_id=dataset):
        positive, valid = people.get(row["respondent"], (0, 0))
        if row["positive"]:
            positive, valid = positive + int(row["positive"]), valid + 1
        people[row["respondent"]] = positive, valid
    return zip(*people.values(), strict=True)


def sums_of(y, m):
    y, m = np.array(y), np.array(m)
    return len(y), sum(y), sum(m), sum(y * y), sum(y * m), sum(m * m)


@pytest.mark.parametrize("row", EXPECTED, ids=label)
def test_share_and_effective_size_equal_the_reference(row):
    y, m = answers_of(row["dataset_id"])
    share = clustered_share(y, m)
    assert share.respondents == int(row["respondents"])
    assert share.value == pytest.approx(float(row["estimate"]), abs=1e-12)
    if row["n_eff"]:
        assert share.n_eff == pytest.approx(float(row["n_eff"]), rel=1e-10)
        assert share.deff == pytest.approx(float(row["deff"]), rel=1e-10)
    else:
        assert (share.n_eff, share.deff) == (share.respondents, None)


@pytest.mark.parametrize("row", EXPECTED, ids=label)
def test_limits_equal_the_reference(row):
    y, m = answers_of(row["dataset_id"])
    y, m = list(y), list(m)
    value, size = float(row["estimate"]), number(row["n_eff_df"]) or float(row["respondents"])
    used = min(size, sum(m))  # R does not stop at the number of answers
    cautious = clustered_share(y, m, method="korn_graubard")
    if row["kg_lower"] and used == size:
        expected = float(row["kg_lower"]), float(row["kg_upper"])
    else:
        expected = share_interval(value * used, used, method="exact")
    assert (cautious.low, cautious.high) == pytest.approx(expected, abs=1e-9)
    share = clustered_share(y, m)
    assert (share.low, share.high) == pytest.approx(share_interval(value * used, used), abs=1e-9)


def test_korn_graubard_by_its_definition():
    share = clustered_share([4, 3, 1, 4, 2], [4, 4, 4, 4, 4], method="korn_graubard")
    size = share.n_eff * (2.0930240544082634 / 2.7764451051977987) ** 2  # t with 19 and 4 df
    low = betaincinv(size * 0.7, size * 0.3 + 1, 0.025)
    high = betaincinv(size * 0.7 + 1, size * 0.3, 0.975)
    assert (share.low, share.high) == pytest.approx((low, high), abs=1e-12)


@given(respondents())
@drawn
def test_value_lies_inside_and_between_one_answer_a_person_and_all(answers):
    y, m = answers
    share = clustered_share(y, m)
    assert share.value == pytest.approx(sum(y) / sum(m), abs=1e-12)
    assert 0 <= share.low <= share.value + 1e-12
    assert share.value - 1e-12 <= share.high <= 1
    widest_low, _ = share_interval(share.value * sum(m), sum(m))
    assert share.low <= widest_low + 1e-12


@given(respondents())
@drawn
def test_negative_answers_mirror_positive_ones(answers):
    y, m = answers
    share = clustered_share(y, m)
    mirrored = clustered_share([b - a for a, b in zip(y, m, strict=True)], m)
    assert (1 - share.high, 1 - share.low) == pytest.approx((mirrored.low, mirrored.high), abs=1e-9)


@given(respondents(), respondents())
@drawn
def test_an_array_gives_what_its_numbers_give(first, second):
    sums = np.array([sums_of(*first), sums_of(*second), (0,) * 6, (1, 2, 3, 4, 6, 9)]).T
    together = clustered_share_from_sums(*sums)
    for place in range(4):
        alone = clustered_share_from_sums(*(int(column[place]) for column in sums))
        for name in ("value", "low", "high", "n_eff", "deff", "respondents"):
            single = getattr(alone, name)
            expected = np.nan if single is None else single
            assert getattr(together, name)[place] == pytest.approx(expected, nan_ok=True)


@given(respondents())
@drawn
def test_mean_equals_answers_when_nobody_skipped_an_item(answers):
    y = [min(positive, 3) for positive in answers[0]]
    share = clustered_share(y, [3] * len(y))
    r = np.array(y) / 3
    mean = clustered_mean_from_sums(len(y), r.sum(), (r * r).sum())
    assert mean.value == pytest.approx(share.value)
    if set(y) - {0, 3} and len(set(y)) > 1:
        assert mean.n_eff == pytest.approx(share.n_eff)


def test_mean_by_hand():
    mean = clustered_mean_from_sums(4, 2.5, 2.0)  # 1, 1, 0.5, 0: variance 0.4375/12
    assert mean.value == 0.625
    assert mean.n_eff == pytest.approx(0.625 * 0.375 * 12 / 0.4375)
    assert (mean.low, mean.high) == pytest.approx(share_interval(2.5, 4))
    assert mean.respondents == 4


def test_one_answer_each_is_a_plain_share():
    plain = share_interval(7, 10)
    share = clustered_share([1] * 7 + [0] * 3, [1] * 10)
    mean = clustered_mean_from_sums(10, 7, 7)
    assert (share.low, share.high) == pytest.approx(plain, abs=1e-15)
    assert (mean.low, mean.high) == pytest.approx(plain, abs=1e-15)
    assert (share.n_eff, share.deff) == (10, 1)
    assert (mean.n_eff, mean.deff) == (10, 1)


@pytest.mark.parametrize("method", ["wilson", "korn_graubard"])
@pytest.mark.parametrize(("positive", "items"), [(4, 4), (0, 4), (2, 4), (1, 3), (2, 3)])
def test_no_spread_counts_every_person_once(positive, items, method):
    share = clustered_share([positive] * 12, [items] * 12, method=method)
    plain = {"wilson": "wilson", "korn_graubard": "exact"}[method]
    expected = share_interval(12 * positive / items, 12, method=plain)
    assert (share.low, share.high) == pytest.approx(expected, abs=1e-12)
    assert (share.n_eff, share.deff) == (12, None)
    mean = clustered_mean_from_sums(
        12, 12 * positive / items, 12 * (positive / items) ** 2, method=method
    )
    assert (mean.low, mean.high) == pytest.approx(expected, abs=1e-12)


def test_one_respondent_has_a_share_and_no_interval():
    for share in (clustered_share([3], [4]), clustered_mean_from_sums(1, 0.75, 0.5625)):
        assert share.value == 0.75
        assert (share.low, share.high, share.n_eff, share.deff) == (None, None, None, None)
        assert share.respondents == 1


def test_no_respondent_has_nothing():
    for share in (clustered_share([0, 0], [0, 0]), clustered_mean_from_sums(0, 0, 0)):
        assert (share.value, share.low, share.high, share.respondents) == (None, None, None, 0)


def test_who_answered_nothing_is_no_respondent():
    assert clustered_share([3, 0, 1], [4, 0, 2]) == clustered_share([3, 1], [4, 2])


def test_a_billion_respondents():
    billion = 10**9
    share = clustered_share_from_sums(
        billion, 2 * billion, 4 * billion, 8 * billion, 8 * billion, 16 * billion
    )
    assert share.n_eff == pytest.approx(billion, rel=1e-8)  # half give 4 of 4, half 0 of 4
    assert share.high - share.low == pytest.approx(2 * 1.959964 * (0.25 / billion) ** 0.5, rel=1e-4)


def test_coverage_of_the_simulation():
    covered, error = coverage(40, "wilson", 2000, np.random.default_rng(20250101))
    assert covered == pytest.approx(0.945, abs=3 * error)

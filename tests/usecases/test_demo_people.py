"""The demo's people are plausible: levels as published, gaps in what is known, days in order."""

from collections import Counter

import pytest

from tests.usecases.demos import a_setting, made_up_episodes
from tracker.demo.setting import DEFAULT_SEED
from tracker.demo.sites import sites_of
from tracker.plans import shipped


@pytest.fixture(scope="module")
def setting():
    return a_setting(seed=11, size=3000)


@pytest.fixture(scope="module")
def episodes(setting):
    return made_up_episodes(setting)


@pytest.fixture(scope="module")
def exits(episodes):
    return [row for row in episodes if row["end_date"] is not None]


def share(rows, holds):
    rows = list(rows)
    return sum(map(bool, map(holds, rows))) / len(rows)


def at_work_or_in_studies(row):
    return (row["work_after"] or 0) > 0 or (row["study_after"] or 0) > 0


def test_the_size_is_the_number_of_episodes(episodes):
    assert len(episodes) == 3000


def test_about_31_per_cent_reach_work_or_studies_women_less_often_than_men(exits):
    women = share((row for row in exits if row["sex"] == "kvinna"), at_work_or_in_studies)
    men = share((row for row in exits if row["sex"] == "man"), at_work_or_in_studies)

    assert 0.28 < share(exits, at_work_or_in_studies) < 0.34
    assert 0.25 < women < 0.31
    assert 0.29 < men < 0.38


def test_interventions_differ_but_modestly(exits):
    shares = {
        site.key: share((row for row in exits if row["site"] is site), at_work_or_in_studies)
        for site in {row["site"].key: row["site"] for row in exits}.values()
    }

    assert len(shares) == 9
    assert 0.12 < min(shares.values()) < 0.25
    assert 0.36 < max(shares.values()) < 0.52


@pytest.mark.parametrize("name", ["work_after", "support_after", "step_forward", "health_after"])
def test_some_answers_are_missing_for_every_reason(exits, name):
    missing = [row for row in exits if row[name] is None]

    assert 0.04 < len(missing) / len(exits) < 0.13
    assert set(Counter(row[f"{name}_why"] for row in missing)) == {None, "vet_ej", "vill_ej"}


def test_what_is_known_fits_together(exits, episodes):
    for row in episodes:
        assert (row["support_before"] == 0) <= (row["support_time"] in ("ingen", None))
        assert not (row["work_before"] and row["study_before"])
    for row in exits:
        assert row["work_kind_after"] is None or row["work_after"]
        if row["exit_reason"] == "avliden":
            assert row["work_after"] is row["support_after"] is row["next_step"] is None


def test_days_are_in_order_and_not_after_the_demo_s_today(setting, episodes, exits):
    for row in episodes:
        site = row["site"]
        assert site.start <= row["start_date"] <= setting.today
        assert row["start_date"] <= row["recorded_at"].date() <= setting.today
    for row in exits:
        assert max(row["start_date"], setting.first_day) <= row["end_date"] <= setting.today
        assert row["recorded_at"] <= row["exit_recorded_at"] <= setting.now


def test_most_is_entered_soon_and_a_little_months_late(episodes):
    days = [(row["recorded_at"].date() - row["start_date"]).days for row in episodes]

    assert share(days, lambda number: number <= 7) > 0.65
    assert 0.005 < share(days, lambda number: number > 90) < 0.05


def test_some_are_misregistered_and_some_should_have_left_long_ago(setting, episodes):
    ongoing = [row for row in episodes if row["end_date"] is None and not row["voided"]]
    planned = [row["site"].length * 31 for row in ongoing]
    late = [
        row
        for row, days in zip(ongoing, planned, strict=True)
        if (setting.today - row["start_date"]).days > days + 60
    ]

    assert 0.003 < share(episodes, lambda row: row["voided"]) < 0.02
    assert len(late) > 5


@pytest.mark.parametrize("plan", shipped())
def test_every_plan_gives_interventions_of_sensible_size_with_numbers_of_their_own(plan):
    sites = [site for site in sites_of(a_setting(plan, DEFAULT_SEED, None)) if site.individual]

    assert sites
    assert all(15 <= site.places <= 90 for site in sites)
    assert len({site.prefix for site in sites}) == len(sites)
    assert all(site.prefix.isascii() and site.prefix.isalnum() for site in sites)
    assert all(0 < site.episodes < 400 for site in sites)


def test_a_plan_without_interventions_gets_nine_and_those_of_the_esf():
    sites = sites_of(a_setting("rar-sormland-2021"))

    assert [site.esf for site in sites] == [False] * 9 + [True] * 4


def test_interventions_for_women_or_men_have_only_them():
    episodes = made_up_episodes(a_setting("nnv-skane-2020", size=200))
    sexes = {
        key: {row["sex"] for row in episodes if row["site"].key == key} - {None}
        for key in ("första-klippan-perstorp", "jämna-örkelljunga", "klientsupport")
    }

    assert list(sexes.values()) == [{"kvinna"}, {"man"}, {"kvinna", "man"}]

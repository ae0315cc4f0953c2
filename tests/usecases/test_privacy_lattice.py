"""What hangs together whoever tells of it: interventions and the others, women and men, periods."""

import pytest

from tests.factories import a_workspace
from tests.usecases.few_persons import BEGUN, Person, a_store_of
from tests.usecases.small_year import a_small_year, opened
from tracker.periods import parse_period
from tracker.privacy import known_to_readers, publish_counts
from tracker.privacy.counts import Count, Rule, Sum
from tracker.privacy.lattice import relations
from tracker.reports import make_report
from tracker.scorecard import make_scorecard

YEAR = parse_period("2021")
DAYS = (YEAR.start, YEAR.end)


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    workspace = opened(a_small_year(tmp_path_factory.mktemp("year")))
    yield workspace
    workspace.close()


def ended(insats, outcome, number, sex="kvinna"):
    day = parse_period("2021-H1").last_day
    return [Person(insats, sex, "Lillby", BEGUN[2], day, outcome)] * number


def of_goals(tmp_path, people):
    workspace = a_workspace(a_store_of(tmp_path, people))
    card = make_scorecard(workspace, YEAR, published=True)
    workspace.close()
    return {one.goal.id: one.hidden for one in card.goals}


def test_a_goal_of_one_intervention_hides_where_it_leaves_few_of_the_others(tmp_path):
    """Eleven of all and nine of Navet got work: then two of KRUS did."""
    navet = [*ended("navet", "arbete", 9), *ended("navet", "inget", 9)]
    others = [*ended("krus", "arbete", 2), *ended("krus", "inget", 8)]
    assert of_goals(tmp_path, [*navet, *others]) == {
        "arbete": None, "navet": "complementary", "fler": None, "deltagare": None,
    }  # fmt: skip


def test_a_goal_of_one_intervention_is_shown_where_the_others_are_many(tmp_path):
    navet = [*ended("navet", "arbete", 9), *ended("navet", "inget", 9)]
    others = [*ended("krus", "arbete", 6), *ended("krus", "inget", 8)]
    assert set(of_goals(tmp_path, [*navet, *others]).values()) == {None}


def test_it_adds_up_and_has_the_names_that_reports_use(year):
    asked = [
        Count("deltagare", *DAYS, 0, insats="krus", sex="kvinna"),
        Count("avslutade", *DAYS, 0),
    ]
    sums = relations(year, asked)
    assert all(one.whole.value >= sum(part.value for part in one.parts) for one in sums)
    told = {count for one in sums for count in (one.whole, *one.parts)}
    printed = make_report(year, YEAR).publication.reasons
    flow = {one for one in printed if one.measure in ("deltagare", "avslutade") and not one.of}
    assert flow
    assert {one for one in flow if (one.start, one.end) == DAYS and not one.part} <= told


def test_only_what_is_told_of_is_related(year):
    sums = relations(year, [Count("avslutade", *DAYS, 0)])
    parts = [count for one in sums for count in (one.whole, *one.parts)]
    assert parts
    assert [one for one in parts if one.insats or one.sex] == []


def test_numbers_that_nobody_prints_link_those_that_are_printed(year):
    """Six of all go on and five of the women: one is left, a man or of unknown sex."""
    printed = [
        Count("deltagare", *DAYS, 36),
        Count("deltagare", *DAYS, 24, sex="kvinna"),
        Count("avslutade", *DAYS, 30),
        Count("avslutade", *DAYS, 19, sex="kvinna"),
        Count("avslutade", *DAYS, 11, sex="man"),
    ]
    known = known_to_readers(year, printed)
    assert set(publish_counts(printed, rule=Rule()).values()) == {None}
    assert set(publish_counts(printed, rule=Rule(), earlier=known).values()) > {None}


def test_a_sum_of_itself_says_nothing():
    """A report on one intervention has totals that are its only row."""
    women = Count("avslutade", *DAYS, 6, sex="kvinna")
    reasons = publish_counts([women], [Sum(women, (women,))], rule=Rule())
    assert reasons == {women: None}

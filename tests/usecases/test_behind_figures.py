"""The episodes behind a figure are as many as the figure says, whatever the goal and the part."""

import pytest

from db.tallies.behind import Outcome
from tests.usecases.demos import a_demo, a_setting, opened
from tracker.errors import UsageError
from tracker.periods import year_of
from tracker.plans.shipped import shipped
from tracker.register.behind import episodes_behind, has_rows
from tracker.scorecard import make_scorecard

SPLITS = ("kön", "insats", "kommun")


@pytest.fixture(scope="module", params=shipped())
def demo(request, tmp_path_factory):
    setting = a_setting(request.param, size=60)
    place = a_demo(tmp_path_factory.mktemp("behind") / "demo.db", setting)
    with opened(place, setting) as workspace:
        yield workspace


def figures(workspace):
    """Every figure on episodes of two years, with the part that it is about."""
    year = workspace.plans[-1].year
    for period in (year_of(year), year_of(year + 1)):
        card = make_scorecard(workspace, period, by=SPLITS)
        for goal in card.goals:
            if has_rows(goal.goal):
                yield period, goal, None, goal.figure
                for split, parts in goal.splits.items():
                    for part in parts:
                        yield period, goal, (split, part.key), part.figure


def test_the_list_is_as_long_as_the_figure_says(demo):
    seen = 0
    for period, card, part, figure in figures(demo):
        behind = episodes_behind(demo, card.goal.id, period, part, most=None)
        lengths = {
            outcome: sum(row.outcome is outcome for row in behind.rows) for outcome in Outcome
        }
        assert {**dict.fromkeys(Outcome, 0), **behind.counts} == lengths
        hits = lengths[Outcome.REACHED] + lengths[Outcome.BETTER]
        assert hits == (figure.x or 0), (card.goal.id, part)
        assert lengths[Outcome.UNKNOWN] == (figure.missing or 0), (card.goal.id, part)
        others = lengths[Outcome.NOT_REACHED] + lengths[Outcome.SAME] + lengths[Outcome.WORSE]
        if card.reading.unknown == "not_reached" and card.goal.measure != "before_after":
            others += lengths[Outcome.UNKNOWN]
        assert others == (figure.n or 0) - (figure.x or 0), (card.goal.id, part)
        assert lengths[Outcome.WORSE] == (figure.worse or 0)
        assert len({(row.insats, row.number) for row in behind.rows}) == len(behind.rows)
        seen += hits
    if any(has_rows(goal) for plan in demo.plans for goal in plan.goals):
        assert seen > 0


def test_one_outcome_alone_and_not_all_rows(demo):
    for period, card, part, figure in figures(demo):
        if (figure.missing or 0) > 1:
            behind = episodes_behind(demo, card.goal.id, period, part, only=Outcome.UNKNOWN, most=1)
            assert [row.outcome for row in behind.rows] == [Outcome.UNKNOWN]
            assert not behind.is_all
            return
    pytest.skip("no figure of this demo has several unknown outcomes")


def test_a_goal_on_money_has_no_episodes(demo):
    goals = [goal for goal in demo.plans[-1].goals if not has_rows(goal)]
    with pytest.raises(UsageError):
        episodes_behind(demo, goals[0].id, year_of(demo.plans[-1].year))

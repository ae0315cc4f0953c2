"""The watch over a store: which goals, which exits, which day, which words."""

import json
from datetime import date, timedelta

import pytest

from db.records import add_rows, begin_change
from db.tables import Episode
from db.tallies.board import interventions
from db.tallies.days import share_of_exits_by_day
from db.tallies.exits import in_base
from db.tallies.scope import Scope
from db.tallies.success import Success, at_exit
from tests.factories import NOW, a_plan, a_workspace
from tests.usecases.measuring import HEAD, count
from tracker.cli import main
from tracker.periods import parse_period
from tracker.planning import apply_plan
from tracker.registration import save, void
from tracker.scorecard import make_scorecard
from tracker.watch import watch

FIRST = date(2021, 3, 1)
RULE = "Regeln ger falskt larm högst 5 gånger av 100 om nivån i själva verket är målet."


def a_goal(goal_id, *keys, measure="exits", target='"0.30"'):
    own = 'success = ["arbete"]' if measure == "exits" else ""
    text = f"""
[[goal]]
id = "{goal_id}"
level = "individ"
text = "30 % i arbete"
measure = "{measure}"
{own}
key = true
{"" if target is None else f"target = {target}"}
"""
    return text + "\n".join(keys) + "\n"


def fill(workspace, outcomes, insats="krus"):
    """An exit a day: 1 reached work, 0 did not, None is unknown."""
    with workspace.store.write() as session:
        number = workspace.association.id
        known = {row.key: row.id for row in interventions(session, number)}
        change = begin_change(session, association_id=number, at=NOW, by="anna", kind="log")
        rows = [
            {
                "intervention_id": known[insats],
                "number": f"K-{place + 1:03}",
                "start_date": date(2021, 2, 2),
                "end_date": FIRST + timedelta(days=place),
                "exit_reason": "enligt_plan",
                "work_before": 0,
                "study_before": 0,
                "work_after": None if outcome is None else 50 * outcome,
                "study_after": 0,
            }
            for place, outcome in enumerate(outcomes)
        ]
        add_rows(session, change, Episode, rows)


@pytest.fixture
def watched(workspace, store_file):
    """A workspace whose plan has the goals of a test; closed at the end."""
    opened = []

    def make(*goals, outcomes=(), lang="sv"):
        plan = a_plan(HEAD + "".join(goals))
        apply_plan(workspace.store, plan, actor="anna", now=workspace.now)
        opened.append(a_workspace(store_file, lang=lang))
        fill(opened[-1], outcomes)
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def test_a_goal_that_is_far_below(watched):
    workspace = watched(a_goal("arbete"), outcomes=[0] * 18)
    found = watch(workspace, parse_period("2021"))
    goal = found.goals[0]
    assert (goal.state, goal.since, goal.still) == ("below", FIRST + timedelta(days=16), True)
    assert (goal.x, goal.n, goal.missing, goal.unknown_decides) == (0, 18, 0, False)
    assert goal.low == 0
    assert goal.high < 0.3
    assert goal.sentence == (
        "Läget talar för att nivån ligger under målet 30\N{NO-BREAK SPACE}%: 0 av 18 avslut, "
        f"sedan den 17 mars 2021. {RULE}"
    )
    assert found.alarms == (goal,)
    assert found.summary == f"1 mål bevakas. {RULE}"


def test_as_of_a_day_within_the_year_only_what_had_come_counts(watched):
    workspace = watched(a_goal("arbete"), outcomes=[0] * 4)
    early = a_workspace(workspace.store.where, today=FIRST + timedelta(days=1))
    goal = watch(early, parse_period("2021")).goals[0]
    early.close()
    assert (goal.state, goal.x, goal.n) == ("too_few", 0, 2)
    assert goal.sentence == "För få avslut för att bevakningen ska kunna säga något: 2 avslut."


def test_an_alarm_that_has_passed_stays_told(watched):
    workspace = watched(a_goal("arbete"), outcomes=[0] * 17 + [1] * 8, lang="en")
    goal = watch(workspace).goals[0]
    assert (goal.state, goal.still) == ("below", False)
    assert goal.sentence.startswith(
        "On 17 March 2021 the state spoke for a level below the goal 30%. Now, with 8 of 25 exits, "
        "it fits the goal again."
    )


def test_unknown_outcomes_are_told_and_whether_they_decide(watched):
    goals = (a_goal("räknas"), a_goal("utelämnas", 'unknown = "left_out"'))
    workspace = watched(*goals, outcomes=[0] * 9 + [None] * 9)
    counted, left_out = watch(workspace).goals
    assert (counted.state, counted.n, counted.missing) == ("below", 18, 9)
    assert counted.unknown_decides
    assert "Av dem räknas 9 med okänt utfall som ej uppnådda. Utan dem" in counted.sentence
    assert (left_out.state, left_out.n, left_out.missing) == ("too_few", 9, 9)
    assert not left_out.unknown_decides


def test_several_goals_share_what_false_alarms_there_may_be(watched):
    workspace = watched(a_goal("a"), a_goal("b"), a_goal("c"), outcomes=[1, 0] * 6)
    found = watch(workspace)
    assert [goal.state for goal in found.goals] == ["quiet"] * 3
    assert found.goals[0].sentence == (
        "Inget larm: 6 av 12 avslut går att förena med målet 30\N{NO-BREAK SPACE}%."
    )
    assert found.summary.startswith("3 mål bevakas.")
    assert found.summary.endswith("händer högst 15 gånger av 100.")


def test_what_has_no_chance_no_target_or_no_exits_is_not_watched(watched):
    goals = (
        a_goal("alla", target='"1"'),
        a_goal("utan", target=None),
        a_goal("förra", target='"last_year"'),
        a_goal("utfall", 'inference = "outcome"'),
        a_goal("enkät", "indicators = [1]", measure="survey"),
    )
    found = watch(watched(*goals, a_goal("övrigt").replace("key = true", "key = false")))
    assert found.goals == ()
    assert [goal.id for goal in found.unwatched] == ["alla", "utan", "förra", "utfall", "enkät"]
    assert found.summary.startswith("0 mål bevakas. 5 nyckelmål bevakas inte")


def test_the_last_look_is_the_figure_of_the_scorecard(watched):
    goals = (
        a_goal("alla"),
        a_goal("fullföljda", 'denominator = "fullföljda"'),
        a_goal("mer", measure="started_or_increased"),
        a_goal("max", 'direction = "max"', 'unknown = "left_out"'),
    )
    workspace = watched(*goals, outcomes=[1, 0, 0, None] * 4)
    void(workspace, "krus", "K-001")
    cards = {card.goal.id: card.figure for card in make_scorecard(workspace).goals}
    for goal in watch(workspace).goals:
        figure = cards[goal.goal.id]
        assert (goal.x, goal.n, goal.missing) == (figure.x, figure.n, figure.missing)
    assert cards["alla"].n == 15


def test_counts_that_were_delivered_come_in_on_their_last_day(watched):
    workspace = watched(a_goal("arbete"), outcomes=[0] * 3)
    for start, end, hits in (("2021-01-01", "2021-03-31", "0"), ("2021-04-01", "2021-06-30", "1")):
        draft = count("arbete", från=start, till=end, insats="navet", täljare=hits, nämnare="12")
        save(workspace, *draft)
    goal = watch(workspace).goals[0]
    assert (goal.x, goal.n) == (1, 27)
    assert (goal.state, goal.since) == ("below", date(2021, 6, 30))


def test_exits_come_by_day_and_never_one_by_one(watched):
    workspace = watched(a_goal("arbete"))
    fill(workspace, [1, 0])
    fill(workspace, [0, 0, None], insats="navet")
    scope = Scope(workspace.association.id, FIRST, date(2022, 1, 1), date(2022, 1, 1))
    base = in_base(completed_only=False, exclude=())
    with workspace.store.read() as session:
        found = share_of_exits_by_day(session, scope, base, at_exit(Success(("arbete",))))
    assert [(day.day, tally.eligible, tally.hits, tally.missing) for day, tally in found] == [
        (1, 2, 1, 0),
        (2, 2, 0, 0),
        (3, 1, 0, 1),
    ]


def test_the_command_prints_words_and_json(watched, capsys):
    workspace = watched(a_goal("arbete"), outcomes=[1] * 11)
    options = ["--store", workspace.store.where, "--today", "2022-03-01", "--period", "2021"]
    assert main(["watch", *options, "--lang", "sv"]) == 0
    printed = capsys.readouterr().out
    assert "1 mål bevakas." in printed
    assert " ▲ 30 % i arbete\n     Läget talar för att nivån ligger över målet" in printed
    assert main(["watch", *options, "--lang", "en", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "tracker-watch/1"
    assert (document["watched"], document["false_alarm_rate"]) == (1, 0.05)
    goal = document["goals"][0]
    assert (goal["id"], goal["state"], goal["since"]) == ("arbete", "above", "2021-03-10")
    assert (goal["x"], goal["n"], goal["high"]) == (11, 11, 1.0)
    assert goal["target"] == "0.30"

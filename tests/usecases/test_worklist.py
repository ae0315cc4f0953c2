"""The work list: what is due, what stops a reminder, what is missing, what has not come."""

import json
from datetime import date
from fractions import Fraction

import pytest

from tests.factories import PLAN, a_follow_up, a_plan, a_store, a_workspace, an_entry, an_exit
from tests.usecases.measuring import answer, count
from tracker.cli import main
from tracker.errors import DataError
from tracker.registration import correct, save, undo, void
from tracker.wording import language
from tracker.worklist import count_older, due
from tracker.worklist.words import beside, latest, since, summary, what, when

TEXT = PLAN.replace('namn = "KRUS"', 'namn = "KRUS"\nplanerad_längd = 12', 1)

KEY = {"insats": "krus", "deltagande": "K-1", "månader": "3"}


@pytest.fixture(scope="module")
def planned_store(tmp_path_factory):
    return a_store(tmp_path_factory.mktemp("planned"), a_plan(TEXT))


@pytest.fixture
def store(planned_store, tmp_path):
    """A store in which KRUS plans a length of 12 months."""
    place = tmp_path / "planned.db"
    place.write_bytes(planned_store.read_bytes())
    return place


@pytest.fixture
def open_on(store):
    """Workspaces on that store, as of any day; closed at the end."""
    opened = []

    def make(today=date(2022, 3, 1), lang="sv"):
        opened.append(a_workspace(store, today=today, lang=lang))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def left(number, day, insats="krus", **changes):
    """An episode that ended on a day, with every outcome that the goal needs."""
    draft = an_entry(deltagande=number, insats=insats, startdatum="2021-01-04")
    return {**draft, **an_exit(slutdatum=day), **changes}


def called(number, months, outcome, day="2022-02-20", insats="krus"):
    values = {} if outcome == "svarat" else {"försörjning": "", "arbete": "", "studier": ""}
    keys = {"insats": insats, "deltagande": number, "månader": str(months), "datum": day}
    return a_follow_up(**keys, utfall=outcome, **values)


def listed(found, kind="follow_up"):
    return [
        (item.deltagande, item.months, item.state, item.days_late)
        for item in found.items
        if item.kind == kind
    ]


REACHED = {
    "2021-10-02": ("late", 58),
    "2021-10-29": ("late", 31),
    "2021-10-30": ("overdue", 30),
    "2021-11-30": ("overdue", 1),
    "2021-12-01": ("due", 0),
    "2021-12-02": ("coming", -1),
    "2021-12-31": ("coming", -30),
}
"""How the follow-up three months after an exit stands on 1 March 2022."""


def test_a_follow_up_is_reckoned_from_the_exit_by_the_calendar(open_on):
    workspace = open_on()
    for ended in (*REACHED, "2022-01-01"):
        save(workspace, "deltaganden", left(ended, ended))
    found = due(workspace)
    three = {each[0]: each[2:] for each in listed(found) if each[1] == 3}
    assert three == REACHED, "what is more than thirty days ahead is not listed"
    assert [each.days_late for each in found.items] == sorted(
        (each.days_late for each in found.items), reverse=True
    )


def test_an_exit_at_the_end_of_a_month_is_due_at_the_end_of_a_shorter_one(open_on):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-11-30"))
    item = due(workspace).items[0]
    assert (item.due, item.since) == (date(2022, 2, 28), date(2021, 11, 30))


def test_the_intervention_says_at_which_months(open_on):
    workspace = open_on(today=date(2022, 12, 20))
    save(workspace, "deltaganden", left("N-1", "2021-12-20", insats="navet"))
    save(workspace, "deltaganden", left("K-1", "2021-12-20"))
    months = [(item.deltagande, item.months) for item in due(workspace).items]
    assert sorted(months) == [("K-1", 3), ("K-1", 6), ("N-1", 3), ("N-1", 6), ("N-1", 12)]


def test_who_is_not_to_be_contacted_never_shows(open_on):
    workspace = open_on()
    for number, changes in {
        "K-1": {"avslutsanledning": "avliden"},
        "K-2": {"avslutsanledning": "återtaget_samtycke"},
        "K-3": {"får_kontaktas": "nej"},
        "K-4": {"avslutsanledning": "felregistrering"},
    }.items():
        draft = left(number, "2021-11-20", **{"arbete_efter": "", "arbetstyp_efter": "", **changes})
        save(workspace, "deltaganden", draft)
    found = due(workspace)
    assert (found.items, found.stopped) == ((), ())


def test_an_answer_stops_its_own_horizon_and_the_ones_before_it(open_on):
    workspace = open_on()
    for number, months in (("K-1", 3), ("K-2", 6)):
        save(workspace, "deltaganden", left(number, "2021-08-20"))
        save(workspace, "uppföljningar", called(number, months, "svarat"))
    assert listed(due(workspace)) == [("K-1", 6, "overdue", 9)]


def test_a_decline_stops_every_reminder_and_keeps_its_day(open_on):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-08-20"))
    save(workspace, "uppföljningar", called("K-1", 3, "avböjt", "2021-12-03"))
    found = due(workspace)
    assert found.items == ()
    stopped = found.stopped[0]
    assert (stopped.state, stopped.months, stopped.seen) == ("declined", 3, date(2021, 12, 3))
    assert stopped.days_late is None
    assert when(workspace.language, stopped) == "avböjt 3 dec"
    assert latest(workspace.language, stopped) == "påminns inte om"


def test_who_was_not_reached_in_time_is_lost_and_keeps_the_day(open_on):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-09-20"))
    save(workspace, "uppföljningar", called("K-1", 3, "ej_nådd", "2022-01-19"))
    found = due(workspace)
    assert found.stopped == (), "due on 20 December, 30 days of grace"
    other = called("K-1", 3, "ej_nådd", "2022-01-20")
    correct(workspace, "uppföljningar", KEY, {"datum": other["datum"]})
    found = due(workspace)
    assert [item.months for item in found.items] == [6], "only what it was about is lost"
    (lost,) = found.stopped
    assert (lost.state, lost.months, lost.seen) == ("lost", 3, date(2022, 1, 20))
    assert (lost.days_late, lost.is_overdue) == (None, False)
    assert when(workspace.language, lost) == "ej nådd 20 jan"
    assert latest(workspace.language, lost) == "påminns inte om"
    said = ["1 uppföljning nåddes inte i tid och påminns inte om."]
    assert beside(workspace.language, found, 0) == said


def test_a_late_answer_takes_the_place_of_what_was_lost(open_on):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-09-20"))
    save(workspace, "uppföljningar", called("K-1", 3, "ej_nådd", "2022-02-20"))
    correct(workspace, "uppföljningar", KEY, called("K-1", 3, "svarat", "2022-02-25"))
    assert due(workspace).stopped == ()


def test_who_was_found_deceased_is_never_reminded_of(open_on):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-08-20"))
    save(workspace, "uppföljningar", called("K-1", 6, "avliden"))
    assert due(workspace).items == ()


def test_who_was_not_reached_stays_and_the_try_is_shown(open_on):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-11-17"))
    save(workspace, "uppföljningar", called("K-1", 3, "ej_nådd"))
    item = due(workspace).items[0]
    assert (item.state, item.days_late, item.seen) == ("overdue", 12, date(2022, 2, 20))
    words = workspace.language
    assert when(words, item) == "12 dagar försenad"
    assert what(words, item) == "Uppföljning 3 månader"
    assert since(words, item) == "avslut 17 nov"
    assert latest(words, item) == "ej nådd ännu, 20 feb"


def test_a_voided_episode_is_nothing_to_do_until_that_is_undone(open_on):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-11-17"))
    void(workspace, "krus", "K-1")
    assert due(workspace).items == ()
    undo(workspace)
    assert len(due(workspace).items) == 1


def test_what_has_not_happened_yet_by_the_day_is_not_known(open_on):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-11-17"))
    save(workspace, "uppföljningar", called("K-1", 3, "svarat"))
    assert listed(due(open_on(today=date(2022, 2, 19)))) == [("K-1", 3, "overdue", 2)]
    assert listed(due(open_on(today=date(2021, 11, 16)))) == []


def test_what_was_due_before_last_year_is_counted_but_not_listed(open_on):
    workspace = open_on(today=date(2023, 3, 1))
    save(workspace, "deltaganden", left("K-1", "2021-09-30"))
    save(workspace, "deltaganden", left("K-2", "2021-06-01"))
    found = due(workspace)
    assert listed(found) == [("K-1", 6, "late", 336)]
    older = count_older(workspace)
    assert older == 3
    assert beside(workspace.language, found, older) == [
        "3 uppföljningar som skulle ha gjorts före förra årets början visas inte."
    ]
    assert len(listed(due(workspace, whole=True))) == 4


def test_an_exit_is_due_when_the_planned_time_has_run_out(open_on):
    workspace = open_on()
    for number, start in (("K-1", "2021-03-02"), ("K-2", "2021-03-01"), ("K-3", "2021-01-04")):
        save(workspace, "deltaganden", an_entry(deltagande=number, startdatum=start))
    save(workspace, "deltaganden", an_entry(insats="navet", startdatum="2015-01-01"))
    found = due(workspace)
    assert listed(found, "exit") == [("K-3", None, "late", 56), ("K-2", None, "due", 0)]
    assert found.items[0].due == date(2022, 1, 4)
    assert when(workspace.language, found.items[1]) == "i dag"
    assert since(workspace.language, found.items[1]) == "start 1 mars"


def test_an_exit_is_due_when_the_intervention_has_ended(open_on, tmp_path):
    ended = TEXT.replace("start = 2019-01-01", "start = 2019-01-01\nslut = 2022-02-15", 1)
    workspace = a_workspace(a_store(tmp_path / "ended", a_plan(ended)))
    save(workspace, "deltaganden", an_entry(startdatum="2021-12-01"))
    found = due(workspace)
    workspace.close()
    assert listed(found, "exit") == [("K-001", None, "overdue", 14)]
    assert found.items[0].due == date(2022, 2, 15)


def test_only_outcomes_that_a_goal_needs_and_nobody_answered_are_missing(open_on):
    workspace = open_on()
    gaps = {"hälsa_efter": "", "plan_efter": "", "stegförflyttning": ""}
    save(workspace, "deltaganden", left("K-1", "2022-02-01", studier_efter="", **gaps))
    save(workspace, "deltaganden", left("K-2", "2022-02-01", studier_efter="vet_ej"))
    save(workspace, "deltaganden", left("K-3", "2020-12-31", startdatum="2020-01-01"))
    items = [item for item in due(workspace).items if item.kind == "outcome"]
    assert [(item.deltagande, item.columns, item.state) for item in items] == [
        ("K-1", ("studier_efter",), "missing")
    ]
    assert latest(workspace.language, items[0]) == "studier"
    assert when(workspace.language, items[0]) == "–"


def test_a_round_shows_its_response_rate_while_answers_are_waited_for(open_on):
    workspace = open_on()
    for svar in (1, 2, 3):
        kind, draft = answer(svar, "i1", "4", datum="2022-02-01")
        save(workspace, kind, draft)
    save(workspace, *answer(4, "i1", "", datum="2022-02-01"))
    handed = {"omgång": "2021-höst", "grupp": "deltagare_avslut", "insats": "krus"}
    save(workspace, "utskick", {**handed, "antal": "5", "datum": "2022-01-20"})
    save(workspace, "utskick", {**handed, "omgång": "tom", "antal": "2", "datum": "2021-05-01"})
    found = due(workspace)
    items = [item for item in found.items if item.kind == "survey"]
    assert [item.round.round for item in items] == ["2021-höst"]
    assert items[0].round.rate == Fraction(3, 5)
    words = workspace.language
    assert what(words, items[0]) == "Enkät 2021-höst: deltagare vid avslut"
    assert latest(words, items[0]) == "3 av 5 har svarat (60\N{NO-BREAK SPACE}%)"
    assert since(words, items[0]) == "utdelad 20 jan"
    assert [(each.round, each.answered) for each in found.rounds] == [("2021-höst", 3), ("tom", 0)]
    assert due(workspace, "navet").rounds == ()


def test_a_round_without_a_hand_out_has_no_rate(open_on):
    workspace = open_on()
    save(workspace, *answer(1, "i1", "4", insats=""))
    found = due(workspace).rounds[0]
    assert (found.rate, found.insats, found.day) == (None, None, date(2021, 10, 15))


def test_the_stretch_after_a_delivery_is_waited_for(open_on):
    workspace = open_on()
    days = {"från": "2021-01-01", "till": "2021-06-30", "insats": "navet", "nämnare": "9"}
    save(workspace, *count("arbete-studier", **days, täljare="3"))
    save(workspace, *count("volym", täljare="3", insats="krus"))
    found = due(workspace)
    assert listed(found, "delivery") == [(None, None, "late", 59)]
    item = found.items[0]
    assert (item.insats, item.due) == ("navet", date(2022, 1, 1))
    words = workspace.language
    assert latest(words, item) == "2021-07-01 – 2021-12-31"
    assert since(words, item) == "levererat till 30 juni"
    assert what(words, item) == "Leverans har inte kommit"
    save(workspace, "deltaganden", an_entry(insats="navet", startdatum="2021-08-01"))
    assert due(workspace).items == ()


def test_a_stretch_that_is_not_of_months_is_followed_by_as_many_days(open_on):
    workspace = open_on()
    days = {"från": "2022-01-10", "till": "2022-01-19", "insats": "navet", "nämnare": "9"}
    save(workspace, *count("arbete-studier", **days, täljare="3"))
    assert [item.due.isoformat() for item in due(workspace).items] == [
        "2022-01-30",
        "2022-02-09",
        "2022-02-19",
        "2022-03-01",
    ]


def test_one_intervention_is_asked_for_and_another_does_not_exist(open_on):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-11-17"))
    assert len(due(workspace, "krus").items) == 1
    assert due(workspace, "navet").items == ()
    with pytest.raises(DataError):
        due(workspace, "ingen")


def test_an_empty_list_says_so(open_on):
    workspace = open_on()
    assert summary(workspace.language, due(workspace)) == "0 saker"


def test_the_command_prints_a_table_and_json(store, open_on, capsys):
    workspace = open_on()
    save(workspace, "deltaganden", left("K-1", "2021-11-17"))
    save(workspace, "deltaganden", left("K-2", "2021-08-20"))
    save(workspace, "uppföljningar", called("K-2", 3, "avböjt", "2021-12-03"))
    options = ["--store", str(store), "--today", "2022-03-01", "--lang"]
    assert main(["due", "--insats", "krus", *options, "sv"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == "Att göra · krus · 1 sak, 1 försenad"
    assert said.out.splitlines()[3].split("  ")[0] == " ! 12 dagar försenad"
    assert said.err == "1 uppföljning har avböjts och påminns inte om.\n"
    assert main(["due", "--json", *options, "en"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "kind": "follow_up", "insats": "krus", "deltagande": "K-1", "months": 3,
            "due": "2022-02-17", "days_late": 12, "state": "overdue", "since": "2021-11-17",
            "not_reached": None,
        }
    ]  # fmt: skip
    assert main(["due", "--stopped", "--json", *options, "sv"]) == 0
    stopped = json.loads(capsys.readouterr().out)
    assert [(one["deltagande"], one["state"], one["declined"]) for one in stopped] == [
        ("K-2", "declined", "2021-12-03")
    ]
    assert main(["due", "--stopped", *options, "sv"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Påminns inte om · 1 uppföljning"
    assert said[3].strip().startswith("avböjt 3 dec  Uppföljning 3 månader  krus")
    assert main(["due", "--insats", "ingen", *options, "en"]) == 1
    assert "There is no intervention ingen." in capsys.readouterr().err


def test_the_words_are_there_in_english_too():
    assert language("en").plural("in {number} day", "in {number} days", 4) == "in 4 days"

"""Doing things from the work list: tries at once, what comes next, narrowing by typing."""

from datetime import date

import pytest

from db.codes import FollowUpOutcome
from tests.factories import PLAN, a_follow_up, a_plan, a_store, a_workspace, an_entry, an_exit
from tracker.errors import DataError
from tracker.registration import history, save, stored_draft, undo
from tracker.worklist import due, matching, next_item, record_tries, view

TEXT = PLAN.replace('namn = "KRUS"', 'namn = "KRUS"\nplanerad_längd = 12', 1)
NOT_REACHED, DECLINED = FollowUpOutcome.NOT_REACHED, FollowUpOutcome.DECLINED


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(a_store(tmp_path, a_plan(TEXT)))
    yield opened
    opened.close()


def left(workspace, number, day="2021-11-20", insats="krus", **changes):
    draft = an_entry(deltagande=number, insats=insats, startdatum="2021-01-04")
    save(workspace, "deltaganden", {**draft, **an_exit(slutdatum=day), **changes})


def follow_ups(workspace):
    return [item for item in due(workspace).items if item.kind == "follow_up"]


def stored(workspace, number, months=3, insats="krus"):
    key = {"insats": insats, "deltagande": number, "månader": str(months)}
    return stored_draft(workspace, "uppföljningar", key)


def test_a_try_is_a_follow_up_of_today_and_the_reminder_stays(workspace):
    left(workspace, "K-1")
    tried = record_tries(workspace, follow_ups(workspace), NOT_REACHED)
    assert (tried.number, tried.outcome) == (1, NOT_REACHED)
    assert stored(workspace, "K-1")["utfall"] == "ej_nådd"
    assert stored(workspace, "K-1")["datum"] == "2022-03-01"
    assert [(item.deltagande, item.seen) for item in follow_ups(workspace)] == [
        ("K-1", date(2022, 3, 1))
    ]


def test_a_decline_stops_the_reminder_and_keeps_its_day(workspace):
    left(workspace, "K-1")
    record_tries(workspace, follow_ups(workspace), NOT_REACHED)
    record_tries(workspace, follow_ups(workspace), DECLINED)
    assert follow_ups(workspace) == []
    assert stored(workspace, "K-1")["utfall"] == "avböjt"
    assert [item.seen for item in due(workspace).stopped] == [date(2022, 3, 1)]


def test_many_are_one_change_and_taken_back_as_one(workspace):
    for number in range(1, 6):
        left(workspace, f"K-{number}")
    left(workspace, "N-1", insats="navet")
    before = follow_ups(workspace)
    assert record_tries(workspace, before, DECLINED).number == len(before)
    line = history(workspace)[0]
    assert (line.kind, line.subject, line.rows) == ("log", "uppföljningar krus navet", 6)
    assert follow_ups(workspace) == []
    undo(workspace)
    assert follow_ups(workspace) == before


def test_things_that_are_no_follow_ups_are_left_out(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-9", startdatum="2021-01-04"))
    left(workspace, "K-1")
    assert {item.kind for item in due(workspace).items} == {"exit", "follow_up"}
    assert record_tries(workspace, due(workspace).items, NOT_REACHED).number == 1
    exits = [item for item in due(workspace).items if item.kind == "exit"]
    with pytest.raises(DataError) as refused:
        record_tries(workspace, exits, NOT_REACHED)
    assert "Only follow-ups" in refused.value.problems[0].message


def test_what_somebody_else_has_answered_meanwhile_leaves_everything_as_it_was(workspace):
    left(workspace, "K-1")
    left(workspace, "K-2")
    seen = follow_ups(workspace)
    answer = a_follow_up(deltagande="K-2", månader="3", datum="2022-02-25")
    save(workspace, "uppföljningar", answer)
    with pytest.raises(DataError) as refused:
        record_tries(workspace, seen, DECLINED)
    assert refused.value.problems[0].params["row"] == "uppföljningar krus K-2 3"
    assert [item.deltagande for item in follow_ups(workspace)] == ["K-1"]


def test_the_next_thing_is_the_nearest_follow_up_or_planned_end(workspace):
    assert next_item(workspace) is None
    left(workspace, "K-1", "2022-02-20")
    assert (next_item(workspace).kind, next_item(workspace).due) == ("follow_up", date(2022, 5, 20))
    save(workspace, "deltaganden", an_entry(deltagande="K-2", startdatum="2021-04-10"))
    found = next_item(workspace)
    assert (found.kind, found.due, found.days_late) == ("exit", date(2022, 4, 10), -40)


def test_who_is_not_to_be_contacted_is_not_next_either(workspace):
    left(workspace, "K-1", "2022-02-20", får_kontaktas="nej")
    left(workspace, "K-2", "2022-02-20", avslutsanledning="återtaget_samtycke", får_kontaktas="")
    assert next_item(workspace) is None


def test_an_empty_list_says_what_comes_next(workspace):
    assert view(workspace).empty == "Inget att göra just nu."
    left(workspace, "K-1", "2022-02-20")
    assert view(workspace).lines == ()
    assert view(workspace).empty == (
        "Inget att göra just nu.\n\n"
        "Nästa: uppföljning 3 månader, KRUS K-1, om 80 dagar (20 maj 2022)."
    )


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("", {"K-1", "K-10", "N-1"}),
        ("k-1", {"K-1", "K-10"}),
        ("10", {"K-10"}),
        ("navet upp", {"N-1"}),
        ("Lillby", {"N-1"}),
        ("försenad krus", {"K-1", "K-10"}),
        ("ppf", set()),
        ("enkät", set()),
    ],
)
def test_typed_words_narrow_by_their_beginnings(workspace, typed, numbers):
    for number in ("K-1", "K-10"):
        left(workspace, number)
    left(workspace, "N-1", insats="navet")
    lines = view(workspace).lines
    assert {line.who for line in matching(lines, typed)} == numbers

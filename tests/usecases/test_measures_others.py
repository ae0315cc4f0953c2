"""Participants, reporting, checklists, numbers, assessments, last year, lines, deliveries."""

from datetime import date
from fractions import Fraction

import pytest

from tests.factories import an_entry, an_exit
from tests.usecases.measuring import count, goal_card
from tracker.goals import Status

NUMBER = 'measure = "participants"\nmin = 3\nmax = 4\ninsatser = ["krus"]'
EXITS = 'measure = "exits"\nsuccess = ["arbete"]\ntarget = "0.50"'


def episode(number: int, **changes: str):
    return "deltaganden", an_entry(**{"deltagande": f"K-{number:03}", **changes})


def ended(number: int, day: str, **changes: str):
    return "deltaganden", {
        **an_entry(deltagande=f"K-{number:03}"),
        **an_exit(slutdatum=day),
        **changes,
    }


def test_participants_are_those_who_were_there_some_day(tmp_path):
    rows = [
        episode(1),
        episode(2, startdatum="2022-01-01"),
        ended(3, "2021-02-02", startdatum="2020-05-01"),
        ended(4, "2020-12-31", startdatum="2020-05-01"),
        ended(5, "2021-01-01", startdatum="2020-05-01"),
        ended(6, "2021-06-01", avslutsanledning="felregistrering"),
    ]
    card = goal_card(tmp_path, NUMBER, rows, by=("kön",))
    assert (card.figure.value, card.figure.n, card.figure.persons) == (3, None, None)
    assert card.status == Status.MET
    assert [part.figure.value for part in card.splits["kön"]] == [3]


def test_anonymous_participants_are_added_only_in_one_piece(tmp_path):
    whole = [episode(1), count("anonyma", täljare="5", insats="krus")]
    with_counts = goal_card(tmp_path, NUMBER, [whole[0]])
    assert with_counts.figure.value == 1
    counted = goal_card(
        tmp_path / "b", NUMBER, [count("deltagare", täljare="9"), count("anonyma", täljare="5")]
    )
    assert (counted.figure.value, counted.status) == (14, Status.NOT_MET)
    partly = goal_card(tmp_path / "c", NUMBER, [count("deltagare", täljare="9")], period="2021-H1")
    assert partly.status == Status.NO_DATA
    assert "not_delivered_whole" in partly.flags


def test_reporting_counts_interventions_that_run_and_register(tmp_path):
    goal = 'measure = "reporting"\ntarget = "1"'
    card = goal_card(tmp_path, goal, [episode(1)])
    assert (card.figure.x, card.figure.n, card.status) == (1, 3, Status.NOT_MET)
    only = goal_card(tmp_path / "b", goal + '\ninsatser = ["krus"]', [episode(1)])
    assert only.status == Status.MET


def activity(label: str, due: str, done: str):
    return "aktiviteter", {"mål": "m", "benämning": label, "senast": due, "genomförd": done}


def test_a_checklist_counts_what_is_due_or_done(tmp_path):
    rows = [
        activity("i tid", "2021-06-30", "2021-06-30"),
        activity("för sent", "2021-06-30", "2021-07-01"),
        activity("framtida", "2022-06-30", ""),
        activity("framtida gjord", "2022-12-31", "2022-02-01"),
    ]
    goal = 'measure = "checklist"\ntarget = "1"'
    card = goal_card(tmp_path, goal, rows)
    assert (card.figure.x, card.figure.n, card.status) == (1, 2, Status.NOT_MET)
    later = goal_card(tmp_path / "b", goal, rows, period="2022")
    assert (later.figure.x, later.figure.n, later.figure.not_due) == (1, 1, 1)
    only_later = goal_card(tmp_path / "c", goal, rows[2:3], period="2022")
    assert only_later.status == Status.NOT_DUE


LISTED = """measure = "checklist"
target = "1"
items = [
  { "benämning" = "Möte i Åmål", senast = 2021-06-30 },
  { "benämning" = "Möte i Ö", senast = 2021-11-30 },
]"""


def test_where_no_activity_is_written_down_yet_nothing_is_said_of_what_was_done(tmp_path):
    card = goal_card(tmp_path, LISTED, [])
    assert (card.figure.x, card.figure.n, card.status) == (None, None, Status.NO_DATA)
    assert [(each.label, each.values.get("met")) for each in card.figure.details] == [
        ("Möte i Åmål", None),
        ("Möte i Ö", None),
    ]
    visits = 'measure = "checklist"\ntarget = "1"\nevery = {who = ["Lillby"], months = 24}'
    card = goal_card(tmp_path / "b", visits, [])
    assert (card.status, [each.label for each in card.figure.details]) == (
        Status.NO_DATA,
        ["Lillby"],
    )


@pytest.mark.parametrize(
    ("today", "status"),
    [(date(2021, 6, 30), Status.NOT_DUE), (date(2021, 7, 1), Status.NO_DATA)],
)
def test_activities_that_are_all_to_come_are_measured_later(tmp_path, today, status):
    early = 'measure = "checklist"\nitems = [{ "benämning" = "Möte", senast = 2021-07-01 }]'
    assert goal_card(tmp_path, early, [], today=today).status == status


def test_one_activity_written_down_tells_of_those_that_are_not(tmp_path):
    card = goal_card(tmp_path, LISTED, [activity("Möte i Åmål", "2021-06-30", "")])
    assert (card.figure.x, card.figure.n, card.status) == (0, 2, Status.NOT_MET)


def test_every_party_is_visited_within_the_months_before_the_end(tmp_path):
    goal = 'measure = "checklist"\ntarget = "1"\nevery = {who = ["Lillby", "Storby"], months = 24}'
    rows = [activity("Lillby", "", "2020-01-01"), activity("Storby", "", "2019-12-31")]
    card = goal_card(tmp_path, goal, rows)
    assert (card.figure.x, card.figure.n) == (1, 2)


def assessed(**changes: str):
    return "bedömningar", {"mål": "m", "period": "2021", "bedömning": "", **changes}


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("uppfyllt", "met"),
        ("delvis", "partly_met"),
        ("ej_uppfyllt", "not_met"),
        ("ingen", "no_data"),
    ],
)
def test_where_nothing_is_counted_the_boards_word_is_the_status(tmp_path, verdict, status):
    card = goal_card(tmp_path, 'measure = "assessment"', [assessed(bedömning=verdict)])
    assert card.status == status


def test_a_number_is_what_was_entered_for_the_period(tmp_path):
    goal = 'measure = "number"\nmin = 1000'
    card = goal_card(tmp_path, goal, [assessed(värde="1234,5", kommentar="bra")])
    assert (card.figure.value, card.status, card.comment) == (Fraction(2469, 2), Status.MET, "bra")
    assert goal_card(tmp_path / "b", goal, []).status == Status.NO_DATA


def test_exits_on_the_first_and_the_last_day_belong_to_the_period(tmp_path):
    rows = [
        ended(1, "2021-01-01", startdatum="2020-02-02"),
        ended(2, "2021-12-31"),
        ended(3, "2022-01-01"),
        ended(4, "2020-12-31", startdatum="2020-02-02"),
    ]
    assert goal_card(tmp_path, EXITS, rows).figure.n == 2


def test_what_lies_after_today_has_not_happened(tmp_path):
    rows = [ended(1, "2021-03-01"), ended(2, "2021-11-30")]
    card = goal_card(tmp_path, EXITS, rows)
    assert card.figure.n == 2
    early = goal_card(tmp_path / "b", EXITS, rows[:1], today=date(2021, 6, 1))
    assert (early.figure.n, "period_open" in early.flags) == (1, True)


def test_measured_later_until_its_month(tmp_path):
    rows = [ended(1, "2021-03-01")]
    goal = EXITS + '\nmeasured = "2022-04"'
    assert goal_card(tmp_path, goal, rows).status == Status.NOT_DUE


def test_better_than_last_year_compares_with_the_same_days(tmp_path):
    goal = EXITS.replace('"0.50"', '"last_year"')
    now = [ended(number, "2021-05-01") for number in range(1, 21)]
    before = [
        ended(number, "2020-05-01", startdatum="2020-02-02", arbete_efter="0", arbetstyp_efter="")
        for number in range(21, 41)
    ]
    card = goal_card(tmp_path, goal, [*now, *before])
    assert card.before.figure.n == 20
    assert card.status == Status.MET_CLEAR


def test_further_lines_are_judged_by_the_same_figure(tmp_path):
    goal = EXITS + '\n[[goal.line]]\nlabel = "lägsta nivå"\ntarget = "0.25"'
    rows = [
        ended(number, "2021-05-01", arbete_efter="0", arbetstyp_efter="") for number in range(20)
    ]
    card = goal_card(tmp_path, goal, rows)
    assert [(line.label, line.status) for line in card.lines] == [
        ("lägsta nivå", Status.NOT_MET_CLEAR)
    ]


def test_delivered_counts_are_added_to_rows(tmp_path):
    rows = [
        ended(1, "2021-05-01", insats="navet"),
        count("m", täljare="10", nämnare="30", saknas="5"),
        count("m", täljare="6", nämnare="14", saknas="2", kön="kvinna"),
        count("m", täljare="4", nämnare="15", saknas="3", kön="man"),
    ]
    card = goal_card(tmp_path, EXITS, rows, by=("kön", "insats"))
    figure = card.figure
    assert (figure.x, figure.n, figure.missing) == (11, 31, 5)
    parts = {part.key: (part.figure.x, part.figure.n) for part in card.splits["kön"]}
    assert parts == {"kvinna": (7, 15), "man": (4, 15), None: (0, 1)}
    places = {part.key: part.figure.n for part in card.splits["insats"]}
    assert places == {"krus": 30, "navet": 1}


def test_parts_without_a_total_make_the_total(tmp_path):
    rows = [
        count("m", täljare="6", nämnare="14", kön="kvinna"),
        count("m", täljare="4", nämnare="16", kön="man"),
    ]
    assert goal_card(tmp_path, EXITS, rows).figure.n == 30


def test_a_total_made_with_hidden_parts_says_on_how_many_it_rests(tmp_path):
    rows = [
        count("m", täljare="10", nämnare="30"),
        count("m", täljare="", nämnare="", saknas="", insats="navet", dold="ja"),
    ]
    card = goal_card(tmp_path, EXITS, rows)
    assert (card.figure.n, card.rests_on, "partly_delivered" in card.flags) == (30, 1, True)


def test_counts_outside_of_the_period_are_left_out(tmp_path):
    rows = [count("m", täljare="10", nämnare="30")]
    assert goal_card(tmp_path, EXITS, rows, period="2021-H1").status == Status.NO_DATA
    assert goal_card(tmp_path / "b", EXITS, rows, period="2021-01..2022-06").figure.n == 30


def test_a_year_without_a_plan_is_judged_by_the_nearest(tmp_path):
    card = goal_card(
        tmp_path, EXITS, [ended(1, "2020-05-01", startdatum="2020-02-02")], period="2020"
    )
    assert "other_plan" in card.flags
    assert card.figure.n == 1


def test_deliveries_of_both_halves_add_up_by_sex_too(tmp_path):
    halves = (
        {"från": "2021-01-01", "till": "2021-06-30"},
        {"från": "2021-07-01", "till": "2021-12-31"},
    )
    rows = [
        count("m", täljare=x, nämnare=n, kön=sex, **days)
        for days in halves
        for sex, x, n in (("", "10", "30"), ("kvinna", "6", "18"), ("man", "4", "12"))
    ]
    card = goal_card(tmp_path, EXITS, rows, by=("kön",))
    assert (card.figure.x, card.figure.n, card.rests_on) == (20, 60, 1)
    assert {part.key: part.figure.n for part in card.splits["kön"]} == {"kvinna": 36, "man": 24}
    assert "delivered_in_part" not in card.flags


def test_a_delivery_for_a_part_of_the_period_is_said_to_be_one(tmp_path):
    rows = [count("m", täljare="10", nämnare="30", till="2021-06-30")]
    card = goal_card(tmp_path, EXITS, rows)
    assert (card.figure.n, "delivered_in_part" in card.flags) == (30, True)
    whole = goal_card(tmp_path / "b", EXITS, [count("m", täljare="10", nämnare="30")])
    assert "delivered_in_part" not in whole.flags
    half = goal_card(tmp_path / "c", EXITS, rows, period="2021-H1")
    assert "delivered_in_part" not in half.flags

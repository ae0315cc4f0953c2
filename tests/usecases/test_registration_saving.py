"""Adding rows and exits: one change each, all problems at once, nothing half-done."""

from datetime import date

import pytest
from sqlmodel import select

from db.tables import Change, Count, Episode, FollowUp
from tests.factories import NOW, a_follow_up, a_workspace, an_entry, an_exit
from tracker.errors import DataError
from tracker.registration import (
    FollowUpDue,
    episode,
    next_number,
    possible_duplicates,
    record_exit,
    save,
    stored_draft,
)

K_001 = {"insats": "krus", "deltagande": "K-001"}


def rows(workspace, table):
    with workspace.store.read() as session:
        return session.exec(select(table)).all()


def kinds_of_changes(workspace):
    return [change.kind for change in rows(workspace, Change)]


def refusal(call, *arguments):
    """(column, sentence) of every problem of a refused use case."""
    with pytest.raises(DataError) as caught:
        call(*arguments)
    problems = caught.value.problems
    return [(each.column, each.message.format(**each.params)) for each in problems]


def test_an_entry_is_a_row_with_who_when_and_in_which_change(workspace):
    saved = save(workspace, "deltaganden", an_entry())
    [row] = rows(workspace, Episode)
    assert saved.key == K_001
    assert saved.follows == ()
    assert (row.number, row.sex, row.work_before) == ("K-001", "kvinna", 0)
    assert (row.recorded_in, row.recorded_by, row.recorded_at) == (saved.change_id, "anna", NOW)
    assert row.exit_recorded_at is None
    change = rows(workspace, Change)[-1]
    assert (change.id, change.kind, change.subject) == (
        saved.change_id,
        "log",
        "deltaganden krus K-001",
    )


def test_an_episode_comes_back_as_it_was_written(workspace):
    draft = an_entry(arbete_före="vet_ej", kommun="Lillby")
    save(workspace, "deltaganden", draft)
    stored = episode(workspace, "krus", "K-001")
    assert {name: stored[name] for name in draft} == draft
    assert all(value == "" for name, value in stored.items() if name not in draft)


def test_every_problem_is_told_and_nothing_is_saved(workspace):
    found = refusal(save, workspace, "deltaganden", an_entry(kön="x", startdatum="2022-03-02"))
    assert [column for column, _ in found] == ["kön", "startdatum"]
    assert rows(workspace, Episode) == []
    assert kinds_of_changes(workspace) == ["plan"]


def test_the_same_key_twice_is_refused(workspace):
    save(workspace, "deltaganden", an_entry())
    [(column, sentence)] = refusal(save, workspace, "deltaganden", an_entry(kön="man"))
    assert column == "deltagande"
    assert sentence == "This row is there already: deltaganden krus K-001. Correct it instead."


def test_the_same_number_in_another_intervention_is_another_episode(workspace):
    save(workspace, "deltaganden", an_entry())
    save(workspace, "deltaganden", an_entry(insats="navet"))
    assert len(rows(workspace, Episode)) == 2


def test_an_exit_says_what_follows(workspace):
    save(workspace, "deltaganden", an_entry())
    saved = record_exit(workspace, "krus", "K-001", an_exit())
    assert saved.follows == (
        FollowUpDue(3, date(2022, 4, 20)),
        FollowUpDue(6, date(2022, 7, 20)),
    )
    [row] = rows(workspace, Episode)
    assert (row.end_date, row.exit_reason, row.work_after) == (
        date(2022, 1, 20),
        "enligt_plan",
        50,
    )
    assert (row.exit_recorded_at, row.exit_recorded_by) == (NOW, "anna")


def test_follow_ups_are_those_of_the_intervention(workspace):
    saved = save(workspace, "deltaganden", an_entry(insats="navet", **an_exit()))
    assert [due.months for due in saved.follows] == [3, 6, 12]


@pytest.mark.parametrize(
    "changes",
    [
        {"avslutsanledning": "avliden"},
        {"avslutsanledning": "återtaget_samtycke"},
        {"får_kontaktas": "nej"},
    ],
)
def test_no_follow_up_where_nobody_is_to_be_asked(workspace, changes):
    save(workspace, "deltaganden", an_entry())
    assert record_exit(workspace, "krus", "K-001", an_exit(**changes)).follows == ()


def test_the_day_of_the_end_of_a_month_is_the_last_of_the_other(workspace):
    save(workspace, "deltaganden", an_entry())
    saved = record_exit(workspace, "krus", "K-001", an_exit(slutdatum="2021-08-31"))
    assert saved.follows[1].day == date(2022, 2, 28)


def test_what_an_exit_refuses(workspace):
    save(workspace, "deltaganden", an_entry())
    assert refusal(record_exit, workspace, "krus", "K-002", an_exit()) == [
        (None, "There is no such row: deltaganden krus K-002.")
    ]
    assert refusal(record_exit, workspace, "krus", "K-001", {}) == [
        ("slutdatum", "Fill in slutdatum.")
    ]
    assert refusal(record_exit, workspace, "krus", "K-001", an_exit(arbete_före="5")) == [
        ("arbete_före", "This belongs to the entry. Correct it there.")
    ]
    [(column, _)] = refusal(record_exit, workspace, "krus", "K-001", an_exit(avslutsanledning=""))
    assert column == "avslutsanledning"
    [(column, _)] = refusal(record_exit, workspace, "kruss", "K-001", an_exit())
    assert column == "insats"
    assert rows(workspace, Episode)[0].end_date is None


def test_an_exit_that_is_there_is_to_be_corrected(workspace):
    save(workspace, "deltaganden", an_entry(**an_exit()))
    [(_, sentence)] = refusal(record_exit, workspace, "krus", "K-001", an_exit())
    assert sentence == "Participation K-001 ended on 2022-01-20. Correct the exit instead."


def test_an_identifier_is_refused_and_not_repeated(workspace):
    [(column, sentence)] = refusal(
        save, workspace, "deltaganden", an_entry(deltagande="810301-1234")
    )
    assert column == "deltagande"
    assert "810301" not in sentence
    [(column, sentence)] = refusal(record_exit, workspace, "krus", "810301-1234", an_exit())
    assert column == "deltagande"
    assert "810301" not in sentence


def test_misregistration_as_the_reason_voids(workspace):
    save(workspace, "deltaganden", an_entry())
    draft = {"avslutsanledning": "felregistrering"}
    assert record_exit(workspace, "krus", "K-001", draft).follows == ()
    [row] = rows(workspace, Episode)
    assert row.voided
    assert row.end_date is None
    assert kinds_of_changes(workspace) == ["plan", "log", "void"]
    assert episode(workspace, "krus", "K-001")["avslutsanledning"] == "felregistrering"
    [(_, sentence)] = refusal(record_exit, workspace, "krus", "K-001", an_exit())
    assert sentence == "Participation K-001 is voided."


def test_a_follow_up_points_to_its_episode_and_cannot_stand_alone(workspace):
    [(column, _)] = refusal(save, workspace, "uppföljningar", a_follow_up())
    assert column == "deltagande"
    save(workspace, "deltaganden", an_entry())
    [(_, sentence)] = refusal(save, workspace, "uppföljningar", a_follow_up())
    assert sentence == "Participation K-001 has not ended. Register its exit first."
    record_exit(workspace, "krus", "K-001", an_exit())
    saved = save(workspace, "uppföljningar", a_follow_up())
    assert saved.key == {**K_001, "månader": "1"}
    assert stored_draft(workspace, "uppföljningar", saved.key)["försörjning"] == "ingen"


def test_who_was_not_reached_can_be_asked_again(workspace):
    save(workspace, "deltaganden", an_entry(**an_exit()))
    not_reached = a_follow_up(utfall="ej_nådd", arbete="", studier="", försörjning="")
    save(workspace, "uppföljningar", not_reached)
    save(workspace, "uppföljningar", a_follow_up())
    [row] = rows(workspace, FollowUp)
    assert (row.outcome, row.work) == ("svarat", 100)
    [(column, _)] = refusal(save, workspace, "uppföljningar", a_follow_up())
    assert column == "månader"


@pytest.mark.parametrize(
    ("kind", "draft", "same"),
    [
        ("ekonomi", {"år": "2021", "slag": "bidrag", "utfall": "1200000,50"}, {}),
        ("ekonomi", {"år": "2021", "slag": "individinsats", "insats": "krus"}, {}),
        ("utskick", {"omgång": "2021", "grupp": "styrelse", "antal": "9"}, {}),
        ("bedömningar", {"mål": "presenterat", "period": "2021", "kommentar": "bra"}, {}),
        ("bedömningar", {"mål": "presenterat", "period": "2021-h1"}, {"period": "2021-H1"}),
        ("aktiviteter", {"mål": "presenterat", "benämning": "x", "senast": "2022-12-31"}, {}),
        ("aktiviteter", {"mål": "presenterat", "benämning": "x", "genomförd": "2021-05-05"}, {}),
        ("insatser", {"insats": "ny", "namn": "Ny", "inriktning": "individ"}, {}),
        (
            "antal",
            {"från": "2021-01-01", "till": "2021-12-31", "mått": "volym", "täljare": "5"},
            {},
        ),
        (
            "enkätsvar",
            {"omgång": "1", "datum": "2021-10-15", "grupp": "chefer", "svar": "7", "fråga": "i1"},
            {},
        ),
    ],
)
def test_every_kind_is_saved_once_and_comes_back(workspace, kind, draft, same):
    saved = save(workspace, kind, draft)
    stored = stored_draft(workspace, kind, saved.key)
    for name, value in {**draft, **same}.items():
        assert stored[name] == value
    refusal(save, workspace, kind, draft)


def test_rows_and_counts_of_the_same_intervention_and_time_are_refused(workspace):
    count = {"från": "2021-01-01", "till": "2021-12-31", "mått": "deltagare", "täljare": "5"}
    save(workspace, "deltaganden", an_entry(**an_exit()))
    [(column, sentence)] = refusal(save, workspace, "antal", {**count, "insats": "krus"})
    assert column == "från"
    assert "one from 2021-02-02" in sentence
    earlier = {**count, "insats": "krus", "från": "2020-01-01", "till": "2021-02-01"}
    save(workspace, "antal", earlier)
    save(workspace, "antal", {**count, "insats": "navet"})
    [(column, sentence)] = refusal(save, workspace, "deltaganden", an_entry(insats="navet"))
    assert column == "startdatum"
    assert "Counts from 2021-01-01 to 2021-12-31" in sentence
    save(workspace, "deltaganden", an_entry(insats="navet", startdatum="2022-01-01"))


def test_counts_of_persons_without_rows_stand_beside_rows(workspace):
    save(workspace, "deltaganden", an_entry())
    count = {"från": "2021-01-01", "till": "2021-12-31", "insats": "krus", "täljare": "5"}
    measures = ("anonyma", "volym", "remitterade", "kö")
    for measure in measures:
        save(workspace, "antal", {**count, "mått": measure})
    assert {row.measure for row in rows(workspace, Count)} == set(measures)
    assert len(rows(workspace, Episode)) == 1


def test_counts_of_the_same_that_overlap_are_refused(workspace):
    count = {"från": "2021-01-01", "till": "2021-12-31", "mått": "volym", "täljare": "5"}
    save(workspace, "antal", count)
    [(column, _)] = refusal(save, workspace, "antal", {**count, "till": "2021-06-30"})
    assert column == "från"
    save(workspace, "antal", {**count, "kön": "man"})
    save(workspace, "antal", {**count, "från": "2022-01-01", "till": "2022-06-30"})


def test_a_delivery_is_no_single_row(workspace):
    count = {"från": "2021-01-01", "till": "2021-12-31", "mått": "volym", "täljare": "5"}
    [(column, _)] = refusal(save, workspace, "antal", {**count, "leverans": "l-1"})
    assert column == "leverans"


@pytest.mark.parametrize(
    ("numbers", "proposed"),
    [
        ([], "K-001"),
        (["K-077"], "K-078"),
        (["K-009", "K-010", "K-002"], "K-011"),
        (["7"], "8"),
        (["0099"], "0100"),
        (["2021-3", "2022-1"], "2022-2"),
        (["abc"], "K-001"),
        (["K-001", "abc"], "K-002"),
    ],
)
def test_the_next_running_number_follows_the_last(workspace, numbers, proposed):
    for number in numbers:
        save(workspace, "deltaganden", an_entry(deltagande=number))
    with workspace.store.read() as session:
        assert next_number(session, workspace.association.id, "krus") == proposed


def test_no_running_number_for_an_unknown_intervention(workspace):
    with workspace.store.read() as session, pytest.raises(DataError) as caught:
        next_number(session, workspace.association.id, "810301-1234")
    assert "810301" not in str(caught.value.params)


def test_possible_duplicates_are_pointed_out(workspace):
    save(workspace, "deltaganden", an_entry())
    save(workspace, "deltaganden", an_entry(deltagande="K-002", kön="man"))
    assert possible_duplicates(workspace, an_entry(deltagande="K-003")) == ["K-001"]
    assert possible_duplicates(workspace, an_entry()) == []
    assert possible_duplicates(workspace, an_entry(deltagande="K-003", kön="")) == []


def test_another_association_has_keys_of_its_own(store_file):
    from tests.factories import a_plan
    from tracker.planning import apply_plan

    first = a_workspace(store_file)
    apply_plan(first.store, a_plan(association="Andra förbundet"), actor="bo", now=lambda: NOW)
    first.close()
    name = "Samordningsförbundet Exempel"
    one, other = (a_workspace(store_file, association=each) for each in (name, "Andra förbundet"))
    save(one, "deltaganden", an_entry())
    save(other, "deltaganden", an_entry(kön="man"))
    assert episode(one, "krus", "K-001")["kön"] == "kvinna"
    assert episode(other, "krus", "K-001")["kön"] == "man"
    money = {"år": "2021", "slag": "bidrag", "utfall": "1"}
    save(one, "ekonomi", money)
    save(other, "ekonomi", money)
    one.close()
    other.close()

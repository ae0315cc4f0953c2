"""Corrections, voiding, undo and redo: nothing is lost, and a later change is respected."""

import pytest
from sqlmodel import select

from db.tables import Activity, Change, ChangeRow, Episode, FollowUp
from tests.factories import a_follow_up, a_workspace, an_entry, an_exit
from tracker.errors import DataError
from tracker.registration import (
    Detail,
    correct,
    details,
    episode,
    history,
    record_exit,
    redo,
    save,
    stored_draft,
    undo,
    void,
)

FIRST_PLAN = (
    "There is no change of yours to take back but the first plan, which stays: without a plan "
    "there are no goals."
)
K_001 = {"insats": "krus", "deltagande": "K-001"}


def rows(workspace, table):
    with workspace.store.read() as session:
        return session.exec(select(table)).all()


def state(workspace):
    """Everything that is stored of persons, whatever the trail says."""
    return [row.model_dump() for table in (Episode, FollowUp) for row in rows(workspace, table)]


def refusal(call, *arguments):
    with pytest.raises(DataError) as caught:
        call(*arguments)
    error = caught.value
    told = [each.message.format(**each.params) for each in error.problems]
    return told or [error.message.format(**error.params)]


def test_a_correction_keeps_what_was_there(workspace):
    save(workspace, "deltaganden", an_entry())
    corrected = correct(workspace, "deltaganden", K_001, {"kön": "man", "hälsa_före": ""})
    assert episode(workspace, "krus", "K-001")["kön"] == "man"
    assert episode(workspace, "krus", "K-001")["hälsa_före"] == ""
    assert episode(workspace, "krus", "K-001")["arbete_före"] == "0"
    [line] = rows(workspace, ChangeRow)
    assert line.change_id == corrected.change_id
    assert line.before == {"sex": "kvinna", "health_before": 2}
    assert line.after == {"sex": "man", "health_before": None}
    assert rows(workspace, Change)[-1].kind == "correct"


def test_a_correction_that_changes_nothing_is_no_change(workspace):
    save(workspace, "deltaganden", an_entry())
    assert correct(workspace, "deltaganden", K_001, {"kön": "kvinna"}).change_id is None
    assert len(rows(workspace, Change)) == 2


def test_a_running_number_can_be_corrected_but_not_to_one_that_is_taken(workspace):
    save(workspace, "deltaganden", an_entry(**an_exit()))
    save(workspace, "deltaganden", an_entry(deltagande="K-002"))
    save(workspace, "uppföljningar", a_follow_up())
    [sentence] = refusal(correct, workspace, "deltaganden", K_001, {"deltagande": "K-002"})
    assert sentence.startswith("Another row has that key already")
    assert correct(workspace, "deltaganden", K_001, {"deltagande": "K-009"}).key == {
        **K_001,
        "deltagande": "K-009",
    }
    key = {"insats": "krus", "deltagande": "K-009", "månader": "1"}
    assert stored_draft(workspace, "uppföljningar", key)["utfall"] == "svarat"
    [sentence] = refusal(
        correct, workspace, "deltaganden", {**K_001, "deltagande": "K-009"}, {"slutdatum": ""}
    )
    assert "There is a follow-up" in sentence


def test_an_exit_can_be_taken_away_whole(workspace):
    save(workspace, "deltaganden", an_entry(**an_exit()))
    correct(workspace, "deltaganden", K_001, {"slutdatum": ""})
    [row] = rows(workspace, Episode)
    assert row.end_date is row.exit_reason is row.work_after is row.next_step is None
    assert row.exit_recorded_at is row.exit_recorded_by is None
    assert record_exit(workspace, "krus", "K-001", an_exit()).follows


def test_a_correction_is_checked_like_any_row(workspace):
    save(workspace, "deltaganden", an_entry(**an_exit()))
    assert refusal(correct, workspace, "deltaganden", K_001, {"slutdatum": "2021-01-01"}) == [
        "slutdatum 2021-01-01 comes before startdatum 2021-02-02."
    ]
    assert refusal(correct, workspace, "deltaganden", K_001, {"startdatum": ""}) == [
        "Fill in startdatum."
    ]
    assert refusal(correct, workspace, "deltaganden", {**K_001, "deltagande": "K-9"}, {}) == [
        "There is no such row: deltaganden krus K-9."
    ]


def test_a_correction_may_not_move_a_row_into_the_time_of_counts(workspace):
    count = {"från": "2020-01-01", "till": "2020-12-31", "insats": "krus", "mått": "deltagare"}
    save(workspace, "antal", {**count, "täljare": "5"})
    save(workspace, "deltaganden", an_entry())
    [sentence] = refusal(correct, workspace, "deltaganden", K_001, {"startdatum": "2020-12-31"})
    assert "Rows and counts cannot tell of the same time." in sentence


def test_other_kinds_are_corrected_by_their_keys(workspace):
    key = {"mål": "presenterat", "benämning": "Fullmäktige", "senast": "2022-12-31"}
    save(workspace, "aktiviteter", key)
    correct(workspace, "aktiviteter", key, {"genomförd": "2022-02-01"})
    assert stored_draft(workspace, "aktiviteter", key)["genomförd"] == "2022-02-01"
    correct(workspace, "aktiviteter", key, {"senast": ""})
    assert rows(workspace, Activity)[0].due is None
    save(workspace, "deltaganden", an_entry(**an_exit()))
    follow_up = {**K_001, "månader": "1"}
    save(workspace, "uppföljningar", a_follow_up())
    correct(workspace, "uppföljningar", follow_up, {"arbete": "vet_ej"})
    assert stored_draft(workspace, "uppföljningar", follow_up)["arbete"] == "vet_ej"
    [sentence] = refusal(correct, workspace, "uppföljningar", follow_up, {"datum": "2022-01-01"})
    assert "comes before the exit" in sentence


def test_voiding_keeps_the_row_and_refuses_more(workspace):
    save(workspace, "deltaganden", an_entry(**an_exit()))
    void(workspace, "krus", "K-001")
    [row] = rows(workspace, Episode)
    assert row.voided
    assert row.end_date is not None
    assert rows(workspace, Change)[-1].kind == "void"
    assert refusal(void, workspace, "krus", "K-001") == ["Participation K-001 is voided."]
    assert refusal(correct, workspace, "deltaganden", K_001, {"kön": "man"}) == [
        "deltaganden krus K-001 is voided. Undo that first."
    ]
    undo(workspace)
    assert not rows(workspace, Episode)[0].voided


def steps(workspace):
    """A few changes that build on each other; yields after each."""
    save(workspace, "deltaganden", an_entry())
    yield
    record_exit(workspace, "krus", "K-001", an_exit())
    yield
    save(workspace, "uppföljningar", a_follow_up(utfall="ej_nådd"))
    yield
    save(workspace, "uppföljningar", a_follow_up())
    yield
    correct(workspace, "deltaganden", K_001, {"deltagande": "K-002", "kön": "vill_ej"})
    yield
    void(workspace, "krus", "K-002")
    yield


def test_undo_goes_back_step_by_step_and_redo_forward_again(workspace):
    states = [state(workspace)]
    states += [state(workspace) for _ in steps(workspace)]
    for _ in range(2):
        for before in reversed(states[:-1]):
            undo(workspace)
            assert state(workspace) == before
        assert refusal(undo, workspace) == [FIRST_PLAN]
        for after in states[1:]:
            redo(workspace)
            assert state(workspace) == after
        assert refusal(redo, workspace) == ["There is nothing to bring back."]


def test_undo_and_redo_name_the_change_itself(workspace):
    save(workspace, "deltaganden", an_entry())
    saved = correct(workspace, "deltaganden", K_001, {"kön": "man"})
    for call in (undo, redo, undo, redo):
        taken = call(workspace)
        assert (taken.change_id, taken.kind) == (saved.change_id, "correct")
        assert taken.subject == "deltaganden krus K-001"


def test_a_new_change_after_undo_leaves_nothing_to_bring_back(workspace):
    save(workspace, "deltaganden", an_entry())
    undo(workspace)
    save(workspace, "deltaganden", an_entry(deltagande="K-002"))
    assert refusal(redo, workspace) == ["There is nothing to bring back."]
    assert undo(workspace).subject == "deltaganden krus K-002"


def test_the_first_plan_is_not_undone(workspace):
    assert refusal(undo, workspace) == [FIRST_PLAN]


def test_what_somebody_else_changed_after_is_named_and_refused(workspace, store_file):
    other = a_workspace(store_file, actor="bo")
    save(workspace, "deltaganden", an_entry())
    save(workspace, "deltaganden", an_entry(deltagande="K-002"))
    correct(workspace, "deltaganden", K_001, {"kommun": "Lillby"})
    correct(other, "deltaganden", K_001, {"kön": "man"})
    before = state(workspace)
    [sentence] = refusal(undo, workspace)
    assert sentence.startswith("deltaganden krus K-001 was changed after that")
    assert state(workspace) == before
    assert undo(other).kind == "correct"
    assert undo(workspace).kind == "correct"
    assert episode(workspace, "krus", "K-001")["kommun"] == ""
    other.close()


def test_an_entry_that_somebody_built_on_is_not_taken_away(workspace, store_file):
    other = a_workspace(store_file, actor="bo")
    save(workspace, "deltaganden", an_entry(**an_exit()))
    save(other, "uppföljningar", a_follow_up())
    [sentence] = refusal(undo, workspace)
    assert sentence.startswith("deltaganden krus K-001 was changed after that")
    correct(workspace, "uppföljningar", {**K_001, "månader": "1"}, {"arbete": "50"})
    [sentence] = refusal(undo, other)
    assert sentence.startswith("uppföljningar krus K-001 1 was changed after that")
    other.close()


def test_history_has_the_newest_first_and_says_what_is_undone(workspace):
    for _ in steps(workspace):
        pass
    undo(workspace)
    lines = history(workspace)
    assert [line.kind for line in lines][:3] == ["undo", "void", "correct"]
    assert [line.undone for line in lines][:3] == [False, True, False]
    assert lines[-1].kind == "plan"
    assert lines[-1].rows == 3
    redo(workspace)
    assert not next(line for line in history(workspace) if line.kind == "void").undone


def test_history_of_a_row_follows_it_to_its_new_number(workspace):
    for _ in steps(workspace):
        pass
    save(workspace, "deltaganden", an_entry(insats="navet", deltagande="K-002"))
    both = history(workspace, "K-002")
    krus = history(workspace, "krus K-002")
    assert len(both) == len(krus) + 1
    assert [line.kind for line in krus] == ["void", "correct", "log", "log", "log", "log"]
    assert {line.subject for line in history(workspace, "navet")} == {
        "deltaganden navet K-002",
        "exempel-2021",
    }
    assert len(history(workspace, "krus K-002", limit=2)) == 2
    assert history(workspace, "K-999") == []


def test_history_of_a_row_that_is_gone_is_still_there(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-007"))
    undo(workspace)
    assert [line.kind for line in history(workspace, "K-007")] == ["undo", "log"]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_refusal_can_be_said_in_both_languages(store_file, lang):
    workspace = a_workspace(store_file, lang=lang)
    with pytest.raises(DataError) as caught:
        save(workspace, "deltaganden", {"kön": "x"})
    said = [workspace.language.problem(problem) for problem in caught.value.problems]
    assert ("Fyll i insats." in " ".join(said)) == (lang == "sv")
    workspace.close()


def test_the_details_of_a_change_show_old_and_new_values(workspace):
    save(workspace, "deltaganden", an_entry(**an_exit()))
    added = save(workspace, "uppföljningar", a_follow_up())
    told = details(workspace, added.change_id)
    assert told[0] == Detail("uppföljningar krus K-001 1", "", "", "uppföljningar krus K-001 1")
    assert Detail("uppföljningar krus K-001 1", "arbete", "", "100") in told
    assert "månader" not in [each.column for each in told], "the row's name says its key"
    changed = correct(workspace, "deltaganden", K_001, {"kön": "vet_ej", "kommun": "Åby"})
    row = "deltaganden krus K-001"
    assert details(workspace, changed.change_id) == [
        Detail(row, "kön", "kvinna", "vet_ej"),
        Detail(row, "kommun", "", "Åby"),
    ]
    key = {**K_001, "månader": "1"}
    changed = correct(workspace, "uppföljningar", key, {"arbete": "vill_ej"})
    [detail] = details(workspace, changed.change_id)
    assert detail == Detail("uppföljningar krus K-001 1", "arbete", "100", "vill_ej")
    voided = void(workspace, "krus", "K-001")
    assert details(workspace, voided.change_id) == [
        Detail(row, "avslutsanledning", "", "felregistrering")
    ]


def test_the_details_of_a_row_that_went_and_came_back(workspace):
    save(workspace, "deltaganden", an_entry())
    undo(workspace)
    gone = history(workspace)[0].change_id
    row = "deltaganden krus K-001"
    first, *columns = details(workspace, gone)
    assert first == Detail(row, "", row, "")
    assert Detail(row, "kön", "kvinna", "") in columns
    added = history(workspace)[1].change_id
    assert Detail(row, "kön", "", "kvinna") in details(workspace, added), "also when it is gone"
    redo(workspace)
    first, *columns = details(workspace, history(workspace)[0].change_id)
    assert first == Detail(row, "", "", row)
    assert Detail(row, "kön", "", "kvinna") in columns


def test_an_added_row_is_told_as_it_was_added(workspace):
    added = save(workspace, "deltaganden", an_entry()).change_id
    record_exit(workspace, "krus", "K-001", an_exit())
    correct(workspace, "deltaganden", K_001, {"kön": "man"})
    told = {each.column: each.after for each in details(workspace, added)}
    assert told["kön"] == "kvinna"
    assert not told.get("slutdatum")


def test_a_number_of_a_row_that_is_gone_tells_nothing_of_the_row_that_has_it_now(workspace):
    save(workspace, "deltaganden", an_entry())
    undo(workspace)
    save(workspace, "deltaganden", an_entry(deltagande="K-002"))
    assert [line.kind for line in history(workspace, "krus K-002")] == ["log"]


def test_a_count_can_be_corrected(workspace):
    key = {"från": "2021-01-01", "till": "2021-12-31", "mått": "volym"}
    save(workspace, "antal", {**key, "täljare": "5"})
    correct(workspace, "antal", key, {"täljare": "6"})
    assert stored_draft(workspace, "antal", key)["täljare"] == "6"


def test_a_key_that_is_not_whole_finds_nothing(workspace):
    [sentence] = refusal(stored_draft, workspace, "uppföljningar", {"månader": "3"})
    assert sentence == "There is no such row: uppföljningar 3."


def test_two_at_once_on_a_server_get_a_sentence(workspace, monkeypatch):
    save(workspace, "deltaganden", an_entry())
    monkeypatch.setattr("tracker.registration.saving.find_row", lambda *_: None)
    [sentence] = refusal(save, workspace, "deltaganden", an_entry())
    assert sentence == "Somebody else has just saved the same row. Look at it first."

"""The same rows again: nothing twice, nothing emptied, what a hand has settled stays."""

import pytest
from sqlalchemy import select

from db.tables import ChangeRow, Episode
from tests.factories import a_follow_up, a_workspace, an_entry, an_exit
from tests.usecases.files import (
    EPISODES,
    ROWS,
    a_file,
    changes_in,
    counts,
    fill,
    previewed,
    reasons,
    rows_in,
    taken,
    where,
)
from tracker.errors import DataError
from tracker.registration import correct, episode, record_exit, redo, save, undo, void
from tracker.transfer.importing import apply_import

KEY = {"insats": "krus", "deltagande": "K-001"}
ENDED = {**an_entry(), **an_exit()}


@pytest.mark.parametrize("kind", list(ROWS))
def test_twice_is_once_for_every_kind(workspace, kind):
    fill(workspace, *(["deltaganden"] if kind == "uppföljningar" else []))
    first = taken(workspace, kind, ROWS[kind])
    before = changes_in(workspace)

    again = taken(workspace, kind, ROWS[kind])

    assert not first.rejected, reasons(first, workspace)
    assert counts(again) == (0, 0, len(ROWS[kind]), 0)
    assert changes_in(workspace) == before


def test_an_import_is_one_change_that_undo_takes_back(workspace):
    fill(workspace, "deltaganden")
    assert changes_in(workspace)[-1] == ("import", "deltaganden")

    undo(workspace)

    assert rows_in(workspace, Episode) == 0


def test_what_is_not_stated_is_left(workspace):
    taken(workspace, "deltaganden", [ENDED])

    plan = taken(workspace, "deltaganden", [{**KEY, "arbete_efter": "", "hälsa_efter": "5"}])

    stored = episode(workspace, "krus", "K-001")
    assert (stored["arbete_efter"], stored["hälsa_efter"]) == ("50", "5")
    assert plan.changed[0].before == {"hälsa_efter": "3"}
    assert plan.changed[0].after == {"hälsa_efter": "5"}
    assert plan.changed[0].key == "krus K-001"


@pytest.mark.parametrize(
    ("before", "after"), [("vet_ej", "3"), ("3", "vill_ej"), ("vet_ej", "vill_ej"), ("", "vet_ej")]
)
def test_a_value_and_why_it_is_missing_change_together(workspace, before, after):
    taken(workspace, "deltaganden", [an_entry(hälsa_före=before)])

    assert counts(taken(workspace, "deltaganden", [an_entry(hälsa_före=after)])) == (0, 1, 0, 0)
    assert episode(workspace, "krus", "K-001")["hälsa_före"] == after


def test_old_values_are_kept_and_come_back(workspace):
    taken(workspace, "deltaganden", [an_entry()])
    taken(workspace, "deltaganden", [an_entry(kön="man", hälsa_före="vet_ej")])

    with workspace.store.read() as session:
        lines = session.execute(select(ChangeRow.before, ChangeRow.after)).all()
    undo(workspace)

    assert lines[-1][0] == {"sex": "kvinna", "health_before": 2, "health_before_why": None}
    assert lines[-1][1] == {"sex": "man", "health_before": None, "health_before_why": "vet_ej"}
    assert episode(workspace, "krus", "K-001")["hälsa_före"] == "2"


def test_an_exit_that_an_import_adds_has_been_recorded_now(workspace):
    taken(workspace, "deltaganden", [an_entry()])
    taken(workspace, "deltaganden", [{**KEY, **an_exit()}])

    with workspace.store.read() as session:
        row = session.execute(select(Episode.exit_recorded_by, Episode.exit_recorded_at)).one()
    assert row[0] == "anna"
    assert row[1] is not None


def test_a_value_corrected_by_hand_stays_unless_overwritten(workspace):
    taken(workspace, "deltaganden", [ENDED])
    correct(workspace, "deltaganden", KEY, {"arbete_efter": "75"})

    plan = taken(workspace, "deltaganden", [ENDED])

    assert where(plan) == [(2, "arbete_efter")]
    assert "75" in reasons(plan, workspace)[0]
    assert counts(taken(workspace, "deltaganden", [ENDED], overwrite=True)) == (0, 1, 0, 0)
    assert counts(taken(workspace, "deltaganden", [ENDED])) == (0, 0, 1, 0)
    later = {**ENDED, "arbete_efter": "80"}
    assert counts(taken(workspace, "deltaganden", [later])) == (0, 1, 0, 0)


def test_other_values_of_a_corrected_row_may_change(workspace):
    taken(workspace, "deltaganden", [ENDED])
    correct(workspace, "deltaganden", KEY, {"arbete_efter": "75"})

    plan = taken(workspace, "deltaganden", [{**KEY, "hälsa_efter": "5"}])

    assert counts(plan) == (0, 1, 0, 0)


def test_a_correction_that_was_taken_back_does_not_count(workspace):
    taken(workspace, "deltaganden", [ENDED])
    correct(workspace, "deltaganden", KEY, {"arbete_efter": "75"})
    undo(workspace)
    changed = {**ENDED, "arbete_efter": "60"}
    assert counts(taken(workspace, "deltaganden", [changed])) == (0, 1, 0, 0)
    undo(workspace)


def test_a_correction_that_was_brought_back_counts(workspace):
    taken(workspace, "deltaganden", [ENDED])
    correct(workspace, "deltaganden", KEY, {"arbete_efter": "75"})
    undo(workspace)
    redo(workspace)

    assert where(taken(workspace, "deltaganden", [ENDED])) == [(2, "arbete_efter")]


def test_what_was_logged_by_hand_is_no_correction(workspace):
    save(workspace, "deltaganden", an_entry())
    record_exit(workspace, "krus", "K-001", an_exit())

    plan = taken(workspace, "deltaganden", [{**ENDED, "arbete_efter": "25"}])

    assert counts(plan) == (0, 1, 0, 0)


def test_a_row_voided_by_hand_stays_voided(workspace):
    taken(workspace, "deltaganden", [ENDED])
    void(workspace, "krus", "K-001")

    plan = taken(workspace, "deltaganden", [{**ENDED, "arbete_efter": "25"}])

    assert where(plan) == [(2, None)]
    overwritten = taken(workspace, "deltaganden", [{**ENDED, "arbete_efter": "25"}], overwrite=True)
    assert overwritten.changed[0].before["avslutsanledning"] == "felregistrering"
    assert overwritten.changed[0].after["arbete_efter"] == "25"


def test_a_misregistration_voids_and_keeps_what_was_there(workspace):
    taken(workspace, "deltaganden", [ENDED])
    row = {**KEY, "slutdatum": "2022-02-01", "avslutsanledning": "felregistrering"}

    plan = taken(workspace, "deltaganden", [row])

    assert plan.changed[0].after == {"avslutsanledning": "felregistrering"}
    assert counts(taken(workspace, "deltaganden", [row])) == (0, 0, 1, 0)
    with workspace.store.read() as session:
        kept = session.execute(
            select(Episode.voided, Episode.work_after, Episode.exit_reason)
        ).one()
    assert tuple(kept) == (True, 50, "enligt_plan")


def test_a_new_misregistration_is_stored_voided(workspace):
    row = {**an_entry(), "slutdatum": "2021-03-01", "avslutsanledning": "felregistrering"}

    assert counts(taken(workspace, "deltaganden", [row])) == (1, 0, 0, 0)
    with workspace.store.read() as session:
        assert session.execute(select(Episode.voided)).scalar_one() is True


def test_the_row_as_it_would_become_obeys_the_rules(workspace):
    taken(workspace, "deltaganden", [an_entry()])

    exit_values_only = taken(workspace, "deltaganden", [{**KEY, "arbete_efter": "50"}])
    end_before_start = taken(
        workspace,
        "deltaganden",
        [{**KEY, "slutdatum": "2020-01-01", "avslutsanledning": "flytt"}],
    )

    assert where(exit_values_only) == [(2, "arbete_efter")]
    assert where(end_before_start) == [(2, "slutdatum")]


def test_an_exit_does_not_move_past_its_follow_up(workspace):
    taken(workspace, "deltaganden", [ENDED])
    taken(workspace, "uppföljningar", [a_follow_up()])

    plan = taken(workspace, "deltaganden", [{**KEY, "slutdatum": "2022-02-25"}])

    assert where(plan) == [(2, "slutdatum")]


def test_a_preview_is_applied_as_it_was_shown(workspace, tmp_path):
    file = a_file(tmp_path, [ENDED])
    plan = previewed(workspace, "deltaganden", file)

    imported = apply_import(workspace, plan)

    assert imported.plan == plan
    assert imported.change_id is not None
    assert rows_in(workspace, Episode) == 1


def test_a_preview_that_no_longer_holds_is_not_applied(workspace, tmp_path):
    file = a_file(tmp_path, [ENDED])
    plan = previewed(workspace, "deltaganden", file)
    save(workspace, "deltaganden", an_entry())

    with pytest.raises(DataError):
        apply_import(workspace, plan)

    assert episode(workspace, "krus", "K-001")["slutdatum"] == ""


def test_an_answer_may_become_known_later(workspace):
    rows = ROWS["enkätsvar"]
    taken(workspace, "enkätsvar", rows)

    plan = taken(workspace, "enkätsvar", [{**rows[2], "värde": "3"}, {**rows[1], "värde": "2"}])

    assert [each.before for each in plan.changed] == [{"värde": ""}, {"värde": "vet_ej"}]


def test_an_activity_with_a_last_day_is_done_later(workspace):
    fill(workspace, "aktiviteter")
    done = {**ROWS["aktiviteter"][1], "genomförd": "2022-02-02"}

    assert counts(taken(workspace, "aktiviteter", [done])) == (0, 1, 0, 0)


def test_what_an_undo_took_away_comes_back_whole(workspace):
    fill(workspace, "deltaganden")
    taken(workspace, "deltaganden", [{**KEY, "hälsa_efter": "5"}])
    before = episode(workspace, "krus", "K-001")
    undo(workspace)
    undo(workspace)

    redo(workspace)
    assert episode(workspace, "krus", "K-001")["hälsa_efter"] == "3"
    redo(workspace)

    assert episode(workspace, "krus", "K-001") == before
    assert counts(taken(workspace, "deltaganden", EPISODES)) == (0, 1, 3, 0)


def test_an_import_that_others_rest_on_is_not_taken_back(workspace, store_file):
    fill(workspace, "deltaganden")
    other = a_workspace(store_file, actor="bo")
    save(other, "uppföljningar", a_follow_up())
    other.close()

    with pytest.raises(DataError) as raised:
        undo(workspace)

    assert "K-001" in str(raised.value.params)
    assert rows_in(workspace, Episode) == len(EPISODES)


def test_a_row_altered_twice_in_one_import_gets_back_what_it_held_first(workspace):
    taken(workspace, "deltaganden", [an_entry()])
    taken(workspace, "deltaganden", [{**KEY, "hälsa_före": "4"}], [{**KEY, "hälsa_före": "5"}])

    undo(workspace)

    assert episode(workspace, "krus", "K-001")["hälsa_före"] == "2"

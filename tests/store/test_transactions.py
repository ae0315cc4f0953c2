"""One use case, one transaction: the row and its audit line, or neither."""

import datetime as dt

import pytest
from sqlalchemy import func, select
from sqlmodel import col

from db.errors import LaterChangeError
from db.records import add_row, add_rows, alter_row, begin_change
from db.tables import Change, ChangeRow, Episode
from db.undo import last_change, revert
from tests.factories import NOW

DAY = dt.date(2021, 3, 1)


def begin(session, kind="log", undoes=None):
    return begin_change(
        session, association_id=1, at=NOW, by="anna", kind=kind, undoes=undoes, subject="x"
    )


def an_episode(number, **changes):
    return {"intervention_id": 1, "number": number, "start_date": DAY, "voided": False, **changes}


def counted(workspace, table):
    with workspace.store.read() as session:
        return session.execute(select(func.count()).select_from(table)).scalar_one()


def test_a_row_and_its_change_come_together(workspace):
    with workspace.store.write() as session:
        change = begin(session)
        add_row(session, change, Episode, an_episode("1"))
    with workspace.store.read() as session:
        row = session.execute(select(Episode)).scalar_one()
        assert row.recorded_in == change.id
        assert session.get_one(Change, change.id).by == "anna"


def fail(workspace, where, kept):
    with workspace.store.write() as session:
        change = begin(session)
        if where != "after the change":
            add_row(session, change, Episode, an_episode("1"))
        if where == "after altering":
            alter_row(session, change, Episode, kept, {"sex": "man"})
        raise RuntimeError


@pytest.mark.parametrize("where", ["after the change", "after the row", "after altering"])
def test_a_failure_at_any_place_leaves_nothing(workspace, where):
    with workspace.store.write() as session:
        kept = add_row(session, begin(session), Episode, an_episode("kept"))
    changes = counted(workspace, Change)
    with pytest.raises(RuntimeError):
        fail(workspace, where, kept)
    assert counted(workspace, Episode) == 1
    assert counted(workspace, Change) == changes
    assert counted(workspace, ChangeRow) == 0


def test_an_alteration_keeps_old_and_new_values_and_no_others(workspace):
    with workspace.store.write() as session:
        row = add_row(session, begin(session), Episode, an_episode("1", sex="man"))
        change = begin(session, "correct")
        assert not alter_row(session, change, Episode, row, {"sex": "man"})
        values = {"sex": "kvinna", "number": "1", "start_date": dt.date(2021, 4, 1)}
        assert alter_row(session, change, Episode, row, values)
    with workspace.store.read() as session:
        line = session.execute(select(ChangeRow)).scalar_one()
    assert line.before == {"sex": "man", "start_date": "2021-03-01"}
    assert line.after == {"sex": "kvinna", "start_date": "2021-04-01"}
    assert (line.entity, line.row_id, line.action) == ("episode", row, "update")


def test_who_recorded_an_exit_is_known_apart_and_goes_with_it(workspace):
    with workspace.store.write() as session:
        row = add_row(session, begin(session), Episode, an_episode("1"))
        ended = {"end_date": DAY, "exit_reason": "annan"}
        alter_row(session, begin(session), Episode, row, ended)
        stored = session.get_one(Episode, row)
        assert (stored.exit_recorded_at, stored.exit_recorded_by) == (NOW, "anna")
        alter_row(session, begin(session), Episode, row, {"end_date": None, "exit_reason": None})
        stored = session.get_one(Episode, row)
        assert (stored.exit_recorded_at, stored.exit_recorded_by) == (None, None)


def test_an_import_is_taken_back_and_brought_back_whole(workspace):
    with workspace.store.write() as session:
        change = begin(session, "import")
        add_rows(session, change, Episode, [an_episode(str(number)) for number in range(50)])
        add_rows(session, change, Episode, [])
    with workspace.store.read() as session:
        before = [row.model_dump() for row in session.execute(select(Episode)).scalars()]
    with workspace.store.write() as session:
        target = last_change(session, 1, "anna")
        revert(session, begin(session, "undo", target.id), target.id)
    assert counted(workspace, Episode) == 0
    with workspace.store.write() as session:
        target = last_change(session, 1, "anna", undone=True)
        revert(session, begin(session, "redo", target.id), target.id)
    with workspace.store.read() as session:
        after = [row.model_dump() for row in session.execute(select(Episode)).scalars()]
    assert after == before


def test_what_was_changed_later_is_refused_by_table_and_row(workspace):
    with workspace.store.write() as session:
        first = begin(session)
        row = add_row(session, first, Episode, an_episode("1"))
        alter_row(session, begin(session, "correct"), Episode, row, {"sex": "man"})
    with pytest.raises(LaterChangeError) as caught, workspace.store.write() as session:
        revert(session, begin(session, "undo", first.id), first.id)
    assert (caught.value.entity, caught.value.row_id) == ("episode", row)
    assert counted(workspace, Episode) == 1


def test_only_the_users_own_changes_of_the_association_are_found(workspace):
    with workspace.store.write() as session:
        change = begin(session)
        assert last_change(session, 1, "anna").id == change.id
        assert last_change(session, 1, "bo") is None
        assert last_change(session, 2, "anna") is None
        assert last_change(session, 1, "anna", undone=True) is None


def test_a_reader_sees_one_state_while_somebody_writes(workspace):
    with workspace.store.read() as session:
        asked = select(func.count()).select_from(Episode).where(col(Episode.voided).is_(False))
        assert session.execute(asked).scalar_one() == 0
        with workspace.store.write() as writer:
            add_row(writer, begin(writer), Episode, an_episode("1"))
        assert session.execute(asked).scalar_one() == 0
    assert counted(workspace, Episode) == 1

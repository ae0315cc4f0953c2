"""While one state is read nothing is asked twice; nothing is remembered longer than that."""

from datetime import UTC, datetime

from sqlalchemy import event

from db.records import begin_change
from db.tables import Money
from db.tallies.board import money
from tests.factories import a_workspace

YEARS = range(2021, 2022)


def test_the_same_is_asked_once(store_file):
    workspace = a_workspace(store_file)
    asked = []
    event.listen(
        workspace.store.engine, "before_cursor_execute", lambda *said: asked.append(said[2])
    )
    with workspace.store.read() as session:
        number = workspace.association.id
        first = money(session, number, YEARS)
        assert money(session, number, YEARS) is first
        money(session, number, range(2020, 2021))
    assert len([statement for statement in asked if "FROM money" in statement]) == 2
    workspace.close()


def test_the_next_look_sees_what_was_saved_and_a_writer_its_own_rows(store_file):
    workspace = a_workspace(store_file)
    number = workspace.association.id
    with workspace.store.read() as session:
        assert money(session, number, YEARS) == []
    with workspace.store.write() as session:
        assert money(session, number, YEARS) == []
        now = datetime(2022, 3, 1, tzinfo=UTC)
        change = begin_change(session, association_id=number, at=now, by="test", kind="log")
        recorded = {"recorded_at": change.at, "recorded_by": "test", "recorded_in": change.id}
        session.add(Money(association_id=number, year=2021, kind="bidrag", outcome=100, **recorded))
        session.flush()
        assert len(money(session, number, YEARS)) == 1
    with workspace.store.read() as session:
        assert len(money(session, number, YEARS)) == 1
    workspace.close()

"""Backup, restore and doctor on real files."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.factories import NOW, TODAY, a_workspace, an_entry
from tracker.cli.main import main
from tracker.errors import DataError, UsageError
from tracker.keeping import (
    back_up,
    days_since,
    last_backup,
    look_at,
    name_controller,
    place_of,
    restore,
)
from tracker.registration import history, save


def states(store, **options):
    return {each.name: each.state for each in look_at(str(store), TODAY, **options)}


def numbers_in(place):
    with closing(sqlite3.connect(place)) as connection:
        return [row[0] for row in connection.execute("SELECT number FROM episode")]


def test_a_backup_is_one_whole_file_with_every_row(workspace, tmp_path):
    save(workspace, "deltaganden", an_entry())
    copy = back_up(workspace, tmp_path / "kopior" / "copy.db")
    assert numbers_in(copy) == ["K-001"]
    assert [each.name for each in copy.parent.iterdir()] == ["copy.db"]


def test_store_and_backup_know_when_it_was_made(workspace, tmp_path):
    assert last_backup(workspace) is None
    copy = back_up(workspace, tmp_path / "copy.db")
    assert last_backup(workspace) == NOW
    restore(copy, tmp_path / "restored.db")
    restored = a_workspace(tmp_path / "restored.db")
    assert last_backup(restored) == NOW
    restored.close()


def test_a_folder_gets_a_file_named_by_the_day(workspace, tmp_path):
    folder = tmp_path / "kopior"
    folder.mkdir()
    assert back_up(workspace, folder) == folder / "tracker-2022-03-01.db"


def test_nothing_is_replaced_unasked(workspace, tmp_path):
    place = tmp_path / "copy.db"
    place.write_text("annat")
    with pytest.raises(UsageError, match="already a file"):
        back_up(workspace, place)
    assert place.read_text() == "annat"
    assert last_backup(workspace) is None
    back_up(workspace, place, overwrite=True)
    assert numbers_in(place) == []


def test_a_store_is_never_replaced_by_its_own_copy(workspace, store_file):
    with pytest.raises(UsageError, match="already a file"):
        back_up(workspace, store_file, overwrite=True)


def test_a_place_that_cannot_be_written_is_a_sentence(workspace, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        back_up(workspace, tmp_path / "file" / "copy.db")


def test_a_backup_is_whole_while_others_write(workspace, store_file, tmp_path):
    stop, other = Event(), a_workspace(store_file, actor="bo")

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            save(other, "deltaganden", an_entry(deltagande=f"K-{number:03}"))

    writer = Thread(target=write)
    writer.start()
    try:
        copies = [back_up(workspace, tmp_path / f"copy{each}.db") for each in range(5)]
    finally:
        stop.set()
        writer.join()
        other.close()
    found = [len(numbers_in(copy)) for copy in copies]
    assert found == sorted(found)
    assert all(states(copy)["integrity"] == "ok" for copy in copies)


def test_a_damaged_store_gives_no_backup(workspace, store_file, tmp_path):
    save(workspace, "deltaganden", an_entry())
    with closing(sqlite3.connect(store_file)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE episode SET intervention_id = 999")
        connection.commit()
    with pytest.raises(DataError, match="has faults"):
        back_up(workspace, tmp_path / "copies" / "copy.db")
    assert list((tmp_path / "copies").iterdir()) == []
    assert states(store_file)["references"] == "wrong"


def test_a_restored_store_is_used_like_any_other(workspace, tmp_path):
    save(workspace, "deltaganden", an_entry())
    copy = back_up(workspace, tmp_path / "copy.db")
    restore(copy, tmp_path / "new" / "tracker.db")
    restored = a_workspace(tmp_path / "new" / "tracker.db")
    save(restored, "deltaganden", an_entry(deltagande="K-002"))
    assert numbers_in(copy) == ["K-001"]
    restored.close()


def test_restoring_replaces_nothing(workspace, store_file, tmp_path):
    save(workspace, "deltaganden", an_entry())
    copy = back_up(workspace, tmp_path / "copy.db")
    with pytest.raises(UsageError, match="already a file"):
        restore(copy, store_file)
    assert numbers_in(store_file) == ["K-001"]


@pytest.mark.parametrize("content", [b"text" * 200, b""])
def test_what_is_no_store_is_not_restored(tmp_path, content):
    place = tmp_path / "other.db"
    place.write_bytes(content)
    with pytest.raises(UsageError, match="not a store"):
        restore(place, tmp_path / "new.db")
    with pytest.raises(UsageError, match="no store"):
        restore(tmp_path / "none.db", tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_a_damaged_backup_is_not_restored(workspace, tmp_path):
    copy = back_up(workspace, tmp_path / "copy.db")
    content = bytearray(copy.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = b"\xff" * 20_000
    copy.write_bytes(content)
    with pytest.raises(DataError, match="has faults"):
        restore(copy, tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()
    assert states(copy)["integrity"] == "wrong"


def test_days_are_counted_by_the_calendar():
    assert days_since(NOW, TODAY) == 0
    assert days_since(NOW, TODAY + timedelta(days=3)) == 3
    assert days_since(NOW, TODAY - timedelta(days=3)) == 0


def test_the_doctor_wants_a_backup_when_there_are_rows(workspace, store_file, tmp_path):
    assert states(store_file)["backup"] == "advice"
    save(workspace, "deltaganden", an_entry())
    assert states(store_file)["backup"] == "wrong"
    back_up(workspace, tmp_path / "copy.db")
    assert set(states(store_file).values()) == {"ok"}
    later = {days: look_at(str(store_file), TODAY + timedelta(days=days)) for days in (7, 8, 31)}
    found = {days: each[-1].state for days, each in later.items()}
    assert found == {7: "ok", 8: "advice", 31: "wrong"}


@pytest.mark.parametrize(("place", "state"), [("synced", "wrong"), ("local", "ok")])
def test_the_doctor_warns_of_the_place(store_file, place, state):
    assert states(store_file, place=place)["place"] == state


def test_the_doctor_asks_who_is_responsible(workspace, store_file):
    with workspace.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE association SET controller = NULL")
    assert states(store_file)["controller"] == "advice"
    save(workspace, "deltaganden", an_entry())
    assert states(store_file)["controller"] == "wrong"
    changed = name_controller(workspace, "  Lillby   kommun ")
    assert changed.association.controller == "Lillby kommun"
    assert states(store_file)["controller"] == "ok"
    assert history(workspace, None, 1)[0].kind == "settings"
    with pytest.raises(UsageError):
        name_controller(workspace, "  ")


def test_the_doctor_looks_at_older_and_newer_stores(store_file):
    for version, state in (("0001", "advice"), ("9999", "wrong")):
        with closing(sqlite3.connect(store_file)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
            connection.commit()
        assert states(store_file)["version"] == state


MOUNTS = """
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
server:/home /home/shared nfs4 rw 0 0
"""


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("/home/anna/tracker.db", "local"),
        ("/home/shared/tracker.db", "network"),
        ("/home/sharedness/tracker.db", "local"),
        ("/mnt/my share/tracker.db", "network"),
        ("//server/share/tracker.db", "network"),
        ("/home/anna/OneDrive - Lillby kommun/tracker.db", "synced"),
        ("/home/anna/Dropbox/mål/tracker.db", "synced"),
        ("/home/anna/dropbox", "local"),
        ("/home/anna/synkat/tracker.db", "synced"),
        ("postgresql://server/tracker", "server"),
    ],
)
def test_where_a_store_lies(where, place):
    assert place_of(where, {"OneDriveCommercial": "/home/anna/synkat"}, MOUNTS) == place


def run(capsys, *arguments):
    code = main([*map(str, arguments), "--today", "2022-03-01"])
    return code, capsys.readouterr()


def test_the_commands(store_file, tmp_path, capsys):
    copy, new = tmp_path / "copy.db", tmp_path / "new.db"
    code, said = run(capsys, "backup", copy, "--store", store_file)
    assert (code, said.out.strip()) == (0, str(copy))
    assert run(capsys, "backup", copy, "--store", store_file)[0] == 2
    assert run(capsys, "backup", copy, "--store", store_file, "--overwrite")[0] == 0
    code, said = run(capsys, "restore", copy, "--store", new)
    assert (code, said.out.strip()) == (0, str(new))
    assert "återställt" in said.err
    assert run(capsys, "restore", copy, "--store", new)[0] == 2
    code, said = run(capsys, "settings", "controller", "Storby kommun", "--store", new)
    assert "Storby kommun" in said.out


def test_the_doctor_as_a_command(store_file, capsys):
    code, said = run(capsys, "doctor", "--store", store_file)
    assert code == 0
    assert "✓ i ordning: Registret är helt." in said.out
    with closing(sqlite3.connect(store_file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    code, said = run(capsys, "doctor", "--json", "--store", store_file)
    assert code == 1
    found = {each["name"]: each for each in json.loads(said.out)["findings"]}
    assert found["version"]["state"] == "wrong"
    assert found["version"]["advice"] == "Uppdatera programmet."
    assert Path(json.loads(said.out)["store"]) == store_file

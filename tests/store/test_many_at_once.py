"""Several writers at once, and a process killed in the middle: no acknowledged row is lost."""

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlmodel import select

from db.tables import Change, Episode
from tests.factories import a_workspace, an_entry
from tracker.errors import DataError
from tracker.registration import next_number, save

WRITERS = 6
EACH = 8
ROOT = Path(__file__).parents[2]
WRITE_UNTIL_KILLED = """
import sys
from itertools import count
from tests.factories import a_workspace, an_entry
from tracker.registration import save
workspace = a_workspace(sys.argv[1])
for number in count(int(sys.argv[2])):
    saved = save(workspace, "deltaganden", an_entry(deltagande=str(number)))
    print(saved.key["deltagande"], flush=True)
"""


def stored(place):
    """Running numbers with the subject of the change that each points back to."""
    workspace = a_workspace(place)
    with workspace.store.read() as session:
        pairs = session.exec(select(Episode, Change).join(Change)).all()
        found = {row.number: change.subject for row, change in pairs}
    workspace.close()
    return found


def test_writers_at_once_lose_nothing(store_file):
    def write(writer):
        workspace = a_workspace(store_file, actor=f"w{writer}")
        for number in range(EACH):
            save(workspace, "deltaganden", an_entry(deltagande=f"W{writer}-{number}"))
        workspace.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    found = stored(store_file)
    assert len(found) == WRITERS * EACH
    assert all(subject == f"deltaganden krus {number}" for number, subject in found.items())


def test_writers_that_want_the_same_number_get_one_each_or_a_sentence(store_file):
    def write(_):
        workspace = a_workspace(store_file)
        taken, refused = [], []
        while len(taken) < EACH:
            with workspace.store.read() as session:
                number = next_number(session, workspace.association.id, "krus")
            try:
                save(workspace, "deltaganden", an_entry(deltagande=number))
            except DataError as error:
                refused.append(error.problems[0].message)
            else:
                taken.append(number)
        workspace.close()
        assert all("is there already" in message for message in refused)
        return taken

    with ThreadPoolExecutor(WRITERS) as pool:
        taken = [number for each in pool.map(write, range(WRITERS)) for number in each]
    assert len(taken) == len(set(taken)) == WRITERS * EACH
    assert set(stored(store_file)) == set(taken)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_killed_process_loses_no_acknowledged_row(store_file):
    acknowledged = []
    for first in (0, 1000, 2000):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITE_UNTIL_KILLED, str(store_file), str(first)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        acknowledged += [writer.stdout.readline().strip() for _ in range(12)]
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged += writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
    connection = sqlite3.connect(store_file)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    found = stored(store_file)
    assert len(acknowledged) >= 36
    assert set(acknowledged) <= set(found)
    assert len(set(found) - set(acknowledged)) <= 3
    assert all(subject == f"deltaganden krus {number}" for number, subject in found.items())

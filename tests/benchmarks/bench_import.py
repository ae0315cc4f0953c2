"""Speed of import: `python -m tests.benchmarks.bench_import [rows] [repeats]`.

Prints ratios measured in one run; nothing here passes or fails. Beside `sqlite3 .import`, which
puts the cells as text into a table without keys, stands the least that the engine itself needs to
put the same rows into a store: copied from another, every constraint and index kept.
"""

import csv
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.factories import a_store, a_workspace
from tracker.transfer.importing import import_files

SUPPORT = ["sjukpenning", "försörjningsstöd", "a-kassa", "sjukpenning+försörjningsstöd", "ingen"]
STEPS = ["arbete", "studier", "insats_AF", "vård", "arbete+studier", "inget", "vet_ej"]
REASONS = ["enligt_plan"] * 6 + ["eget_avbrott", "sjukdom", "flytt"]
PER_CENT = ["0", "25", "50", "75", "100", "", "vet_ej"]
ENTRY = {
    "kön": ["kvinna", "man"],
    "åldersgrupp": ["16-24", "25-29", "30-39", "40-49", "50-59", "60-"],
    "initierad_av": ["AF", "FK", "kommun", "region"],
    "utbildning": ["grundskola", "gymnasium", "eftergymnasial_kort", "vet_ej", ""],
    "tid_i_försörjning": ["under_1_år", "1-2_år", "3-5_år", "6-9_år"],
    "försörjning_före": SUPPORT,
    "försörjningsgrad_före": PER_CENT,
    "arbete_före": PER_CENT,
    "studier_före": PER_CENT,
    "hälsa_före": ["1", "2", "3", "4", "5", ""],
}
EXIT = {
    "avslutsanledning": REASONS,
    "hälsa_efter": ["1", "2", "3", "4", "5", ""],
    "försörjning_efter": SUPPORT,
    "försörjningsgrad_efter": PER_CENT,
    "arbete_efter": PER_CENT,
    "arbetstyp_efter": ["osubventionerat", "subventionerat", ""],
    "studier_efter": PER_CENT,
    "arbetssökande_efter": ["ja", "nej", ""],
    "nästa_steg": STEPS,
    "plan_efter": ["ja", "nej", "vill_ej"],
    "stegförflyttning": ["ja", "nej"],
}


def write_rows(place, rows):
    """Episodes of 25 columns; one in four has not ended."""
    chance = random.Random(2021)
    with place.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["insats", "deltagande", "startdatum", "slutdatum", *ENTRY, *EXIT])
        for number in range(rows):
            start = date(2017, 1, 1) + timedelta(days=chance.randrange(1500))
            has_ended = chance.random() < 0.75
            end = start + timedelta(days=chance.randrange(20, 350))
            entry = [chance.choice(codes) for codes in ENTRY.values()]
            left = [chance.choice(codes) if has_ended else "" for codes in EXIT.values()]
            head = [chance.choice(["krus", "navet"]), f"K-{number:06}", start.isoformat()]
            writer.writerow([*head, end.isoformat() if has_ended else "", *entry, *left])


def timed(task):
    """Seconds that a task takes."""
    start = perf_counter()
    task()
    return perf_counter() - start


def plain_import(file, place):
    """What SQLite's own shell needs, or Python's driver where there is no shell."""
    place.unlink(missing_ok=True)
    if shell := shutil.which("sqlite3"):
        words = [shell, str(place), "-cmd", ".separator ;", f".import {file} rows"]
        return timed(lambda: subprocess.run(words, check=True))
    return timed(lambda: by_driver(file, place))


def by_driver(file, place):
    with file.open(encoding="utf-8", newline="") as opened, sqlite3.connect(place) as store:
        reader = csv.reader(opened, delimiter=";")
        head = next(reader)
        columns = ", ".join(f'"{name}" TEXT' for name in head)
        places = ", ".join("?" * len(head))
        store.execute(f"CREATE TABLE rows ({columns})")
        store.executemany(f"INSERT INTO rows VALUES ({places})", reader)  # noqa: S608 - our own


def engine_copy(filled, empty):
    """What the engine needs to put the same rows into a store, with its constraints and indexes."""
    store = sqlite3.connect(empty, isolation_level=None)
    for line in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        store.execute(f"PRAGMA {line}")
    store.execute("PRAGMA cache_size = -65536")
    store.execute("ATTACH ? AS filled", (str(filled),))
    store.execute("INSERT INTO change SELECT * FROM filled.change WHERE id > 1")
    took = timed(lambda: store.execute("INSERT INTO episode SELECT * FROM filled.episode"))
    store.close()
    return took


def imported(file, store):
    """Seconds of the import alone, in a running program."""
    workspace = a_workspace(store)
    took = timed(lambda: import_files(workspace, "deltaganden", [file]))
    again = timed(lambda: import_files(workspace, "deltaganden", [file]))
    workspace.close()
    return took, again


def whole_process(file, store):
    """Seconds of the command, from starting Python to its end."""
    words = [sys.executable, "-c", "import sys; from tracker.cli import main; sys.exit(main())"]
    words += ["--store", str(store), "--today", "2022-03-01", "import", "deltaganden", str(file)]
    return timed(lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL))


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    found = {name: [] for name in ("plain", "engine", "import", "again", "process")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "deltaganden.csv"
        write_rows(file, rows)
        empty = a_store(folder)
        for _ in range(repeats):
            one, two, three = (folder / f"{each}.db" for each in ("one", "two", "three"))
            for copy in (one, two, three):
                shutil.copy2(empty, copy)
            found["plain"].append(plain_import(file, folder / "plain.db"))
            took, again = imported(file, one)
            found["import"].append(took)
            found["again"].append(again)
            found["engine"].append(engine_copy(one, two))
            found["process"].append(whole_process(file, three))
    middle = {name: median(times) for name, times in found.items()}
    lines = [f"{rows} episodes, 25 columns; sqlite3 .import takes {middle['plain']:.2f} s"]
    for name, words, bar in (
        ("import", "the import", "6"),
        ("process", "the whole process", "12"),
        ("again", "the same file again", "–"),
        ("engine", "the engine alone, row by row into the same tables", "–"),
    ):
        ratio = middle[name] / middle["plain"]
        lines.append(f"  {words}: {middle[name]:.2f} s = {ratio:.1f} x .import (bar {bar})")
    lines.append(f"  the import / the engine alone: {middle['import'] / middle['engine']:.1f}")
    print("\n".join(lines))


if __name__ == "__main__":
    main()

"""The register of one association with 500,000 episodes, against a bare keyset query.

Prints each way of looking as a ratio to the same page read by the driver alone in the usual order,
and how long a key press waits for the screen while the store is searched. The bar: a key press is
answered within 100 ms. `--scale 1` makes all 500,000; the default is a fifth of that. Beside it
stands how long the screen's own thread worked for a key, which other programs do not lengthen.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.national import TODAY, build, now
from tracker.register.pages import count_states, read_page
from tracker.register.searching import COLUMNS, Search
from tracker.wording import language
from tracker.workspace import Workspace, open_workspace
from tui.app import TrackerApp
from tui.screens.register.pane import RegisterPane

EPISODES = 500_000
ROUNDS = 7
BARE = (
    "SELECT * FROM episode WHERE association_id = 1 AND start_date <= '2019-06-01'"
    " ORDER BY start_date DESC, id DESC LIMIT 201"
)
TYPED = ("4321", "k-04321", "kvinna", "krus 30-39", "utfall saknas", "zzz")
KEYS = ("slash", *"k-0432", "backspace", *"11", "escape", "down", "right", "down", "s", "f", "i")


def seconds(task: Callable[[], object]) -> float:
    """The median of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        task()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def looked(workspace: Workspace, bare: float) -> None:
    """Print every order, and searches typed, against the bare query."""
    middle = read_page(workspace, Search("2", column="startdatum")).last
    ways: dict[str, Callable[[], object]] = {
        "usual order, some page": lambda: read_page(workspace, Search(), middle),
        "counts of the states": lambda: count_states(workspace, Search()),
    }
    for name in COLUMNS:
        ways[f"by {name}"] = lambda name=name: read_page(workspace, Search(column=name))
    for text in TYPED:
        ways[f"typed {text}"] = lambda text=text: read_page(workspace, Search(text))
    for name, task in ways.items():
        taken = seconds(task)
        print(f"{name:28} {taken * 1000:7.1f} ms {taken / bare:7.1f} x")


async def pressed(workspace: Workspace) -> list[tuple[str, float, float, float]]:
    """Keys pressed as fast as people type: each with how long it, its rows and the thread took.

    A key is posted as the terminal does; a pilot would wait until nothing is counted any more.
    """
    app = TrackerApp.on(workspace)
    waited = []
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3")
        while not app.screen.query(RegisterPane):
            await pilot.pause(0.1)
        await app.workers.wait_for_complete()
        await pilot.pause(1)
        await app.workers.wait_for_complete()
        pane = app.screen.query_one(RegisterPane)
        for key in KEYS:
            start, before = time.perf_counter(), time.thread_time()
            app.simulate_key(key)
            await until(lambda: not app.is_dealing)
            dealt, worked = time.perf_counter() - start, time.thread_time() - before
            await until(lambda: pane.table.search == pane.bar.search)
            waited.append((key, dealt, time.perf_counter() - start, worked))
            await asyncio.sleep(max(0.0, 0.15 - (time.perf_counter() - start)))
    return waited


async def until(holds: Callable[[], bool]) -> None:
    """Wait for something that the screen does."""
    await asyncio.sleep(0.001)
    while not holds():  # noqa: ASYNC110 - nothing tells of it
        await asyncio.sleep(0.001)


def main() -> None:
    """Build the store, look through it, press keys."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=float, default=0.2)
    count = int(EPISODES * parser.parse_args().scale)
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "many.db")
        build(where, count)
        workspace = open_workspace(
            where, language=language("sv"), actor="bench", today=TODAY, now=now
        )
        raw: Any = workspace.store.engine.raw_connection()
        bare = seconds(lambda: raw.execute(BARE).fetchall())
        raw.close()
        print(f"{count} episodes; a bare page {bare * 1000:.1f} ms")
        looked(workspace, bare)
        waited = asyncio.run(pressed(workspace))
        workspace.close()
    for place, what in ((1, "a key"), (3, "the screen's work for it"), (2, "its rows")):
        median = statistics.median(each[place] for each in waited)
        slowest = max(waited, key=lambda each: each[place])
        said = f"{median * 1000:.0f} ms, at most {slowest[place] * 1000:.0f} ms ({slowest[0]})"
        print(f"{what}: {said}")


if __name__ == "__main__":
    main()

"""From the start of `tracker` to its first paint, against a bare Textual app with one table.

Run: python tests/benchmarks/bench_first_paint.py. Every run is a process of its own, the kinds by
turns, so that the ratio does not depend on what else the machine does. A run ends when the screen
is painted; what is counted for the tabs after that is not waited for. The last line says how much
of the way to the goals is the import of SQLModel alone. The processor's time stands beside the
clock's: on a machine that does other things too its ratio is the one to trust.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import time

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
RUNS = 9
BAR, GOALS_BAR = 1.6, 2.6
BARE = """
import time
from textual.app import App
from textual.widgets import DataTable

class Bare(App):
    def compose(self):
        yield DataTable()

    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("a", "b")
        table.add_rows([("1", "2")] * 10)
        self.call_after_refresh(self.end)

    def end(self):
        print(time.time(), time.process_time())
        self.exit()

Bare().run(headless=True)
"""
HEADLESS = """
import os, sys, time
from textual.app import App
run = App.run
App.run = lambda self, **rest: run(self, headless=True)
from tui.screens.main import MainScreen

def end():
    print(time.time(), time.process_time(), file=sys.__stdout__, flush=True)
    os._exit(0)
"""
SQLMODEL = "import time, sqlmodel\nprint(time.time(), time.process_time())"
TRACKER = "from tracker.cli.main import main\nmain(['--store', sys.argv[1]])\n"
FIRST_PAINT = f"""{HEADLESS}
MainScreen.on_mount = lambda self: self.call_after_refresh(end)
{TRACKER}"""
GOALS = f"""{HEADLESS}
show = MainScreen._show
def shown(self, scorecard):
    show(self, scorecard)
    self.call_after_refresh(end)
MainScreen._show = shown
{TRACKER}"""


def seconds(script: str, store: str) -> tuple[float, float]:
    """From the start of a process to the moment that its script prints: by clock, of processor."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TRACKER_TODAY": "2022-03-01"}
    environment |= {"XDG_STATE_HOME": str(Path(store).parent)}
    command = [sys.executable, "-c", script, store]
    start = time()
    said = subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
    end, worked = map(float, said.stdout.split()[-2:])
    return end - start, worked


def main() -> None:
    """Print the ratios."""
    from tests.screens.stored import build_store

    with TemporaryDirectory() as folder:
        store = str(Path(folder) / "tracker.db")
        build_store(store)
        scripts = {
            "bare": BARE,
            "first paint": FIRST_PAINT,
            "goals shown": GOALS,
            "import sqlmodel": SQLMODEL,
        }
        for script in scripts.values():
            seconds(script, store)
        runs = [{name: seconds(script, store) for name, script in scripts.items()}
                for _ in range(RUNS)]  # fmt: skip
    bare = median(run["bare"][0] for run in runs)
    print(f"bare Textual app {bare * 1000:.0f} ms")
    bars = {"first paint": f"bar {BAR}", "goals shown": f"bar {GOALS_BAR}"}
    for name in ("first paint", "goals shown", "import sqlmodel"):
        taken = median(run[name][0] for run in runs)
        ratio, worked = (median(run[name][at] / run["bare"][at] for run in runs) for at in (0, 1))
        said = f"{ratio:.2f} x bare, {worked:.2f} x in time of the processor"
        print(f"{name} {taken * 1000:.0f} ms: {said} ({bars.get(name, 'alone')})")


if __name__ == "__main__":
    main()

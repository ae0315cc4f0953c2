"""`tracker status --json` as a whole process, against importing the table library alone.

The bar: at most twice `python -c "import sqlmodel"`. Prints ratios measured in one run, by the
clock and in time of the processor: the second holds on a busy machine too.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 11


def _seconds(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """By the clock, and of the processor."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)
    after = os.times()
    worked = sum(after[at] - before[at] for at in (2, 3))
    return time.perf_counter() - start, worked


def main() -> None:
    """Time both in turn and print the ratio of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "TRACKER_STORE": str(Path(folder) / "demo.db")}
        tracker = [
            sys.executable,
            "-c",
            "import sys; from tracker.cli import main; sys.exit(main())",
        ]
        subprocess.run([*tracker, "demo", "--no-open"], check=True, env=env, capture_output=True)
        bare = [sys.executable, "-c", "import sqlmodel"]
        status = [*tracker, "status", "--json", "--today", "2022-03-01"]
        pairs = [(_seconds(status, env), _seconds(bare, env)) for _ in range(ROUNDS)]
    for at, what in enumerate(("by the clock", "of the processor")):
        ours, theirs = (
            statistics.median(side[at] for side in run) for run in zip(*pairs, strict=True)
        )
        said = f"status --json {ours:.3f} s, import sqlmodel {theirs:.3f} s"
        print(f"{what}: {said}: {ours / theirs:.2f} x")


if __name__ == "__main__":
    main()

"""`tracker status --json` as a whole process, against importing the table library alone.

The bar: at most twice `python -c "import sqlmodel"`. Prints a ratio measured in one run.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7


def _seconds(command: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


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
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"status --json {ours:.3f} s, import sqlmodel {theirs:.3f} s: {ours / theirs:.2f} x")


if __name__ == "__main__":
    main()
